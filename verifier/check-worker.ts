import { type ContextLoader, loadContexts, readExtraContexts } from '#contexts'
import { createRecent, type Load, type Loaded, type PresentationRequest, type World } from '#credential'
import { PassportError } from '#platform'
import type { Ask, Begin } from '#server'
import type { TrustList } from '#trust'
import { answerOf } from './answer.ts'
import { type Item, readItem, thingOf } from './read.ts'

/** What the checks of a batch have in common, as far as it can go to another thread. */
export interface CheckSetting {
  asked: PresentationRequest
  world: Omit<World, 'contexts' | 'verified' | 'trustLists' | keyof Outside>
  /** Which of these the world has, besides `load`. They are asked of the main thread. */
  outside: readonly (keyof Outside)[]
  /** The lists without their large parts. These come as what is kept: of each list its entities, then its delegated lists. */
  trustLists: readonly Omit<TrustList, 'entities' | 'delegated'>[]
}

/** What is had from outside: the network and the store are the main thread's. */
export type Outside = Pick<World, 'load' | 'isNewestList' | 'fetchEvidence'>

/** Checks, in a worker, what was handed in, and answers as JSON. `data` is the folder of further contexts, where there is one. */
export const begin: Begin<Item, CheckSetting, string> = async ({ ask, data }) => {
  const contexts = loadContexts(typeof data === 'string' ? readExtraContexts(data) : [])
  await warmUp(contexts)
  let now = new Date()
  const verified = createRecent(() => now)
  const loadAt = rememberingLoad(ask)
  return ({ asked, world: plain, outside, trustLists }, kept) => {
    now = plain.now
    const world: World = {
      ...plain,
      contexts,
      verified,
      load: loadAt(now),
      ...(outside.includes('isNewestList')
        ? { isNewestList: async (...question) => (await ask('isNewestList', ...question)) === true }
        : {}),
      ...(outside.includes('fetchEvidence')
        ? { fetchEvidence: async (url) => (await ask('fetchEvidence', url)) as Uint8Array }
        : {}),
      trustLists: trustLists.map((list, index) => ({
        ...list,
        entities: kept[index * 2] as TrustList['entities'],
        delegated: kept[index * 2 + 1] as TrustList['delegated'],
      })),
    }
    return async (item) => JSON.stringify(await answerOf(readItem(item), asked, world))
  }
}

/**
 * Checks a small badge that nobody signed: what is worked out once, schemas and contexts above all, takes as long as
 * hundreds of checks, and is not to count as the work of the first thing that is handed in.
 */
async function warmUp(contexts: ContextLoader): Promise<void> {
  const did = 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH'
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: did, type: ['Profile'] },
    credentialSubject: { type: ['AchievementSubject'], achievement: { id: 'urn:example', type: ['Achievement'] } },
    proof: {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
      proofPurpose: 'assertionMethod',
      proofValue: `z${'3'.repeat(86)}`,
    },
  }
  await answerOf(
    thingOf(document),
    {},
    {
      now: new Date(),
      contexts,
      load: () => Promise.reject(new PassportError('fetch.blocked', 'Nobody is asked.')),
      allowLoopback: false,
      statusMaxAgeSeconds: 0,
      verified: createRecent(() => new Date()),
      trustLists: [],
      unavailableLists: [],
    },
  )
}

const MAX_REMEMBERED_BYTES = 32 * 1024 * 1024

/**
 * Loads through the main thread, and remembers what it was given while that is fresh enough: what was had since the batch
 * began is, so that no document is asked for twice in one batch.
 */
function rememberingLoad(ask: Ask): (now: Date) => Load {
  const remembered = new Map<string, Promise<Loaded>>()
  let bytes = 0

  async function ask_(url: string, options: Parameters<Load>[1]): Promise<Loaded> {
    const loaded = (await ask('load', url, options)) as Loaded
    bytes += loaded.bytes.byteLength
    return loaded
  }

  return (now) => async (url, options) => {
    const known = await remembered.get(url)?.catch(() => undefined)
    if (known !== undefined && isFresh(known, now, options)) return known
    if (bytes > MAX_REMEMBERED_BYTES) {
      remembered.clear()
      bytes = 0
    }
    const loading = ask_(url, options)
    remembered.set(url, loading)
    return loading
  }
}

function isFresh({ bytes, asOf }: Loaded, now: Date, { maxAgeSeconds, maxBytes }: Parameters<Load>[1]): boolean {
  return bytes.byteLength <= maxBytes && now.getTime() - asOf.getTime() < maxAgeSeconds * 1_000
}
