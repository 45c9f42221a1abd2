import { type Choice, cheapestThenLargest, withoutUseless } from './layers.ts'
import type { Rules } from './rules.ts'

/** Beyond so many, to compare them with one another takes longer than to search them. */
const CHOICES_MAX = 300

/** Of which layers one is made, and from where on a need is met so well that more makes no difference. */
interface Folding {
  isFolded: (layer: readonly Choice[]) => boolean
  enough: readonly number[]
}

/**
 * Makes one layer of several that cost nothing, such as of many imported units: of all that can be chosen in them together,
 * what fits the limits and cannot be replaced by another.
 */
export function folded({ limits }: Rules, layers: readonly Choice[][], { isFolded, enough }: Folding): Choice[][] {
  const fits = ({ takes }: Choice) => limits.every(({ most }, at) => (takes[at] as number) <= most)
  const rest: Choice[][] = []
  let all: Choice[] | undefined
  for (const layer of layers) {
    const together: Choice[] = isFolded(layer) ? joined(all ?? [], layer, enough).filter(fits) : []
    const useful = withoutUseless(together.toSorted(cheapestThenLargest))
    if (useful.length === 0 || useful.length > CHOICES_MAX) rest.push(layer)
    else all = useful
  }
  return all ? [all, ...rest] : rest
}

/** Every choice of some with every one of the others. */
function joined(some: readonly Choice[], others: readonly Choice[], enough: readonly number[]): Choice[] {
  if (some.length === 0) return [...others]
  return some.flatMap((one) =>
    others.map((other): Choice => {
      const gives = one.gives.map((value, at) => Math.min(value + (other.gives[at] as number), enough[at] as number))
      const takes = one.takes.map((value, at) => value + (other.takes[at] as number))
      return { units: [...one.units, ...other.units], cost: 0, gives, takes, spares: gives, key: '' }
    }),
  )
}
