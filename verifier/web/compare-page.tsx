import { type Frameworks, type TargetChoice, targetChoices } from '#skills'
import { Button, ErrorSummary, Field, FileDrop, Heading, page } from '#web'
import { BlindChoice } from './check-page.tsx'
import { frameOf } from './frame.ts'

/** By field: what is wrong and how to put it right. */
export type CompareFaults = Partial<Record<'one' | 'other' | 'target', string>>

interface ComparePage {
  known: Frameworks
  wish?: { one: string; other: string; target: string }
  isBlind: boolean
  faults?: CompareFaults
}

const KINDS: Readonly<Record<TargetChoice['kind'], string>> = {
  role: 'Job',
  standard: 'Occupational standard',
  qualification: 'Qualification',
  goal: 'Goal',
}

/** Where an employer brings what two people shared, and says for what they are compared. */
export function comparePage({ known, wish, isBlind, faults = {} }: ComparePage): string {
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const choices = targetChoices(known).map(({ id, kind, title }) => ({ value: id, label: `${KINDS[kind]}: ${title}` }))
  return page({
    ...frameOf('/check/compare', isBlind),
    title: 'Compare two people',
    listed: true,
    description: 'Compare what two people can show for one job, skill by skill, with no score. No account needed.',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead="For one job or standard, skill by skill: what shows it, who says so, and is it current. There is no score, and we keep nothing.">
          Compare two people
        </Heading>
        <form class="flow" method="post" action="/check/compare" enctype="multipart/form-data">
          <Field
            name="target"
            label="What are they compared for?"
            options={[{ value: '', label: 'Choose' }, ...choices]}
            value={wish?.target}
            error={faults.target}
          />
          <Candidate name="one" label="The first person" value={wish?.one} error={faults.one} />
          <Candidate name="other" label="The second person" value={wish?.other} error={faults.other} />
          <BlindChoice isBlind={isBlind} />
          <Button icon="users">Compare them</Button>
        </form>
        <p>
          <a href="/kinds">Kinds of learning beside each other</a>: what to know of them, with sources.
        </p>
      </div>
    ),
  })
}

function Candidate({
  name,
  label,
  value,
  error,
}: {
  name: string
  label: string
  value?: string | undefined
  error?: string | undefined
}) {
  return (
    <>
      <Field
        name={name}
        label={`${label}: the link that they sent you`}
        rows={2}
        code
        either
        value={value}
        error={error}
      />
      <FileDrop name={`${name}File`} label={`${label}: or a file from their wallet`} required={false} />
    </>
  )
}
