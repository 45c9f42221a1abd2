import { ASSURANCE_STEPS, type Assurance } from '#schemas'
import type { Answer, Item, Step } from './answer.ts'
import type { Day } from './calendar.ts'
import { type Currency, type CurrencyFacts, type CurrencyValue, currencyOf } from './currency.ts'
import { compareLevels, LEVEL_FRAMEWORKS, type LevelReference } from './levels.ts'
import { type Package, TECHNIQUE_LEVELS } from './model.ts'
import { referenceTo } from './package.ts'
import type { Requirement, ScaleLevel, Target } from './target.ts'

/** Something that shows what somebody can do: a credential, a confirmation, or their own word. */
export interface SkillEvidence extends CurrencyFacts {
  /** What it shows, in the terms of a target. */
  terms: readonly string[]
  level?: ScaleLevel
  /** What the issuer claims and its list allows; null where that is not stated. */
  assurance: Assurance | null
  /** The DID of whoever says so. */
  by: string | null
}

/**
 * What is known of a skill, in the order in which skills are listed: the surest first. `unknown`: something could not be
 * checked or is not stated, so it is neither there nor missing.
 */
export const GAP_STATES = ['proven', 'confirmed', 'selfAssessed', 'unknown', 'lapsed', 'belowLevel', 'missing'] as const

export type GapState = (typeof GAP_STATES)[number]

export type GapCode =
  | `gap.${GapState}`
  | 'gap.shows'
  | 'gap.fallsShort'
  | 'gap.weaker'
  | 'gap.notAsked'
  | 'gap.duplicate'
  | 'gap.ownConfirmation'
  | 'gap.notInForce'

export interface GapRow {
  term: string
  name: string
  isEssential: boolean
  mustBeCurrent: boolean
  state: GapState
  /** Whether that is all that is asked for; null where it could not be told. */
  isMet: boolean | null
  /** The item that shows it; null where nothing does. */
  shownBy: string | null
  /** Of that item. */
  currency: Currency | null
  until: Day | null
  graceUntil: Day | null
}

/** What a question about a target is asked with. */
export interface GapWorld {
  /** The day asked about. */
  on: Day
  /** The holder's own DIDs: what they confirm themselves is their own word. */
  holder: readonly string[]
  currency: Package<'currency'>
  levels: Package<'levels'>
}

/**
 * For each skill of a target what is known, and which credential shows it best. What was taken back, comes from the future
 * or is there twice shows nothing, and is told as that.
 */
export function gapOf(
  target: Target,
  evidence: readonly SkillEvidence[],
  world: GapWorld,
): Answer<readonly GapRow[], GapCode> {
  const distinct = evidence.filter((one, at) => isFirst(evidence, one, at))
  const found = target.requirements.map((requirement) => ({
    requirement,
    shown: showing(requirement, distinct, world),
  }))
  const rows = found.map(({ requirement, shown }) => rowOf(requirement, shown[0]))
  const good = new Set(rows.flatMap(({ shownBy, isMet }) => (isMet === true ? [shownBy] : [])))
  const usable = found.flatMap(({ shown }) => shown)
  return {
    value: rows,
    steps: rows.map((row, at) => stepOf(row, found[at]?.requirement)),
    rules: [...target.rules, referenceTo(world.currency), referenceTo(world.levels)],
    counted: distinct.filter(({ item: id }) => good.has(id)).map((one) => bestItem(one, rows, 'gap.shows', world)),
    notCounted: [
      ...evidence.filter((one, at) => !isFirst(evidence, one, at)).map((one) => item(one, 'gap.duplicate')),
      ...distinct.filter(({ item: id }) => !good.has(id)).map((one) => leftItem(one, target, rows, usable, world)),
    ],
  }
}

function isFirst(evidence: readonly SkillEvidence[], one: SkillEvidence, at: number): boolean {
  return evidence.findIndex(({ item: id }) => id === one.item) === at
}

interface Shown {
  evidence: SkillEvidence
  state: Exclude<GapState, 'missing'>
  isMet: boolean | null
  currency: CurrencyValue
}

/** All that shows a skill, the best first. */
function showing(requirement: Requirement, evidence: readonly SkillEvidence[], world: GapWorld): Shown[] {
  const terms = [requirement.term, ...requirement.alsoShownBy]
  return evidence
    .filter((one) => one.terms.some((term) => terms.includes(term)))
    .flatMap((one) => judge(requirement, one, world) ?? [])
    .toSorted((one, other) => rank(one) - rank(other) || later(other) - later(one))
}

const MET: readonly GapState[] = ['proven', 'confirmed', 'selfAssessed']
const UNMET: readonly GapState[] = ['unknown', 'lapsed', 'proven', 'confirmed', 'selfAssessed', 'belowLevel']

function rank({ isMet, state }: Shown): number {
  return isMet === true ? MET.indexOf(state) : MET.length + UNMET.indexOf(state)
}

function later({ currency }: Shown): number {
  return currency.until === null ? Number.POSITIVE_INFINITY : Date.parse(currency.until)
}

/** What one piece of evidence says of a skill; null where it is not in force. */
function judge(requirement: Requirement, evidence: SkillEvidence, world: GapWorld): Shown | null {
  const { currency } = judgeCurrency(requirement, evidence, world)
  if (currency === null) return null
  const shows = (state: Shown['state'], isMet: boolean | null): Shown => ({ evidence, state, isMet, currency })
  if (evidence.status === 'unknown') return shows('unknown', null)
  const isLapsed = currency.state === 'lapsedHistory' || currency.state === 'lapsedNotAuthorised'
  if (requirement.mustBeCurrent && isLapsed) return shows('lapsed', false)
  if (requirement.mustBeCurrent && currency.state === 'unknown') return shows('unknown', null)
  const isEnough = requirement.level === undefined ? true : isAtLeast(evidence.level, requirement.level, world.levels)
  if (isEnough === false) return shows('belowLevel', false)
  const assurance = assuranceOf(evidence, world)
  if (isEnough === null || assurance === null) return shows('unknown', null)
  const { minAssurance = 'SelfAsserted' } = requirement
  return shows(stateOf(assurance), stepOfAssurance(assurance) >= stepOfAssurance(minAssurance))
}

/** Whether it is current, by its own policies and by those of what is asked for; null where it is not in force at all. */
function judgeCurrency(
  { policies }: Pick<Requirement, 'policies'>,
  evidence: SkillEvidence,
  { on, currency: rules }: GapWorld,
): { currency: CurrencyValue | null; code: string } {
  const all = [...(evidence.policies ?? []), ...policies]
  const { value, steps } = currencyOf({ ...evidence, policies: all }, on, rules)
  const code = steps.at(-1)?.code ?? ''
  const isOut = ['currency.revoked', 'currency.suspended', 'currency.superseded'].includes(code)
  const isNoTime = ['currency.inFuture', 'currency.noSuchDay'].includes(code)
  return { currency: isOut || isNoTime ? null : value, code }
}

/** Nobody confirms themselves: what the holder signed is the holder's own word, whatever it claims to be. */
function assuranceOf({ by, assurance }: SkillEvidence, { holder }: GapWorld): Assurance | null {
  return by !== null && holder.includes(by) ? 'SelfAsserted' : assurance
}

function stepOfAssurance(assurance: Assurance): number {
  return ASSURANCE_STEPS.indexOf(assurance)
}

function stateOf(assurance: Assurance): 'proven' | 'confirmed' | 'selfAssessed' {
  if (stepOfAssurance(assurance) >= stepOfAssurance('ProviderAssessed')) return 'proven'
  return assurance === 'SelfAsserted' ? 'selfAssessed' : 'confirmed'
}

/** Whether a level is at least another; null where it is not stated, or nothing tells. */
function isAtLeast(held: ScaleLevel | undefined, wanted: ScaleLevel, table: Package<'levels'>): boolean | null {
  if (held === undefined) return null
  if (held.framework === wanted.framework && !isOfQualifications(wanted)) {
    const order: readonly string[] = TECHNIQUE_LEVELS
    const [ours, theirs] = [held, wanted].map(({ code }) => order.indexOf(code))
    return ours === undefined || theirs === undefined || ours < 0 || theirs < 0 ? null : ours >= theirs
  }
  if (!isOfQualifications(held) || !isOfQualifications(wanted)) return null
  const { value } = compareLevels(table, held, wanted)
  return value === 'noBasis' ? null : value !== 'lower'
}

function isOfQualifications(level: ScaleLevel): level is LevelReference {
  return LEVEL_FRAMEWORKS.some((framework) => framework === level.framework)
}

function rowOf({ term, name, isEssential, mustBeCurrent }: Requirement, shown: Shown | undefined): GapRow {
  const { state, until = null, graceUntil = null } = shown?.currency ?? {}
  return {
    term,
    name,
    isEssential,
    mustBeCurrent,
    state: shown?.state ?? 'missing',
    isMet: shown === undefined ? false : shown.isMet,
    shownBy: shown?.evidence.item ?? null,
    currency: state ?? null,
    until,
    graceUntil,
  }
}

function stepOf({ term, state, isMet, shownBy, until }: GapRow, requirement: Requirement | undefined): Step<GapCode> {
  const { minAssurance = null, level } = requirement ?? {}
  const values = { term, shownBy, until, minAssurance, level: level?.code ?? null }
  return { code: `gap.${state}`, values, isMet }
}

/** What is the best that there is of a skill, enough or not. */
function bestItem(
  evidence: SkillEvidence,
  rows: readonly GapRow[],
  code: 'gap.shows' | 'gap.fallsShort',
  world: GapWorld,
): Item<GapCode> {
  const own = rows.filter(
    ({ shownBy, isMet }) => shownBy === evidence.item && (isMet === true) === (code === 'gap.shows'),
  )
  const isOwnWord = evidence.assurance !== 'SelfAsserted' && assuranceOf(evidence, world) === 'SelfAsserted'
  const values = { terms: own.map(({ term }) => term), states: own.map(({ state }) => state) }
  return { item: evidence.item, code: isOwnWord ? 'gap.ownConfirmation' : code, values }
}

function leftItem(
  evidence: SkillEvidence,
  target: Target,
  rows: readonly GapRow[],
  usable: readonly Shown[],
  world: GapWorld,
): Item<GapCode> {
  if (rows.some(({ shownBy }) => shownBy === evidence.item)) return bestItem(evidence, rows, 'gap.fallsShort', world)
  if (usable.some((shown) => shown.evidence === evidence)) return item(evidence, 'gap.weaker')
  const isAsked = target.requirements.some(({ term, alsoShownBy }) =>
    evidence.terms.some((one) => one === term || alsoShownBy.includes(one)),
  )
  if (!isAsked) return item(evidence, 'gap.notAsked')
  const { code } = judgeCurrency({ policies: [] }, evidence, world)
  return { ...item(evidence, 'gap.notInForce'), values: { because: code } }
}

function item({ item: id, terms }: SkillEvidence, code: GapCode): Item<GapCode> {
  return { item: id, code, values: { terms } }
}
