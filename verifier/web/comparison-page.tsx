import { sourceOf } from '#credential'
import type { ComparisonRow, GapRow, Target } from '#skills'
import {
  Actions,
  ButtonLink,
  type Column,
  count,
  formatDate,
  GapBadge,
  gapStatesOfOthers,
  Heading,
  page,
  Table,
} from '#web'
import { blinding } from '../employer/blind.ts'
import type { EmployerView } from '../employer/employer-view.ts'
import { BlindNotice } from './blind-notice.tsx'
import { addressOf, frameOf } from './frame.ts'
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
export function comparisonPage({ target, rows, views: given, isBlind }: ComparisonPage): string {
  const views = isBlind ? given.map(blinding(given)) : given
  const names = views.map(({ holders }, at) => nameOf(holders, at))
  const isSame = names[0] === names[1]
  const columns: Column<ComparisonRow>[] = [
    { key: 'skill', label: 'Skill', cell: ({ name, isEssential }) => <Skill name={name} isEssential={isEssential} /> },
    ...views.map((view, at) => ({
      key: `${at}`,
      label: isSame ? `${names[at]} (${at + 1})` : (names[at] ?? ''),
      cell: ({ candidates }: ComparisonRow) => <Shown row={candidates[at]} view={view} />,
    })),
  ]
  return page({
    ...frameOf('/check/compare', isBlind),
    title: `Two people compared: ${target.title}`,
    body: (
      <div class="flow">
        <Heading
          lead={`${count(rows.length, 'skill')}, as of ${formatDate(given[0].on)}, by credentials whose signature holds${views.some(({ work }) => work.length > 0) ? ', and by what they say that they did' : ''}. The order of the two is yours and means nothing; there is no score.`}
        >
          For {target.title}
        </Heading>
        {isBlind && <BlindNotice openly="/check/compare" how="hand in again" />}
        <Table
          caption={`What each can show for ${target.title}`}
          columns={columns}
          rows={rows}
          rowKey={({ term }) => term}
        />
        {views.map(({ left }, at) =>
          left.notGenuine + left.unchecked === 0 ? null : (
            <p key={names[at]} class="soft">
              Of <bdi>{names[at]}</bdi> nothing is counted of what is not genuine ({left.notGenuine}) or could not be
              checked ({left.unchecked}).
            </p>
          ),
        )}
        <p class="soft">
          That something is not shown does not mean that somebody cannot do it. Nothing of who they are plays a part.
        </p>
        <Actions>
          <ButtonLink href={addressOf('/check/compare', isBlind)} icon="users">
            Compare others
          </ButtonLink>
          <ButtonLink href={addressOf('/check', isBlind)} variant="secondary" icon="search">
            Check one
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
}

function nameOf(holders: readonly string[], at: number): string {
  const [name] = holders
  return name !== undefined && holders.length === 1 ? name : `Candidate ${'AB'.charAt(at)}`
}

function Skill({ name, isEssential }: { name: string; isEssential: boolean }) {
  return (
    <span>
      <strong>{name}</strong>
      {!isEssential && <span class="soft"> (wanted, not essential)</span>}
    </span>
  )
}

function Shown({ row, view }: { row: GapRow | undefined; view: EmployerView }) {
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
