import type { ComponentChildren } from 'preact'
import { COVERAGE_DEGREES, type EndorsedPart, type EndorsementFacts } from '#credential'
import { count } from '../dates.ts'
import { en } from '../sentences/en.ts'
import { Away } from './Away.tsx'
import { DateText } from './Stated.tsx'
import type { SummaryRow } from './SummaryList.tsx'

/** What an endorsement says of what was approved, against what and how far; nothing where it does not say. */
export function endorsementRows(facts: EndorsementFacts, about: EndorsedPart | null): SummaryRow[] {
  const { outcome, approvedAgainst, coverage, cycle, firstTeachingOn, reviewDueOn, conditions, comment, mayIssue } =
    facts
  return [
    ...some(
      'About',
      about === null ? facts.subject && <Away url={facts.subject}>{facts.subject}</Away> : en.marks.about[about],
    ),
    ...some('Decision', outcome && en.marks.outcomes[outcome]),
    ...some('Approved against', approvedAgainst.length > 0 && addresses(approvedAgainst)),
    ...some('Coverage', coverage.items.length > 0 && <Coverage coverage={coverage} />),
    ...some('Approval cycle', cycle && <bdi>{cycle}</bdi>),
    ...some('First taught', firstTeachingOn && <DateText value={firstTeachingOn} />),
    ...some('Review due', reviewDueOn && <DateText value={reviewDueOn} />),
    ...some('Conditions', conditions && <p class="prose">{conditions}</p>),
    ...some('In their words', comment && <p class="prose">{comment}</p>),
    ...some('May be awarded by, or lets award', mayIssue.length > 0 && addresses(mayIssue)),
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
            {en.marks.degrees[degree]}: {counts[degree]}
          </li>
        ))}
      </ul>
      <details open>
        <summary>{count(items.length, 'statement')} one by one</summary>
        {degrees.map((degree) => (
          <div key={degree}>
            <p>
              <strong>{en.marks.degrees[degree]}</strong>
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
