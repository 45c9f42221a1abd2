import { ASSOCIATION_TYPES } from '#credential'
import { Button, Choices, ErrorSummary, en, Field, type FormError, formatDate, Heading, Notice, page } from '#web'
import type { Awarded, Learner, RecordForm } from '../compose-record.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame } from './frame.tsx'

interface RecordPageOptions {
  staff: Staff
  /** The credential from which one came here. */
  id: string
  learner: Learner
  form: RecordForm
  /** Makes pressing the button twice one record. */
  once: string
  errors?: readonly FormError[]
}

/** Puts the awards of one person together: which of them, and how they belong together. */
export function recordPage({ staff, id, learner, form, once, errors = [] }: RecordPageOptions): string {
  const error = (name: string) => errors.find(({ field }) => field === name)?.message
  const { name: who, awards } = learner
  const back = `/console/credentials/${id}`
  return page({
    ...consoleFrame(staff, '/console/credentials'),
    title: 'Put awards together',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: back, label: 'The credential' }}
          lead={`One signed record of what you awarded to ${who}. Each award stays a credential of its own inside it.`}
        >
          Put awards together
        </Heading>
        <form class="flow" method="post" action={`${back}/record`} novalidate>
          <input type="hidden" name="once" value={once} />
          <Field
            name="name"
            label="What the record is called"
            hint="Leave the person’s name out of it: it is shown on the record’s public page"
            value={form.name}
            error={error('name')}
            maxLength={300}
          />
          <Choices
            name="award"
            legend="Awards that go into it"
            type="checkbox"
            error={error('award')}
            options={awards.map((award) => ({
              value: award.id,
              label: <bdi>{award.title}</bdi>,
              hint: `Issued on ${formatDate(award.issuedAt)}`,
              checked: form.award.includes(award.id),
            }))}
          />
          {awards.length > 1 && <Relations awards={awards} form={form} error={error('relation')} />}
          <Notice>
            We sign the record, check it, and send the link to take it to <bdi>{learner.email}</bdi>.
          </Notice>
          <Button icon="badge-check">Sign and send</Button>
        </form>
      </div>
    ),
  })
}

interface RelationsProps {
  awards: readonly Awarded[]
  form: RecordForm
  error: string | undefined
}

/** How awards belong together, one line for each: "Unit 1 … is part of … Certificate". */
function Relations({ awards, form, error }: RelationsProps) {
  const kinds = [
    { value: '', label: 'is not said to belong to another' },
    ...ASSOCIATION_TYPES.map((type) => ({ value: type, label: en.associations[type] })),
  ]
  return (
    <section class="flow" aria-labelledby="relations">
      <h2 id="relations">How they belong together</h2>
      {awards.map((award, index) => {
        const line = form.source.indexOf(award.id)
        const others = awards.filter((other) => other.id !== award.id)
        const suffix = index === 0 ? '' : `-${index + 1}`
        return (
          <div class="flow" key={award.id}>
            <input type="hidden" name="source" value={award.id} />
            <Field
              name="relation"
              id={`relation${suffix}`}
              label={`“${award.title}”`}
              either
              options={kinds}
              value={form.relation[line]}
              error={index === 0 ? error : undefined}
            />
            <Field
              name="target"
              id={`target${suffix}`}
              label={`To which other award, for “${award.title}”`}
              either
              options={others.map(({ id, title }) => ({ value: id, label: title }))}
              value={form.target[line]}
            />
          </div>
        )
      })}
    </section>
  )
}
