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
  const looked = added + problem + undecided + duplicate
  const title = added === 0 ? 'Nothing new was added' : `${count(added, 'credential')} added`
  const besides = [
    duplicate > 0 && `${count(duplicate, 'is', 'are')} in your passport already`,
    undecided > 0 && `${count(undecided, 'is not genuine and waits', 'are not genuine and wait')} for you to decide`,
    problem > 0 && `${count(problem, 'was', 'were')} not added`,
  ].filter((part) => part !== false)
  return page({
    ...frameOf(person, '/add'),
    title,
    body: (
      <div class="flow">
        <Heading lead={`We looked at ${count(looked, 'credential')}. ${sentence(besides)}Here is what became of each.`}>
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
            pages={Math.ceil((looked + leftOut + ownRecords) / RESULTS_A_PAGE)}
            href={(other) => `${at}?page=${other}`}
          />
        )}
      </div>
    ),
  })
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
