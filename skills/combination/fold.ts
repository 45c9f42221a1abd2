import { type Choice, cheapestThenLargest, withoutUseless } from './layers.ts'
import type { Rules } from './rules.ts'

/** Beyond so many, to compare them with one another takes longer than to search them. */
const CHOICES_MAX = 300

/**
 * Makes one layer of those in which nothing can be added, such as of many imported units: of all that can be chosen in them
 * together, what fits the limits and cannot be replaced by another. A size beyond what is needed counts as what is needed.
 */
export function folded(rules: Rules, layers: readonly Choice[][]): Choice[][] {
  const rest: Choice[][] = []
  let all: Choice[] | undefined
  for (const layer of layers) {
    const together: Choice[] | undefined =
      layer.length > 0 && layer.every(({ key }) => key === '') ? (all ? joined(rules, all, layer) : layer) : undefined
    if (together === undefined || together.length > CHOICES_MAX) rest.push(layer)
    else all = together
  }
  return all ? [all, ...rest] : rest
}

function joined({ needs, limits }: Rules, some: readonly Choice[], others: readonly Choice[]): Choice[] {
  const pairs = some.flatMap((one) =>
    others.map((other): Choice => {
      const gives = needs.map(({ needed }, at) => {
        const sum = (one.gives[at] as number) + (other.gives[at] as number)
        // Of a share there is never too much, since what comes after may lose some of it.
        return needed > 0 ? Math.min(sum, needed) : sum
      })
      const takes = limits.map((_, at) => (one.takes[at] as number) + (other.takes[at] as number))
      return { units: [...one.units, ...other.units], cost: 0, gives, takes, spares: gives, key: '' }
    }),
  )
  const fitting = pairs.filter(({ takes }) => limits.every(({ most }, at) => (takes[at] as number) <= most))
  return withoutUseless(fitting.toSorted(cheapestThenLargest))
}
