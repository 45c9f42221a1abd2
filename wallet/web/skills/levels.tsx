import type { Frameworks } from '#skills'
import {
  type Answer,
  explainLevel,
  LEVEL_FRAMEWORKS,
  type LevelCode,
  type LevelReference,
  type LevelTable,
  type QualificationCode,
  type QualificationRelation,
} from '#skills'
import {
  Button,
  Field,
  frameworkNames,
  Heading,
  levelSays,
  Notice,
  page,
  qualificationSays,
  SummaryList,
  Sureness,
  Workings,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { HeldFact } from '../../skills/held-fact.ts'
import { frameOf } from '../frame.ts'

const HERE = '/skills/levels'
const NO_CHOICE = { value: '', label: 'Choose one' }

interface LevelsPage {
  person: Person
  known: Frameworks
  /** Null before one was chosen. */
  level: LevelReference | null
  /** What the person holds at that level. */
  held: readonly HeldFact[]
  /** Kinds of qualification to compare, by id; empty before they were chosen. */
  one: string
  other: string
  compared: Answer<QualificationRelation, QualificationCode> | null
}

/** What a level is elsewhere, and how two kinds of qualification stand to one another. */
export function levelsPage(view: LevelsPage): string {
  const { person, known } = view
  return page({
    ...frameOf(person, '/skills'),
    title: 'What a level means elsewhere',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead="Levels have other numbers in England, Wales, Scotland and the rest of Europe. See which go with which."
        >
          What a level means elsewhere
        </Heading>
        <form class="ask" method="get" action={HERE}>
          <Field
            name="level"
            label="A level"
            width="medium"
            value={view.level === null ? '' : nameOf(view.level)}
            options={[NO_CHOICE, ...levelsOf(known.levels.content).map(optionOf)]}
            either
          />
          <Button variant="secondary">Show it elsewhere</Button>
        </form>
        {view.level !== null && <Elsewhere level={view.level} view={view} />}
        <Compare view={view} />
      </div>
    ),
  })
}

function Elsewhere({ level, view: { known, held } }: { level: LevelReference; view: LevelsPage }) {
  const others = LEVEL_FRAMEWORKS.filter((framework) => framework !== level.framework)
  const answers = others.map((framework) => ({ framework, answer: explainLevel(known.levels, level, framework) }))
  const { caveat, sources } = known.levels.content
  const [first] = answers
  return (
    <section class="flow" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{nameOf(level)} elsewhere</h2>
      <SummaryList
        rows={answers.map(({ framework, answer }) => ({
          label: frameworkNames[framework],
          value: (
            <>
              <strong>
                {answer.value.levels.length === 0 ? 'No basis' : answer.value.levels.map(nameOf).join(' or ')}
              </strong>
              <br />
              <span class="soft">{answer.steps.map((step) => levelSays[step.code](step.values)).join(' ')}</span>
            </>
          ),
        }))}
      />
      <Notice title="What “broadly comparable” means">
        <p>{caveat}</p>
        <p class="soft">Source: {sources.join('; ')}.</p>
      </Notice>
      {held.length > 0 && (
        <div>
          <p>
            <strong>What you hold at {nameOf(level)}</strong>
          </p>
          <ul>
            {held.map(({ item, title }) => (
              <li key={item}>
                <a href={`/credentials/${item}`}>
                  <bdi>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {first && (
        <Workings<LevelCode>
          answer={{ ...first.answer, steps: answers.flatMap(({ answer }) => answer.steps) }}
          says={levelSays}
          nameOf={(item) => item}
        />
      )}
    </section>
  )
}

function Compare({ view: { known, one, other, compared } }: { view: LevelsPage }) {
  const options = [NO_CHOICE, ...known.types.content.types.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <section class="flow" aria-labelledby="compare">
      <h2 id="compare">Compare two kinds of qualification</h2>
      <form class="ask" method="get" action={`${HERE}#compare`}>
        <Field name="one" label="This" width="medium" value={one} options={options} either />
        <Field name="other" label="With this" width="medium" value={other} options={options} either />
        <Button variant="secondary">Compare them</Button>
      </form>
      {compared && (
        <>
          <p>
            <strong>{RELATIONS[compared.value]}</strong>
          </p>
          <ul>
            {compared.steps.map((step, index) => (
              <li key={`${step.code}${index}`}>
                {qualificationSays[step.code](step.values)} <Sureness of={step.confidence} />
              </li>
            ))}
          </ul>
          <Workings answer={compared} says={qualificationSays} nameOf={(item) => item} />
        </>
      )}
    </section>
  )
}

const RELATIONS: Readonly<Record<QualificationRelation, string>> = {
  markNotLevel: 'One of them is a mark, not a qualification of a level and size. There is nothing to compare.',
  sameLevel: 'They are at the same level.',
  broadlyComparable: 'They are broadly comparable in level, and no more than that.',
  different: 'They are at different levels.',
  noBasis: 'There is no basis for a comparison.',
}

function levelsOf({ rows }: LevelTable): LevelReference[] {
  const codes = {
    RQF: rows.map(({ rqf }) => rqf),
    CQFW: rows.map(({ cqfw }) => cqfw),
    SCQF: rows.flatMap(({ scqf }) => scqf),
    FHEQ: rows.flatMap(({ fheq }) => fheq ?? []),
    EQF: rows.flatMap(({ eqf }) => eqf ?? []),
  }
  return LEVEL_FRAMEWORKS.flatMap((framework) => [...new Set(codes[framework])].map((code) => ({ framework, code })))
}

const nameOf = ({ framework, code }: LevelReference) => `${framework} ${code}`

const optionOf = (level: LevelReference) => ({ value: nameOf(level), label: nameOf(level) })
