import { setTimeout as sleep } from 'node:timers/promises'
import { fetchTrustList, readTrustList, type TrustListSource, type World } from '#credential'
import { PassportError } from '#platform'
import { expectToFollow, type MissingList, type TrustList } from '#trust'

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
  find(source: TrustListSource): Promise<KeptTrustList | undefined>
  /** Keeps a version, unless a newer one of that signer is kept, or another of the same number. Answers whether it was kept. */
  keep(source: TrustListSource, version: KeptTrustList): Promise<boolean>
}

/** Lists that can be used, and those that cannot. */
export interface Lists {
  trustLists: TrustList[]
  unavailableLists: MissingList[]
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
  const known = sources.map((source, place): TrustList | MissingList => neverHad(source, place, 'fetch.failed'))
  const running = new Map<TrustListSource, Promise<void>>()

  async function readAnew(source: TrustListSource, at: number, world: World): Promise<void> {
    try {
      // The last good version has as much time again.
      const before = known[at]
      const begin = () => ({ ...world, load: loadUntil(late(), world) })
      known[at] = await readOne(
        { ...source, place: at },
        begin,
        store,
        before && 'entities' in before ? before : undefined,
      )
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
      const now = known.map((one, place) => ('entities' in one && isOver(one, time) ? outOfDate(one, place) : one))
      return {
        trustLists: now.filter((one) => 'entities' in one),
        unavailableLists: now.filter((one) => 'code' in one),
      }
    },
  }
}

const isOver = ({ validUntil }: TrustList, time: Date) => validUntil !== null && validUntil <= time

function outOfDate({ url, name, asOf, operator, sequence, digest }: TrustList, place: number): MissingList {
  return { url, name, code: 'trust.expired', asOf, signer: operator, place, seen: { sequence, digest } }
}

function neverHad({ url, signer }: TrustListSource, place: number, code: string): MissingList {
  return { url, name: url, code, asOf: null, signer, place, seen: null }
}

/** The same load, that begins nothing more once it is late: a list can lead to many others, and each may be slow. */
function loadUntil(late: AbortSignal, { load }: Pick<World, 'load'>): World['load'] {
  return async (url, options) => {
    if (late.aborted) throw new PassportError('fetch.timeout', 'Reading the list of issuers took too long.')
    return load(url, options)
  }
}

type PlacedSource = TrustListSource & { place: number }

async function readOne(
  source: PlacedSource,
  begin: () => World,
  store: TrustListStore | undefined,
  before: TrustList | undefined,
): Promise<TrustList | MissingList> {
  try {
    const world = begin()
    const { bytes: body, asOf } = await fetchTrustList(source, world)
    const list = await readTrustList(body, { ...source, asOf }, world, before)
    if (store !== undefined) await keep(list, { body, asOf }, store)
    return list
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return await lastGood(source, error.code, begin(), store, before)
  }
}

/** Keeps a version that follows the one that is kept; that may change until it is done, and is asked again then. */
async function keep(list: TrustList, had: Pick<KeptTrustList, 'body' | 'asOf'>, store: TrustListStore): Promise<void> {
  const { url, operator: signer, name, sequence, digest } = list
  const source = { url, signer }
  expectToFollow(list, (await store.find(source)) ?? null)
  if (await store.keep(source, { name, sequence, digest, ...had })) return
  expectToFollow(list, (await store.find(source)) ?? null)
}

async function lastGood(
  source: PlacedSource,
  code: string,
  world: World,
  store: TrustListStore | undefined,
  before: TrustList | undefined,
): Promise<TrustList | MissingList> {
  const kept = await store?.find(source)
  if (kept === undefined) return neverHad(source, source.place, code)
  try {
    const list = await readTrustList(kept.body, { ...source, asOf: kept.asOf }, world, before)
    return { ...list, refused: code }
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    const { name, asOf, sequence, digest } = kept
    return { ...neverHad(source, source.place, code), name, asOf, seen: { sequence, digest } }
  }
}
