import { PassportError } from '#platform'
import { isDay } from '../calendar.ts'
import type { Package } from '../model.ts'
import { referenceTo } from '../package.ts'
import { complete } from './completions.ts'
import { sortHoldings } from './holdings.ts'
import type { CombinationAnswer, Question } from './question.ts'
import { rulesOf } from './rules.ts'
import { countedItem, leftItem, select } from './selection.ts'
import { areMet, stepsOf } from './steps.ts'

const HELD_MAX = 500
const WISHES_MAX = 100
const MOST = 10
const MOST_MAX = 100

/**
 * Whether what somebody holds meets the rules of combination of a qualification, rule by rule with what each needs and what there
 * is; what was counted for which rule, and what was not and why; and the cheapest legal ways to what is missing. What the holder
 * calls an item twice is two items, and the same unit held twice counts once.
 *
 * Refuses with `request.notFound` a qualification that the ruleset does not have, with `request.invalid` a day that the calendar
 * does not have, and with `request.tooLarge` more than 500 units or 100 wishes.
 */
export function combine(ruleset: Package<'ruleset'>, question: Question): CombinationAnswer {
  const { wishes = {}, most = MOST } = question
  refuseUnanswerable(question)
  const rules = rulesOf(ruleset, question.qualification)
  const { candidates, refused } = sortHoldings(rules, question)
  const selection = select(rules, candidates)
  const counted = selection.chosen.map((one) => countedItem(rules, one))
  const steps = stepsOf(rules, selection.chosen)
  const { id, title, level, source = null } = rules.qualification
  return {
    value: {
      qualification: id,
      title,
      level,
      sizeUnit: ruleset.content.sizeUnit,
      isMet: areMet(steps),
      completions: complete(rules, candidates, selection.chosen, {
        wishes,
        most: Math.min(Math.max(1, most), MOST_MAX),
      }),
      source,
    },
    steps,
    rules: [referenceTo(ruleset)],
    counted,
    notCounted: [...selection.left.map((one) => leftItem(rules, selection, one)), ...refused],
  }
}

/** Refuses what no answer could be given to, before anything is weighed. */
export function refuseUnanswerable({ held, registered, on, wishes = {} }: Omit<Question, 'qualification'>): void {
  const count = (wishes.wanted?.length ?? 0) + (wishes.unwanted?.length ?? 0)
  if (held.length > HELD_MAX || count > WISHES_MAX) {
    const message = `These are too many at once: ask for at most ${HELD_MAX} units held and ${WISHES_MAX} wishes.`
    throw new PassportError('request.tooLarge', message)
  }
  if (!isDay(registered) || !isDay(on)) {
    const pointer = isDay(registered) ? '/on' : '/registered'
    throw new PassportError('request.invalid', 'This is no day: write it as 2026-11-30.', { details: { pointer } })
  }
}
