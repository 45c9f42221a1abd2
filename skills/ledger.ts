import type { Answer, Item, Step } from './answer.ts'
import { type Day, isDay } from './calendar.ts'
import { isDecimal, sumOf, timesRatio } from './decimal.ts'
import type { Package } from './model.ts'
import { referenceTo } from './package.ts'
import type { RecognitionType } from './primitives.ts'

/** Credit as a credential states it. The level is whatever the asker groups by, such as `RQF 4`. */
export interface Credit {
  value: string
  scheme: string
  level: string | null
}

/** Something that was awarded, with the credit it carries; null where it carries none. */
export interface CreditEntry {
  item: string
  /** What was awarded. The same achievement twice is the same credit. */
  achievement: string
  credit: Credit | null
  awardedOn: Day | null
  /** How it came to be held. What was recognised is not this person's credit anew. */
  as: 'Earned' | RecognitionType
  /** Whether it still stands: false of what was revoked, null where that could not be checked. */
  stands: boolean | null
  /** The achievements whose credit is inside this one's. */
  parts?: readonly string[]
}

/** What a provider decided to accept of what somebody holds. */
export interface TransferDecision {
  receiver: string
  /** The items that it accepted. */
  items: readonly string[]
  /** How much it lets count of some of them, where it says so; of the rest it accepts all the credit that they carry. */
  counted?: readonly { items: readonly string[]; value: string; scheme: string }[]
  decidedOn: Day
}

export interface Ledger {
  /** In the order of the schemes, then of the levels' names; credit without a level first. */
  totals: readonly { scheme: string; level: string | null; value: string }[]
  /** What each receiver recognised of it. */
  recognised: readonly { receiver: string; scheme: string; value: string }[]
}

export type CreditCode =
  | 'credit.counted'
  | 'credit.none'
  | 'credit.malformed'
  | 'credit.unknownScheme'
  | 'credit.duplicate'
  | 'credit.partOf'
  | 'credit.recognisedNotEarned'
  | 'credit.doesNotStand'
  | 'credit.notChecked'
  | 'credit.inFuture'
  | 'credit.noSuchDay'
  | 'credit.total'
  | 'credit.schemesDiffer'
  | 'credit.converted'
  | 'credit.notConverted'
  | 'transfer.notHeld'
  | 'transfer.inFuture'

/**
 * Credit by scheme and level, as of a day. Each achievement counts once, and inside a larger one not again. Schemes are
 * never added up, and what a receiver recognised stands beside what is held, not on top of it.
 */
export function ledgerOf(
  schemes: Package<'creditSchemes'>,
  entries: readonly CreditEntry[],
  on: Day,
  transfers: readonly TransferDecision[] = [],
): Answer<Ledger, CreditCode> {
  const known = schemes.content.schemes.map(({ id }) => id)
  const parents = parentsOf(entries, known, on)
  const judged = entries.map((entry, at) => ({
    entry,
    code: faultOf(entry, known, on) ?? doubleOf(entry, entries.slice(0, at), parents, known, on) ?? 'credit.counted',
  }))
  const counted = judged.flatMap(({ entry, code }) => (code === 'credit.counted' ? [entry] : []))
  const items = judged.map(
    ({ entry, code }): Item<CreditCode> => ({ item: entry.item, code, values: valuesOf(entry, parents) }),
  )
  const credits = counted.flatMap(({ credit }) => credit ?? [])
  const totals = known.flatMap((scheme) => {
    const levels = [...new Set(credits.flatMap((one) => (one.scheme === scheme ? [one.level] : [])))]
    return levels.sort(byLevel).map((level) => {
      const values = credits.flatMap((one) => (one.scheme === scheme && one.level === level ? [one.value] : []))
      return { scheme, level, value: sumOf(values) }
    })
  })
  return {
    value: { totals, recognised: transfers.flatMap((one) => recognisedBy(one, counted, known, on)) },
    steps: totals.map((total): Step<CreditCode> => ({ code: 'credit.total', values: total, isMet: null })),
    rules: [referenceTo(schemes)],
    counted: items.filter(({ code }) => code === 'credit.counted'),
    notCounted: [
      ...items.filter(({ code }) => code !== 'credit.counted'),
      ...transfers.flatMap((one) => leftOf(one, counted, on)),
    ],
  }
}

/**
 * The total of a ledger, all levels together. Null where it has credit of several schemes: those are added up only by a
 * conversion that is asked for by its name, and what comes out carries its caveat.
 */
export function totalOf(
  schemes: Package<'creditSchemes'>,
  { totals }: Ledger,
  conversion?: string,
): Answer<{ scheme: string; value: string } | null, CreditCode> {
  const found = schemes.content.conversions.find(({ id }) => id === conversion)
  const steps: Step<CreditCode>[] = []
  const converted = totals.map(({ scheme, value }) => {
    if (found?.from !== scheme) return { scheme, value }
    const after = timesRatio(value, found.numerator, found.denominator)
    const values = { from: scheme, to: found.to, before: value, after, conversion: found.id, caveat: found.caveat }
    const code = after === null ? 'credit.notConverted' : 'credit.converted'
    steps.push({ code, values, isMet: null, confidence: found.confidence })
    return after === null ? { scheme, value } : { scheme: found.to, value: after }
  })
  const names = [...new Set(converted.map(({ scheme }) => scheme))]
  const [scheme] = names
  const isOne = scheme !== undefined && names.length === 1
  const value = isOne ? { scheme, value: sumOf(converted.map((one) => one.value)) } : null
  if (names.length > 1) steps.push({ code: 'credit.schemesDiffer', values: { schemes: names }, isMet: false })
  if (value !== null) steps.push({ code: 'credit.total', values: value, isMet: true })
  return { value, steps, rules: [referenceTo(schemes)], counted: [], notCounted: [] }
}

const byName = new Intl.Collator('en', { numeric: true })
const byLevel = (a: string | null, b: string | null) => byName.compare(a ?? '', b ?? '')

/** What keeps an entry from counting, by itself. */
function faultOf(entry: CreditEntry, known: readonly string[], on: Day): CreditCode | null {
  const { credit, stands, awardedOn, as } = entry
  if (stands === false) return 'credit.doesNotStand'
  if (stands === null) return 'credit.notChecked'
  if (credit === null) return 'credit.none'
  if (!isDecimal(credit.value)) return 'credit.malformed'
  if (!known.includes(credit.scheme)) return 'credit.unknownScheme'
  if (awardedOn !== null && !isDay(awardedOn)) return 'credit.noSuchDay'
  if (awardedOn !== null && awardedOn > on) return 'credit.inFuture'
  const isEarned = as === 'Earned' || as === 'PriorLearning' || as === 'CustomisedUnit'
  return isEarned ? null : 'credit.recognisedNotEarned'
}

/** What keeps an entry from counting, for its credit is counted already. */
function doubleOf(
  { achievement }: CreditEntry,
  before: readonly CreditEntry[],
  parents: ReadonlyMap<string, string>,
  known: readonly string[],
  on: Day,
): CreditCode | null {
  const isTwice = before.some((one) => one.achievement === achievement && faultOf(one, known, on) === null)
  if (isTwice) return 'credit.duplicate'
  return parents.has(achievement) ? 'credit.partOf' : null
}

/** The achievements that are inside another that counts, each with the item of that one. */
function parentsOf(entries: readonly CreditEntry[], known: readonly string[], on: Day): ReadonlyMap<string, string> {
  const good = entries.filter((entry) => faultOf(entry, known, on) === null)
  return new Map(
    good.flatMap(({ item, achievement, parts = [] }) =>
      parts.flatMap((part): [string, string][] => (part === achievement ? [] : [[part, item]])),
    ),
  )
}

function valuesOf({ achievement, credit }: CreditEntry, parents: ReadonlyMap<string, string>): Item['values'] {
  const { value = null, scheme = null, level = null } = credit ?? {}
  return { achievement, value, scheme, level, inside: parents.get(achievement) ?? null }
}

function recognisedBy(
  { receiver, items, counted = [], decidedOn }: TransferDecision,
  held: readonly CreditEntry[],
  known: readonly string[],
  on: Day,
) {
  if (!isDay(decidedOn) || decidedOn > on) return []
  const creditsOf = (some: readonly string[]) =>
    held.flatMap(({ item, credit }) => (some.includes(item) ? (credit ?? []) : []))
  const stated = new Set(counted.flatMap((one) => one.items))
  const credits: Pick<Credit, 'value' | 'scheme'>[] = [
    ...creditsOf(items.filter((item) => !stated.has(item))),
    ...counted.flatMap((one) => lessOf(one, creditsOf(one.items))),
  ]
  return known.flatMap((scheme) => {
    const values = credits.flatMap((one) => (one.scheme === scheme ? [one.value] : []))
    return values.length > 0 ? [{ receiver, scheme, value: sumOf(values) }] : []
  })
}

/** What is said to count, and never more than is held of its scheme; nothing of another scheme. */
function lessOf({ value, scheme }: Pick<Credit, 'value' | 'scheme'>, held: readonly Credit[]) {
  const values = held.flatMap((one) => (one.scheme === scheme ? [one.value] : []))
  if (values.length === 0) return []
  const most = sumOf(values)
  return [{ value: Number(value) < Number(most) ? value : most, scheme }]
}

function leftOf(
  { receiver, items, decidedOn }: TransferDecision,
  held: readonly CreditEntry[],
  on: Day,
): Item<CreditCode>[] {
  if (!isDay(decidedOn) || decidedOn > on) {
    return [{ item: receiver, code: 'transfer.inFuture', values: { day: decidedOn } }]
  }
  const left = items.filter((item) => !held.some((one) => one.item === item))
  return left.map((item) => ({ item, code: 'transfer.notHeld', values: { receiver } }))
}
