import {
  asArray,
  asText,
  decodeUtf8,
  isObject,
  type Json,
  type JsonObject,
  PassportError,
  parseJsonObject,
  sha256Hex,
} from '#platform'
import { looksLikeJwt } from './jwt.ts'
import { type Received, receiveJson, receiveJwt } from './received.ts'
import { decodeBits, decodeBits2021 } from './status-list.ts'

/** The two kinds of list; an entry of one kind never points into a list of the other. */
export type StatusListKind = 'BitstringStatusList' | 'StatusList2021'

/** A status list that was had, and that its own issuer signed. */
export interface StatusList {
  issuer: string
  purposes: string[]
  bits: Uint8Array
  /** What its issuer says besides (VC Data Model 2.0 §5.3), as it stands in the list. */
  relatedResource?: Json | undefined
  /** The time of which it speaks. */
  asOf: Date
}

/** A list as it was read: not verified yet. */
export interface ReadStatusList {
  received: Received
  list: Omit<StatusList, 'asOf'>
  /** SHA-256 of the bytes that it was read from, in hexadecimal. */
  digest: string
  /** How much it takes to remember it. */
  size: number
}

/** How large a list may be as it comes. */
export const MAX_LIST_BYTES = 4 * 1024 * 1024

const MAX_REMEMBERED_BYTES = 32 * 1024 * 1024

/** Lists that were read last, by their kind and digest: many credentials point to one. The first is the oldest. */
const remembered = new Map<string, ReadStatusList>()
let rememberedBytes = 0

/**
 * Reads a status list of that kind (Bitstring Status List §3.2, steps 6 to 8). Throws `status.malformed`, `json.*` and
 * `jwt.malformed`. What it answers is shared, and never to be changed.
 */
export function readStatusList(bytes: Uint8Array, kind: StatusListKind): ReadStatusList {
  const digest = sha256Hex(bytes)
  const key = `${kind} ${digest}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const received = receiveList(bytes)
  const list = listIn(received.credential, kind)
  const read = { received, list, digest, size: list.bits.byteLength + bytes.byteLength }
  remember(key, read)
  return read
}

function remember(key: string, read: ReadStatusList): void {
  remembered.set(key, read)
  rememberedBytes += read.size
  for (const [oldest, old] of remembered) {
    if (rememberedBytes <= MAX_REMEMBERED_BYTES) return
    remembered.delete(oldest)
    rememberedBytes -= old.size
  }
}

function receiveList(bytes: Uint8Array): Received {
  const text = decodeUtf8(bytes).trim()
  return looksLikeJwt(text) ? receiveJwt(text) : receiveJson(parseJsonObject(text, LIST_LIMITS))
}

/** A list of many millions of entries is one long text. */
const LIST_LIMITS = { length: MAX_LIST_BYTES, depth: 16, keys: 500, stringLength: MAX_LIST_BYTES, arrayLength: 100 }

function listIn(credential: JsonObject, kind: StatusListKind): ReadStatusList['list'] {
  const subject = credential.credentialSubject
  const issuerId = isObject(credential.issuer) ? credential.issuer.id : credential.issuer
  const isList =
    asArray(credential.type).includes(`${kind}Credential`) &&
    isObject(subject) &&
    asArray(subject.type).includes(kind) &&
    typeof subject.encodedList === 'string'
  if (!isList || typeof issuerId !== 'string') {
    throw new PassportError('status.malformed', 'This is not a status list of the kind that the credential names.')
  }
  const purposes = asArray(subject.statusPurpose).map((purpose) => asText(purpose).toLowerCase())
  const decode = kind === 'StatusList2021' ? decodeBits2021 : decodeBits
  const { relatedResource } = credential
  return { issuer: issuerId, purposes, bits: decode(asText(subject.encodedList)), relatedResource }
}
