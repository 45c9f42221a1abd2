import { COVERAGE_DEGREES, type CredentialSummary, ENDORSEMENT_KINDS, ENDORSEMENT_OUTCOMES } from '#credential'
import { Actions, Button, CredentialCard, ErrorSummary, en, Field, Heading, Notice, page } from '#web'
import type { EndorsementFault, EndorsementForm } from '../endorsement-form.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame } from './frame.tsx'

export const ENDORSEMENTS = '/console/endorsements'

const BACK = { href: '/console/credentials', label: 'Credentials' }

interface FormPageOptions {
  staff: Staff
  form: EndorsementForm
  /** Makes pressing the button twice one endorsement. */
  once: string
  faults?: readonly EndorsementFault[]
}

/** Describes what is endorsed and how it was decided. Nothing is signed before it was shown once more. */
export function endorsementFormPage({ staff, form, once, faults = [] }: FormPageOptions): string {
  const error = (name: keyof EndorsementForm) => faults.find(({ field }) => field === name)?.message
  const field = (name: keyof EndorsementForm) => ({ name, value: form[name], error: error(name) })
  const isWrong = faults.length > 0
  return page({
    ...consoleFrame(staff, '/console/credentials'),
    title: 'Endorse',
    hasErrors: isWrong,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={faults} />
        <Heading
          back={BACK}
          lead="A quality mark, an authority to award, or what you confirm of somebody else’s award."
        >
          Endorse
        </Heading>
        {!staff.issuer.hasStatus && (
          <Notice tone="attention" title="It could not be withdrawn">
            You keep no status of what you sign. Say until when it holds.
          </Notice>
        )}
        <form class="flow" method="post" action={ENDORSEMENTS} novalidate>
          <input type="hidden" name="once" value={once} />
          <Field
            {...field('kind')}
            label="What it is"
            options={[
              { value: '', label: 'Choose a kind' },
              ...ENDORSEMENT_KINDS.map((value) => ({ value, label: en.marks.kinds[value] })),
            ]}
            width="medium"
          />
          <Field {...field('name')} label="What it is called" hint="Such as “HTQ approval”" maxLength={300} />
          <Field
            {...field('subject')}
            label="What it is about"
            hint="The address of the achievement in its version, of the credential, or the DID of the issuer, exactly as they state it"
            code
          />
          <h2>The decision</h2>
          <Field
            {...field('scheme')}
            label="Scheme"
            hint="Its address, as the list that names you as its owner writes it. For marks, authorities and adoptions."
            either
            code
          />
          <Field
            {...field('outcome')}
            label="How you decided"
            options={[
              { value: '', label: 'Not decided under a scheme' },
              ...ENDORSEMENT_OUTCOMES.map((value) => ({ value, label: en.marks.outcomes[value] })),
            ]}
            width="medium"
            either
          />
          <Field {...field('conditions')} label="Conditions" rows={2} required={false} maxLength={4000} />
          <Field
            {...field('comment')}
            label="In your words"
            hint="Needed where you confirm something; leave people’s names out of it"
            rows={3}
            either
            maxLength={4000}
          />
          <h2>Against what, and how far</h2>
          <Field
            {...field('approvedAgainst')}
            label="Approved against"
            hint="The address of a standard in its version on each line"
            rows={2}
            required={false}
            code
          />
          <Field
            {...field('coverage')}
            label="Coverage"
            hint={`On each line the address of a statement, a space, and one of ${COVERAGE_DEGREES.join(', ')}`}
            rows={6}
            required={false}
            code
          />
          <Field {...field('cycle')} label="Approval cycle" width="medium" required={false} maxLength={300} />
          <Field
            {...field('mayIssue')}
            label="Who may award it, or what may be awarded"
            hint="Of an achievement the DIDs of who may award it, of an issuer the addresses of what it may award; one on each line"
            rows={2}
            required={false}
            code
          />
          <h2>When</h2>
          <Field {...field('validFrom')} label="Holds from" type="date" width="medium" />
          <Field {...field('validUntil')} label="Holds until" type="date" width="medium" required={false} />
          <Field {...field('firstTeachingOn')} label="First taught on" type="date" width="medium" required={false} />
          <Field {...field('reviewDueOn')} label="Review due on" type="date" width="medium" required={false} />
          <Button name="step" value="preview">
            See it before you sign
          </Button>
        </form>
      </div>
    ),
  })
}

interface PreviewOptions extends FormPageOptions {
  summary: CredentialSummary
}

/** What will be signed, to be looked at once more. */
export function endorsementPreviewPage({ staff, form, once, summary }: PreviewOptions): string {
  return page({
    ...consoleFrame(staff, '/console/credentials'),
    title: 'Sign this endorsement?',
    body: (
      <div class="flow">
        <Heading back={BACK} lead="This is what you are about to sign. Nothing is signed yet.">
          Sign this endorsement?
        </Heading>
        <CredentialCard summary={summary} />
        <form method="post" action={ENDORSEMENTS}>
          <input type="hidden" name="once" value={once} />
          {Object.entries(form).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Actions>
            <Button name="step" value="sign" icon="badge-check">
              Sign it
            </Button>
            <Button name="step" value="edit" variant="secondary">
              Change it
            </Button>
          </Actions>
        </form>
      </div>
    ),
  })
}
