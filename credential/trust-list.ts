import {
  canonicalJson,
  digestMultibase,
  isObject,
  JSON_LIMITS,
  type JsonObject,
  PassportError,
  parseJsonObject,
} from '#platform'
import {
  codecOf,
  MAX_STEPS,
  type ReadList,
  type RecognisedEntity,
  SHARD_BYTES,
  type ShardReference,
  type TrustList,
  type UnavailableList,
} from '#trust'
import { hasStatedDigests } from './digests.ts'
import { isSignedAsKnownAbove } from './list-signature.ts'
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

/** How many lists are followed from one list, and in all; and what the shards of these may take together. */
const MAX_DELEGATES = 100
const MAX_LISTS = 300
const MAX_SHARDS_BYTES = 64 * 1024 * 1024

/** How a list was come to, from the one that an operator trusts, and how far it may lead on. */
interface Way {
  /** The addresses of the lists that led here, and whom they name. */
  through: readonly string[]
  above: readonly TrustList['entities'][]
  /** How many more lists may follow one from the other, as those above say: nobody else is asked for theirs. */
  depth: number
  /** What is left for all that are followed from the same one. */
  rest: { lists: number; bytes: number }
}

const beginning = (): Way => ({
  through: [],
  above: [],
  depth: Number.POSITIVE_INFINITY,
  rest: { lists: MAX_LISTS, bytes: MAX_SHARDS_BYTES },
})

/**
 * Gets a trust list and verifies it like any other credential; besides, its signer must be the very DID that the operator
 * named. Its shards are had, and the lists of those whom it lets recognise others. Throws `trust.*` for a list that does not
 * hold, `fetch.*` where it cannot be had.
 */
export async function loadTrustList(source: TrustListSource, world: World): Promise<TrustList> {
  return follow(source, world, beginning())
}

async function follow(source: TrustListSource, world: World, way: Way): Promise<TrustList> {
  const { bytes, asOf } = await fetchTrustList(source, world)
  return read(bytes, { ...source, asOf }, world, way)
}

/** Gets the signed document of a list, and looks at nothing in it. Throws `fetch.*`. */
export function fetchTrustList({ url }: TrustListSource, world: World): Promise<Loaded> {
  return world.load(url, { maxAgeSeconds: world.statusMaxAgeSeconds, maxBytes: MAX_BYTES })
}

/**
 * Verifies a trust list that is at hand. Throws as `loadTrustList` does. `before` is the list as it was read there last: one
 * that is the same to the letter has the same parts, which are then not read again.
 */
export async function readTrustList(
  bytes: Uint8Array,
  source: TrustListSource & { asOf: Date },
  world: World,
  before?: TrustList,
): Promise<TrustList> {
  return read(bytes, source, world, beginning(), before)
}

/** The same of one that was parsed already, within something else. Throws as `loadTrustList` does. */
export async function readTrustDocument(
  document: JsonObject,
  source: TrustListSource & { asOf: Date },
  world: World,
): Promise<TrustList> {
  return readDocument(document, source, world, beginning())
}

async function read(
  bytes: Uint8Array,
  source: TrustListSource & { asOf: Date },
  world: World,
  way: Way,
  before?: TrustList,
): Promise<TrustList> {
  if (bytes.byteLength > MAX_BYTES) throw new PassportError('trust.tooLarge', 'The list of issuers is too large.')
  const document = parseJsonObject(bytes, { ...JSON_LIMITS, length: MAX_BYTES, keys: 100_000 })
  const isKnown = await isSignedAsKnownAbove(document, source.signer, way.above, world)
  // Nobody else is asked for the sake of one that is not used.
  const list = await readDocument(document, source, world, isKnown ? way : { ...way, depth: 0 }, before)
  if (isKnown) return list
  throw new PassportError(
    'trust.keyNotPinned',
    'The list of issuers is signed with a key that the lists leading to it do not let count for its keeper.',
  )
}

async function readDocument(
  document: JsonObject,
  { signer, url, asOf }: TrustListSource & { asOf: Date },
  world: World,
  way: Way,
  before?: TrustList,
): Promise<TrustList> {
  const { issuer } = document
  if ((isObject(issuer) ? issuer.id : issuer) !== signer) {
    throw new PassportError('trust.wrongSigner', 'The list of issuers is by someone else than who is trusted for it.')
  }
  if (document.proof === undefined) throw new PassportError('trust.notSigned', 'The list of issuers is not signed.')
  const received = receiveJson(document)
  // What holds a credential in another form says itself who signed that, and its own words are signed by nobody.
  if (received.securing !== 'data-integrity' || received.credential !== document) {
    throw new PassportError('trust.malformed', 'The list of issuers is in a form in which lists are not read.')
  }
  if (document.id !== url) {
    throw new PassportError('trust.mixed', 'What is at the address of the list of issuers is another one, by its id.')
  }
  const report = await verify(received, { ...world, trustLists: [], unavailableLists: [] })
  if (report.verdict !== 'accepted' || report.credential === null) throw refusalOf(report)
  const codec = codecOf(report.credential)
  const digest = digestMultibase(canonicalJson(document))
  const begun = codec.read(report.credential, { url, asOf, digest })
  const list =
    before?.digest === digest
      ? { ...begun.list, entities: before.entities }
      : codec.withShards(begun, await shardsOf(begun, world, way))
  return withDelegated(list, world, { ...way, through: [...way.through, url] })
}

function refusalOf({ verdict, checks }: Report): PassportError {
  if (checks.some(({ code }) => code === 'proof.tooComplex')) {
    return new PassportError('trust.tooLarge', 'The list of issuers says too much in one document.')
  }
  if (verdict === 'undecided') {
    return new PassportError(
      'fetch.failed',
      'The list of issuers could not be checked: its signer cannot be reached, or it is signed in a way not known here.',
    )
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
async function shardsOf({ shards }: ReadList, world: World, { rest, through }: Way): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for (const shard of shards) {
    const bytes = await shardOf(shard, world)
    if (through.length > 0) rest.bytes -= bytes.byteLength
    if (rest.bytes < 0) throw new PassportError('trust.tooLarge', 'The parts of the list of issuers are too large.')
    all.push(bytes)
  }
  return all
}

async function shardOf({ url, digest }: ShardReference, world: World): Promise<Uint8Array> {
  const { bytes } = await world.load(url, { maxAgeSeconds: SHARD_AGE_SECONDS, maxBytes: SHARD_BYTES, digest })
  if (hasStatedDigests({ digestMultibase: digest }, bytes) === true) return bytes
  throw new PassportError('trust.mixed', 'A part of the list of issuers is not the one that it names.')
}

/**
 * The list with those of whom it lets recognise others. One that cannot be had or used leaves the list itself good, and is
 * named; one that leads back to a list on the way (`trust.loop`) is one of these. All are had at once, so that one that is
 * slow keeps none of the others waiting.
 */
async function withDelegated(list: TrustList, world: World, way: Way): Promise<TrustList> {
  const owners = way.depth > 0 ? delegates(list) : []
  const above = [...way.above, list.entities]
  const followed = await Promise.all(owners.map((owner, at) => delegatedTo(owner, at, world, { ...way, above })))
  return {
    ...list,
    delegated: new Map(followed.flatMap((one) => ('list' in one ? [[one.did, one.list]] : []))),
    unavailable: followed.flatMap((one) => ('list' in one ? [] : [one])),
  }
}

type Delegate = RecognisedEntity & { recognisedIn: string }

async function delegatedTo(
  { did, name, recognisedIn, actions }: Delegate,
  at: number,
  world: World,
  { through, above, depth, rest }: Way,
): Promise<{ did: string; list: TrustList } | UnavailableList> {
  try {
    if (through.includes(recognisedIn) || through.length > MAX_STEPS) {
      throw new PassportError('trust.loop', 'These lists of issuers lead in a circle, or on and on.')
    }
    rest.lists -= 1
    if (at >= MAX_DELEGATES || rest.lists < 0) {
      throw new PassportError('trust.tooLarge', 'These lists of issuers lead to too many others.')
    }
    const further = Math.max(0, ...actions.filter(({ action }) => action === 'recognise').map((one) => one.depth))
    const way = { through, above, depth: Math.min(depth - 1, further), rest }
    const list = await follow({ url: recognisedIn, signer: did }, world, way)
    if ((await world.isNewestList?.(recognisedIn, list.validFrom)) === false) {
      throw new PassportError('trust.rolledBack', 'The list of issuers is older than one that was seen before.')
    }
    return { did, list }
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return { url: recognisedIn, name, code: error.code, asOf: null }
  }
}

/** Those who may recognise others, and have a list for that. */
function delegates({ entities }: TrustList): Delegate[] {
  const all: Delegate[] = []
  for (const entity of entities.values()) {
    const { recognisedIn, actions } = entity
    if (recognisedIn !== null && actions.some(({ action }) => action === 'recognise'))
      all.push({ ...entity, recognisedIn })
  }
  return all
}
