import { asArray, asText, isObject, type JsonObject } from '#platform'
import { resultOf } from '../checks/check.ts'
import { notThen, pastDate } from '../past-status.ts'
import type { CheckResult } from '../report.ts'
import type { World } from '../world.ts'
import { idOf } from './assertion.ts'
import { isUnhad, loadHosted } from './linked-data.ts'

const result = resultOf('status')

const MAX_REASON = 300

/** A hosted Assertion says itself whether it was revoked (§4.1 `revoked`). */
export function hostedStatus(assertion: JsonObject, asOf: Date, world: World): CheckResult[] {
  const detail = { purpose: 'revocation', list: asText(assertion.id), asOf: asOf.toISOString() }
  if (assertion.revoked !== true) return result('passed', 'status.ok', detail)
  if (pastDate(world) !== null) return notThen(detail)
  return result('failed', 'status.revoked', { ...detail, ...reasonOf(assertion) })
}

/** A signed one is looked up in the list that its issuer's profile names (§4.8, RevocationList). */
export async function signedStatus(assertion: JsonObject, profile: JsonObject, world: World): Promise<CheckResult[]> {
  const address = idOf(profile.revocationList)
  if (address === null) return result('notice', 'status.none')
  const about = { purpose: 'revocation', list: address }
  const list = await loadHosted(address, world, world.statusMaxAgeSeconds)
  if (isUnhad(list)) return result('unknown', 'status.unreachable', { ...about, reason: list.reason })
  const { issuer, revokedAssertions } = list.document
  if (!Array.isArray(revokedAssertions)) return result('unknown', 'status.malformed', about)
  const signer = idOf(issuer)
  if (signer !== null && signer !== profile.id) return result('unknown', 'status.issuerMismatch', { ...about, signer })
  const revoked = revokedAssertions.find(
    (one) => idOf(one) === assertion.id || (isObject(one) && one.uid !== undefined && one.uid === assertion.uid),
  )
  const detail = { ...about, asOf: list.asOf.toISOString() }
  if (revoked === undefined) return result('passed', 'status.ok', detail)
  if (pastDate(world) !== null) return notThen(detail)
  return result('failed', 'status.revoked', { ...detail, ...(isObject(revoked) ? reasonOf(revoked) : {}) })
}

function reasonOf({ revocationReason }: JsonObject): { reason?: string } {
  const reason = asText(asArray(revocationReason)[0]).slice(0, MAX_REASON)
  return reason === '' ? {} : { reason }
}
