import type { JsonObject } from '#platform'
import type { Recognition } from '#trust'
import type { LogFinding } from '../log/look-up.ts'
import type { Mark } from '../mark.ts'
import type { Received } from '../received.ts'
import type { CheckName, CheckResult, Outcome, Report } from '../report.ts'
import type { World } from '../world.ts'

/** What was found of one proof. `signedBy` is the DID whose own document lists the key, and only if the signature holds. */
export interface ProofFinding {
  outcome: Outcome
  code: string
  detail: CheckResult['detail']
  /** The DID that the proof names, whether or not the signature holds. */
  claimedBy: string | null
  signedBy: string | null
  /** Whether the named DID's document could be had and does not list the key. */
  keyNotListed: boolean
  /** The key with which the signature holds, under the name it has there; null where none does. */
  key: { id: string; multikey: string } | null
  /** When it says that it was signed: `created` of a proof, `iat` of a JWT. Anyone who has the key could write it. */
  signedAt: Date | null
  /** What is worth saying of a key with which it holds, such as that the key has been retired since. */
  notices: readonly Pick<CheckResult, 'code' | 'detail'>[]
}

/** A finding of a proof that names that signer, and that is by nobody yet. */
export function finding(
  outcome: Outcome,
  code: string,
  detail: CheckResult['detail'] = {},
  claimedBy: string | null = null,
): ProofFinding {
  const noKey = { signedBy: null, keyNotListed: false, key: null, signedAt: null, notices: [] }
  return { outcome, code, detail, claimedBy, ...noKey }
}

/** What a check looks at. */
export interface Subject {
  received: Received
  credential: JsonObject
  issuerId: string | null
  proofs: readonly ProofFinding[]
  /** What the evidence of its issuer's log shows; none where it was not looked at. */
  inLog?: LogFinding
  /** What was found of its status already, where that came with the look at whether it is genuine. */
  statusFound?: CheckResult[]
}

/** One reason to accept or refuse a credential. All have this shape; the lists in `verify.ts` say which run, in order. */
export type Check = (subject: Subject, world: World) => CheckResult[] | Promise<CheckResult[]>

/** Looks up one status entry of a credential. What cannot be looked up is `unknown`. */
export type StatusMethod = (entry: JsonObject, subject: Subject, world: World) => Promise<CheckResult[]>

/** Verifies a credential that is inside another, as a credential of its own: `verify`, handed in. */
export type VerifyWithin = (received: Received, world: World) => Promise<Report>

/** What a check of what is inside or behind a credential is given besides. */
export interface Inside {
  verify: VerifyWithin
  recognised: { recognition: Recognition; results: CheckResult[] }
  endorsed: { marks: readonly Mark[]; results: CheckResult[] }
  /** The reports on the credentials inside it; null where it is none that holds others, or they were not looked at. */
  reports: readonly Report[] | null
}

export type CheckInside = (subject: Subject, world: World, inside: Inside) => CheckResult[] | Promise<CheckResult[]>

/** A credential may hold credentials, and those endorsements; what is inside of these is not followed. */
export const MAX_DEPTH = 2

/** A result, for the file of one check. */
export function resultOf(check: CheckName) {
  return (outcome: Outcome, code: string, detail: CheckResult['detail'] = {}): CheckResult[] => [
    { check, outcome, code, detail },
  ]
}
