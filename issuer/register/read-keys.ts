import {
  expectToGrow,
  fetchConsistency,
  keysToPin,
  loadDidDocument,
  logToPin,
  openCheckpoint,
  originOf,
  resolveDid,
  type World,
} from '#credential'
import { base64, decodeUtf8, PassportError } from '#platform'
import { isSameLog, type PinnedKey, type PinnedLog } from '#trust'
import { publishedDidDocument } from '../identity.ts'
import { logConsistency, newestCheckpoint } from '../issue-log.ts'
import type { IssuerParts } from '../parts.ts'
import { findIssuerByDid, type Issuer } from '../records/issuers.ts'

/**
 * The keys that an entity's own DID document lists, to be pinned. Throws `did.*` and `fetch.*` where it cannot be had, and
 * `register.noKeys` where it lists none that we can read.
 */
export async function readKeys(did: string, parts: IssuerParts): Promise<PinnedKey[]> {
  const own = await findIssuerByDid(parts.storage.db, did)
  const keys = keysToPin(await resolveDid(did, worldFor(own, parts)))
  if (keys.length === 0) {
    throw new PassportError('register.noKeys', 'Its DID document lists no key for signing that can be read here.')
  }
  return keys
}

const CHECKPOINT_BYTES = 64 * 1024

/**
 * The issue log that an entity's DID document names, with the tree that is there now: the register then has seen it itself.
 * `known` are the logs that the register knows of it: if it is one of these it has to show that the tree that was seen begins the one that is there now. Throws
 * as `readKeys` does, `register.noLog` where none is named, or what is there is not by its key, and `issueLog.forked`.
 */
export async function readLog(did: string, known: readonly PinnedLog[], parts: IssuerParts): Promise<PinnedLog> {
  const own = await findIssuerByDid(parts.storage.db, did)
  const log = logToPin(await loadDidDocument(did, worldFor(own, parts)))
  if (log === null) throw new PassportError('register.noLog', 'Its DID document names no issue log.')
  const { url, key, publicKey } = log
  const text = own ? (await newestCheckpoint(own.id, parts)).text : await askFor(url, parts)
  const checkpoint = openCheckpoint(text, { name: originOf(url), publicKey })
  if (checkpoint === null)
    throw new PassportError('register.noLog', 'What is at its issue log is not signed by its key.')
  const seen = known.find((one) => isSameLog(one, { url, key }))?.seen
  if (seen !== undefined) {
    await expectToGrow(seen, checkpoint, async (from, to) =>
      own ? logConsistency(own.id, from, to, parts) : fetchConsistency(url, from, to, parts),
    )
  }
  const at = parts.now()
  return { url, key, since: at, seen: { size: checkpoint.size, root: base64(checkpoint.root), at } }
}

async function askFor(url: string, { load }: IssuerParts): Promise<string> {
  return decodeUtf8((await load(url, { maxAgeSeconds: 0, maxBytes: CHECKPOINT_BYTES })).bytes)
}

/** An issuer of this same service is at hand: nothing is fetched to know it. */
function worldFor(own: Issuer | undefined, parts: IssuerParts): Pick<World, 'load' | 'allowLoopback' | 'now'> {
  const atHand: World['load'] = async () => {
    const document = own === undefined ? {} : await publishedDidDocument(own, parts)
    return { bytes: new TextEncoder().encode(JSON.stringify(document)), asOf: parts.now() }
  }
  const load = own === undefined ? parts.load : atHand
  return { load, allowLoopback: parts.config.allowLoopback, now: parts.now() }
}
