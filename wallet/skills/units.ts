import type { Certificate, Holding, Package } from '#skills'
import type { Frameworks } from './frameworks.ts'
import type { HeldFact } from './held-fact.ts'

/** What is held of a ruleset's units, what certificates of before are held, and what shows a unit and does not stand. */
export interface HeldUnits {
  holdings: Holding[]
  certificates: Certificate[]
  left: { item: string; unit: string; status: HeldFact['status'] }[]
}

/** Reads the units of a ruleset out of what is held. What was taken back, or could not be checked, is not held. */
export function unitsOf(facts: readonly HeldFact[], ruleset: Package<'ruleset'>, known: Frameworks): HeldUnits {
  const shown = facts.flatMap((fact) =>
    ruleset.content.units.flatMap(({ id }) => (fact.terms.includes(`${ruleset.id}#${id}`) ? [{ fact, unit: id }] : [])),
  )
  const schemes = new Set(known.library.content.entries.map(({ from }) => from.scheme))
  const standing = facts.filter(({ status }) => status === 'active')
  return {
    holdings: shown.flatMap(({ fact: { item, awardedOn, status }, unit }) =>
      status === 'active' ? [{ unit, on: awardedOn, as: 'Earned', item }] : [],
    ),
    certificates: standing.flatMap((fact) =>
      fact.certificates.filter(({ scheme }) => schemes.has(scheme)).map((one) => certificateOf(fact, one)),
    ),
    left: shown.flatMap(({ fact: { item, status }, unit }) => (status === 'active' ? [] : [{ item, unit, status }])),
  }
}

function certificateOf(
  { item, awardedOn, level, isOwn }: HeldFact,
  { scheme, unit }: HeldFact['certificates'][number],
): Certificate {
  const code = Number(level?.code)
  return {
    item,
    scheme,
    awardedOn,
    standing: isOwn ? 'claimed' : 'verified',
    ...(unit === undefined ? {} : { unit }),
    ...(Number.isInteger(code) ? { level: code } : {}),
  }
}
