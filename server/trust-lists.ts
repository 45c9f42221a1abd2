import { setTimeout as sleep } from 'node:timers/promises'
import { fetchTrustList, readTrustList, type TrustListSource, type World } from '#credential'
import { PassportError } from '#platform'
import type { TrustList, UnavailableList } from '#trust'

/** A version of a trust list that was found good. */
export interface KeptTrustList {
  name: string
  sequence: number
  digest: string
  body: Uint8Array
  asOf: Date
}

/** Where the newest good version of each list is kept, so that no older one is taken for it. */
export interface TrustListStore {
  find(url: string): Promise<KeptTrustList | undefined>
  /** Keeps a version, unless a newer one is kept, or another of the same number. Answers whether it was kept. */
  keep(url: string, version: KeptTrustList): Promise<boolean>
}

/** Lists that can be used, and those that cannot. */
export interface Lists {
  trustLists: TrustList[]
  unavailableLists: UnavailableList[]
}

/** How long one list is read, with all that it leads to; what was not had by then is named as unavailable. */
const READ_MS = 30_000
/** How long a check waits for that; after it, what was read before serves. */
const PATIENCE_MS = 5_000

/** The lists of one service, each as it was read last. */
export interface FollowedLists {
  /** Reads all lists anew, but those that are being read already. It is done when all are read, or patience is at its end. */
  read(world: World): Promise<void>
  /** The lists as they are now known: those that are out of date by that time are not used. */
  at(time: Date): Lists
}

/**
 * Follows lists. One that cannot be had or does not hold keeps nobody from being checked: the last good version of it serves
 * as long as it is valid, with the reason why the newer is not used; after that it is named as unavailable. Each is known as
 * soon as it is read, so that one that is slow holds up none of the others.
 */
export function followTrustLists(
  sources: readonly TrustListSource[],
  store: TrustListStore | undefined,
  { patienceMs = PATIENCE_MS, late = () => AbortSignal.timeout(READ_MS) } = {},
): FollowedLists {
  const known = sources.map(({ url }): TrustList | UnavailableList => {
    return { url, name: url, code: 'fetch.failed', asOf: null }
  })
  const running = new Map<TrustListSource, Promise<void>>()

  async function readAnew(source: TrustListSource, at: number, world: World): Promise<void> {
    try {
      // The last good version has as much time again.
      const before = known[at]
      const begin = () => ({ ...world, load: loadUntil(late(), world) })
      known[at] = await readOne(source, begin, store, before && 'entities' in before ? before : undefined)
    } finally {
      running.delete(source)
    }
  }

  /** All who ask while it is read wait for the same, and none of them longer than the first. */
  function readOnce(source: TrustListSource, at: number, world: World): Promise<void> {
    const found = running.get(source)
    if (found !== undefined) return found
    const waiting = Promise.race([readAnew(source, at, world), sleep(patienceMs, undefined, { ref: false })])
    running.set(source, waiting)
    return waiting
  }

  return {
    async read(world) {
      await Promise.all(sources.map((source, at) => readOnce(source, at, world)))
    },
    at(time) {
      const now = known.map((one) => ('entities' in one && isOver(one, time) ? outOfDate(one) : one))
      return {
        trustLists: now.filter((one) => 'entities' in one),
        unavailableLists: now.filter((one) => 'code' in one),
      }
    },
  }
}

const isOver = ({ validUntil }: TrustList, time: Date) => validUntil !== null && validUntil <= time

function outOfDate({ url, name, asOf }: TrustList): UnavailableList {
  return { url, name, code: 'trust.expired', asOf }
}

/** The same load, that begins nothing more once it is late: a list can lead to many others, and each may be slow. */
function loadUntil(late: AbortSignal, { load }: Pick<World, 'load'>): World['load'] {
  return async (url, options) => {
    if (late.aborted) throw new PassportError('fetch.timeout', 'Reading the list of issuers took too long.')
    return load(url, options)
  }
}

async function readOne(
  source: TrustListSource,
  begin: () => World,
  store: TrustListStore | undefined,
  before: TrustList | undefined,
): Promise<TrustList | UnavailableList> {
  try {
    const world = begin()
    const { bytes: body, asOf } = await fetchTrustList(source, world)
    const list = await readTrustList(body, { ...source, asOf }, world, before)
    const { name, sequence, digest } = list
    if (store === undefined) return list
    await expectToFollow(list, store)
    if (!(await store.keep(source.url, { name, sequence, digest, body, asOf }))) throw await olderOrOther(list, store)
    return list
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return await lastGood(source, error.code, begin(), store, before)
  }
}

/** The next version names the one before by its digest: another one before it is another list than was seen here. */
async function expectToFollow({ url, sequence, previousDigest }: TrustList, store: TrustListStore): Promise<void> {
  const kept = await store.find(url)
  if (kept?.sequence !== sequence - 1 || previousDigest === null || previousDigest === kept.digest) return
  throw new PassportError('trust.forked', 'The list of issuers does not follow the one that was seen before.')
}

async function olderOrOther({ url, sequence }: TrustList, store: TrustListStore): Promise<PassportError> {
  const kept = await store.find(url)
  return kept?.sequence === sequence
    ? new PassportError('trust.forked', 'There are two lists of issuers with the same number at this address.')
    : new PassportError('trust.rolledBack', 'The list of issuers is older than one that was seen before.')
}

async function lastGood(
  source: TrustListSource,
  code: string,
  world: World,
  store: TrustListStore | undefined,
  before: TrustList | undefined,
): Promise<TrustList | UnavailableList> {
  const kept = await store?.find(source.url)
  if (kept === undefined) return { url: source.url, name: source.url, code, asOf: null }
  try {
    const list = await readTrustList(kept.body, { ...source, asOf: kept.asOf }, world, before)
    return { ...list, refused: code }
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return { url: source.url, name: kept.name, code, asOf: kept.asOf }
  }
}
