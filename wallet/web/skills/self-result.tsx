import {
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
  Workings,
} from '#web'
import { lastAnswers, type SelfAssessment } from '../../assess-self.ts'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'
import { LEVEL_MEANS, OWN_WORD, WITH_HELP } from './self-words.ts'

interface ResultPage {
  person: Person
  self: SelfAssessment
  technique: Technique
  statements: readonly Statement[]
  flash: string | undefined
}

/** The level that a person says they are at, what holds the next one back, and what to do about it. */
export function selfResultPage(view: ResultPage): string {
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
          back={{ href: '/skills/self-assessment', label: 'All techniques' }}
          lead={result ? LEVEL_MEANS[result.level] : 'You have not said yes or no to anything here yet.'}
        >
          {technique.title}
          {result && `: ${result.level}${isSoFar ? ' so far' : ''}`}
        </Heading>
        {result && <Contradictions view={view} result={result} />}
        {result && <SummaryList rows={rowsOf(view, result)} />}
        <Actions>
          <Next view={view} result={result} />
        </Actions>
        <p class="soft">{OWN_WORD}. This is not a qualification.</p>
        {result && (
          <>
            <Workings answer={answerAbout(view)} says={statementSays} nameOf={(id) => textOf(view, id)} />
            <p class="soft">
              {self.framework.content.scoringRule}: {self.framework.content.scoring}
            </p>
          </>
        )}
      </div>
    ),
  })
}

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
  return (
    <>
      {hasRest && <ButtonLink href={at}>Answer the rest</ButtonLink>}
      {result && result.level !== 'Super-user' && person.helper === undefined && (
        <ButtonLink
          href={`/skills/targets/new?technique=${technique.code}`}
          variant={hasRest ? 'secondary' : 'primary'}
        >
          Set yourself a goal
        </ButtonLink>
      )}
      <ButtonLink href={`${at}/1`} variant="secondary">
        Answer again
      </ButtonLink>
      <ButtonLink href="/skills/self-assessment" variant="secondary">
        Next technique
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
  return (
    <Notice tone="attention" title="Two answers do not go together">
      {result.deniedBelow.length > 0 && (
        <p>You said yes to something harder, and no to something easier. That can be right. Please look once more:</p>
      )}
      {clashing.length > 0 && <p>Of one day there is a yes and a no, so neither counts. Please answer again:</p>}
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
    { label: 'Who says so', value: result.withHelp ? `${OWN_WORD}. ${WITH_HELP}` : OWN_WORD },
    { label: 'Last answered', value: formatDate(days.at(-1) ?? self.today) },
    ...(result.can.length > 0 ? [{ label: 'What you can do', value: list(result.can) }] : []),
    ...(result.heldBackBy.length > 0
      ? [
          {
            label: `What holds ${nextLevel(result.level)} back`,
            value: (
              <>
                {result.isOneEnough && result.heldBackBy.length > 1 && <p>One of these is enough:</p>}
                {list(result.heldBackBy)}
              </>
            ),
          },
        ]
      : []),
    ...(standard === null ? [] : [{ label: 'Goes with', value: standardInWords(standard) }]),
  ]
}

const nextLevel = (level: TechniqueLevel) => TECHNIQUE_LEVELS[TECHNIQUE_LEVELS.indexOf(level) + 1] ?? level

/** A unit of the standards, as `itq/2003#SS/2`. That it goes with a level does not make it awarded. */
function standardInWords(standard: string): string {
  const [ruleset = '', unit = ''] = standard.split('#')
  const [area = '', level = ''] = unit.split('/')
  return `Unit ${area}, level ${level}, of the National Occupational Standards for people who use IT (${ruleset}). You were not awarded it.`
}
