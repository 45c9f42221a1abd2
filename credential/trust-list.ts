import { PassportError, parseJsonObject } from '#platform'
import { parseRecognizedEntities, type TrustList } from '#trust'
import { receiveJson } from './received.ts'
import { verify } from './verify.ts'
import type { World } from './world.ts'

/** A list that an operator trusts: where it is, and the DID that must have signed it. */
export interface TrustListSource {
  url: string
  signer: string
}

const MAX_BYTES = 4 * 1024 * 1024

/**
 * Gets a trust list and verifies it like any other credential; besides, its signer must be the very DID that the
 * operator named. Throws `trust.malformed` for a list that does not hold, `fetch.*` where it cannot be had.
 */
export async function loadTrustList(source: TrustListSource, world: World): Promise<TrustList> {
  const loaded = await world.load(source.url, { maxAgeSeconds: world.statusMaxAgeSeconds, maxBytes: MAX_BYTES })
  return readTrustList(loaded.bytes, { ...source, asOf: loaded.asOf }, world)
}

/** Verifies a trust list that is at hand. Throws as `loadTrustList` does. */
export async function readTrustList(
  bytes: Uint8Array,
  source: TrustListSource & { asOf: Date },
  world: World,
): Promise<TrustList> {
  const { signer, url, asOf } = source
  const report = await verify(receiveJson(parseJsonObject(bytes)), { ...world, trustLists: [], unavailableLists: [] })
  if (report.verdict === 'undecided') {
    throw new PassportError('fetch.failed', 'The list of issuers could not be checked: its signer cannot be reached.')
  }
  if (report.verdict !== 'accepted' || report.credential === null) {
    throw new PassportError('trust.malformed', 'The list of issuers is not signed as it must be, or is out of date.')
  }
  const list = parseRecognizedEntities(report.credential, { url, asOf })
  if (list.operator !== signer) {
    throw new PassportError('trust.malformed', 'The list of issuers is signed by someone else.')
  }
  return list
}
