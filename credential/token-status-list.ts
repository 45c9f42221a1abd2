import { base64url, base64urlDecode, deflate, inflate, isObject, type JsonObject, PassportError } from '#platform'
import { signClaims } from './proof/vc-jwt.ts'
import type { Signer } from './signer.ts'
import { STATUS_LIST_TTL_MS } from './status-list.ts'

/** What a list says of a credential (Token Status List §7.1). Other values mean what their issuer alone knows. */
export const TOKEN_STATUS = { valid: 0, invalid: 1, suspended: 2 } as const

/** How many bits one status takes in a list, and the list with its statuses side by side (§4.1). */
export interface TokenStatuses {
  bits: 1 | 2 | 4 | 8
  bytes: Uint8Array
}

const MAX_INFLATED = 16 * 1024 * 1024

/** Room for so many statuses, all valid. */
export function emptyTokenStatuses(length: number, bits: TokenStatuses['bits']): TokenStatuses {
  return { bits, bytes: new Uint8Array(Math.ceil((length * bits) / 8)) }
}

/** The status at an index, or null beyond the end. The first of a byte is in its lowest bits (§4.1). */
export function readTokenStatus({ bits, bytes }: TokenStatuses, index: number): number | null {
  const byte = bytes[Math.floor((index * bits) / 8)]
  return byte === undefined ? null : (byte >> ((index * bits) % 8)) & (2 ** bits - 1)
}

/** Sets the status at an index, in place. */
export function writeTokenStatus({ bits, bytes }: TokenStatuses, index: number, status: number): void {
  const at = Math.floor((index * bits) / 8)
  const byte = bytes[at]
  if (byte === undefined) throw new PassportError('status.malformed', 'The index lies beyond the list.')
  const shift = (index * bits) % 8
  bytes[at] = (byte & ~((2 ** bits - 1) << shift)) | (status << shift)
}

/** Packs statuses as the claim `status_list` (§4.2). */
export function packTokenStatuses({ bits, bytes }: TokenStatuses): JsonObject {
  return { bits, lst: base64url(deflate(bytes)) }
}

/** Unpacks the claim `status_list`. Throws `status.malformed`, also for a list that is too large. */
export function unpackTokenStatuses(claim: JsonObject[string]): TokenStatuses {
  const { bits, lst } = isObject(claim) ? claim : {}
  const isWidth = bits === 1 || bits === 2 || bits === 4 || bits === 8
  if (!isWidth || typeof lst !== 'string') throw new PassportError('status.malformed', 'This is not a status list.')
  return { bits, bytes: inflate(decoded(lst), MAX_INFLATED) }
}

function decoded(text: string): Uint8Array {
  try {
    return base64urlDecode(text)
  } catch (cause) {
    throw new PassportError('status.malformed', 'The list is not in base64url.', { cause })
  }
}

/** The claim by which a credential points to its place in a list (§6.1). */
export function tokenStatusClaim(uri: string, index: number): JsonObject {
  return { status_list: { idx: index, uri } }
}

/** Signs a list as its issuer publishes it (§5.1). */
export function signTokenStatusList(
  list: { url: string; issuer: string; statuses: TokenStatuses; issuedAt: Date; expiresAt: Date },
  signer: Signer,
): Promise<string> {
  const claims = {
    iss: list.issuer,
    sub: list.url,
    iat: Math.floor(list.issuedAt.getTime() / 1000),
    exp: Math.floor(list.expiresAt.getTime() / 1000),
    ttl: STATUS_LIST_TTL_MS / 1000,
    status_list: packTokenStatuses(list.statuses),
  }
  return signClaims(claims, { typ: 'statuslist+jwt' }, signer)
}
