import type { ComponentChildren } from 'preact'
import { COVERAGE_DEGREES, type EndorsedPart, type EndorsementFacts } from '#credential'
import { sentences } from '../sentences/spoken.ts'
import { Away } from './Away.tsx'
import { credentialWords } from './credential-words.ts'
import { DateText } from './Stated.tsx'
import type { SummaryRow } from './SummaryList.tsx'
import { verdictWords } from './verdict-words.ts'

/** What an endorsement says of what was approved, against what and how far; nothing where it does not say. */
export function endorsementRows(facts: EndorsementFacts, about: EndorsedPart | null): SummaryRow[] {
  const { outcome, approvedAgainst, coverage, cycle, firstTeachingOn, reviewDueOn, conditions, comment, mayIssue } =
    facts
  const words = verdictWords()
  return [
    ...some(
      credentialWords().about,
      about === null
        ? facts.subject && <Away url={facts.subject}>{facts.subject}</Away>
        : sentences().marks.about[about],
    ),
    ...some(words.decision, outcome && sentences().marks.outcomes[outcome]),
    ...some(words.approvedAgainst, approvedAgainst.length > 0 && addresses(approvedAgainst)),
    ...some(words.coverage, coverage.items.length > 0 && <Coverage coverage={coverage} />),
    ...some(words.cycle, cycle && <bdi>{cycle}</bdi>),
    ...some(words.firstTaught, firstTeachingOn && <DateText value={firstTeachingOn} />),
    ...some(words.reviewDue, reviewDueOn && <DateText value={reviewDueOn} />),
    ...some(words.conditions, conditions && <p class="prose">{conditions}</p>),
    ...some(words.comment, comment && <p class="prose">{comment}</p>),
    ...some(words.mayIssue, mayIssue.length > 0 && addresses(mayIssue)),
  ]
}

/** How much of what it was approved against is covered: counted, and statement by statement. */
function Coverage({ coverage: { counts, items } }: Pick<EndorsementFacts, 'coverage'>) {
  const degrees = COVERAGE_DEGREES.filter((degree) => counts[degree] > 0)
  return (
    <>
      <ul class="plain">
        {degrees.map((degree) => (
          <li key={degree}>
            {sentences().marks.degrees[degree]}: {counts[degree]}
          </li>
        ))}
      </ul>
      <details open>
        <summary>{verdictWords().oneByOne(items.length)}</summary>
        {degrees.map((degree) => (
          <div key={degree}>
            <p>
              <strong>{sentences().marks.degrees[degree]}</strong>
            </p>
            {addresses(items.filter((item) => item.degree === degree).map(({ competency }) => competency))}
          </div>
        ))}
      </details>
    </>
  )
}

function addresses(values: readonly string[]): ComponentChildren {
  return (
    <ul class="plain">
      {values.map((value) => (
        <li key={value}>
          <Away url={value}>{value}</Away>
        </li>
      ))}
    </ul>
  )
}

/** A row, where there is something to say. */
export function some(label: string, value: ComponentChildren): SummaryRow[] {
  return value === null || value === false || value === '' ? [] : [{ label, value }]
}
