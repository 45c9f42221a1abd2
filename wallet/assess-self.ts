import { PassportError } from '#platform'
import {
  type Answer,
  type Assessment,
  type Package,
  type Statement,
  type StatementAnswer,
  type StatementCode,
  selfAssess,
  statementsOf,
  type Technique,
  type TechniqueResult,
} from '#skills'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { listPersonal, savePersonal } from './records/personal.ts'
import { SELF_ANSWER, type SelfAnswer } from './records/personal-kinds.ts'

/** What a person says of themself, as it stands today. */
export interface SelfAssessment {
  framework: Package<'techniques'>
  today: string
  /** All that was ever answered, the oldest first; `notSure` too. */
  answers: readonly SelfAnswer[]
  /** By technique that was answered to at all: the level and what holds the next one back. */
  found: Answer<readonly TechniqueResult[], StatementCode>
}

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** What a person says of themself. It is their own word, whatever it says. */
export async function assessSelf(
  parts: Parts,
  person: Person,
  framework: Package<'techniques'>,
): Promise<SelfAssessment> {
  const today = dayOf(parts.now())
  const records = await listPersonal(parts, person, SELF_ANSWER)
  const answers = records.map(({ content }) => content).filter((one) => one.framework === framework.id)
  return { framework, today, answers, found: selfAssess(framework, counting(answers, today), today) }
}

/**
 * Keeps an answer at once, in the place of the one of the same day: pressing twice, or going back and answering again,
 * leaves one. The answers of days before stay as history. What a helper answers is marked, whatever the form says.
 */
export async function answerStatement(
  parts: Parts,
  person: Person,
  { framework, statement }: { framework: Package<'techniques'>; statement: Statement },
  { said, withHelp }: Pick<SelfAnswer, 'said' | 'withHelp'>,
): Promise<void> {
  const on = dayOf(parts.now())
  const isHelped = withHelp || person.helper !== undefined
  const answer: SelfAnswer = { framework: framework.id, statement: statement.id, said, on, withHelp: isHelped }
  await savePersonal(parts, person, SELF_ANSWER, answer, `${framework.id} ${statement.id} ${on}`)
}

/** A technique of a framework by its code, with its statements. Throws `request.notFound`. */
export function techniqueOf(
  framework: Package<'techniques'>,
  code: string,
): { technique: Technique; statements: readonly Statement[] } {
  const technique = framework.content.techniques.find((one) => one.code === code)
  if (technique === undefined) {
    throw new PassportError('request.notFound', 'There is no such technique. Choose one from the list.')
  }
  return { technique, statements: statementsOf(framework, code) }
}

/** The answer that counts of each statement: the last one, `notSure` too. */
export function lastAnswers(answers: readonly SelfAnswer[]): ReadonlyMap<string, SelfAnswer> {
  return new Map(answers.toSorted(byDay).map((one) => [one.statement, one]))
}

/** The level in a technique on each day on which something of it was answered, as it stood when that day ended. */
export function levelsOverTime({ framework, answers, today }: SelfAssessment, technique: string): Assessment[] {
  const own = new Set(statementsOf(framework, technique).map(({ id }) => id))
  const theirs = answers.filter(({ statement }) => own.has(statement))
  const days = [...new Set(theirs.map(({ on }) => on))].filter((day) => day <= today).toSorted()
  return days.flatMap((day) => {
    const { value } = selfAssess(framework, counting(theirs, day), day)
    return value.map(({ level }) => ({ item: `${technique} ${day}`, on: day, level }))
  })
}

/** Today, by the calendar in UTC. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/** Answers up to a day, as the engine takes them: who is not sure any more has neither said yes nor no. */
function counting(answers: readonly SelfAnswer[], day: string): StatementAnswer[] {
  const before = answers.filter(({ on }) => on <= day).toSorted(byDay)
  return before.flatMap(({ statement, said, on, withHelp }, at) => {
    const isTakenBack = before.slice(at + 1).some((later) => later.statement === statement && later.said === 'notSure')
    if (said === 'notSure' || isTakenBack) return []
    return [{ statement, answer: said === 'yes', on, ...(withHelp ? { withHelp } : {}) }]
  })
}

const byDay = (one: SelfAnswer, other: SelfAnswer) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)
