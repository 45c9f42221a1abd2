import { base64url, isObject, type JsonObject, verificationKeyOfJwk } from '#platform'
import { resultOf } from '../checks/check.ts'
import { CLOCK_TOLERANCE_MS } from '../dates.ts'
import { headerFault, verifyJwt } from '../proof/vc-jwt.ts'
import type { CheckResult } from '../report.ts'
import type { World } from '../world.ts'
import { hashOf } from './disclose.ts'
import type { ReceivedSdJwt } from './parse.ts'

const result = resultOf('holder')

const MAX_AGE_MS = 60 * 60 * 1000

/**
 * Whether whoever presents an SD-JWT holds the key that its issuer bound it to, and answers what was asked (RFC 9901 §4.3 and
 * §7.3, step 5). Without a key binding it shows only itself; who asks a question wants it answered.
 */
export async function keyBinding(
  { presented, issued, keyBinding: binding }: ReceivedSdJwt,
  { now, asked = {} }: Pick<World, 'now' | 'asked'>,
): Promise<CheckResult[]> {
  const isAsked = asked.challenge !== undefined || asked.domain !== undefined
  if (binding === null) return isAsked ? result('failed', 'holder.unsigned') : result('notice', 'holder.notPresented')
  const { cnf } = issued.claims
  if (cnf === undefined) return result('failed', 'holder.invalid', { reason: 'noKey' })
  // RFC 7800 has other ways to name a key; each leads somewhere else.
  if (!isObject(cnf) || cnf.jwk === undefined) return result('unknown', 'holder.notChecked', { reason: 'keyElsewhere' })
  const fault = headerFault(binding, 'keyBinding')
  if (fault === 'unsupported') return result('unknown', 'holder.notChecked', { reason: `proof.${fault}` })
  if (fault !== null || !(await verifyJwt(binding, verificationKeyOfJwk(cnf.jwk)))) {
    return result('failed', 'holder.invalid', { reason: fault === null ? 'proof.invalid' : `proof.${fault}` })
  }
  const { sd_hash: sdHash, iat, nonce, aud, exp, nbf } = binding.claims
  const hash = hashOf(issued.claims)
  if (hash === undefined || sdHash !== base64url(hash(presented))) {
    return result('failed', 'holder.invalid', { reason: 'sdHash' })
  }
  const age = ageOf(iat, now)
  const isEarly = [iat, nbf ?? iat].some((time) => (ageOf(time, now) ?? -Infinity) < -CLOCK_TOLERANCE_MS)
  if (age === null || isEarly || typeof nonce !== 'string' || typeof aud !== 'string') {
    return result('failed', 'holder.invalid', { reason: 'claims' })
  }
  if (!answers({ nonce, aud }, asked)) return result('failed', 'holder.challengeMismatch')
  // It must be a valid JWT in all other respects too, so an end that it names counts (RFC 7519 §4.1.4).
  const isOver = exp !== undefined && (ageOf(exp, now) ?? 0) >= 0
  if (isOver || (isAsked && age > MAX_AGE_MS)) return result('failed', 'holder.stale')
  return asked.challenge === undefined ? result('notice', 'holder.noChallenge') : result('passed', 'holder.ok')
}

/** How long ago, in milliseconds; null for what is no time. */
function ageOf(iat: JsonObject[string], now: Date): number | null {
  return typeof iat === 'number' && iat > 0 ? now.getTime() - iat * 1000 : null
}

function answers(said: { nonce: string; aud: string }, { challenge, domain }: NonNullable<World['asked']>): boolean {
  return (challenge === undefined || said.nonce === challenge) && (domain === undefined || said.aud === domain)
}
