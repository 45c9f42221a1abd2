import { reader } from '#platform'
import type { Frameworks } from '#skills'
import {
  type Answer,
  explainLevel,
  LEVEL_FRAMEWORKS,
  LEVELS_IN,
  type LevelCode,
  type LevelFramework,
  type LevelReference,
  type LevelTable,
  levelCaveatIn,
  levelUri,
  type QualificationCode,
  type QualificationRelation,
} from '#skills'
import {
  Away,
  Button,
  englishIn,
  Field,
  frameworkNames,
  Heading,
  language,
  levelSays,
  NationChoice,
  Notice,
  nationWords,
  page,
  qualificationSays,
  SummaryList,
  Sureness,
  TAGS,
  translated,
  Workings,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { HeldFact } from '../../skills/held-fact.ts'
import { backOf, frameOf } from '../frame.ts'
import { levelPageWords } from './level-page-words.ts'

const HERE = '/skills/levels'

const noChoice = () => ({ value: '', label: levelPageWords().choose })

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
export const levelsPage = translated((view: LevelsPage): string => {
  const words = levelPageWords()
  const { person, known } = view
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    body: (
      <div class="flow">
        <Heading back={backOf(person)} lead={words.lead}>
          {words.title}
        </Heading>
        <NationChoice action={HERE} />
        <form class="ask" method="get" action={HERE}>
          <Field
            name="level"
            label={words.aLevel}
            width="medium"
            value={view.level === null ? '' : idOf(view.level)}
            options={[noChoice(), ...levelsOf(known.levels.content).map(optionOf)]}
            either
          />
          <Button variant="secondary">{words.show}</Button>
        </form>
        {view.level !== null && <Elsewhere level={view.level} view={view} />}
        <Compare view={view} />
      </div>
    ),
  })
})

/** The frameworks, the first being that of the nation whose levels the reader knows. */
function frameworksInOrder(): readonly LevelFramework[] {
  const { nation } = reader()
  if (nation === null) return LEVEL_FRAMEWORKS
  const first = LEVELS_IN[nation]
  return [first, ...LEVEL_FRAMEWORKS.filter((one) => one !== first)]
}

function Elsewhere({ level, view: { known, held } }: { level: LevelReference; view: LevelsPage }) {
  const words = levelPageWords()
  const others = frameworksInOrder().filter((framework) => framework !== level.framework)
  const answers = others.map((framework) => ({ framework, answer: explainLevel(known.levels, level, framework) }))
  const { sources } = known.levels.content
  const caveat = levelCaveatIn(known, language())
  const [first] = answers
  return (
    <section class="flow" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{words.elsewhere(nameOf(level))}</h2>
      <SummaryList
        rows={answers.map(({ framework, answer }) => ({
          label: frameworkNames()[framework],
          value: (
            <>
              <strong>
                {answer.value.levels.length === 0
                  ? words.noBasis
                  : answer.value.levels.map((one, index) => (
                      <span key={one.code}>
                        {index > 0 && words.or}
                        <Away url={levelUri(known.levels, one)}>{nameOf(one)}</Away>
                      </span>
                    ))}
              </strong>
              <br />
              <span class="soft">{answer.steps.map((step) => levelSays()[step.code](step.values)).join(' ')}</span>
            </>
          ),
        }))}
      />
      <Notice title={words.comparable}>
        <p lang={caveat.language === language() ? undefined : TAGS[caveat.language]}>{caveat.value}</p>
        <p class="soft">
          {words.source}: <span lang={englishIn(language())}>{sources.join('; ')}</span>.
        </p>
      </Notice>
      {held.length > 0 && (
        <div>
          <p>
            <strong>{words.held(nameOf(level))}</strong>
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
          says={levelSays()}
          nameOf={(item) => item}
        />
      )}
    </section>
  )
}

function Compare({ view: { known, one, other, compared } }: { view: LevelsPage }) {
  const words = levelPageWords()
  const options = [noChoice(), ...known.types.content.types.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <section class="flow" aria-labelledby="compare">
      <h2 id="compare">{words.compare}</h2>
      <form class="ask" method="get" action={`${HERE}#compare`}>
        <Field name="one" label={words.one} width="medium" value={one} options={options} either />
        <Field name="other" label={words.other} width="medium" value={other} options={options} either />
        <Button variant="secondary">{words.compareThem}</Button>
      </form>
      {compared && (
        <>
          <p>
            <strong>{words.relations[compared.value]}</strong>
          </p>
          <ul>
            {compared.steps.map((step, index) => (
              <li key={`${step.code}${index}`}>
                {qualificationSays()[step.code](step.values)} <Sureness of={step.confidence} />
              </li>
            ))}
          </ul>
          <Workings answer={compared} says={qualificationSays()} nameOf={(item) => item} />
        </>
      )}
    </section>
  )
}

function levelsOf({ rows }: LevelTable): LevelReference[] {
  const codes = {
    RQF: rows.map(({ rqf }) => rqf),
    CQFW: rows.map(({ cqfw }) => cqfw),
    SCQF: rows.flatMap(({ scqf }) => scqf),
    FHEQ: rows.flatMap(({ fheq }) => fheq ?? []),
    EQF: rows.flatMap(({ eqf }) => eqf ?? []),
  }
  return frameworksInOrder().flatMap((framework) => [...new Set(codes[framework])].map((code) => ({ framework, code })))
}

/** As it is asked for, whatever the language. */
const idOf = ({ framework, code }: LevelReference) => `${framework} ${code}`

const nameOf = ({ framework, code }: LevelReference) => `${nationWords().frameworks[framework]} ${code}`

const optionOf = (level: LevelReference) => ({ value: idOf(level), label: nameOf(level) })
