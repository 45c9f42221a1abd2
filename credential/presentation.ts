import { asArray, isObject, type Json, type JsonObject, PassportError } from '#platform'
import type { ProofFinding } from './checks/check.ts'
import { examineProofs } from './examine.ts'
import { receiveJson } from './received.ts'
import { type CheckResult, type Report, type Verdict, verdictOf, worstVerdict } from './report.ts'
import { verify } from './verify.ts'
import type { World } from './world.ts'

/** What was found of a presentation: the holder's part, and a report for each credential in it. */
export interface PresentationReport {
  verdict: Verdict
  checks: CheckResult[]
  reports: Report[]
}

/** What the verifier asked for, so that an old presentation cannot be shown again (VC Data Integrity §2.1). */
export interface PresentationRequest {
  challenge?: string | undefined
  domain?: string | undefined
}

const MAX_CREDENTIALS = 50

/** Credentials put together to be shown, without a signature of the holder (VC Data Model 2.0 §4.13). */
export function presentationOf(credentials: readonly JsonObject[]): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: [...credentials],
  }
}

/** Whether a JSON object calls itself a presentation. */
export function isPresentation(document: JsonObject): boolean {
  return asArray(document.type).includes('VerifiablePresentation')
}

/** Checks a presentation and each credential in it. Throws `shape.invalid` for one that holds none or too many. */
export async function verifyPresentation(
  presentation: JsonObject,
  world: World,
  request: PresentationRequest = {},
): Promise<PresentationReport> {
  const credentials = asArray(presentation.verifiableCredential)
  if (!isPresentation(presentation) || credentials.length === 0 || credentials.length > MAX_CREDENTIALS) {
    throw new PassportError('shape.invalid', `A presentation holds 1 to ${MAX_CREDENTIALS} credentials.`)
  }
  const held = credentials.map(asObject)
  const holder = await holderResults(presentation, world, request)
  const reports = await Promise.all(held.map((credential) => verify(receiveJson(credential), world)))
  const bound = reports.map((report) => withHolder(report, holder))
  const verdict = worstVerdict([verdictOf(holder.results), ...bound.map((report) => report.verdict)])
  return { verdict, checks: holder.results, reports: bound }
}

interface HolderResults {
  results: CheckResult[]
  /** The DID that signed the presentation, where one did and its signature holds. */
  signedBy: string | null
}

async function holderResults(
  presentation: JsonObject,
  world: World,
  { challenge, domain }: PresentationRequest,
): Promise<HolderResults> {
  if (presentation.proof === undefined) return { results: [result('notice', 'holder.unsigned')], signedBy: null }
  const findings = await examineProofs(presentation, 'authentication', world)
  const bad = findings.find(({ outcome }) => outcome !== 'passed')
  if (bad) return { results: [result(bad.outcome, holderCode(bad), { reason: bad.code })], signedBy: null }
  const proofs = asArray(presentation.proof).filter(isObject)
  if (!proofs.every((proof) => sameOrNotAsked(proof.challenge, challenge) && sameOrNotAsked(proof.domain, domain))) {
    return { results: [result('failed', 'holder.challengeMismatch')], signedBy: null }
  }
  const signedBy = findings[0]?.signedBy ?? null
  const stated = isObject(presentation.holder) ? presentation.holder.id : presentation.holder
  if (stated !== undefined && stated !== signedBy) {
    return { results: [result('failed', 'holder.mismatch')], signedBy: null }
  }
  if (challenge === undefined) return { results: [result('notice', 'holder.noChallenge')], signedBy }
  return { results: [result('passed', 'holder.ok')], signedBy }
}

/**
 * In each report, `holder` says whether whoever presented it is the one it is about. A fault of the presentation stays
 * with the presentation: it makes no credential in it less genuine.
 */
function withHolder(report: Report, { signedBy, results }: HolderResults): Report {
  const [found] = results
  const decides = found === undefined || found.outcome === 'failed' || found.outcome === 'unknown'
  if (decides || report.checks.some(({ code }) => code === 'holder.notRun')) return report
  const subject = isObject(report.credential?.credentialSubject) ? report.credential.credentialSubject.id : undefined
  const other = signedBy !== null && subject !== undefined && subject !== signedBy
  const holder = other ? result('notice', 'holder.otherSubject') : found
  return { ...report, checks: report.checks.map((check) => (check.check === 'holder' ? holder : check)) }
}

function sameOrNotAsked(found: Json | undefined, asked: string | undefined): boolean {
  return asked === undefined || asArray(found).includes(asked)
}

function holderCode({ outcome }: ProofFinding): string {
  return outcome === 'failed' ? 'holder.invalid' : 'holder.notChecked'
}

function result(outcome: CheckResult['outcome'], code: string, detail: CheckResult['detail'] = {}): CheckResult {
  return { check: 'holder', outcome, code, detail }
}

function asObject(value: Json): JsonObject {
  if (!isObject(value))
    throw new PassportError('shape.invalid', 'A presentation holds something that is no credential.')
  return value
}
