import type { Candidate } from './holdings.ts'
import type { Rules } from './rules.ts'
import type { Option } from './search.ts'

/** Units of one area that are chosen together. */
export interface Choice extends Option {
  units: readonly Candidate[]
}

/** What units cost when they are chosen together and so many mandatory units of their area are not; infinite where that may not be. */
export type Price = (units: readonly Candidate[], lacking: number) => number

/** Candidates of which only so many can be chosen. */
interface Area {
  candidates: Candidate[]
  room: number
  mandatory: readonly string[]
}

/**
 * One layer for each area, with every set of its units that there is room for; what is to be chosen without fail is in all of
 * them. A mandatory unit keeps its room whether it is held or not. The order is that in which a search ends soonest: where there
 * is no choice, then where limits bind, then what is held.
 */
export function layersOf(
  rules: Rules,
  candidates: readonly Candidate[],
  required: ReadonlySet<string>,
  price: Price,
): Choice[][] {
  const missing = [...required].some((unit) => !candidates.some((one) => one.unit === unit))
  if (missing) return [[]]
  return areasOf(rules, candidates)
    .map((area) => withoutUseless(choicesIn(area, rules, required, price).toSorted(cheapestThenLargest)))
    .toSorted((one, other) => urgency(one) - urgency(other))
}

/** In the ruleset's order, and what it does not list after that. Where an area has room for all, each unit is by itself. */
function areasOf(rules: Rules, candidates: readonly Candidate[]): Area[] {
  const order = new Map([...rules.units.keys()].map((unit, at) => [unit, at]))
  const place = ({ unit }: Candidate) => order.get(unit) ?? order.size
  const sorted = candidates.toSorted((one, other) => place(one) - place(other) || (one.unit < other.unit ? -1 : 1))
  const { maxPerArea: room = Number.POSITIVE_INFINITY, mandatory } = rules.qualification
  return [...Map.groupBy(sorted, ({ area }) => area).values()].flatMap((area) => {
    const units = Map.groupBy(area, ({ unit }) => unit)
    const [first] = area
    const own = mandatory.filter((unit) => rules.units.get(unit)?.area === first?.area)
    if (new Set([...units.keys(), ...own]).size > room) return [{ candidates: area, room, mandatory: own }]
    return [...units].map(([unit, copies]) => ({
      candidates: copies,
      room: 1,
      mandatory: own.filter((one) => one === unit),
    }))
  })
}

function choicesIn(
  { candidates, room, mandatory }: Area,
  rules: Rules,
  required: ReadonlySet<string>,
  price: Price,
): Choice[] {
  const must = [...required].filter((unit) => candidates.some((one) => one.unit === unit))
  const isAllowed = (units: readonly Candidate[]) =>
    must.every((unit) => units.some((one) => one.unit === unit)) &&
    units.filter(({ isMandatory }) => !isMandatory).length <= room - mandatory.length
  return subsets(candidates, room)
    .filter(isAllowed)
    .map((units) => {
      const lacking = mandatory.length - units.filter(({ isMandatory }) => isMandatory).length
      return choiceOf(rules, units, price(units, lacking))
    })
    .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
}

/** All sets of at most so many different units. */
function subsets(candidates: readonly Candidate[], room: number): Candidate[][] {
  let sets: Candidate[][] = [[]]
  for (const one of candidates) {
    const isOpen = (set: readonly Candidate[]) => set.length < room && set.every(({ unit }) => unit !== one.unit)
    sets = [...sets, ...sets.filter(isOpen).map((set) => [...set, one])]
  }
  return sets
}

function choiceOf({ needs, limits }: Rules, units: readonly Candidate[], cost: number): Choice {
  const added = units.filter(({ item }) => item === null)
  const kept = units.filter(({ item }) => item !== null)
  const sum = (some: readonly Candidate[], of: (unit: Candidate) => number) =>
    some.reduce((total, unit) => total + of(unit), 0)
  return {
    units,
    cost,
    gives: needs.map(({ gives }) => sum(units, gives)),
    takes: limits.map(({ takes }) => sum(units, takes)),
    spares: needs.map(({ gives }) => sum(kept, gives)),
    key: added.map(({ unit }) => unit).join('\n'),
  }
}

export function cheapestThenLargest(one: Choice, other: Choice): number {
  return one.cost - other.cost || compare(other.gives, one.gives) || compare(one.takes, other.takes)
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number)
}

/**
 * Without the choices that another can always take the place of: it does as much for each need, uses no more of any limit and
 * costs less, or as little while it adds the same units.
 */
export function withoutUseless(choices: readonly Choice[]): Choice[] {
  const kept: Choice[] = []
  for (const choice of choices) {
    const isReplaced = kept.some(
      (other) =>
        (other.cost < choice.cost || other.key === choice.key) &&
        other.gives.every((value, at) => value >= (choice.gives[at] as number)) &&
        other.takes.every((value, at) => value <= (choice.takes[at] as number)),
    )
    if (!isReplaced) kept.push(choice)
  }
  return kept
}

function urgency(choices: readonly Choice[]): number {
  if (choices.length < 2) return 0
  if (choices.some(({ takes }) => takes.some((value) => value > 0))) return 1
  return choices.some(({ units, key }) => key === '' && units.length > 0) ? 2 : 3
}
