import { asArray, isObject, type Json, type JsonObject } from '#platform'
import { resultOf } from './checks/check.ts'
import { CLOCK_TOLERANCE_MS } from './dates.ts'
import { examineSignature } from './examine-jwt.ts'
import { examineProofs } from './examine-proofs.ts'
import type { ReceivedJwt } from './jwt.ts'
import type { ReceivedPresentation } from './received-presentation.ts'
import type { CheckResult } from './report.ts'
import type { PresentationRequest, World } from './world.ts'

const result = resultOf('holder')

/** What was found of whoever presents. */
export interface HolderFinding {
  results: CheckResult[]
  /** The DID that signed the presentation, where one did and its signature holds. */
  signedBy: string | null
}

/** Whether its holder signed a presentation, with a key of theirs for showing who they are, and answered what was asked. */
export async function holderOf(
  received: ReceivedPresentation,
  world: World,
  request: PresentationRequest,
): Promise<HolderFinding> {
  switch (received.securing) {
    case 'none': {
      // Who asks a question wants it answered: leaving the signature away must not be a way around it.
      const isAsked = request.challenge !== undefined || request.domain !== undefined
      return by(null, result(isAsked ? 'failed' : 'notice', 'holder.unsigned'))
    }
    case 'data-integrity':
      return ofProofs(received.presentation, world, request)
    case 'vp-jwt':
      return ofJwt(received.presentation, received.jwt, world, request)
  }
}

async function ofProofs(presentation: JsonObject, world: World, request: PresentationRequest): Promise<HolderFinding> {
  const stated = statedHolder(presentation)
  const findings = await examineProofs(presentation, 'authentication', nameOf(stated), world)
  const bad = findings.find(({ outcome }) => outcome !== 'passed')
  if (bad || findings.length === 0) return refused(bad?.outcome ?? 'failed', bad?.code ?? 'proof.missing')
  const proofs = asArray(presentation.proof).filter(isObject)
  if (!proofs.every((proof) => answersQuestion(proof, request))) {
    return by(null, result('failed', 'holder.challengeMismatch'))
  }
  const signers = new Set(findings.map(({ signedBy }) => signedBy))
  const [signer = null] = signers
  if (signers.size > 1) return by(null, result('failed', 'holder.mismatch'))
  return signedBy(signer, stated, request.challenge)
}

/** Whether a proof is an answer to what was asked (VC Data Integrity §4.4, `domain` and `challenge`). */
export function answersQuestion(proof: JsonObject, { challenge, domain }: PresentationRequest): boolean {
  return sameOrNotAsked(proof.challenge, challenge) && sameOrNotAsked(proof.domain, domain)
}

/** VC-JOSE-COSE §3.1.2 and VC Data Model 1.1 §6.3.1: the challenge is `nonce`, the domain `aud`, the holder `iss`. */
async function ofJwt(
  presentation: JsonObject,
  jwt: ReceivedJwt,
  world: World,
  { challenge, domain }: PresentationRequest,
): Promise<HolderFinding> {
  const { iss, nonce, aud, exp, nbf } = jwt.claims
  const stated = statedHolder(presentation)
  const found = await examineSignature(
    jwt,
    { kind: 'presentation', by: nameOf(iss ?? stated), purpose: 'authentication' },
    world,
  )
  if (found.outcome !== 'passed') return refused(found.outcome, found.code)
  if (iss !== undefined && iss !== found.signedBy) return by(null, result('failed', 'holder.mismatch'))
  if (!sameOrNotAsked(nonce, challenge) || !sameOrNotAsked(aud, domain)) {
    return by(null, result('failed', 'holder.challengeMismatch'))
  }
  const [begins, ends] = [timeOf(nbf), timeOf(exp)]
  if (begins === null || ends === null || (begins ?? 0) > world.now.getTime() + CLOCK_TOLERANCE_MS) {
    return refused('failed', 'dates.malformed')
  }
  if (ends !== undefined && ends <= world.now.getTime()) return by(null, result('failed', 'holder.stale'))
  return signedBy(found.signedBy, stated, challenge)
}

/** A good signature: by whom the presentation says it is by, and an answer to a question where one was asked. */
function signedBy(signer: string | null, stated: Json | undefined, challenge: string | undefined): HolderFinding {
  if (stated !== undefined && stated !== signer) return by(null, result('failed', 'holder.mismatch'))
  return by(signer, challenge === undefined ? result('notice', 'holder.noChallenge') : result('passed', 'holder.ok'))
}

function statedHolder({ holder }: JsonObject): Json | undefined {
  return isObject(holder) ? holder.id : holder
}

function nameOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function sameOrNotAsked(found: Json | undefined, asked: string | undefined): boolean {
  return asked === undefined || asArray(found).includes(asked)
}

/** A NumericDate in milliseconds, null for what is none. */
function timeOf(value: Json | undefined): number | null | undefined {
  if (value === undefined) return undefined
  return typeof value === 'number' ? value * 1000 : null
}

function refused(outcome: CheckResult['outcome'], reason: string): HolderFinding {
  return by(null, result(outcome, outcome === 'failed' ? 'holder.invalid' : 'holder.notChecked', { reason }))
}

function by(signer: string | null, results: CheckResult[]): HolderFinding {
  return { results, signedBy: signer }
}
