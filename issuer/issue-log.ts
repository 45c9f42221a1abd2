import {
  commitmentOf,
  consistencyPath,
  EMPTY_TREE,
  grow,
  inclusionPath,
  type LogKey,
  openCheckpoint,
  originOf,
  parseLogEvidence,
  receiveJson,
  rootOf,
  signCheckpoint,
  treeRoot,
  witnessed,
  writeLogEvidence,
} from '#credential'
import { hex, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { addresses } from './addresses.ts'
import type { IssuerParts } from './parts.ts'
import { getIssued } from './records/credentials.ts'
import { listIssuers } from './records/issuers.ts'
import {
  appendLeaves,
  broken,
  type Checkpointed,
  findCheckpoint,
  findLog,
  findPosition,
  holdLog,
  keepCheckpoint,
  keepNodes,
  listGrownLogs,
  listLeaves,
  listUnlogged,
  nameLog,
  nodesOf,
} from './records/log.ts'

type LogParts = Pick<IssuerParts, 'storage' | 'keys' | 'config' | 'log' | 'metrics' | 'now' | 'logChecks'>

/** Leaves that are read together. */
const PAGE = 2_000
/** What is put into a log together, of what was issued before there was one. */
const CHUNK = 100

/** The key and the address of an issuer's log. Both are made when they are first asked for, and stay. */
export async function logKeyOf(issuerId: string, parts: LogParts): Promise<LogKey & { keyId: string }> {
  const { storage, keys, config } = parts
  let log = await findLog(storage.db, issuerId)
  if (log === undefined || log.key_id === null) {
    const { id: keyId } = await keys.createSigningKey(`log ${issuerId}`, 'EdDSA')
    log = await storage.transaction(async (together) => {
      await holdLog(together, issuerId)
      await nameLog(together, issuerId, { url: addresses(config.baseUrl).log(issuerId), keyId })
      return await holdLog(together, issuerId)
    })
  }
  if (log.key_id === null || log.url === null) throw new Error(`The log of ${issuerId} has no key.`)
  return { log: log.url, keyId: log.key_id, publicKey: await keys.publicKey(log.key_id) }
}

/**
 * The newest checkpoint of an issuer's log, with all that was issued until now in it. Signs one if there is none such. Throws
 * `log.broken` where the log is not what was signed before; from then on nothing more of it is signed.
 */
export async function newestCheckpoint(issuerId: string, parts: LogParts): Promise<Checkpointed> {
  await checkedLog(issuerId, parts)
  const { db } = parts.storage
  const size = (await findLog(db, issuerId))?.size ?? 0
  const last = await findCheckpoint(db, issuerId)
  if (last?.size === size) return last
  try {
    return await signNext(issuerId, { size, last }, parts)
  } catch (error) {
    if (error instanceof PassportError && error.code === 'log.broken') parts.logChecks.set(issuerId, failedCheck(error))
    throw error
  }
}

async function signNext(
  issuerId: string,
  { size, last }: { size: number; last: Checkpointed | undefined },
  parts: LogParts,
): Promise<Checkpointed> {
  const { storage, keys, now } = parts
  const { db } = storage
  const { log, publicKey, keyId } = await logKeyOf(issuerId, parts)
  await keepNodes(db, issuerId, size)
  const read = nodesOf(db, issuerId, size)
  if (last !== undefined && (last.size > size || hex(await treeRoot(last.size, read)) !== last.root)) {
    throw broken(issuerId)
  }
  const root = await treeRoot(size, read)
  // Never earlier than the one before, even with a clock that was set back.
  const at = new Date(Math.max(now().getTime(), Date.parse(last?.signed_at ?? '') || 0))
  const origin = originOf(log)
  const signer = await keys.signer(keyId, log)
  const text = await signCheckpoint({ origin, size, root, at }, publicKey, signer)
  if (openCheckpoint(text, { name: origin, publicKey }) === null) throw new Error('The checkpoint cannot be opened.')
  return await keepCheckpoint(db, { issuer_id: issuerId, size, root: hex(root), text, signed_at: at.toISOString() })
}

/** Signs what was issued since the last checkpoint, for every issuer. What cannot be signed is logged, and waits. */
export async function signCheckpoints(parts: LogParts): Promise<void> {
  await eachLog(
    () => listGrownLogs(parts.storage.db),
    (issuerId) => newestCheckpoint(issuerId, parts),
    parts,
  )
}

/** Checks the log of every issuer. What is found is logged, and keeps that log from growing. */
export async function checkLogs(parts: LogParts): Promise<void> {
  const all = async () => (await listIssuers(parts.storage.db)).map(({ id }) => id)
  await eachLog(all, (issuerId) => checkedLog(issuerId, parts), parts)
}

async function eachLog(
  list: () => Promise<string[]>,
  act: (issuerId: string) => Promise<unknown>,
  { metrics, log }: LogParts,
): Promise<void> {
  const told = (error: unknown, id?: string) => {
    if (!(error instanceof Error) || TOLD.has(error)) return
    TOLD.add(error)
    metrics.outcome('issueLog', error instanceof PassportError ? error.code : 'internal')
    log.error('issueLog', error, id === undefined ? {} : { id })
  }
  try {
    for (const id of await list()) await act(id).catch((error: unknown) => told(error, id))
  } catch (error) {
    told(error)
  }
}

/** A fault that lasts is told once. */
const TOLD = new WeakSet<Error>()

/**
 * Checks an issuer's log, once in the life of the process: every leaf from the first on makes the tree that its newest checkpoint
 * was signed for. What was issued before there was a log comes into it first. Throws `log.broken`.
 */
export async function checkedLog(issuerId: string, parts: LogParts): Promise<void> {
  const running = parts.logChecks.get(issuerId) ?? checkLog(issuerId, parts)
  parts.logChecks.set(issuerId, running)
  try {
    await running
  } catch (error) {
    // A database that did not answer says nothing about the log.
    const isFound = error instanceof PassportError && error.code === 'log.broken'
    if (!isFound && parts.logChecks.get(issuerId) === running) parts.logChecks.delete(issuerId)
    throw error
  }
}

async function checkLog(issuerId: string, parts: LogParts): Promise<void> {
  const { db } = parts.storage
  await adoptOlder(issuerId, parts)
  const last = await findCheckpoint(db, issuerId)
  const size = (await findLog(db, issuerId))?.size ?? 0
  if (last === undefined) return
  if (last.size > size) throw broken(issuerId)
  const { log, publicKey } = await logKeyOf(issuerId, parts)
  const signed = openCheckpoint(last.text, { name: originOf(log), publicKey })
  if (signed === null || signed.size !== last.size || hex(signed.root) !== last.root) throw broken(issuerId)
  let tree = EMPTY_TREE
  for (let from = 0; from < last.size; from += PAGE) {
    const leaves = await listLeaves(db, issuerId, from, Math.min(from + PAGE, last.size))
    tree = leaves.reduce(grow, tree)
  }
  if (hex(rootOf(tree)) !== last.root) throw broken(issuerId)
}

/** Puts what was issued before there was a log into it, in the order of its issue. */
async function adoptOlder(issuerId: string, { storage, now }: LogParts): Promise<void> {
  for (;;) {
    if (((await findLog(storage.db, issuerId))?.begun_at ?? null) !== null) return
    await storage.transaction(async (together) => {
      await holdLog(together, issuerId)
      const older = await listUnlogged(together, issuerId, CHUNK)
      const leaves: { credentialId: string; commitment: Uint8Array }[] = []
      for (const { id, signed, commitment_salt: salt } of older) {
        const commitment = commitmentOf(receiveJson(parseJsonObject(signed ?? '')), salt)
        await together
          .updateTable('credential')
          .set({ commitment: hex(commitment) })
          .where('id', '=', id)
          .execute()
        leaves.push({ credentialId: id, commitment })
      }
      await appendLeaves(together, issuerId, leaves)
      if (older.length === CHUNK) return
      const begun_at = now().toISOString()
      await together.updateTable('issue_log').set({ begun_at }).where('issuer_id', '=', issuerId).execute()
    })
  }
}

/**
 * The evidence that a credential of this issuer is in its log, by the earliest checkpoint that shows it; null once its person
 * was erased. It is checked as a verifier would before it is handed out. Throws `credential.notFound` and `log.broken`.
 */
export async function logEvidence(issuerId: string, credentialId: string, parts: LogParts): Promise<JsonObject | null> {
  const { db } = parts.storage
  const { signed, commitment_salt: salt } = await getIssued(db, issuerId, credentialId)
  if (signed === null || salt === '') return null
  await checkedLog(issuerId, parts)
  const index = await findPosition(db, issuerId, credentialId)
  if (index === undefined) throw broken(issuerId)
  const checkpoint = (await findCheckpoint(db, issuerId, index + 1)) ?? (await newestCheckpoint(issuerId, parts))
  const key = await logKeyOf(issuerId, parts)
  const path = await inclusionPath(index, checkpoint.size, nodesOf(db, issuerId, checkpoint.size))
  const evidence = writeLogEvidence({ log: key.log, index, salt, checkpoint: checkpoint.text, path })
  const read = parseLogEvidence(evidence)
  const found = read && witnessed(receiveJson(parseJsonObject(signed)), read, key)
  if (found === null || typeof found === 'string') throw broken(issuerId)
  return evidence
}

/** The same where it goes along with something that must not fail for want of it. */
export async function logEvidenceIfAny(
  issuerId: string,
  credentialId: string,
  parts: LogParts,
): Promise<JsonObject | null> {
  try {
    return await logEvidence(issuerId, credentialId, parts)
  } catch (error) {
    parts.log.error('issueLog.noEvidence', error, { id: credentialId })
    return null
  }
}

/** Leaf hashes that a checkpoint covers, for whoever keeps a copy of the log. Throws `request.notFound` beyond it. */
export async function logEntries(issuerId: string, from: number, to: number, parts: LogParts): Promise<Uint8Array[]> {
  await expectCovered(issuerId, to, parts)
  return listLeaves(parts.storage.db, issuerId, from, to)
}

/** That the log at one size is the beginning of the log at another. Throws `request.notFound` beyond its checkpoint. */
export async function logConsistency(
  issuerId: string,
  from: number,
  to: number,
  parts: LogParts,
): Promise<Uint8Array[]> {
  await expectCovered(issuerId, to, parts)
  return consistencyPath(from, to, nodesOf(parts.storage.db, issuerId, to))
}

async function expectCovered(issuerId: string, size: number, parts: LogParts): Promise<void> {
  if ((await findCheckpoint(parts.storage.db, issuerId, size)) !== undefined) return
  if ((await newestCheckpoint(issuerId, parts)).size >= size) return
  throw new PassportError('request.notFound', 'The log has no such entries yet.')
}

function failedCheck(error: Error): Promise<void> {
  const failed = Promise.reject(error)
  failed.catch(() => undefined)
  return failed
}
