import { canonicalJson, digestMultibase, isObject, JSON_LIMITS, PassportError, parseJsonObject } from '#platform'
import {
  codecOf,
  type ReadList,
  type RecognisedEntity,
  SHARD_BYTES,
  type ShardReference,
  type TrustList,
  type UnavailableList,
} from '#trust'
import { hasStatedDigests } from './digests.ts'
import { receiveJson } from './received.ts'
import type { Report } from './report.ts'
import { verify } from './verify.ts'
import type { Loaded, World } from './world.ts'

/** A list that an operator trusts: where it is, and the DID that must have signed it. */
export interface TrustListSource {
  url: string
  signer: string
}

const MAX_BYTES = 4 * 1024 * 1024

/** A shard's address holds its digest, so what was had once is good for as long as it is kept. */
const SHARD_AGE_SECONDS = 365 * 24 * 60 * 60

/** The lists between the one that an operator trusts and one that is followed from there. */
const MAX_DEPTH = 3

/**
 * Gets a trust list and verifies it like any other credential; besides, its signer must be the very DID that the operator
 * named. Its shards are had, and the lists of those whom it lets recognise others. Throws `trust.*` for a list that does not
 * hold, `fetch.*` where it cannot be had. `through` are the addresses of the lists that led here.
 */
export async function loadTrustList(
  source: TrustListSource,
  world: World,
  through: readonly string[] = [],
): Promise<TrustList> {
  const { bytes, asOf } = await fetchTrustList(source, world)
  return readTrustList(bytes, { ...source, asOf }, world, through)
}

/** Gets the signed document of a list, and looks at nothing in it. Throws `fetch.*`. */
export function fetchTrustList({ url }: TrustListSource, world: World): Promise<Loaded> {
  return world.load(url, { maxAgeSeconds: world.statusMaxAgeSeconds, maxBytes: MAX_BYTES })
}

/** Verifies a trust list that is at hand. Throws as `loadTrustList` does. */
export async function readTrustList(
  bytes: Uint8Array,
  source: TrustListSource & { asOf: Date },
  world: World,
  through: readonly string[] = [],
): Promise<TrustList> {
  const { signer, url, asOf } = source
  if (bytes.byteLength > MAX_BYTES) throw new PassportError('trust.tooLarge', 'The list of issuers is too large.')
  const document = parseJsonObject(bytes, { ...JSON_LIMITS, length: MAX_BYTES, keys: 100_000 })
  const { issuer } = document
  if ((isObject(issuer) ? issuer.id : issuer) !== signer) {
    throw new PassportError('trust.wrongSigner', 'The list of issuers is by someone else than who is trusted for it.')
  }
  if (document.proof === undefined) throw new PassportError('trust.notSigned', 'The list of issuers is not signed.')
  const report = await verify(receiveJson(document), { ...world, trustLists: [], unavailableLists: [] })
  if (report.verdict !== 'accepted' || report.credential === null) throw refusalOf(report)
  const codec = codecOf(report.credential)
  const digest = digestMultibase(canonicalJson(document))
  const read = codec.read(report.credential, { url, asOf, digest })
  const list = codec.withShards(read, await shardsOf(read, world))
  return withDelegated(list, world, [...through, url])
}

function refusalOf({ verdict, checks }: Report): PassportError {
  if (verdict === 'undecided') {
    return new PassportError('fetch.failed', 'The list of issuers could not be checked: its signer cannot be reached.')
  }
  const failed = checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)
  if (failed.every((code) => code === 'dates.expired')) {
    return new PassportError('trust.expired', 'The list of issuers is out of date.')
  }
  if (failed.some((code) => /^(?:proof|issuer)\./.test(code))) {
    return new PassportError('trust.forged', 'The list of issuers is not as its keeper signed it.')
  }
  return new PassportError('trust.malformed', 'The list of issuers is not well formed, or does not hold any more.')
}

/** The parts of a large list, each as the signed document names it by its digest. */
async function shardsOf({ shards }: ReadList, world: World): Promise<Uint8Array[]> {
  const bytes: Uint8Array[] = []
  for (const shard of shards) bytes.push(await shardOf(shard, world))
  return bytes
}

async function shardOf({ url, digest }: ShardReference, world: World): Promise<Uint8Array> {
  const { bytes } = await world.load(url, { maxAgeSeconds: SHARD_AGE_SECONDS, maxBytes: SHARD_BYTES })
  if (hasStatedDigests({ digestMultibase: digest }, bytes) === true) return bytes
  throw new PassportError('trust.mixed', 'A part of the list of issuers is not the one that it names.')
}

/**
 * The list with those of whom it lets recognise others. One that cannot be had or used leaves the list itself good, and is
 * named; one that leads back to a list on the way (`trust.loop`) is one of these.
 */
async function withDelegated(list: TrustList, world: World, through: readonly string[]): Promise<TrustList> {
  const delegated = new Map<string, TrustList>()
  const unavailable: UnavailableList[] = []
  for (const { did, name, recognisedIn } of delegates(list)) {
    try {
      if (through.includes(recognisedIn))
        throw new PassportError('trust.loop', 'These lists of issuers lead in a circle.')
      if (through.length > MAX_DEPTH) throw new PassportError('trust.loop', 'These lists of issuers lead on and on.')
      delegated.set(did, await loadTrustList({ url: recognisedIn, signer: did }, world, through))
    } catch (error) {
      if (!(error instanceof PassportError)) throw error
      unavailable.push({ url: recognisedIn, name, code: error.code, asOf: null })
    }
  }
  return { ...list, delegated, unavailable }
}

function delegates({ entities }: TrustList): (RecognisedEntity & { recognisedIn: string })[] {
  return [...entities.values()].flatMap((entity) => {
    const { recognisedIn, actions } = entity
    const may = recognisedIn !== null && actions.some(({ action }) => action === 'recognise')
    return may ? [{ ...entity, recognisedIn }] : []
  })
}
