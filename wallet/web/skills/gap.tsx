import type { Answer, GapCode, GapRow, NextStepCode, NextSteps, Target, TargetChoice } from '#skills'
import {
  Button,
  ButtonLink,
  DateText,
  Empty,
  EnglishText,
  ErrorSummary,
  Field,
  GapBadge,
  Heading,
  page,
  readinessSays,
  Table,
  translated,
  Workings,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { StepWish } from '../../skills/next.ts'
import type { AskedDay, ReadPassport } from '../../skills/read-passport.ts'
import { OWN_GOALS } from '../../skills/targets.ts'
import { backOf, frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { gapAt } from './gap-at.ts'
import { Next } from './gap-next.tsx'
import { gapWords } from './gap-words.tsx'
import { itemNames } from './item-name.tsx'
import { Watch } from './watching.tsx'
import { skillAt } from './who-says.tsx'

const HERE = '/skills/gap'

interface GapChoicePage {
  person: Person
  choices: readonly TargetChoice[]
  hasGoals: boolean
}

/** What one can compare oneself with. */
export const gapChoicePage = translated((view: GapChoicePage): string => {
  const words = gapWords()
  const { person, choices, hasGoals } = view
  const kinds = ['role', 'standard', 'qualification'] as const
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    body: (
      <div class="flow">
        <Heading back={backOf(person)} lead={words.lead}>
          {words.title}
        </Heading>
        {hasGoals && (
          <p>
            <a href={gapAt(OWN_GOALS)}>{words.ownGoals}</a>
          </p>
        )}
        {kinds.map((kind) => (
          <section key={kind} class="flow">
            <h2>{words.kinds[kind]}</h2>
            <ul class="lines">
              {choices
                .filter((choice) => choice.kind === kind)
                .map(({ id, title }) => (
                  <li key={id}>
                    <a href={gapAt(id)}>
                      <EnglishText>{title}</EnglishText>
                    </a>
                    {kind === 'role' && <a href={`/skills/readiness/${encodeURIComponent(id)}`}>{words.amIReady}</a>}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    ),
  })
})

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
export const gapPage = translated((view: GapPage): string => {
  const words = gapWords()
  const { person, passport, target, gap, asked, next, wish } = view
  const { known } = passport
  return page({
    ...frameOf(person, '/skills'),
    title: words.titleOf(target.title),
    hasErrors: asked.fault !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary errors={asked.fault === undefined ? [] : [{ field: 'on', message: asked.fault }]} />
        <Heading
          back={{ href: HERE, label: words.chooseElse }}
          lead={leadOf(gap.value)}
          actions={
            target.kind === 'role' && (
              <ButtonLink
                href={`/skills/readiness/${encodeURIComponent(target.id)}?on=${asked.day}`}
                variant="secondary"
              >
                {words.amIReady}
              </ButtonLink>
            )
          }
        >
          <TargetName target={target} />
        </Heading>
        <AsOf action={gapAt(target.id)} asked={asked} />
        {target.id !== OWN_GOALS && (
          <p>
            <a href={`/packs/new?target=${encodeURIComponent(target.id)}`}>{words.apply}</a>
          </p>
        )}
        {target.id !== OWN_GOALS && <Watch target={target.id} isWatched={view.isWatched} />}
        {target.kind === 'qualification' && (
          <p>
            {gap.value.length === 0 ? words.noCompulsory : words.compulsory} {words.theRest(plannerAt(target.id))}
          </p>
        )}
        {gap.value.length === 0 ? (
          target.kind !== 'qualification' && (
            <Empty title={words.nothingAsked} icon="check">
              {words.namesNone}
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
          about={({ values }) => (
            <strong>
              <EnglishText>{known.nameOf(String(values.term))}</EnglishText>:
            </strong>
          )}
        />
      </div>
    ),
  })
})

/** A target of a package is named in English. */
function TargetName({ target: { id, title } }: { target: Target }) {
  return id === OWN_GOALS ? <span>{gapWords().ownGoals}</span> : <EnglishText>{title}</EnglishText>
}

const plannerAt = (target: string) => `/skills/itq?target=${encodeURIComponent(target)}`

/** Asks for another day. */
export function AsOf({ action, asked }: { action: string; asked: AskedDay }) {
  return (
    <form class="ask" method="get" action={action}>
      <Field
        name="on"
        label={gapWords().asOf}
        type="date"
        width="medium"
        value={asked.written}
        error={asked.fault}
        either
      />
      <Button variant="secondary">{gapWords().showDay}</Button>
    </form>
  )
}

/** A row for each skill: what is known of it, and what shows it. */
export function GapTable({
  rows,
  passport,
  caption = gapWords().skillBySkill,
}: {
  rows: readonly GapRow[]
  passport: ReadPassport
  caption?: string
}) {
  const words = gapWords()
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
          label: words.skill,
          cell: ({ term, name, isEssential }) => (
            <span>
              <a href={skillAt(term)}>
                <EnglishText>
                  <bdi>{name}</bdi>
                </EnglishText>
              </a>
              {!isEssential && <span class="soft"> {words.notAMust}</span>}
            </span>
          ),
        },
        { key: 'state', label: words.standing, cell: (row) => <GapBadge row={row} /> },
        {
          key: 'shownBy',
          label: words.shownBy,
          cell: ({ shownBy }) => (shownBy === null ? <span class="soft">{words.nothingYet}</span> : itemName(shownBy)),
        },
        ...(hasEnds
          ? [
              {
                key: 'until',
                label: words.lastDay,
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
  const words = gapWords()
  if (met === rows.length) return words.showAll(met)
  const some = words.showSome(met, rows.length)
  return unknown === 0 ? some : `${some} ${words.untold(unknown)}`
}
