import { asArray, asText, isObject, type Json, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { resultOf, type StatusMethod } from './checks/check.ts'
import { notThen, pastDate } from './past-status.ts'

const result = resultOf('status')

const MAX_BYTES = 4 * 1024 * 1024
const MAX_STALE_MS = 5 * 60 * 1000
const MAX_REASON = 300
const LIST_LIMITS = { length: MAX_BYTES, depth: 8, keys: 500_000, stringLength: 4096, arrayLength: 100_000 }

/**
 * Looks a credential up in a `1EdTechRevocationList` (1EdTech Revocation List Status Method 1.0): a JSON document at the
 * entry's own address that names the credentials which its issuer revoked. Nobody signs it; it is as good as the website
 * that the credential names, and the answer says so.
 */
export const revocationListStatus: StatusMethod = async (entry, { credential, issuerId }, world) => {
  const url = entry.id
  const id = credential.id
  if (typeof url !== 'string' || typeof id !== 'string') return result('unknown', 'status.malformed')
  const detail = { purpose: 'revocation', list: url }
  try {
    const loaded = await world.load(url, { maxAgeSeconds: world.statusMaxAgeSeconds, maxBytes: MAX_BYTES })
    const asOf = loaded.asOf.toISOString()
    if (world.now.getTime() - loaded.asOf.getTime() > MAX_STALE_MS) {
      return result('unknown', 'status.stale', { ...detail, asOf })
    }
    const list = parseJsonObject(loaded.bytes, LIST_LIMITS)
    const issuer = idOf(list.issuer)
    if (issuer !== undefined && issuer !== issuerId) {
      return result('unknown', 'status.issuerMismatch', { ...detail, signer: asText(issuer) })
    }
    const revoked = revokedIn(list)
    if (revoked === null || (list.id !== undefined && list.id !== url)) {
      return result('unknown', 'status.malformed', { ...detail, reason: revoked === null ? 'list' : 'id' })
    }
    const unsigned = result('notice', 'status.unsigned', { list: url, asOf })
    const found = revoked.find((one) => one.id === id)
    if (found !== undefined && pastDate(world) !== null) return [...notThen(detail), ...unsigned]
    if (found === undefined) return [...result('passed', 'status.ok', { ...detail, asOf }), ...unsigned]
    const reason = asText(found.revocationReason).slice(0, MAX_REASON)
    return [...result('failed', 'status.revoked', { ...detail, asOf, ...(reason ? { reason } : {}) }), ...unsigned]
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    const code = error.code.startsWith('fetch.') ? 'status.unreachable' : 'status.malformed'
    return result('unknown', code, { ...detail, reason: error.code })
  }
}

/** The credentials that a list names, by id alone or with a reason; null where it is no such list. */
function revokedIn({ revokedCredential, revokedCredentials }: JsonObject): JsonObject[] | null {
  const named = revokedCredential ?? revokedCredentials
  if (!Array.isArray(named)) return null
  return named.map((one) => (isObject(one) ? one : { id: one })).filter(({ revoked }) => revoked !== false)
}

function idOf(value: Json | undefined): Json | undefined {
  return isObject(value) ? value.id : asArray(value)[0]
}
