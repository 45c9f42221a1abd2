import { type Answer, confidenceOf, type Item, type Step } from './answer.ts'
import { type Day, isDay } from './calendar.ts'
import type { SkillEvidence } from './gap.ts'
import { type Package, STATED_LEVELS, TECHNIQUE_LEVELS, type TechniqueLevel } from './model.ts'
import { referenceTo } from './package.ts'
import { type Statement, statementsOf } from './statements.ts'

/** Yes or no to one statement, and when; null where nobody noted the day. */
export interface StatementAnswer {
  statement: string
  answer: boolean
  on: Day | null
  /** Whether somebody helped with the entry. */
  withHelp?: boolean
}

export interface TechniqueResult {
  technique: string
  /** The person's own word and no more. */
  level: TechniqueLevel
  assurance: 'SelfAsserted'
  /** What they said yes to. */
  can: readonly string[]
  /** The statements that keep the next level back; of an Advanced that is next, one of them is enough. */
  heldBackBy: readonly string[]
  isOneEnough: boolean
  unanswered: readonly string[]
  /** Statements that are denied while harder ones are claimed: worth asking again. */
  deniedBelow: readonly string[]
  withHelp: boolean
}

export type StatementCode =
  | 'technique.level'
  | 'technique.deniedBelow'
  | 'statement.yes'
  | 'statement.no'
  | 'statement.unknown'
  | 'statement.duplicate'
  | 'statement.contradicted'
  | 'statement.replaced'
  | 'statement.noSuchDay'
  | 'statement.inFuture'
  | 'readiness.can'
  | 'readiness.cannot'
  | 'readiness.notAsked'

/**
 * The level in each technique that answers touch, by the published rule `statements/1`: Foundation and Intermediate take
 * every statement up to there, Advanced those and one of its own, Super-user all. Of two answers to one statement the later
 * counts; two that contradict each other on one day count for nothing.
 */
export function selfAssess(
  framework: Package<'techniques'>,
  answers: readonly StatementAnswer[],
  on: Day,
): Answer<readonly TechniqueResult[], StatementCode> {
  const statements = statementsOf(framework)
  const known = new Set(statements.map(({ id }) => id))
  const byStatement = Map.groupBy(answers, ({ statement }) => statement)
  const judged = answers.map((answer) => {
    const all = byStatement.get(answer.statement) ?? []
    return { answer, code: codeOf(answer, all, known, on) }
  })
  const good = judged.flatMap(({ answer, code }) => (isCounted(code) ? [answer] : []))
  const results = framework.content.techniques.flatMap(({ code }) => {
    const own = statements.filter(({ technique }) => technique === code)
    const theirs = good.filter(({ statement }) => own.some(({ id }) => id === statement))
    return theirs.length > 0 ? [resultOf(code, own, theirs)] : []
  })
  const items = judged.map(
    ({ answer, code }): Item<StatementCode> => ({
      item: answer.statement,
      code,
      values: { answer: answer.answer, day: answer.on },
    }),
  )
  return {
    value: results,
    steps: results.flatMap(stepsOf),
    rules: [referenceTo(framework)],
    counted: items.filter(({ code }) => isCounted(code)),
    notCounted: items.filter(({ code }) => !isCounted(code)),
  }
}

/**
 * Whether somebody may assess themselves alone. It shuts nobody out: who cannot yet, or was not asked, is offered help.
 */
export function readinessCheck(
  framework: Package<'techniques'>,
  answers: readonly StatementAnswer[],
  on: Day,
): Answer<'ready' | 'withHelp', StatementCode> {
  const { readiness } = framework.content
  const { counted, notCounted, rules } = selfAssess(framework, answers, on)
  const steps = readiness.statements.map((statement): Step<StatementCode> => {
    const found = counted.find(({ item }) => item === statement)?.code
    if (found === undefined) return { code: 'readiness.notAsked', values: { statement }, isMet: null }
    const isMet = found === 'statement.yes'
    return {
      code: isMet ? 'readiness.can' : 'readiness.cannot',
      values: { statement },
      isMet,
      ...confidenceOf(readiness),
    }
  })
  const value = steps.every(({ isMet }) => isMet === true) ? 'ready' : 'withHelp'
  return { value, steps, rules, counted, notCounted }
}

/** A self-assessment as evidence, for a gap against a target. */
export function evidenceOf(
  framework: Package<'techniques'>,
  { technique, level }: TechniqueResult,
  { item, holder, on }: { item: string; holder: string; on: Day },
): SkillEvidence {
  const assessed = { framework: framework.id, code: level }
  const terms = [`${framework.id}#${technique}`]
  return { item, terms, level: assessed, assurance: 'SelfAsserted', by: holder, awardedOn: on, status: 'active' }
}

/** What becomes of an answer beside all the answers to its statement. */
function codeOf(
  one: StatementAnswer,
  all: readonly StatementAnswer[],
  known: ReadonlySet<string>,
  on: Day,
): StatementCode {
  const { statement, answer, on: day } = one
  if (!known.has(statement)) return 'statement.unknown'
  if (day !== null && !isDay(day)) return 'statement.noSuchDay'
  if (day !== null && day > on) return 'statement.inFuture'
  const others = all.filter((other) => isInTime(other, on))
  if (others.some((other) => (other.on ?? '') > (day ?? ''))) return 'statement.replaced'
  const sameDay = others.filter((other) => other.on === day)
  if (sameDay.some((other) => other.answer !== answer)) return 'statement.contradicted'
  if (sameDay[0] !== one) return 'statement.duplicate'
  return answer ? 'statement.yes' : 'statement.no'
}

function isInTime({ on: day }: StatementAnswer, on: Day): boolean {
  return day === null || (isDay(day) && day <= on)
}

function isCounted(code: StatementCode): boolean {
  return code === 'statement.yes' || code === 'statement.no'
}

function resultOf(technique: string, own: readonly Statement[], answers: readonly StatementAnswer[]): TechniqueResult {
  const yes = new Set(answers.flatMap(({ statement, answer }) => (answer ? [statement] : [])))
  const no = new Set(answers.flatMap(({ statement, answer }) => (answer ? [] : [statement])))
  const level = levelOf(own, yes)
  const next = TECHNIQUE_LEVELS[TECHNIQUE_LEVELS.indexOf(level) + 1]
  const hardest = own.findLast(({ id }) => yes.has(id))
  const isBelow = (statement: Statement) =>
    hardest !== undefined && STATED_LEVELS.indexOf(statement.level) < STATED_LEVELS.indexOf(hardest.level)
  return {
    technique,
    level,
    assurance: 'SelfAsserted',
    can: own.flatMap(({ id }) => (yes.has(id) ? [id] : [])),
    heldBackBy: own.flatMap((one) => (!yes.has(one.id) && isNeededFor(one, next) ? [one.id] : [])),
    isOneEnough: next === 'Advanced',
    unanswered: own.flatMap(({ id }) => (yes.has(id) || no.has(id) ? [] : [id])),
    deniedBelow: own.flatMap((one) => (no.has(one.id) && isBelow(one) ? [one.id] : [])),
    withHelp: answers.some(({ withHelp }) => withHelp === true),
  }
}

function levelOf(own: readonly Statement[], yes: ReadonlySet<string>): TechniqueLevel {
  const at = (level: Statement['level']) => own.filter((statement) => statement.level === level)
  const all = (level: Statement['level']) => at(level).every(({ id }) => yes.has(id))
  if (!all('Foundation')) return 'Inexperienced'
  if (!all('Intermediate')) return 'Foundation'
  if (all('Advanced')) return 'Super-user'
  return at('Advanced').some(({ id }) => yes.has(id)) ? 'Advanced' : 'Intermediate'
}

function isNeededFor({ level }: Statement, next: TechniqueLevel | undefined): boolean {
  return next === 'Super-user' ? level === 'Advanced' : level === next
}

function stepsOf(result: TechniqueResult): Step<StatementCode>[] {
  const { technique, level, heldBackBy, isOneEnough, deniedBelow } = result
  const steps: Step<StatementCode>[] = [
    { code: 'technique.level', values: { technique, level, heldBackBy, isOneEnough }, isMet: null },
  ]
  if (deniedBelow.length > 0) {
    steps.push({ code: 'technique.deniedBelow', values: { technique, statements: deniedBelow }, isMet: false })
  }
  return steps
}
