import { Actions, Button, ButtonLink, count, Heading, Pagination, page, StandingBadge, Table } from '#web'
import type { Person } from '../records/person.ts'
import type { ImportResult, Outcomes } from '../records/transfers.ts'
import { frameOf } from './frame.ts'

export const RESULTS_A_PAGE = 50

interface ImportedPage {
  /** Those of this page; without a page, all there are. */
  results: readonly ImportResult[]
  outcomes?: Outcomes
  /** The page's own address, where the list is kept. */
  at?: string
  page?: number
}

/** What became of several things that were brought in at once. */
export function importedPage(person: Person, view: ImportedPage): string {
  const { results, outcomes = outcomesOf(results), at, page: number = 1 } = view
  const { added = 0, problem = 0, leftOut = 0, undecided = 0, duplicate = 0, ownRecords = 0 } = outcomes
  const { described = 0, describedBefore = 0 } = outcomes
  const looked = added + problem + undecided + duplicate
  const title = titleOf(outcomes)
  const besides = [
    described > 0 && `${count(described, 'award is', 'awards are')} kept as what a file says, not verified`,
    describedBefore > 0 && `${count(describedBefore, 'award was', 'awards were')} described before`,
    duplicate > 0 && `${count(duplicate, 'is', 'are')} in your passport already`,
    undecided > 0 && `${count(undecided, 'is not genuine and waits', 'are not genuine and wait')} for you to decide`,
    problem > 0 && `${count(problem, 'was', 'were')} not added`,
  ].filter((part) => part !== false)
  return page({
    ...frameOf(person, '/add'),
    title,
    body: (
      <div class="flow">
        <Heading
          lead={`${looked > 0 ? `We looked at ${count(looked, 'credential')}. ` : ''}${sentence(besides)}Here is what became of each.`}
        >
          {title}
        </Heading>
        <Actions>
          <ButtonLink href="/passport">Go to my passport</ButtonLink>
          <ButtonLink href="/add" variant="secondary">
            Add more
          </ButtonLink>
          {at !== undefined && (
            <form method="post" action={`${at}/forget`}>
              <Button variant="secondary">I have seen this</Button>
            </form>
          )}
        </Actions>
        <Table
          caption="What became of each"
          columns={[
            { key: 'name', label: 'From', cell: ({ name }) => <bdi>{name}</bdi> },
            {
              key: 'result',
              label: 'Result',
              cell: (one) => (
                <div>
                  <Result one={one} />
                </div>
              ),
            },
          ]}
          rows={results.map((one, index) => ({ ...one, index }))}
          rowKey={({ index }) => String(index)}
        />
        {at !== undefined && (
          <Pagination
            page={number}
            pages={Math.ceil((looked + leftOut + ownRecords + described + describedBefore) / RESULTS_A_PAGE)}
            href={(other) => `${at}?page=${other}`}
          />
        )}
      </div>
    ),
  })
}

/** What came in is said first; what only a file says is no credential. */
function titleOf({ added = 0, described = 0, ownRecords = 0 }: Outcomes): string {
  if (added > 0) return `${count(added, 'credential')} added`
  if (described > 0) return `${count(described, 'award')} noted, not verified`
  return ownRecords > 0 ? 'Your own records came in' : 'Nothing new was added'
}

function outcomesOf(results: readonly ImportResult[]): Outcomes {
  const outcomes: Outcomes = {}
  for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return outcomes
}

const sentence = (parts: readonly string[]) => (parts.length === 0 ? '' : `${parts.join('; ')}. `)

function Result({ one: { outcome, id, face, reason } }: { one: ImportResult }) {
  const see = <a href={`/credentials/${id}`}>See it</a>
  switch (outcome) {
    case 'problem':
      return <>Not added. {reason}</>
    case 'leftOut':
      return <span class="soft">Left out. {reason}</span>
    case 'ownRecords':
      return <>{reason}</>
    case 'described':
    case 'describedBefore':
      return (
        <>
          {outcome === 'described' ? 'Kept as what this file says: not verified.' : 'A file said the same before.'}{' '}
          <a href={`/described/${id}`}>See it</a>
        </>
      )
    case 'undecided':
      return (
        <>
          <StandingBadge standing="notGenuine" /> <a href={`/credentials/${id}`}>Decide what to do with it</a>
        </>
      )
    case 'duplicate':
      return <>You already have this one. {see}</>
    case 'added':
      return (
        <>
          Added. {face && <StandingBadge standing={face} />} {see}
        </>
      )
  }
}
