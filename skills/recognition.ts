import { type Answer, type Confidence, type Item, leastSure, type Step, type Values } from './answer.ts'
import { addPeriod, type Day, isDay } from './calendar.ts'
import { capsOn, type Rules, rulesOf } from './combination/rules.ts'
import type { Package, RecognitionEntry } from './model.ts'
import { referenceTo } from './package.ts'
import type { RecognitionType } from './primitives.ts'

/** A certificate of before. `verified` where its issuer's credential is held, `claimed` where there is only a scan. */
export interface Certificate {
  item: string
  scheme: string
  unit?: string
  level?: number
  awardedOn: Day | null
  standing: 'claimed' | 'verified'
}

/** One of the ways in which a certificate may stand for something, of which the person chooses. */
export interface Way {
  /** Units of the ruleset; none where it counts by its size alone. */
  units: readonly string[]
  /** In the ruleset's size unit; null where that is declared award by award. */
  size: number | null
  level: number | string | null
  /** How sure the size is. */
  confidence: Confidence
}

/** What may be decided. Nothing counts before somebody who may decide it does. */
export interface Proposal {
  item: string
  type: RecognitionType
  ways: readonly Way[]
  /** The path of the rule in its ruleset that lets it count; null where it needs none, for the unit is earned. */
  underRule: string | null
  standing: Certificate['standing']
  achievedOn: Day | null
  confidence: Confidence
  source: string | null
}

export type ProposalCode =
  | 'recognition.proposed'
  | 'recognition.maxAge'
  | 'recognition.notListed'
  | 'recognition.otherRuleset'
  | 'recognition.notOffered'
  | 'recognition.notFor'
  | 'recognition.tooOld'
  | 'recognition.noDate'
  | 'recognition.noSuchDay'
  | 'recognition.inFuture'
  | 'recognition.duplicate'

/** Which qualification somebody is registered for, since when, and the day asked about. */
export interface RecognitionQuestion {
  library: Package<'recognition'>
  ruleset: Package<'ruleset'>
  qualification: string
  registered: Day
  on: Day
}

/**
 * What certificates of before may stand for in a qualification, by the library and by the awarding body's limits of age.
 * Names are compared as whole strings. Caps on shares are not looked at here: they are of the whole combination. Throws
 * `request.notFound` for a qualification that the ruleset does not have.
 */
export function proposeRecognition(
  question: RecognitionQuestion,
  certificates: readonly Certificate[],
): Answer<readonly Proposal[], ProposalCode> {
  const rules = rulesOf(question.ruleset, question.qualification)
  const judged = certificates.map((one, at) =>
    certificates.findIndex(({ item }) => item === one.item) < at
      ? { one, proposals: [], code: 'recognition.duplicate' as const, values: {} }
      : { one, ...judge(one, question, rules) },
  )
  const items = judged.map(({ one, code, values }): Item<ProposalCode> => ({ item: one.item, code, values }))
  return {
    value: judged.flatMap(({ proposals }) => proposals),
    steps: ageSteps(rules),
    rules: [referenceTo(question.library), referenceTo(question.ruleset)],
    counted: items.filter(({ code }) => code === 'recognition.proposed'),
    notCounted: items.filter(({ code }) => code !== 'recognition.proposed'),
  }
}

/** The units, as `ruleset#unit`, that a certificate stands for by the library, where no choice of them is left. */
export function certificateUnits(
  library: Package<'recognition'>,
  certificate: { scheme: string; unit: string | undefined },
): { unit: string; entry: RecognitionEntry }[] {
  const { scheme, unit } = certificate
  return library.content.entries
    .filter((entry) => entry.from.scheme === scheme && entry.from.unit !== undefined && entry.from.unit === unit)
    .flatMap((entry) => (entry.satisfies ?? []).map((one) => ({ unit: one, entry })))
}

/** Of these the unit itself is earned, here or before. */
const NEEDS_NO_RULE: readonly RecognitionType[] = ['CreditTransfer', 'PriorLearning']

interface Judgement {
  proposals: Proposal[]
  code: ProposalCode
  values: Values
}

function judge(certificate: Certificate, question: RecognitionQuestion, rules: Rules): Judgement {
  const { scheme, unit = null, level = null, awardedOn } = certificate
  const values = { scheme, unit, level, day: awardedOn }
  const entries = question.library.content.entries.filter((entry) => isOf(entry, certificate))
  if (entries.length === 0) return { proposals: [], code: 'recognition.notListed', values }
  const found = entries.map((entry) => ({ entry, ways: waysOf(entry, rules) })).filter(({ ways }) => ways.length > 0)
  if (found.length === 0) return { proposals: [], code: 'recognition.otherRuleset', values }
  const faults = found.flatMap(({ entry, ways }) => faultOf(entry, ways, certificate, question, rules) ?? [])
  const [fault] = faults
  if (fault !== undefined && faults.length === found.length) {
    return { proposals: [], code: fault.code, values: { ...values, ...fault.values } }
  }
  const good = found.filter(({ entry, ways }) => faultOf(entry, ways, certificate, question, rules) === null)
  const proposals = good.map(({ entry, ways }) => proposalOf(certificate, entry, ways, rules))
  return { proposals, code: 'recognition.proposed', values: { ...values, standing: certificate.standing } }
}

function isOf({ from }: RecognitionEntry, { scheme, unit, level }: Certificate): boolean {
  const isUnit = from.unit === undefined || from.unit === unit
  // A unit's name says which it is, and certificates leave its level out.
  const isLevel = from.level === undefined || from.level === level || (level === undefined && from.unit !== undefined)
  return from.scheme === scheme && isUnit && isLevel
}

type Choice = NonNullable<RecognitionEntry['satisfiesOneOf']>[number]

/** The ways that lead into this ruleset. */
function waysOf({ from, satisfies, satisfiesOneOf = [], imports, confidence }: RecognitionEntry, rules: Rules): Way[] {
  const choices = [...(satisfies === undefined ? [] : [satisfies]), ...satisfiesOneOf]
  const ways = choices.flatMap((choice) => wayOf(choice, confidence, rules) ?? [])
  if (imports?.into !== rules.ruleset.id) return ways
  return [...ways, { units: [], size: imports.size, level: from.level ?? null, confidence }]
}

function wayOf(choice: Choice, confidence: Confidence, rules: Rules): Way | null {
  const [first] = choice
  if (typeof first === 'object') return { units: [], size: first.exemptionCredit, level: first.minLevel, confidence }
  const units = choice.flatMap((one) => {
    const [ruleset, id] = typeof one === 'string' ? one.split('#') : []
    const unit = ruleset === rules.ruleset.id ? rules.units.get(id ?? '') : undefined
    return unit === undefined ? [] : [unit]
  })
  if (units.length < choice.length) return null
  const sizes = units.map((unit) => rules.sizeOf(unit) ?? null)
  const size = sizes.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
  const sure = leastSure(units.map((unit) => unit.confidence))
  return { units: units.map(({ id }) => id), size, level: units[0]?.level ?? null, confidence: sure }
}

function faultOf(
  { type }: RecognitionEntry,
  ways: readonly Way[],
  { awardedOn }: Certificate,
  { registered, on }: RecognitionQuestion,
  rules: Rules,
): { code: ProposalCode; values: Values } | null {
  const caps = capsOn(rules, type)
  if (caps.length === 0 && !NEEDS_NO_RULE.includes(type)) return { code: 'recognition.notOffered', values: { type } }
  const barred = caps.flatMap(({ cap }) => cap.notFor ?? [])
  const isBarred = (unit: string) => barred.includes(unit) || barred.includes(rules.units.get(unit)?.area ?? '')
  if (ways.every(({ units }) => units.some(isBarred))) {
    return { code: 'recognition.notFor', values: { type, notFor: barred } }
  }
  if (awardedOn !== null && !isDay(awardedOn)) return { code: 'recognition.noSuchDay', values: { type } }
  if (awardedOn !== null && awardedOn > on) return { code: 'recognition.inFuture', values: { type } }
  const years = Math.min(...caps.flatMap(({ cap }) => cap.maxAgeYears ?? []))
  if (!Number.isFinite(years)) return null
  const values = { type, maxAgeYears: years, registered }
  if (awardedOn === null) return { code: 'recognition.noDate', values }
  return addPeriod(awardedOn, `P${years}Y`) < registered ? { code: 'recognition.tooOld', values } : null
}

function proposalOf(certificate: Certificate, entry: RecognitionEntry, ways: readonly Way[], rules: Rules): Proposal {
  const { item, standing, awardedOn } = certificate
  const { type, confidence, source = null } = entry
  const underRule = capsOn(rules, type)[0]?.rule ?? null
  return { item, type, ways, underRule, standing, achievedOn: awardedOn, confidence, source }
}

/** The limits of age that the qualification sets, each with its rule and what that itself rests on. */
function ageSteps({ caps }: Rules): Step<ProposalCode>[] {
  return caps.flatMap(({ rule, cap, types }) =>
    cap.maxAgeYears === undefined
      ? []
      : [
          {
            code: 'recognition.maxAge' as const,
            values: { rule, types, maxAgeYears: cap.maxAgeYears, basis: cap.confidence ?? null },
            isMet: null,
          },
        ],
  )
}
