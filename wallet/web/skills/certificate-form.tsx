import type { RecognisedCertificate } from '#skills'
import { Button, Choices, ErrorSummary, Field, FileDrop, Heading, page } from '#web'
import { type CertificateFaults, type CertificateWish, certificateKey, OTHER } from '../../old-certificates.ts'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'

interface CertificateForm {
  person: Person
  /** Null where nothing was looked for yet. */
  choices: { found: boolean; choices: readonly RecognisedCertificate[] } | null
  wish: CertificateWish
  faults?: CertificateFaults
}

/** First asks what the paper says, then which certificate that is. */
export function certificateFormPage({ person, choices, wish, faults = {} }: CertificateForm): string {
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/skills'),
    title: 'Add an old certificate',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/skills/certificates', label: 'Your old certificates' }}
          lead="Have the paper beside you. We find which certificate it is by what you type."
        >
          Add an old certificate
        </Heading>
        {choices === null ? (
          <form class="flow" method="get" action="/skills/certificates/new">
            <Field
              name="paper"
              label="What does the paper say?"
              hint="Its title and its unit, such as “New CLAiT Unit 2” or “ECDL Word processing”"
              maxLength={200}
              value={wish.paper}
            />
            <Button>Go on</Button>
          </form>
        ) : (
          <Questions choices={choices} wish={wish} faults={faults} />
        )}
      </div>
    ),
  })
}

function Questions({
  choices: { found, choices },
  wish,
  faults,
}: {
  choices: NonNullable<CertificateForm['choices']>
  wish: CertificateWish
  faults: CertificateFaults
}) {
  return (
    <form class="flow" method="post" action="/skills/certificates" enctype="multipart/form-data" novalidate>
      <Field name="paper" label="What does the paper say?" maxLength={200} value={wish.paper} error={faults.paper} />
      <Choices
        name="which"
        legend={found ? 'Is it one of these?' : 'We do not know this name. Is it one of these?'}
        type="radio"
        error={faults.which}
        options={[
          ...choices.map(({ entry, awardingBody, isExact }) => {
            const value = certificateKey(entry)
            const isOnly = choices.length === 1 && isExact && wish.which === ''
            return {
              value,
              label: [entry.from.scheme, entry.from.unit ?? `level ${entry.from.level}`].join(': '),
              ...(awardingBody === null ? {} : { hint: awardingBody }),
              checked: value === wish.which || isOnly,
            }
          }),
          { value: OTHER, label: 'None of these', checked: wish.which === OTHER },
        ]}
      />
      <Field
        name="awardingBody"
        label="Who awarded it?"
        hint="Only if it is none of these"
        required={false}
        maxLength={200}
        value={wish.awardingBody}
        error={faults.awardingBody}
      />
      <Field
        name="awardedOn"
        label="What date is on it?"
        hint="Some awarding bodies take certificates of the last three years only."
        type="date"
        required={false}
        width="short"
        value={wish.awardedOn}
        error={faults.awardedOn}
      />
      <Field
        name="number"
        label="Is there a number on it?"
        required={false}
        width="medium"
        maxLength={60}
        value={wish.number}
        error={faults.number}
      />
      <FileDrop
        name="file"
        label="Add a photo or a scan"
        hint="At most 10 MB. We keep it as it is, and do not read it."
        required={false}
        error={faults.file}
      />
      <Button>Put it in my passport</Button>
    </form>
  )
}
