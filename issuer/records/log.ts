import { EMPTY_TREE, grow, leafHash, type ReadNode, rootOf } from '#credential'
import { hex, PassportError } from '#platform'
import type { CredentialTable, IssueLogTable, LogCheckpointTable, Queries, Together } from '#storage'

export type Checkpointed = LogCheckpointTable

/** So many nodes of one level are one of the next that is kept; what lies between is quickly made. */
const WIDTH = 256
const LEVELS = 8

/**
 * Adds leaves at the end of an issuer's log, in the transaction that keeps the credentials, so that neither exist without
 * the other. Transactions of one issuer wait here for one another, so the order of the leaves is the order in which they count.
 */
export async function appendLeaves(
  together: Together,
  issuerId: string,
  leaves: readonly { credentialId: string; commitment: Uint8Array }[],
): Promise<void> {
  if (leaves.length === 0) return
  const { size } = await together
    .insertInto('issue_log')
    .values({ issuer_id: issuerId, size: leaves.length })
    .onConflict((conflict) =>
      conflict.column('issuer_id').doUpdateSet((row) => ({ size: row('issue_log.size', '+', leaves.length) })),
    )
    .returning('size')
    .executeTakeFirstOrThrow()
  const values = leaves.map(({ credentialId, commitment }, at) => ({
    issuer_id: issuerId,
    position: size - leaves.length + at,
    hash: hex(leafHash(commitment)),
    credential_id: credentialId,
  }))
  await together.insertInto('log_leaf').values(values).execute()
}

/** Makes the log's row if there is none, and holds it until the transaction ends. */
export async function holdLog(together: Together, issuerId: string): Promise<IssueLogTable> {
  return await together
    .insertInto('issue_log')
    .values({ issuer_id: issuerId, size: 0 })
    .onConflict((conflict) => conflict.column('issuer_id').doUpdateSet((row) => ({ size: row.ref('issue_log.size') })))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function findLog(db: Queries, issuerId: string): Promise<IssueLogTable | undefined> {
  return await db.selectFrom('issue_log').selectAll().where('issuer_id', '=', issuerId).executeTakeFirst()
}

/** Names the log's address and key, unless it has them already. */
export async function nameLog(
  db: Queries,
  issuerId: string,
  { url, keyId }: { url: string; keyId: string },
): Promise<void> {
  await db
    .updateTable('issue_log')
    .set({ url, key_id: keyId })
    .where('issuer_id', '=', issuerId)
    .where('key_id', 'is', null)
    .execute()
}

/** What was issued before there was a log, oldest first. */
export async function listUnlogged(db: Queries, issuerId: string, limit: number): Promise<CredentialTable[]> {
  return await db
    .selectFrom('credential')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('state', '=', 'issued')
    .where('signed', 'is not', null)
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('log_leaf').select('position').whereRef('log_leaf.credential_id', '=', 'credential.id'),
        ),
      ),
    )
    .orderBy('issued_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** The issuers whose log has grown since its last checkpoint. */
export async function listGrownLogs(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom('issue_log')
    .select('issuer_id')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('log_checkpoint')
            .select('log_checkpoint.size')
            .whereRef('log_checkpoint.issuer_id', '=', 'issue_log.issuer_id')
            .whereRef('log_checkpoint.size', '=', 'issue_log.size'),
        ),
      ),
    )
    .execute()
  return rows.map(({ issuer_id }) => issuer_id)
}

/** Leaves in their order, from one up to, not including, another. Throws `log.broken` where one is missing. */
export async function listLeaves(db: Queries, issuerId: string, from: number, to: number): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('log_leaf')
    .select(['position', 'hash'])
    .where('issuer_id', '=', issuerId)
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute()
  if (rows.length !== to - from) throw broken(issuerId)
  return rows.map(({ hash }) => Buffer.from(hash, 'hex'))
}

export async function findPosition(db: Queries, issuerId: string, credentialId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('log_leaf')
    .select('position')
    .where('issuer_id', '=', issuerId)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  return row?.position
}

/** Answers for the subtrees of an issuer's log, out of what is kept; each tile is read once. */
export function nodesOf(db: Queries, issuerId: string, size: number): ReadNode {
  const tiles = new Map<string, Promise<Uint8Array[]>>()
  return async (depth, index) => {
    const level = Math.floor(depth / LEVELS)
    const count = 2 ** (depth % LEVELS)
    const number = Math.floor((index * count) / WIDTH)
    const name = `${level}/${number}`
    const tile = tiles.get(name) ?? readTile(db, issuerId, { level, number, size })
    tiles.set(name, tile)
    const begin = (index * count) % WIDTH
    const nodes = (await tile).slice(begin, begin + count)
    if (nodes.length !== count) throw broken(issuerId)
    return rootOf(nodes.reduce(grow, EMPTY_TREE))
  }
}

async function readTile(
  db: Queries,
  issuerId: string,
  { level, number, size }: { level: number; number: number; size: number },
): Promise<Uint8Array[]> {
  const from = number * WIDTH
  const to = Math.min(from + WIDTH, Math.floor(size / WIDTH ** level))
  if (level === 0) return listLeaves(db, issuerId, from, to)
  const rows = await db
    .selectFrom('log_node')
    .select('hash')
    .where('issuer_id', '=', issuerId)
    .where('level', '=', level)
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute()
  if (rows.length !== to - from) throw broken(issuerId)
  return rows.map(({ hash }) => Buffer.from(hash, 'hex'))
}

/** Makes and keeps the hashes over each full 256 nodes that are not kept yet, up to that size. */
export async function keepNodes(db: Queries, issuerId: string, size: number): Promise<void> {
  for (let level = 1; size >= WIDTH ** level; level++) {
    const { kept } = await db
      .selectFrom('log_node')
      .select((row) => row.fn.countAll<number>().as('kept'))
      .where('issuer_id', '=', issuerId)
      .where('level', '=', level)
      .executeTakeFirstOrThrow()
    for (let position = Number(kept); position < Math.floor(size / WIDTH ** level); position++) {
      const below = await readTile(db, issuerId, { level: level - 1, number: position, size })
      const hash = hex(rootOf(below.reduce(grow, EMPTY_TREE)))
      await db
        .insertInto('log_node')
        .values({ issuer_id: issuerId, level, position, hash })
        .onConflict((conflict) => conflict.columns(['issuer_id', 'level', 'position']).doNothing())
        .execute()
    }
  }
}

/** The newest checkpoint, or the first that is of a tree of at least that size. */
export async function findCheckpoint(
  db: Queries,
  issuerId: string,
  atLeast?: number,
): Promise<Checkpointed | undefined> {
  const all = db.selectFrom('log_checkpoint').selectAll().where('issuer_id', '=', issuerId)
  const wanted = atLeast === undefined ? all.orderBy('size', 'desc') : all.where('size', '>=', atLeast).orderBy('size')
  return await wanted.limit(1).executeTakeFirst()
}

/** Keeps a checkpoint, unless there is one of that size, and answers the one that is kept. */
export async function keepCheckpoint(db: Queries, checkpoint: Checkpointed): Promise<Checkpointed> {
  await db
    .insertInto('log_checkpoint')
    .values(checkpoint)
    .onConflict((conflict) => conflict.columns(['issuer_id', 'size']).doNothing())
    .execute()
  return (await findCheckpoint(db, checkpoint.issuer_id, checkpoint.size)) ?? checkpoint
}

/** Its entries are not what they were when they were signed. */
export const broken = (issuerId: string) =>
  new PassportError(
    'log.broken',
    `The issue log of ${issuerId} is not what was signed before: an entry was changed or taken out.`,
  )
