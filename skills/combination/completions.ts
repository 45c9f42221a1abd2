import { folded } from './fold.ts'
import { type Candidate, weigh } from './holdings.ts'
import { type Choice, layersOf, type Price } from './layers.ts'
import type { Addition, Completion, Completions, Conflict, Planned, Wishes } from './question.ts'
import type { Rules } from './rules.ts'
import { type Search, search } from './search.ts'
import { isShare, select } from './selection.ts'
import { stepsOf } from './steps.ts'

/** One unit more always costs less than one point or credit more. */
const SIZE = 10_000

interface Wish extends Pick<Conflict, 'wish' | 'value'> {
  planned?: Planned
}

/**
 * The cheapest legal ways to the qualification: those that add the least size, and of those the fewest units. What is held may
 * be counted or left out as it serves best. A way that honours the wishes is found, or the wishes that leave none are named.
 */
export function complete(
  rules: Rules,
  held: readonly Candidate[],
  counted: readonly Candidate[],
  { wishes, most }: { wishes: Wishes; most: number },
): Completions {
  const all = wishesIn(rules, wishes)
  const lacking = all.flatMap((wish) => lackOf(rules, held, wish))
  if (lacking.length > 0) return noWay(lacking)
  const found = plan(rules, held, all)
  if (found.cost === Number.POSITIVE_INFINITY) return noWay(conflictsIn(rules, held, all))
  const { found: sets, hasMore } = found.keys(most)
  const additions = additionsFor(rules, all)
  return {
    further: { size: Math.floor(found.cost / SIZE), units: found.cost % SIZE },
    ways: sets.map((keys) => wayOf(rules, held, counted, all, additions, keys)),
    hasMore,
    conflicts: [],
  }
}

/** The least that is still to be added, in the ruleset's size unit and in units; null where there is no way. */
export function furtherFor(rules: Rules, held: readonly Candidate[], wishes: Wishes): Completions['further'] {
  const all = wishesIn(rules, wishes)
  if (all.some((wish) => lackOf(rules, held, wish).length > 0)) return null
  const { cost } = plan(rules, held, all)
  return cost === Number.POSITIVE_INFINITY ? null : { size: Math.floor(cost / SIZE), units: cost % SIZE }
}

/** Searches for the cheapest way that honours the wishes; what was declared for any of them may be added for others too. */
function plan(rules: Rules, held: readonly Candidate[], wishes: readonly Wish[], declared = wishes): Search<Choice> {
  const additions = additionsFor(rules, wishes, declared)
  const price: Price = (units, lacking) => {
    if (lacking > 0) return Number.POSITIVE_INFINITY
    return units.reduce((sum, { item, size }) => (item === null ? sum + size * SIZE + 1 : sum), 0)
  }
  const required = new Set([...rules.mandatory, ...wanted(wishes)])
  const candidates = [...held, ...additions.values()]
  const hasLevel = rules.needs[1]?.code === 'combination.minAtLevel'
  const largest = Math.max(1, ...[...additions.values()].map(({ size }) => size))
  return search({
    layers: folded(rules, layersOf(rules, candidates, required, price), {
      isFolded: (layer) => layer.every(({ key }) => key === ''),
      // Of a share there is never too much, since what is added may lose some of it.
      enough: rules.needs.map((need) => (isShare(need) ? Number.POSITIVE_INFINITY : need.needed)),
    }),
    needs: rules.needs.map(({ needed }) => needed),
    limits: rules.limits.map(({ most }) => most),
    isHard: rules.needs.map(() => true),
    final: (missing) => (missing.some((one) => one > 0) ? Number.POSITIVE_INFINITY : 0),
    // An added unit gives no more to the size, or to the size at the level, than it costs.
    bound: ([size = 0, second = 0]) => {
      const least = Math.max(size, hasLevel ? second : 0)
      return least * SIZE + Math.ceil(least / largest)
    },
  })
}

/** Every unit of the ruleset that may be added, as the wishes have it. */
function additionsFor(rules: Rules, wishes: readonly Wish[], declared = wishes): Map<string, Candidate> {
  const planned = declared.flatMap(({ planned }) => planned ?? [])
  const unwanted = new Set(wishes.filter(({ wish }) => wish === 'unwanted').map(({ value }) => value))
  const units = [...[...rules.units.keys()].map((unit) => ({ unit })), ...planned]
  const additions = new Map<string, Candidate>()
  for (const one of units) {
    const found = unwanted.has(one.unit) ? undefined : weigh(rules, one)
    if (found && !('code' in found)) additions.set(one.unit, found)
  }
  return additions
}

function wayOf(
  rules: Rules,
  held: readonly Candidate[],
  counted: readonly Candidate[],
  wishes: readonly Wish[],
  additions: ReadonlyMap<string, Candidate>,
  keys: readonly string[],
): Completion {
  const order = [...additions.keys()]
  const added = keys
    .flatMap((key) => key.split('\n'))
    .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
    .flatMap((unit) => additions.get(unit) ?? [])
  const then = [...held, ...added.map((one) => ({ ...one, item: one.unit }))]
  const { chosen, left } = select(rules, then, new Set([...added.map(({ unit }) => unit), ...wanted(wishes)]))
  const lost = left.filter((one) => counted.includes(one))
  return {
    add: added.map(additionOf),
    leftOut: lost.flatMap(({ item }) => item ?? []),
    steps: stepsOf(rules, chosen),
  }
}

function additionOf({ unit, as, level, size, confidence }: Candidate): Addition {
  return confidence ? { unit, as, level, size, confidence } : { unit, as, level, size }
}

function wishesIn(rules: Rules, { wanted = [], unwanted = [], level }: Wishes): Wish[] {
  const isElsewhere = level !== undefined && level !== rules.qualification.level
  return [
    ...wanted.map((planned): Wish => ({ wish: 'wanted', value: planned.unit, planned })),
    ...unwanted.map((unit): Wish => ({ wish: 'unwanted', value: unit })),
    ...(isElsewhere ? [{ wish: 'level' as const, value: level }] : []),
  ]
}

/** What no plan could mend: a level that this qualification is not at, or a unit that nobody could count. */
function lackOf(rules: Rules, held: readonly Candidate[], { wish, value, planned }: Wish): Conflict[] {
  if (wish === 'level') return [{ wish, value, reason: 'rules' }]
  if (planned === undefined || held.some(({ unit }) => unit === planned.unit)) return []
  const found = weigh(rules, planned)
  if (!('code' in found)) return []
  return [{ wish, value, reason: found.code.replace('combination.', '') as Conflict['reason'] }]
}

/** Takes away every wish that leaves no way even without it; what stays is needed, all of it, for there to be none. */
function conflictsIn(rules: Rules, held: readonly Candidate[], wishes: readonly Wish[]): Conflict[] {
  let left = wishes
  for (const wish of wishes) {
    const without = left.filter((one) => one !== wish)
    if (plan(rules, held, without, wishes).cost === Number.POSITIVE_INFINITY) left = without
  }
  return left.map(({ wish, value }) => ({ wish, value, reason: 'rules' }))
}

function wanted(wishes: readonly Wish[]): string[] {
  return wishes.flatMap(({ planned }) => planned?.unit ?? [])
}

function noWay(conflicts: Conflict[]): Completions {
  return { further: null, ways: [], hasMore: false, conflicts }
}
