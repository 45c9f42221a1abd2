import {
  Actions,
  Button,
  ButtonLink,
  EnglishText,
  Heading,
  Pagination,
  page,
  StandingBadge,
  Table,
  translated,
} from '#web'
import type { Person } from '../records/person.ts'
import type { ImportResult, Outcomes } from '../records/transfers.ts'
import { frameOf } from './frame.ts'
import { importedWords } from './imported-words.tsx'

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
export const importedPage = translated((person: Person, view: ImportedPage): string => {
  const words = importedWords()
  const { results, outcomes = outcomesOf(results), at, page: number = 1 } = view
  const { added = 0, problem = 0, leftOut = 0, undecided = 0, duplicate = 0, ownRecords = 0 } = outcomes
  const { described = 0, describedBefore = 0 } = outcomes
  const looked = added + problem + undecided + duplicate
  const title = titleOf(outcomes)
  const besides = words.cameTo({ described, describedBefore, duplicate, undecided, problem })
  return page({
    ...frameOf(person, '/add'),
    title,
    body: (
      <div class="flow">
        <Heading lead={`${words.looked(looked)}${besides}${words.each}`}>{title}</Heading>
        <Actions>
          <ButtonLink href="/passport">{words.toPassport}</ButtonLink>
          <ButtonLink href="/add" variant="secondary">
            {words.more}
          </ButtonLink>
          {at !== undefined && (
            <form method="post" action={`${at}/forget`}>
              <Button variant="secondary">{words.seen}</Button>
            </form>
          )}
        </Actions>
        <Table
          caption={words.caption}
          columns={[
            { key: 'name', label: words.from, cell: ({ name }) => <bdi>{name}</bdi> },
            {
              key: 'result',
              label: words.result,
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
})

/** What came in is said first; what only a file says is no credential. */
function titleOf({ added = 0, described = 0, ownRecords = 0 }: Outcomes): string {
  const words = importedWords()
  if (added > 0) return words.came(added)
  if (described > 0) return words.noted(described)
  return ownRecords > 0 ? words.ownRecords : words.nothing
}

function outcomesOf(results: readonly ImportResult[]): Outcomes {
  const outcomes: Outcomes = {}
  for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return outcomes
}

function Result({ one: { outcome, id, face, reason } }: { one: ImportResult }) {
  const words = importedWords()
  const see = <a href={`/credentials/${id}`}>{words.see}</a>
  const why = <EnglishText>{reason}</EnglishText>
  switch (outcome) {
    case 'problem':
      return words.notAdded(why)
    case 'leftOut':
      return <span class="soft">{words.leftOut(why)}</span>
    case 'ownRecords':
      return why
    case 'described':
    case 'describedBefore':
      return (
        <>
          {outcome === 'described' ? words.kept : words.saidBefore} <a href={`/described/${id}`}>{words.seeAward}</a>
        </>
      )
    case 'undecided':
      return (
        <>
          <StandingBadge standing="notGenuine" /> <a href={`/credentials/${id}`}>{words.decide}</a>
        </>
      )
    case 'duplicate':
      return (
        <>
          {words.duplicate} {see}
        </>
      )
    case 'added':
      return (
        <>
          {words.isAdded} {face && <StandingBadge standing={face} />} {see}
        </>
      )
  }
}
