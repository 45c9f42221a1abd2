import { TECHNIQUE_LEVELS, type Technique } from '#skills'
import { Actions, ButtonLink, Chart, Empty, formatDate, Heading, type LevelPoint, Notice, page, Table } from '#web'
import type { SelfAssessment } from '../../assess-self.ts'
import type { Person } from '../../records/person.ts'
import type { OwnProgress } from '../../set-target.ts'
import { frameOf } from '../frame.ts'
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
  /** Undefined where nothing was ever answered. */
  shown: Shown | undefined
  flash: string | undefined
}

/** How somebody came on: a chart over time, and the same as a table. */
export function progressPage({ person, self, shown, flash }: ProgressPage): string {
  return page({
    ...frameOf(person, '/skills'),
    title: 'Your progress',
    flash,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead="Each day on which you answered is kept. Answer again after a while, and see the difference."
        >
          {shown ? `Your progress: ${shown.technique.title}` : 'Your progress'}
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
}

function Goal({ target }: { target: OwnProgress }) {
  const isReached = target.progress.value.state === 'reached'
  return (
    <Notice tone={isReached ? 'done' : 'info'} title={`Your goal: ${target.target.level}`}>
      {goalInWords(target)} <a href="/skills/targets">All your goals</a>
    </Notice>
  )
}

function Levels({ self, shown: { technique, target, points, svg } }: { self: SelfAssessment; shown: Shown }) {
  const rows = points.map((point, index) => ({ ...point, before: points[index - 1]?.step }))
  const last = points.at(-1)
  return (
    <>
      <Chart
        svg={svg}
        label={`${technique.title}: ${points.map(({ on, step }) => `${TECHNIQUE_LEVELS[step]} on ${formatDate(on)}`).join(', ')}${
          target ? `. Goal: ${target.target.level} by ${formatDate(target.target.by)}` : ''
        }.`}
        caption={
          <>
            A full dot is a day on which you answered{target && ', the diamond your goal'}. {selfWords().ownWord}; it is
            not a qualification.
          </>
        }
      >
        <Table
          caption="The same as a table"
          columns={[
            { key: 'on', label: 'Day', cell: ({ on }) => formatDate(on) },
            { key: 'level', label: 'Level', cell: ({ step }) => TECHNIQUE_LEVELS[step] },
            { key: 'change', label: 'Since the time before', cell: ({ step, before }) => changeInWords(step, before) },
          ]}
          rows={rows}
          rowKey={({ on }) => on}
        />
      </Chart>
      <Actions>
        <ButtonLink href={`/skills/self-assessment/${technique.code}/1`}>Answer again</ButtonLink>
        {target?.progress.value.state !== 'open' && last !== undefined && last.step < TECHNIQUE_LEVELS.length - 1 && (
          <ButtonLink href={`/skills/targets/new?technique=${technique.code}`} variant="secondary">
            Set a goal
          </ButtonLink>
        )}
      </Actions>
      <p class="soft">
        Levels by {self.framework.content.scoringRule} of {self.framework.id}, version {self.framework.version}.
      </p>
    </>
  )
}

function changeInWords(step: number, before: number | undefined): string {
  if (before === undefined) return 'First time'
  if (step === before) return 'The same'
  const levels = Math.abs(step - before)
  return `${levels} ${levels === 1 ? 'level' : 'levels'} ${step > before ? 'up' : 'down'}`
}

function Nothing({ technique }: { technique: Technique | undefined }) {
  const at = technique === undefined ? '/skills/self-assessment' : `/skills/self-assessment/${technique.code}`
  return (
    <Empty title="Nothing to show yet" action={<ButtonLink href={at}>Say what you can do</ButtonLink>}>
      Answer a few questions first. Each day on which you answer is a point here.
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
      <h2>Other techniques</h2>
      <ul class="lines">
        {others.map(({ technique, level }) => (
          <li key={technique}>
            <a href={`/skills/progress?technique=${technique}`}>{titleOf(technique)}</a>
            <span class="soft">
              {level}. {selfWords().ownWord}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
