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
  const { distinct, doubled } = withoutDoubles(evidence)
  const evidenceOf = evidenceByTerm(distinct)
  const found = target.requirements.map((requirement) => ({
    requirement,
    shown: weighEvidence(requirement, evidenceOf(requirement), world),
  }))
  const rows = found.map(({ requirement, shown }) => rowOf(requirement, shown[0]))
  const good = new Set(rows.flatMap(({ shownBy, isMet }) => (isMet === true ? [shownBy] : [])))
  const best = new Set(rows.map(({ shownBy }) => shownBy))
  const usable = new Set(found.flatMap(({ shown }) => shown.map((one) => one.evidence)))
  return {
    value: rows,
    steps: rows.map((row, at) => stepOf(row, found[at]?.requirement)),
    rules: [...target.rules, referenceTo(world.currency), referenceTo(world.levels)],
    counted: distinct.filter(({ item: id }) => good.has(id)).map((one) => bestItem(one, rows, 'gap.shows', world)),
    notCounted: [
      ...doubled.map((one) => item(one, 'gap.duplicate')),
      ...distinct
        .filter(({ item: id }) => !good.has(id))
        .map((one) =>
          best.has(one.item) ? bestItem(one, rows, 'gap.fallsShort', world) : leftItem(one, target, usable, world),
        ),
    ],
  }
}

/** Each item of evidence once, where it is first, and those that are there again. */
function withoutDoubles(evidence: readonly SkillEvidence[]): { distinct: SkillEvidence[]; doubled: SkillEvidence[] } {
  const first = new Map<string, SkillEvidence>()
  for (const one of evidence) if (!first.has(one.item)) first.set(one.item, one)
  return { distinct: [...first.values()], doubled: evidence.filter((one) => first.get(one.item) !== one) }
}

/** Finds what is about a requirement, in its order. */
function evidenceByTerm(evidence: readonly SkillEvidence[]): (asked: Requirement) => SkillEvidence[] {
  const byTerm = new Map<string, SkillEvidence[]>()
  for (const one of evidence) {
    for (const term of new Set(one.terms)) byTerm.set(term, [...(byTerm.get(term) ?? []), one])
  }
  return ({ term, alsoShownBy }) => {
    if (alsoShownBy.length === 0) return byTerm.get(term) ?? []
    const found = new Set([term, ...alsoShownBy].flatMap((one) => byTerm.get(one) ?? []))
    return evidence.filter((one) => found.has(one))
  }
}

/** What one piece of evidence says of a skill. */
export interface WeighedEvidence {
  evidence: SkillEvidence
  state: Exclude<GapState, 'missing'>
  /** What counts of its assurance: what the holder signed is their own word. Null where it is not known. */
  assurance: Assurance | null
  /** Whether it is all that is asked for; null where that could not be told. */
  isMet: boolean | null
  currency: CurrencyValue
}

/** All of some evidence of a skill that is in force, the best first. What was taken back or is yet to come is not among it. */
export function weighEvidence(
  requirement: Requirement,
  evidence: readonly SkillEvidence[],
  world: GapWorld,
): WeighedEvidence[] {
  return evidence
    .flatMap((one) => judge(requirement, one, world) ?? [])
    .toSorted((one, other) => rank(one) - rank(other) || later(other) - later(one))
}

const MET: readonly GapState[] = ['proven', 'confirmed', 'selfAssessed']
const UNMET: readonly GapState[] = ['unknown', 'lapsed', 'proven', 'confirmed', 'selfAssessed', 'belowLevel']

function rank({ isMet, state }: WeighedEvidence): number {
  return isMet === true ? MET.indexOf(state) : MET.length + UNMET.indexOf(state)
}

function later({ currency }: WeighedEvidence): number {
  return currency.until === null ? Number.POSITIVE_INFINITY : Date.parse(currency.until)
}

/** What one piece of evidence says of a skill; null where it is not in force. */
function judge(requirement: Requirement, evidence: SkillEvidence, world: GapWorld): WeighedEvidence | null {
  const { currency } = judgeCurrency(requirement, evidence, world)
  if (currency === null) return null
  const assurance = assuranceOf(evidence, world)
  const shows = (state: WeighedEvidence['state'], isMet: boolean | null): WeighedEvidence => ({
    evidence,
    state,
    assurance,
    isMet,
    currency,
  })
  if (evidence.status === 'unknown') return shows('unknown', null)
  const isLapsed = currency.state === 'lapsedHistory' || currency.state === 'lapsedNotAuthorised'
  if (requirement.mustBeCurrent && isLapsed) return shows('lapsed', false)
  if (requirement.mustBeCurrent && currency.state === 'unknown') return shows('unknown', null)
  const isEnough = requirement.level === undefined ? true : isAtLeast(evidence.level, requirement.level, world.levels)
  if (isEnough === false) return shows('belowLevel', false)
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

function rowOf({ term, name, isEssential, mustBeCurrent }: Requirement, shown: WeighedEvidence | undefined): GapRow {
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

/** What became of what is the best of nothing. */
function leftItem(
  evidence: SkillEvidence,
  target: Target,
  usable: ReadonlySet<SkillEvidence>,
  world: GapWorld,
): Item<GapCode> {
  if (usable.has(evidence)) return item(evidence, 'gap.weaker')
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
