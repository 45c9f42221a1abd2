import type { Answer, GapCode, GapRow, NextStepCode, NextSteps, Target, TargetChoice } from '#skills'
import {
  Button,
  ButtonLink,
  count,
  DateText,
  Empty,
  ErrorSummary,
  Field,
  GapBadge,
  Heading,
  page,
  readinessSays,
  Table,
  Workings,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { StepWish } from '../../skills/next.ts'
import type { AskedDay, ReadPassport } from '../../skills/read-passport.ts'
import { OWN_GOALS } from '../../skills/targets.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { gapAt } from './gap-at.ts'
import { Next } from './gap-next.tsx'
import { itemNames } from './item-name.tsx'
import { Watch } from './watching.tsx'
import { skillAt } from './who-says.tsx'

const HERE = '/skills/gap'

const KINDS: Readonly<Record<TargetChoice['kind'], string>> = {
  role: 'Jobs',
  standard: 'Occupational standards',
  qualification: 'Qualifications',
  goal: 'Your own goals',
}

/** What one can compare oneself with. */
export function gapChoicePage(view: { person: Person; choices: readonly TargetChoice[]; hasGoals: boolean }): string {
  const { person, choices, hasGoals } = view
  const kinds = ['role', 'standard', 'qualification'] as const
  return page({
    ...frameOf(person, '/skills'),
    title: 'What is missing?',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead="Choose what you want to reach. You see what you can show already, and what is missing."
        >
          What is missing?
        </Heading>
        {hasGoals && (
          <p>
            <a href={gapAt(OWN_GOALS)}>Your own goals</a>
          </p>
        )}
        {kinds.map((kind) => (
          <section key={kind} class="flow">
            <h2>{KINDS[kind]}</h2>
            <ul class="lines">
              {choices
                .filter((choice) => choice.kind === kind)
                .map(({ id, title }) => (
                  <li key={id}>
                    <a href={gapAt(id)}>{title}</a>
                    {kind === 'role' && <a href={`/skills/readiness/${encodeURIComponent(id)}`}>Am I ready for it?</a>}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    ),
  })
}

interface GapPage {
  person: Person
  passport: ReadPassport
  target: Target
  gap: Answer<readonly GapRow[], GapCode>
  next: Answer<NextSteps, NextStepCode>
  wish: StepWish
  asked: AskedDay
  isWatched: boolean
}

/** For each skill of a target what shows it, and what to do about what is missing. */
export function gapPage(view: GapPage): string {
  const { person, passport, target, gap, asked, next, wish } = view
  const { known } = passport
  return page({
    ...frameOf(person, '/skills'),
    title: `What is missing: ${target.title}`,
    hasErrors: asked.fault !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary errors={asked.fault === undefined ? [] : [{ field: 'on', message: asked.fault }]} />
        <Heading
          back={{ href: HERE, label: 'Choose something else' }}
          lead={leadOf(gap.value)}
          actions={
            target.kind === 'role' && (
              <ButtonLink
                href={`/skills/readiness/${encodeURIComponent(target.id)}?on=${asked.day}`}
                variant="secondary"
              >
                Am I ready for it?
              </ButtonLink>
            )
          }
        >
          {target.title}
        </Heading>
        <AsOf action={gapAt(target.id)} asked={asked} />
        {target.id !== OWN_GOALS && (
          <p>
            <a href={`/packs/new?target=${encodeURIComponent(target.id)}`}>Apply with what you can show</a>
          </p>
        )}
        {target.id !== OWN_GOALS && <Watch target={target.id} isWatched={view.isWatched} />}
        {target.kind === 'qualification' && (
          <p>
            {gap.value.length === 0 ? 'No unit of it is compulsory.' : 'These are its compulsory units.'} How the rest
            may be chosen <a href={plannerAt(target.id)}>the planner shows</a>.
          </p>
        )}
        {gap.value.length === 0 ? (
          target.kind !== 'qualification' && (
            <Empty title="Nothing is asked for here" icon="check">
              This target names no skills.
            </Empty>
          )
        ) : (
          <GapTable rows={gap.value} passport={passport} />
        )}
        <Beside passport={passport} />
        {gap.value.length > 0 && (
          <Next answer={next} wish={wish} passport={passport} action={gapAt(target.id)} kept={[['on', asked.day]]} />
        )}
        <Workings
          answer={gap}
          says={readinessSays(known.nameOf)}
          nameOf={itemNames(passport)}
          about={({ values }) => <strong>{known.nameOf(String(values.term))}:</strong>}
        />
      </div>
    ),
  })
}

const plannerAt = (target: string) => `/skills/itq?target=${encodeURIComponent(target)}`

/** Asks for another day. */
export function AsOf({ action, asked }: { action: string; asked: AskedDay }) {
  return (
    <form class="ask" method="get" action={action}>
      <Field name="on" label="As of" type="date" width="medium" value={asked.written} error={asked.fault} either />
      <Button variant="secondary">Show that day</Button>
    </form>
  )
}

/** A row for each skill: what is known of it, and what shows it. */
export function GapTable({
  rows,
  passport,
  caption = 'Skill by skill',
}: {
  rows: readonly GapRow[]
  passport: ReadPassport
  caption?: string
}) {
  const itemName = itemNames(passport)
  const hasEnds = rows.some(({ until }) => until !== null)
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ term }) => term}
      columns={[
        {
          key: 'skill',
          label: 'Skill',
          cell: ({ term, name, isEssential }) => (
            <span>
              <a href={skillAt(term)}>
                <bdi>{name}</bdi>
              </a>
              {!isEssential && <span class="soft"> (wanted, not a must)</span>}
            </span>
          ),
        },
        { key: 'state', label: 'How it stands', cell: (row) => <GapBadge row={row} /> },
        {
          key: 'shownBy',
          label: 'Shown by',
          cell: ({ shownBy }) => (shownBy === null ? <span class="soft">Nothing yet</span> : itemName(shownBy)),
        },
        ...(hasEnds
          ? [
              {
                key: 'until',
                label: 'Last day',
                cell: ({ until }: GapRow) =>
                  until === null ? <span class="soft">–</span> : <DateText value={until} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function leadOf(rows: readonly GapRow[]): string | undefined {
  if (rows.length === 0) return undefined
  const met = rows.filter(({ isMet }) => isMet === true).length
  const unknown = rows.filter(({ isMet }) => isMet === null).length
  if (met === rows.length) return `You can show all of it: ${count(met, 'skill')}.`
  const untold = unknown === 0 ? '' : ` Of ${unknown} it could not be told.`
  return `You can show ${met} of ${count(rows.length, 'skill')}.${untold}`
}
