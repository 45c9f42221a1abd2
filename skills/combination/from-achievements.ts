import type { Item } from '../answer.ts'
import type { Day } from '../calendar.ts'
import type { Package } from '../model.ts'
import type { Holding } from './question.ts'

/** What a credential says was achieved, as far as that can name a unit (Open Badges 3.0, Achievement). */
export interface Achieved {
  /** The credential's id, or whatever the asker calls it. */
  item: string
  /** The achievement's id and its other identifiers, such as an Ofqual unit's number. */
  identifiers: readonly string[]
  /** What it is aligned with. */
  alignments: readonly { framework: string | null; code: string | null; url: string | null }[]
  on: Day | null
}

export type NamingCode =
  | 'combination.identified'
  | 'combination.aligned'
  | 'combination.noUnit'
  | 'combination.severalUnits'

/**
 * The units of a ruleset that credentials are of. A unit is named by `ruleset#unit`, by its Ofqual number, or by an address: one of
 * the bases given, followed by the unit's id. Names are compared whole. An identifier goes before alignments, which only say
 * that something goes with a unit: what is held by one is told as `combination.aligned`, and several name none.
 */
export function holdingsFrom(
  ruleset: Package<'ruleset'>,
  achievements: readonly Achieved[],
  bases: readonly string[] = [],
): { held: Holding[]; told: Item<NamingCode>[] } {
  const names = namesIn(ruleset, bases)
  const unitsOf = (all: readonly (string | null)[]) => [
    ...new Set(all.flatMap((name) => names.get(String(name)) ?? [])),
  ]
  const held: Holding[] = []
  const told: Item<NamingCode>[] = []
  for (const { item, identifiers, alignments, on } of achievements) {
    const identified = unitsOf(identifiers)
    const aligned = alignments.flatMap(({ framework, code, url }) => [url, `${framework}#${code}`])
    const units = identified.length > 0 ? identified : unitsOf(aligned)
    const [unit] = units
    if (units.length > 1) told.push({ item, code: 'combination.severalUnits', values: { units } })
    else if (unit === undefined) told.push({ item, code: 'combination.noUnit', values: {} })
    else {
      held.push({ unit, on, item })
      const code = identified.length > 0 ? 'combination.identified' : 'combination.aligned'
      told.push({ item, code, values: { unit } })
    }
  }
  return { held, told }
}

function namesIn({ id, content }: Package<'ruleset'>, bases: readonly string[]): Map<string, string> {
  return new Map(
    content.units.flatMap(({ id: unit, ofqualUnit }): [string, string][] => [
      [`${id}#${unit}`, unit],
      ...bases.map((base): [string, string] => [base + unit, unit]),
      ...(ofqualUnit === undefined ? [] : [[ofqualUnit, unit] satisfies [string, string]]),
    ]),
  )
}
