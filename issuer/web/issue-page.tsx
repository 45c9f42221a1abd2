import { Button, ErrorSummary, Field, type FormError, Heading, page } from '#web'
import type { AwardForm } from '../give-award.ts'
import type { Achievement } from '../records/achievements.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame } from './frame.tsx'

interface IssuePageOptions {
  staff: Staff
  achievements: readonly Achievement[]
  form: AwardForm
  /** Makes pressing the button twice one award. */
  once: string
  errors?: readonly FormError[]
}

/** Awards an achievement to one person. */
export function issuePage({ staff, achievements, form, once, errors = [] }: IssuePageOptions): string {
  const error = (name: keyof AwardForm) => errors.find(({ field }) => field === name)?.message
  return page({
    ...consoleFrame(staff, '/console/credentials'),
    title: 'Award to one person',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/console', label: 'Overview' }}
          lead="We sign it, check it, and send the person a link to take it."
        >
          Award to one person
        </Heading>
        <form class="flow" method="post" action="/console/issue" novalidate>
          <input type="hidden" name="once" value={once} />
          <Field
            name="achievement"
            label="Achievement"
            value={form.achievement}
            error={error('achievement')}
            options={achievements.map(({ id, body }) => ({ value: id, label: body.name }))}
          />
          <Field
            name="name"
            label="Full name"
            hint="As the person writes it; it is shown on the credential"
            value={form.name}
            error={error('name')}
            autocomplete="off"
          />
          <Field
            name="email"
            label="E-mail address"
            type="email"
            hint="The link is sent there. It is not on the credential."
            value={form.email}
            error={error('email')}
            autocomplete="off"
          />
          <Field
            name="awardedOn"
            label="Date awarded"
            type="date"
            width="medium"
            value={form.awardedOn}
            error={error('awardedOn')}
          />
          <Field
            name="grade"
            label="Grade or mark"
            hint="Only where the achievement has grades"
            width="medium"
            required={false}
            value={form.grade}
            error={error('grade')}
          />
          <Field
            name="licenceNumber"
            label="Licence or card number"
            hint="Only where one comes with it; it is shown on the credential"
            width="medium"
            required={false}
            value={form.licenceNumber}
            error={error('licenceNumber')}
            autocomplete="off"
          />
          <Button icon="badge-check">Sign and send</Button>
        </form>
      </div>
    ),
  })
}
