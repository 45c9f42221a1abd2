import type { Answer } from '../answer.ts'
import type { Package } from '../model.ts'
import { referenceTo } from '../package.ts'
import { combine, refuseUnanswerable } from './combine.ts'
import { furtherFor } from './completions.ts'
import { sortHoldings } from './holdings.ts'
import type { CombinationCode, Completions, Question } from './question.ts'
import { rulesOf } from './rules.ts'

/** One qualification, and how far away it is. */
export interface Distance {
  qualification: string
  title: string
  level: number
  /** The least that is still to be added; null where no way honours the wishes. Nothing is to be added where it is met. */
  further: Completions['further']
}

export interface Reach {
  /** The highest, and of one level the largest, that is met by what is held; null if none is. */
  met: string | null
  /** The highest that can be met by adding no more than `within`; null if none can. */
  reachable: string | null
  /** All of the ruleset, or those at the level wished for: the lowest first, of one level the smallest. */
  distances: readonly Distance[]
}

/**
 * The best level that somebody has reached, and the best they can reach by adding no more than `within` of the ruleset's size
 * unit: nothing, unless given. What was counted, and what not, is told for the best one reachable, or failing that the nearest.
 */
export function reach(
  ruleset: Package<'ruleset'>,
  question: Omit<Question, 'qualification' | 'most'> & { within?: number },
): Answer<Reach, CombinationCode | 'combination.qualification'> {
  const { wishes = {}, within = 0 } = question
  refuseUnanswerable(question)
  const all = ruleset.content.qualifications
    .filter(({ level }) => wishes.level === undefined || wishes.level === level)
    .toSorted((one, other) => one.level - other.level || one.min - other.min)
  const distances = all.map(({ id, title, level }): Distance => {
    const rules = rulesOf(ruleset, id)
    const { candidates } = sortHoldings(rules, question)
    return { qualification: id, title, level, further: furtherFor(rules, candidates, wishes) }
  })
  const farthest = (most: number) => distances.findLast(({ further }) => further !== null && further.size <= most)
  const best = farthest(within)
  const told = best ?? nearest(distances) ?? distances[0]
  const { counted, notCounted } = told
    ? combine(ruleset, { ...question, qualification: told.qualification, most: 1 })
    : NOTHING
  return {
    value: { met: farthest(0)?.qualification ?? null, reachable: best?.qualification ?? null, distances },
    steps: distances.map(({ qualification, level, further }) => ({
      code: 'combination.qualification',
      values: { qualification, level, size: further?.size ?? null, units: further?.units ?? null },
      isMet: further?.size === 0,
    })),
    rules: [referenceTo(ruleset)],
    counted,
    notCounted,
  }
}

const NOTHING = { counted: [], notCounted: [] }

function nearest(distances: readonly Distance[]): Distance | undefined {
  const size = ({ further }: Distance) => further?.size ?? Number.POSITIVE_INFINITY
  return distances.toSorted((one, other) => size(one) - size(other))[0]
}
