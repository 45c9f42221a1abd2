import type { Language } from '#platform'
import { TECHNIQUE_LEVELS, type Technique, type TechniqueLevel } from '#skills'
import {
  Actions,
  ButtonLink,
  Chart,
  Empty,
  formatDate,
  Heading,
  type LevelPoint,
  Notice,
  page,
  Table,
  translated,
} from '#web'
import type { SelfAssessment } from '../../assess-self.ts'
import type { Person } from '../../records/person.ts'
import type { OwnProgress } from '../../set-target.ts'
import { frameOf } from '../frame.ts'
import { progressWords } from './progress-words.ts'
import { goalInWords } from './self-targets.tsx'
import { selfWords } from './self-words.ts'

interface Shown {
  technique: Technique
  target: OwnProgress | undefined
  points: readonly LevelPoint[]
  svg: string
}

interface ProgressPage {
  person: Person
  self: SelfAssessment
  /** What language the techniques are in. */
  language: Language
  /** Undefined where nothing was ever answered. */
  shown: Shown | undefined
  flash: string | undefined
}

/** How somebody came on: a chart over time, and the same as a table. */
export const progressPage = translated(
  ({ person, self, shown, flash }: ProgressPage): string => {
    const words = progressWords()
    return page({
      ...frameOf(person, '/skills'),
      title: words.title,
      flash,
      body: (
        <div class="flow">
          <Heading back={{ href: '/skills', label: words.back }} lead={words.lead}>
            {shown ? words.titleOf(shown.technique.title) : words.title}
          </Heading>
          {shown?.target && <Goal target={shown.target} />}
          {shown && shown.points.length > 0 ? (
            <Levels self={self} shown={shown} />
          ) : (
            <Nothing technique={shown?.technique} />
          )}
          <Others self={self} here={shown?.technique.code} />
        </div>
      ),
    })
  },
  ({ language }) => language,
)

function Goal({ target }: { target: OwnProgress }) {
  const words = progressWords()
  const isReached = target.progress.value.state === 'reached'
  return (
    <Notice tone={isReached ? 'done' : 'info'} title={words.goal(levelName(target.target.level))}>
      {goalInWords(target)} <a href="/skills/targets">{words.allGoals}</a>
    </Notice>
  )
}

function Levels({ self, shown: { technique, target, points, svg } }: { self: SelfAssessment; shown: Shown }) {
  const words = progressWords()
  const rows = points.map((point, index) => ({ ...point, before: points[index - 1]?.step }))
  const last = points.at(-1)
  return (
    <>
      <Chart
        svg={svg}
        label={words.chart(
          technique.title,
          points.map(({ on, step }) => words.levelOn(stepName(step), on)).join(', '),
          target ? words.goalBy(levelName(target.target.level), target.target.by) : '',
        )}
        caption={`${target ? words.fullDotAndGoal : words.fullDot} ${words.noQualification(selfWords().ownWord)}`}
      >
        <Table
          caption={words.table}
          columns={[
            { key: 'on', label: words.day, cell: ({ on }) => formatDate(on) },
            { key: 'level', label: words.level, cell: ({ step }) => stepName(step) },
            { key: 'change', label: words.change, cell: ({ step, before }) => changeInWords(step, before) },
          ]}
          rows={rows}
          rowKey={({ on }) => on}
        />
      </Chart>
      <Actions>
        <ButtonLink href={`/skills/self-assessment/${technique.code}/1`}>{words.again}</ButtonLink>
        {target?.progress.value.state !== 'open' && last !== undefined && last.step < TECHNIQUE_LEVELS.length - 1 && (
          <ButtonLink href={`/skills/targets/new?technique=${technique.code}`} variant="secondary">
            {words.setGoal}
          </ButtonLink>
        )}
      </Actions>
      <p class="soft">{words.rule(self.framework.content.scoringRule, self.framework.id, self.framework.version)}</p>
    </>
  )
}

function changeInWords(step: number, before: number | undefined): string {
  const words = progressWords()
  if (before === undefined) return words.first
  if (step === before) return words.same
  return step > before ? words.up(step - before) : words.down(before - step)
}

const levelName = (level: TechniqueLevel) => selfWords().levels[level]

function stepName(step: number): string {
  const level = TECHNIQUE_LEVELS[step]
  return level === undefined ? '' : levelName(level)
}

function Nothing({ technique }: { technique: Technique | undefined }) {
  const words = progressWords()
  const at = technique === undefined ? '/skills/self-assessment' : `/skills/self-assessment/${technique.code}`
  return (
    <Empty title={words.nothing} action={<ButtonLink href={at}>{words.say}</ButtonLink>}>
      {words.nothingText}
    </Empty>
  )
}

/** The other techniques that there is something to see of. */
function Others({ self, here }: { self: SelfAssessment; here: string | undefined }) {
  const others = self.found.value.filter(({ technique }) => technique !== here)
  if (others.length === 0) return null
  const titleOf = (code: string) => self.framework.content.techniques.find((one) => one.code === code)?.title
  return (
    <section class="flow">
      <h2>{progressWords().others}</h2>
      <ul class="lines">
        {others.map(({ technique, level }) => (
          <li key={technique}>
            <a href={`/skills/progress?technique=${technique}`}>{titleOf(technique)}</a>
            <span class="soft">
              {levelName(level)}. {selfWords().ownWord}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
