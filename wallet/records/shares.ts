import { z } from 'zod'
import { PassportError, randomToken, sha256Hex, uuid } from '#platform'
import type { Queries, ShareTable, Together } from '#storage'
import type { WalletParts } from '../parts.ts'
import { findDataKey, type Person } from './person.ts'
import { openJson, openText, sealJson, sealText } from './sealed.ts'

/** Chosen credentials, for someone, until a day, so many times. */
export interface Share {
  id: string
  /** What the link ends in. Known to its holder and to whoever was sent the link; the database alone has its hash. */
  token: string
  credentialIds: string[]
  /** By credential: JSON Pointers to the parts that are left out. */
  leftOut: Record<string, string[]>
  /**
   * Where it is an application pack: for what, and what of the portfolio goes along, by name. Of a vacancy what it asks for is
   * kept here, since no framework has it.
   */
  pack: z.infer<typeof manifest>['pack']
  /** Where it hands somebody over to a school or college: what they say beside their credentials, and who may be told. */
  handover: z.infer<typeof manifest>['handover']
  audience: string
  expiresAt: string
  /** Null where the number of uses is not limited. */
  usesAllowed: number | null
  usesLeft: number | null
  withdrawnAt: string | null
  createdAt: string
}

export type ShareState = 'open' | 'withdrawn' | 'expired' | 'usedUp'

/** A share, and whose it is: for whoever has the link, who is not asked who they are. */
export interface OwnedShare {
  share: Share
  owner: Pick<Person, 'id' | 'key'>
}

const manifest = z.object({
  token: z.string(),
  credentials: z.array(z.string()),
  leftOut: z.record(z.string(), z.array(z.string())).default({}),
  pack: z
    .object({
      target: z.string(),
      work: z.array(z.string()),
      vacancy: z
        .object({ title: z.string(), terms: z.array(z.string()) })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  handover: z
    .object({
      /** What of the portfolio goes along, by name. */
      work: z.array(z.string()),
      /** As they were on the day that it was made. */
      targets: z.array(z.object({ title: z.string(), by: z.string().nullable() })),
      plan: z.string(),
      contact: z.object({ name: z.string(), reach: z.string() }),
      /** The address that may be told once that nobody said they have it. */
      adviser: z.string().nullable(),
    })
    .nullable()
    .default(null),
})

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

export async function saveShare(
  { keys, now }: Parts,
  together: Together,
  person: Person,
  wish: Pick<Share, 'credentialIds' | 'leftOut' | 'pack' | 'handover' | 'audience' | 'expiresAt' | 'usesAllowed'>,
): Promise<Share> {
  const id = uuid()
  const token = randomToken()
  const row: ShareTable = {
    id,
    account_id: person.id,
    token_hash: sha256Hex(token),
    manifest: sealJson(keys, person.key, manifestLabel(id), {
      token,
      credentials: wish.credentialIds,
      leftOut: wish.leftOut,
      pack: wish.pack,
      handover: wish.handover,
    }),
    audience: sealText(keys, person.key, audienceLabel(id), wish.audience),
    expires_at: wish.expiresAt,
    uses_allowed: wish.usesAllowed,
    uses_left: wish.usesAllowed,
    withdrawn_at: null,
    created_at: now().toISOString(),
  }
  await together.insertInto('share').values(row).execute()
  return shareOf(keys, person, row)
}

/** The newest first. */
export async function listShares(db: Queries, keys: WalletParts['keys'], person: Person): Promise<Share[]> {
  const rows = await db
    .selectFrom('share')
    .selectAll()
    .where('account_id', '=', person.id)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => shareOf(keys, person, row))
}

/** One of this person's; another's is not found. */
export async function findShare({ storage, keys }: Parts, person: Person, id: string): Promise<Share> {
  const row = await storage.db
    .selectFrom('share')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', person.id)
    .executeTakeFirst()
  if (row === undefined) throw new PassportError('share.notFound', 'You have no such share.')
  return shareOf(keys, person, row)
}

/** Ends a share of this person's. Answers whether it was open until now. */
export async function endShare(together: Together, person: Person, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await together
    .updateTable('share')
    .set({ withdrawn_at: now.toISOString() })
    .where('id', '=', id)
    .where('account_id', '=', person.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What a link leads to, for whoever has it; undefined where there is none. Looking spends nothing. */
export async function findShareByToken(parts: Parts, token: string): Promise<OwnedShare | undefined> {
  const { storage } = parts
  const row = await storage.db
    .selectFrom('share')
    .selectAll()
    .where('token_hash', '=', sha256Hex(token))
    .executeTakeFirst()
  return row === undefined ? undefined : await opened(parts, storage.db, row)
}

/**
 * Spends one use of a link. One statement asks whether it is open and takes the use, so that of many askers at once no
 * more get one than there are; undefined where there was none to take.
 */
export async function takeUse(parts: Parts, together: Together, token: string): Promise<OwnedShare | undefined> {
  const row = await together
    .updateTable('share')
    .set((column) => ({ uses_left: column('uses_left', '-', 1) }))
    .where('token_hash', '=', sha256Hex(token))
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', parts.now().toISOString())
    .where((where) => where.or([where('uses_left', 'is', null), where('uses_left', '>', 0)]))
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : await opened(parts, together, row)
}

/** What of the portfolio goes along with a share, by name. */
export function workAlong({ pack, handover }: Pick<Share, 'pack' | 'handover'>): readonly string[] {
  return pack?.work ?? handover?.work ?? []
}

/** Whether a share can still be opened, and if not, why. */
export function stateOf({ withdrawnAt, expiresAt, usesLeft }: Share, now: Date): ShareState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (expiresAt <= now.toISOString()) return 'expired'
  return usesLeft === 0 ? 'usedUp' : 'open'
}

async function opened({ keys }: Parts, db: Queries, row: ShareTable): Promise<OwnedShare> {
  const key = await findDataKey(db, row.account_id)
  if (key === undefined) throw new PassportError('share.notFound', 'There is no such share.')
  const owner = { id: row.account_id, key }
  return { share: shareOf(keys, owner, row), owner }
}

function shareOf(keys: WalletParts['keys'], { key }: Pick<Person, 'key'>, row: ShareTable): Share {
  const opened = openJson(keys, key, manifestLabel(row.id), row.manifest, manifest)
  const { token, credentials, leftOut, pack, handover } = opened
  return {
    id: row.id,
    token,
    credentialIds: credentials,
    leftOut,
    pack,
    handover,
    audience: openText(keys, key, audienceLabel(row.id), row.audience),
    expiresAt: row.expires_at,
    usesAllowed: row.uses_allowed,
    usesLeft: row.uses_left,
    withdrawnAt: row.withdrawn_at,
    createdAt: row.created_at,
  }
}

const manifestLabel = (id: string) => `share/${id}`
const audienceLabel = (id: string) => `share/${id}/audience`
