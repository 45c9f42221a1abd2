import type { Basis, Holding, Package, Planned, Qualification, Unit } from '#skills'

/** One thing that may be in a set: something held, or a unit that is added. */
interface Thing {
  unit: string
  area: string
  as: Basis
  level: number
  size: number
  /** The holding's name; null of what is added. */
  item: string | null
}

/** A set that keeps every limit, and what it lacks. */
interface Found {
  things: readonly Thing[]
  added: readonly Thing[]
  /** Mandatory units, size, and size at the level. */
  lacks: readonly number[]
}

/** What a question has to be answered with. */
export interface Expected {
  isMet: boolean
  /** The least that a set of what is held can lack, compared in this order. */
  lacks: readonly number[]
  /** Whether what is counted may be counted together, and nothing more beside it. */
  isWhole(items: readonly string[]): boolean
  /** The cheapest additions that honour wishes, each the units in order with commas; none where there is no way. */
  cheapest(wanted: readonly string[], unwanted: readonly string[]): { cost: Cost | null; ways: string[] }
}

interface Cost {
  size: number
  units: number
}

/** Looks at every set of what is held and what could be added, one after another, by nothing but the words of the rules. */
export function exhaust(
  { content: { units } }: Package<'ruleset'>,
  rules: Qualification,
  held: readonly Holding[],
  { registered, on }: { registered: string; on: string },
  planned: readonly Planned[],
): Expected {
  const usable = held.filter((one) => mayCount(units, rules, one, registered, on))
  const addable = [...units.filter(({ credit }) => credit != null).map(({ id }) => ({ unit: id })), ...planned]
  const things = [
    ...usable.map((one) => thing(units, one, one.item ?? '')),
    ...addable.map((one) => thing(units, one, null)),
  ]
  const found: Found[] = []
  for (let mask = 0; mask < 2 ** things.length; mask++) {
    const set = things.filter((_, at) => (mask & (1 << at)) !== 0)
    if (!isWithinLimits(units, rules, set)) continue
    found.push({ things: set, added: set.filter(({ item }) => item === null), lacks: lacksIn(rules, set) })
  }
  const ofHeld = found.filter(({ added }) => added.length === 0)
  const lacks = ofHeld.map((one) => one.lacks).reduce((one, other) => (isLess(other, one) ? other : one))
  const complete = found.filter((one) => isNothing(one.lacks))
  return {
    lacks,
    isMet: isNothing(lacks),
    isWhole(items) {
      const around = ofHeld.filter(({ things }) => items.every((item) => things.some((one) => one.item === item)))
      return around.length === 1 && around[0]?.things.length === items.length
    },
    cheapest(wanted, unwanted) {
      const honoured = complete.filter(
        ({ things, added }) =>
          wanted.every((unit) => things.some((one) => one.unit === unit)) &&
          !added.some(({ unit }) => unwanted.includes(unit)),
      )
      const costs = honoured.map(({ added }) => [sizeOf(added), added.length])
      const [size, count] = costs.reduce((one, other) => (isLess(other, one) ? other : one), [999, 999])
      if (size === undefined || count === undefined || size === 999) return { cost: null, ways: [] }
      const equal = honoured.filter(({ added }) => sizeOf(added) === size && added.length === count)
      const ways = equal.map(({ added }) => String(added.map(({ unit }) => unit).sort()))
      return { cost: { size, units: count }, ways: [...new Set(ways)].sort() }
    },
  }
}

function thing(units: readonly Unit[], { unit, as = 'Earned', ...declared }: Planned, item: string | null): Thing {
  const known = units.find(({ id }) => id === unit)
  const size = known?.credit ?? declared.size ?? 0
  return { unit, area: known?.area ?? unit, as, level: Number(known?.level ?? declared.level), size, item }
}

function mayCount(
  units: readonly Unit[],
  { recognition }: Qualification,
  { unit, as = 'Earned', on, size }: Holding,
  registered: string,
  asOf: string,
): boolean {
  const known = units.find(({ id }) => id === unit)
  if (on === null || on > asOf) return false
  const isRecognised = as !== 'Earned' && as !== 'CreditTransfer' && as !== 'PriorLearning'
  const caps = [
    as === 'Earned' ? undefined : recognition[as],
    as === 'Equivalence' || as === 'Exemption' ? recognition['*'] : undefined,
  ]
  const isSectorUnit = as === 'CustomisedUnit' && known !== undefined && known.credit == null
  if (isRecognised && caps.every((cap) => cap === undefined) && !isSectorUnit) return false
  for (const cap of caps) {
    if (cap?.notFor?.some((name) => name === unit || name === known?.area)) return false
    if (cap?.maxAgeYears !== undefined && `${Number(on.slice(0, 4)) + cap.maxAgeYears}${on.slice(4)}` < registered)
      return false
  }
  if (known === undefined && !['Exemption', 'ImportedUnit', 'CustomisedUnit'].includes(as)) return false
  return (known?.credit ?? size ?? 0) > 0
}

function isWithinLimits(
  units: readonly Unit[],
  { min, mandatory, maxPerArea = 99, recognition, optionalShareAtLevel: share }: Qualification,
  set: readonly Thing[],
): boolean {
  for (const [at, one] of set.entries()) {
    if (set.some(({ unit }, index) => index < at && unit === one.unit)) return false
    if (mandatory.includes(one.unit)) continue
    const others = set.filter(({ area, unit }) => area === one.area && !mandatory.includes(unit))
    const kept = mandatory.filter((unit) => units.some(({ id, area }) => id === unit && area === one.area))
    if (others.length + kept.length > maxPerArea) return false
  }
  for (const [type, cap] of Object.entries(recognition)) {
    const under = set.filter(({ as }) => (type === '*' ? as === 'Equivalence' || as === 'Exemption' : as === type))
    const size = sizeOf(under)
    if (cap.maxShare !== undefined && (cap.strict ? size >= cap.maxShare * min : size > cap.maxShare * min))
      return false
    if (cap.maxUnits !== undefined && under.length > cap.maxUnits) return false
  }
  if (share === undefined) return true
  const optional = set.filter(({ unit }) => !mandatory.includes(unit))
  return optional.filter(({ level }) => level === share.level).length >= optional.length * share.minShare
}

function lacksIn(
  { min, mandatory, minAtLevel, excludeFromAtLevel = [] }: Qualification,
  set: readonly Thing[],
): number[] {
  const high = set.filter(({ level, area }) => level >= (minAtLevel?.level ?? 0) && !excludeFromAtLevel.includes(area))
  return [
    mandatory.filter((id) => !set.some(({ unit }) => unit === id)).length,
    Math.max(0, min - sizeOf(set)),
    Math.max(0, (minAtLevel?.min ?? 0) - sizeOf(high)),
  ]
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index])
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0)
}

const isNothing = (lacks: readonly number[]) => lacks.every((value) => value === 0)
const sizeOf = (things: readonly Thing[]) => things.reduce((sum, { size }) => sum + size, 0)
