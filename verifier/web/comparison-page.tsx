import { sourceOf } from '#credential'
import type { ComparisonRow, GapRow, Target } from '#skills'
import {
  Actions,
  ButtonLink,
  type Column,
  EnglishText,
  formatDate,
  GapBadge,
  Heading,
  page,
  stateWords,
  Table,
  translated,
} from '#web'
import { blinding } from '../employer/blind.ts'
import type { EmployerView } from '../employer/employer-view.ts'
import { BlindNotice } from './blind-notice.tsx'
import { addressOf, frameOf } from './frame.ts'
import { peopleWords } from './people-words.tsx'
import { ConfirmedBy } from './shown-work.tsx'
import { WhoSaysSo } from './skill-words.tsx'

interface ComparisonPage {
  target: Target
  rows: readonly ComparisonRow[]
  /** Of the two, in the order in which they were brought. */
  views: readonly [EmployerView, EmployerView]
  /** Whether it is not to be seen who they are. */
  isBlind: boolean
}

/** Two people beside each other, skill by skill, in the order in which they were brought: no score, no rank, no total. */
export const comparisonPage = translated(({ target, rows, views: given, isBlind }: ComparisonPage): string => {
  const words = peopleWords().compared
  const views = isBlind ? given.map(blinding(given)) : given
  const names = views.map(({ holders }, at) => nameOf(holders, at))
  const isSame = names[0] === names[1]
  const columns: Column<ComparisonRow>[] = [
    {
      key: 'skill',
      label: words.skill,
      cell: ({ name, isEssential }) => <Skill name={name} isEssential={isEssential} />,
    },
    ...views.map((view, at) => ({
      key: `${at}`,
      label: isSame ? `${names[at]} (${at + 1})` : (names[at] ?? ''),
      cell: ({ candidates }: ComparisonRow) => <Shown row={candidates[at]} view={view} />,
    })),
  ]
  return page({
    ...frameOf('/check/compare', isBlind),
    title: words.title(target.title),
    body: (
      <div class="flow">
        <Heading
          lead={words.lead(
            rows.length,
            formatDate(given[0].on),
            views.some(({ work }) => work.length > 0),
          )}
        >
          {words.for(<EnglishText>{target.title}</EnglishText>)}
        </Heading>
        {isBlind && <BlindNotice openly="/check/compare" how="hand in again" />}
        <Table caption={words.caption(target.title)} columns={columns} rows={rows} rowKey={({ term }) => term} />
        {views.map(({ left }, at) =>
          left.notGenuine + left.unchecked === 0 ? null : (
            <p key={names[at]} class="soft">
              {words.left(<bdi>{names[at]}</bdi>, left.notGenuine, left.unchecked)}
            </p>
          ),
        )}
        <p class="soft">{words.notShown}</p>
        <Actions>
          <ButtonLink href={addressOf('/check/compare', isBlind)} icon="users">
            {words.others}
          </ButtonLink>
          <ButtonLink href={addressOf('/check', isBlind)} variant="secondary" icon="search">
            {words.one}
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
})

function nameOf(holders: readonly string[], at: number): string {
  const [name] = holders
  return name !== undefined && holders.length === 1 ? name : peopleWords().compared.candidate('AB'.charAt(at))
}

function Skill({ name, isEssential }: { name: string; isEssential: boolean }) {
  return (
    <span>
      <strong>
        <EnglishText>{name}</EnglishText>
      </strong>
      {!isEssential && <span class="soft">{peopleWords().compared.wanted}</span>}
    </span>
  )
}

function Shown({ row, view }: { row: GapRow | undefined; view: EmployerView }) {
  const { gapStatesOfOthers } = stateWords()
  if (row === undefined || row.shownBy === null)
    return <GapBadge row={{ state: 'missing', isMet: false }} words={gapStatesOfOthers} />
  const id = sourceOf(row.shownBy)
  const by = view.credentials.find(({ item }) => item === id)
  const work = view.work.find(({ item }) => item === id)
  if (work !== undefined) {
    return (
      <div class="shown">
        <span>
          <bdi>{work.title}</bdi>
        </span>
        <ConfirmedBy work={work} />
      </div>
    )
  }
  if (by === undefined) return <GapBadge row={row} words={gapStatesOfOthers} />
  return (
    <div class="shown">
      <span>
        <bdi>{by.title}</bdi>
      </span>
      <WhoSaysSo state={row.state} isMet={row.isMet} by={by} />
    </div>
  )
}
