import { asArray, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { examineProofs } from './examine-proofs.ts'
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
  const stated = isObject(presentation.holder) ? presentation.holder.id : presentation.holder
  if (presentation.proof === undefined) {
    // Who asks a question wants it answered: leaving the signature away must not be a way around it.
    const asked = challenge !== undefined || domain !== undefined
    return { results: [result(asked ? 'failed' : 'notice', 'holder.unsigned')], signedBy: null }
  }
  const findings = await examineProofs(
    presentation,
    'authentication',
    typeof stated === 'string' ? stated : null,
    world,
  )
  const bad = findings.find(({ outcome }) => outcome !== 'passed')
  if (bad || findings.length === 0) {
    const outcome = bad?.outcome ?? 'failed'
    return { results: [result(outcome, holderCode(outcome), { reason: bad?.code ?? 'proof.missing' })], signedBy: null }
  }
  const proofs = asArray(presentation.proof).filter(isObject)
  if (!proofs.every((proof) => sameOrNotAsked(proof.challenge, challenge) && sameOrNotAsked(proof.domain, domain))) {
    return { results: [result('failed', 'holder.challengeMismatch')], signedBy: null }
  }
  const signers = new Set(findings.map(({ signedBy }) => signedBy))
  const [signer = null] = signers
  if (signers.size > 1 || (stated !== undefined && stated !== signer)) {
    return { results: [result('failed', 'holder.mismatch')], signedBy: null }
  }
  if (challenge === undefined) return { results: [result('notice', 'holder.noChallenge')], signedBy: signer }
  return { results: [result('passed', 'holder.ok')], signedBy: signer }
}

/**
 * In each report, `holder` says whether whoever presented it is the one it is about. A fault of the presentation stays
 * with the presentation: it makes no credential in it less genuine.
 */
function withHolder(report: Report, { signedBy, results }: HolderResults): Report {
  const [found] = results
  const decides = found === undefined || found.outcome === 'failed' || found.outcome === 'unknown'
  if (decides || report.checks.some(({ code }) => code === 'holder.notRun')) return report
  const subjects = asArray(report.credential?.credentialSubject).map((subject) =>
    isObject(subject) ? subject.id : null,
  )
  const holder = signedBy === null ? found : bindingOf(subjects, signedBy, found)
  return { ...report, checks: report.checks.map((check) => (check.check === 'holder' ? holder : check)) }
}

/** Signing shows who presents it; that it is about them is shown only by a subject that is them. */
function bindingOf(subjects: (Json | undefined)[], signedBy: string, found: CheckResult): CheckResult {
  if (subjects.every((subject) => subject === signedBy)) return found
  const names = subjects.some((subject) => typeof subject === 'string')
  return result('notice', names ? 'holder.otherSubject' : 'holder.unbound')
}

function sameOrNotAsked(found: Json | undefined, asked: string | undefined): boolean {
  return asked === undefined || asArray(found).includes(asked)
}

function holderCode(outcome: CheckResult['outcome']): string {
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
