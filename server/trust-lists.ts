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

/**
 * Reads all lists anew. One that cannot be had or does not hold keeps nobody from being checked: the last good version of
 * it serves as long as it is valid, with the reason why the newer is not used; after that it is named as unavailable.
 */
export async function readTrustLists(
  sources: readonly TrustListSource[],
  world: World,
  store: TrustListStore | undefined,
): Promise<Lists> {
  const read = await Promise.all(sources.map((source) => readOne(source, world, store)))
  return {
    trustLists: read.filter((one) => 'entities' in one),
    unavailableLists: read.filter((one) => 'code' in one),
  }
}

async function readOne(
  source: TrustListSource,
  world: World,
  store: TrustListStore | undefined,
): Promise<TrustList | UnavailableList> {
  try {
    const { bytes: body, asOf } = await fetchTrustList(source, world)
    const list = await readTrustList(body, { ...source, asOf }, world)
    const { name, sequence, digest } = list
    if (store === undefined) return list
    await expectToFollow(list, store)
    if (!(await store.keep(source.url, { name, sequence, digest, body, asOf }))) throw await olderOrOther(list, store)
    return list
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return await lastGood(source, error.code, world, store)
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
): Promise<TrustList | UnavailableList> {
  const kept = await store?.find(source.url)
  if (kept === undefined) return { url: source.url, name: source.url, code, asOf: null }
  try {
    const list = await readTrustList(kept.body, { ...source, asOf: kept.asOf }, world)
    return { ...list, refused: code }
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return { url: source.url, name: kept.name, code, asOf: kept.asOf }
  }
}
