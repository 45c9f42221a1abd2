import { Button, ErrorSummary, Field, Heading, page } from '#web'
import type { RecognitionTarget } from '../recognition/target.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame } from './frame.tsx'

interface RecognitionPage {
  staff: Staff
  targets: readonly RecognitionTarget[]
  form: { link: string; target: string; registered: string }
  faults: Partial<Record<'link' | 'target' | 'registered', string>>
  flash?: string | undefined
}

/** Asks for the link by which a learner shares what they bring, and for what it should be recognised. */
export function recognitionPage({ staff, targets, form, faults, flash }: RecognitionPage): string {
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...consoleFrame(staff, '/console/recognition', flash),
    title: 'Recognise learning from elsewhere',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead="A learner shares what they hold by a link. We check it, you decide what of it stands for what, and they get your signed decision.">
          Recognise learning from elsewhere
        </Heading>
        <form class="flow" method="post" action="/console/recognition" novalidate>
          <Field
            name="link"
            label="The learner’s link"
            hint="Opening it spends one use of the link."
            type="url"
            inputMode="url"
            code
            maxLength={2048}
            value={form.link}
            error={faults.link}
          />
          <Field
            name="target"
            label="For what should it be recognised?"
            value={form.target}
            error={faults.target}
            options={[
              { value: '', label: 'Choose' },
              ...targets.map(({ key, title, kind }) => ({
                value: key,
                label: kind === 'course' ? `${title} (yours: credit transfer)` : `${title} (by its rules)`,
              })),
            ]}
          />
          <Field
            name="registered"
            label="When was the learner registered for it?"
            hint="The age of old certificates is measured on that day."
            type="date"
            width="short"
            value={form.registered}
            error={faults.registered}
          />
          <Button icon="link">Open and check</Button>
        </form>
      </div>
    ),
  })
}
