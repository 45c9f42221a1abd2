import type { Certificate, Frameworks, Holding, Package } from '#skills'
import type { HeldFact } from './held-fact.ts'

/** What is held of a ruleset's units, what certificates of before are held, and what shows a unit and does not stand. */
export interface HeldUnits {
  holdings: Holding[]
  certificates: Certificate[]
  left: { item: string; unit: string; status: HeldFact['status'] }[]
}

/**
 * Reads the units of a ruleset out of what is held. What was taken back, or could not be checked, is not held. `claimed` are
 * certificates on paper; of one that an issuer signed too, only that counts.
 */
export function unitsOf(
  facts: readonly HeldFact[],
  ruleset: Package<'ruleset'>,
  known: Frameworks,
  claimed: readonly Certificate[] = [],
): HeldUnits {
  const shown = facts.flatMap((fact) =>
    ruleset.content.units.flatMap(({ id }) => (fact.terms.includes(`${ruleset.id}#${id}`) ? [{ fact, unit: id }] : [])),
  )
  const schemes = new Set(known.library.content.entries.map(({ from }) => from.scheme))
  const standing = facts.filter(({ status }) => status === 'active')
  const verified = standing.flatMap((fact) =>
    fact.certificates.filter(({ scheme }) => schemes.has(scheme)).map((one) => certificateOf(fact, one)),
  )
  return {
    holdings: shown.flatMap(({ fact, unit }) => (fact.status === 'active' ? [holdingOf(fact, unit, ruleset)] : [])),
    certificates: [
      ...verified,
      ...claimed.filter((one) => !verified.some((other) => other.scheme === one.scheme && other.unit === one.unit)),
    ],
    left: shown.flatMap(({ fact: { item, status }, unit }) => (status === 'active' ? [] : [{ item, unit, status }])),
  }
}

/** The size that the credential states counts only where the ruleset leaves it open. */
function holdingOf(
  { item, awardedOn, credits }: HeldFact,
  unit: string,
  { content: { sizeUnit } }: Package<'ruleset'>,
): Holding {
  const scheme = sizeUnit === 'points' ? 'ITQPoints' : 'RQF'
  const stated = Number(credits.find((credit) => credit.scheme === scheme)?.value)
  return { unit, on: awardedOn, as: 'Earned', item, ...(Number.isInteger(stated) ? { size: stated } : {}) }
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
