import type { Language } from '#platform'
import {
  CASE_PATH,
  itemIdentifier,
  type Statement,
  standardOf,
  TECHNIQUE_LEVELS,
  type Technique,
  type TechniqueLevel,
  type TechniqueResult,
} from '#skills'
import {
  Actions,
  ButtonLink,
  formatDate,
  Heading,
  Notice,
  page,
  SummaryList,
  type SummaryRow,
  statementSays,
  translated,
  Workings,
} from '#web'
import { lastAnswers, type SelfAssessment } from '../../assess-self.ts'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'
import { selfPageWords } from './self-page-words.tsx'
import { selfWords } from './self-words.ts'

interface ResultPage {
  person: Person
  self: SelfAssessment
  technique: Technique
  statements: readonly Statement[]
  flash: string | undefined
  /** What the statements are in. */
  language: Language
}

/** The level that a person says they are at, what holds the next one back, and what to do about it. */
export const selfResultPage = translated(
  (view: ResultPage): string => {
    const words = selfPageWords()
    const { ownWord, means, levels } = selfWords()
    const { person, self, technique, flash } = view
    const result = self.found.value.find((one) => one.technique === technique.code)
    const isSoFar = result !== undefined && isOpen(view)
    return page({
      ...frameOf(person, '/skills'),
      title: technique.title,
      flash,
      body: (
        <div class="narrow flow">
          <Heading
            back={{ href: '/skills/self-assessment', label: words.allTechniques }}
            lead={result ? means[result.level] : words.nothingYet}
          >
            {result ? words.atLevel(technique.title, levels[result.level], isSoFar) : technique.title}
          </Heading>
          {result && <Contradictions view={view} result={result} />}
          {result && <SummaryList rows={rowsOf(view, result)} />}
          <Actions>
            <Next view={view} result={result} />
          </Actions>
          <p class="soft">{words.notAQualification(ownWord)}</p>
          {result && (
            <>
              <Workings answer={answerAbout(view)} says={statementSays()} nameOf={(id) => textOf(view, id)} />
              <p class="soft">
                {self.framework.content.scoringRule}: {self.framework.content.scoring}
              </p>
            </>
          )}
        </div>
      ),
    })
  },
  ({ language }) => language,
)

const textOf = ({ statements }: ResultPage, id: string) => statements.find((one) => one.id === id)?.text

/** What of the whole self-assessment is about this technique, in the order of its questions. */
function answerAbout({ self: { found }, technique, statements }: ResultPage): typeof found {
  const about = <T extends { item: string }>(items: readonly T[]) =>
    statements.flatMap(({ id }) => items.filter(({ item }) => item === id))
  const steps = found.steps.filter(({ values }) => values.technique === technique.code)
  return { ...found, steps, counted: about(found.counted), notCounted: about(found.notCounted) }
}

function isOpen({ statements, self }: ResultPage): boolean {
  const last = lastAnswers(self.answers)
  return statements.some(({ id }) => !last.has(id))
}

function Next({ view, result }: { view: ResultPage; result: TechniqueResult | undefined }) {
  const { person, technique } = view
  const at = `/skills/self-assessment/${technique.code}`
  const hasRest = isOpen(view)
  const words = selfPageWords()
  return (
    <>
      {hasRest && <ButtonLink href={at}>{words.answerRest}</ButtonLink>}
      {result && result.level !== 'Super-user' && person.helper === undefined && (
        <ButtonLink
          href={`/skills/targets/new?technique=${technique.code}`}
          variant={hasRest ? 'secondary' : 'primary'}
        >
          {words.setGoal}
        </ButtonLink>
      )}
      <ButtonLink href={`${at}/1`} variant="secondary">
        {words.answerAgain}
      </ButtonLink>
      <ButtonLink href="/skills/self-assessment" variant="secondary">
        {words.nextTechnique}
      </ButtonLink>
    </>
  )
}

/** Someone who denies what is easier than what they claim may have misread: it is told, and never decided for them. */
function Contradictions({
  view: { technique, statements, self },
  result,
}: {
  view: ResultPage
  result: TechniqueResult
}) {
  const clashing = self.found.notCounted.filter(
    ({ item, code }) => code === 'statement.contradicted' && statements.some(({ id }) => id === item),
  )
  const asked = [...new Set([...clashing.map(({ item }) => item), ...result.deniedBelow])]
  if (asked.length === 0) return null
  const words = selfPageWords()
  return (
    <Notice tone="attention" title={words.clash}>
      {result.deniedBelow.length > 0 && <p>{words.deniedBelow}</p>}
      {clashing.length > 0 && <p>{words.contradicted}</p>}
      <ul>
        {asked.map((id) => {
          const number = statements.findIndex((one) => one.id === id) + 1
          return (
            <li key={id}>
              <a href={`/skills/self-assessment/${technique.code}/${number}`}>{statements[number - 1]?.text}</a>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function rowsOf({ technique, statements, self }: ResultPage, result: TechniqueResult): SummaryRow[] {
  const last = lastAnswers(self.answers)
  const days = statements.flatMap(({ id }) => last.get(id)?.on ?? []).toSorted()
  const words = selfPageWords()
  const { ownWord, withHelp, levels } = selfWords()
  const standard = standardOf(self.framework, technique.code, result.level)
  const list = (ids: readonly string[]) => (
    <ul class="plain">
      {statements
        .filter(({ id }) => ids.includes(id))
        .map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
    </ul>
  )
  return [
    { label: words.whoSaysSo, value: result.withHelp ? `${ownWord}. ${withHelp}` : ownWord },
    { label: words.lastAnswered, value: formatDate(days.at(-1) ?? self.today) },
    ...(result.can.length > 0 ? [{ label: words.youCan, value: list(result.can) }] : []),
    ...(result.heldBackBy.length > 0
      ? [
          {
            label: words.heldBack(levels[nextLevel(result.level)]),
            value: (
              <>
                {result.isOneEnough && result.heldBackBy.length > 1 && <p>{words.oneIsEnough}</p>}
                {list(result.heldBackBy)}
              </>
            ),
          },
        ]
      : []),
    ...(standard === null ? [] : [{ label: words.goesWith, value: <Goes with={standard} /> }]),
  ]
}

const nextLevel = (level: TechniqueLevel) => TECHNIQUE_LEVELS[TECHNIQUE_LEVELS.indexOf(level) + 1] ?? level

/**
 * A unit of the standards, as `itq/2003#SS/2`, with the very address by which the framework that is taken away is aligned to it. That
 * it goes with a level does not make it awarded.
 */
function Goes({ with: standard }: { with: string }) {
  const [ruleset = '', unit = ''] = standard.split('#')
  const [area = '', level = ''] = unit.split('/')
  return (
    <a href={`${CASE_PATH}/CFItems/${itemIdentifier(ruleset, unit)}`}>{selfPageWords().unit(area, level, ruleset)}</a>
  )
}
