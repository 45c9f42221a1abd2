import type { JsonObject } from '#platform'
import { NOT_LISTED, type Recognition } from '#trust'
import type { Mark } from './mark.ts'

/** What one check found: `unknown` is "we could not look", `notice` is worth saying and decides nothing. */
export type Outcome = 'passed' | 'failed' | 'unknown' | 'notice'

export type CheckName =
  | 'link'
  | 'shape'
  | 'schema'
  | 'contexts'
  | 'dates'
  | 'proof'
  | 'issuer'
  | 'status'
  | 'recognition'
  | 'endorsements'
  | 'holder'
  | 'recipient'
  | 'evidence'
  | 'parts'

export interface CheckResult {
  check: CheckName
  outcome: Outcome
  /** Dotted, begins with the subject: `status.revoked`, `did.unresolvable`, `proof.invalid`. Every code is in docs/verdicts.md. */
  code: string
  /** Facts that a sentence is made of (dates, ids, addresses); never a sentence itself. Times are ISO 8601 in UTC. */
  detail: Record<string, string | number | boolean>
}

export type Verdict = 'accepted' | 'rejected' | 'undecided'

/** The headline for people. */
export type Standing = 'genuine' | 'noLongerValid' | 'notYetValid' | 'notGenuine' | 'unchecked'

/** The answer about one credential. It is data; `web/` makes sentences of it. */
export interface Report {
  verdict: Verdict
  standing: Standing
  checks: CheckResult[]
  recognition: Recognition
  /** The endorsements of a kind that it carries, such as quality marks, each with what was found of it. */
  marks: readonly Mark[]
  /** Of a record that holds credentials (a Comprehensive Learner Record): the report on each, in their order. */
  reports?: Report[]
  /** Exactly what was verified; null where nothing could be read. */
  credential: JsonObject | null
  /** How the credential was secured. */
  securing: 'data-integrity' | 'vc-jwt' | 'sd-jwt' | 'open-badges-2' | 'none'
  /** SHA-256 of the secured credential as it was received, in hexadecimal; the seal is drawn from it. */
  digest: string
  /** When this was checked, and the date it was checked for if that was asked. */
  checkedAt: string
  at: string
}

/** Whether it is shown that its issuer signed it. */
export function isProven(checks: readonly CheckResult[]): boolean {
  return ['proof', 'issuer'].every((name) =>
    checks.some(({ check, outcome }) => check === name && outcome === 'passed'),
  )
}

/** One `failed` rejects; failing that, one `unknown` leaves it undecided; otherwise it is accepted. */
export function verdictOf(checks: readonly CheckResult[]): Verdict {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'rejected'
  if (checks.some(({ outcome }) => outcome === 'unknown')) return 'undecided'
  return 'accepted'
}

const NO_LONGER = new Set(['status.revoked', 'status.suspended', 'dates.expired'])
const NOT_YET = new Set(['dates.notYetValid'])

/**
 * Faults that say nothing against the credential itself: it is about another person, presented in a way that shows nothing,
 * or holds something that is not good.
 */
const BESIDE = new Set([
  'recipient.noMatch',
  'recipient.notComparable',
  'holder.unsigned',
  'holder.invalid',
  'holder.notChecked',
  'holder.challengeMismatch',
  'holder.stale',
  'parts.faulty',
  'parts.unchecked',
])

/** Faults that leave open whether its issuer signed it: a thief of the key could have, and nothing shows who did. */
const OPEN = new Set(['log.notWitnessed'])

/** Faults of something that its issuer did sign: not forged, and not to be relied on as it is. */
const ILL_MADE = new Set(['shape.invalid', 'schema.invalid', 'evidence.mismatch'])

/**
 * The headline. A credential whose only faults are its age or its status is genuine but not valid now. One that its
 * issuer signed and that is not well formed is not forged, but we cannot say that it was read as it was meant. Any other
 * fault makes it not genuine, but for that of whoever presents it. Without a good signature of its issuer nothing is called
 * genuine, not even once.
 */
export function standingOf(all: readonly CheckResult[]): Standing {
  const checks = all.filter(({ code }) => !BESIDE.has(code))
  const failed = checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)
  const proven = isProven(checks)
  const timely = (code: string) => NO_LONGER.has(code) || NOT_YET.has(code)
  const isOpen = (code: string) => timely(code) || OPEN.has(code) || (proven && ILL_MADE.has(code))
  if (!failed.every(isOpen)) return 'notGenuine'
  if (failed.length === 0) return checks.some(({ outcome }) => outcome === 'unknown') ? 'unchecked' : 'genuine'
  if (!proven || failed.some((code) => ILL_MADE.has(code))) return 'unchecked'
  return failed.some((code) => NO_LONGER.has(code)) ? 'noLongerValid' : 'notYetValid'
}

/** Forms that exist and that we do not read; what is in them may be good. */
const UNKNOWN_FORMS = new Set(['media.unsupported'])

/** Whether something could not be read for want of knowing its form, and not because it is damaged. */
export const isUnknownForm = (code: string): boolean => UNKNOWN_FORMS.has(code)

/** The report on something among credentials that cannot be read: established, unless its form is one we do not know. */
export function unreadReport(reason: string, { now, at }: { now: Date; at?: Date }): Report {
  const outcome = isUnknownForm(reason) ? 'unknown' : 'failed'
  const checks: CheckResult[] = [{ check: 'shape', outcome, code: 'shape.unreadable', detail: { reason } }]
  return {
    verdict: verdictOf(checks),
    standing: 'unchecked',
    checks,
    recognition: NOT_LISTED,
    marks: [],
    credential: null,
    securing: 'none',
    digest: '',
    checkedAt: now.toISOString(),
    at: (at ?? now).toISOString(),
  }
}

/** What is found of something whose check was stopped, because it kept a processor too long. It says nothing against it. */
export const OVER_BUDGET: Readonly<CheckResult> = {
  check: 'proof',
  outcome: 'unknown',
  code: 'proof.overBudget',
  detail: {},
}

/** The worst of several verdicts. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('rejected')) return 'rejected'
  return verdicts.includes('undecided') ? 'undecided' : 'accepted'
}
