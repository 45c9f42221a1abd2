import { z } from 'zod'
import { randomToken, sha256Hex, uuid } from '#platform'
import type { HelpSessionTable, Queries, Together } from '#storage'
import type { WalletParts } from '../parts.ts'
import { findPerson, HELP_AREAS, type HelpArea, type Person } from './person.ts'
import { openJson, sealJson } from './sealed.ts'

/** That somebody may help the holder: an invitation until it is taken, then a session. */
export interface HelpSession {
  id: string
  may: HelpArea[]
  /** What the link ends in; null once it was taken. */
  token: string | null
  /** As the helper said it; null until it was taken. */
  helper: string | null
  minutes: number
  offeredUntil: string
  takenAt: string | null
  until: string | null
  endedAt: string | null
  endedBy: HelpSessionTable['ended_by']
  acts: number
  createdAt: string
}

export type HelpState = 'offered' | 'running' | 'ended'

const body = z.object({
  may: z.array(z.enum(HELP_AREAS)),
  token: z.string().nullable(),
  helper: z.string().nullable(),
})

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** Where a session of help is now. */
export function helpStateOf({ endedAt, takenAt, until, offeredUntil }: HelpSession, now: Date): HelpState {
  const end = takenAt === null ? offeredUntil : (until ?? '')
  if (endedAt !== null || end <= now.toISOString()) return 'ended'
  return takenAt === null ? 'offered' : 'running'
}

/** Keeps an invitation. */
export async function saveInvitation(
  { keys, now }: Parts,
  together: Together,
  person: Person,
  wish: { may: HelpArea[]; minutes: number; offeredUntil: Date },
): Promise<HelpSession> {
  const id = uuid()
  const token = randomToken()
  const row: HelpSessionTable = {
    id,
    account_id: person.id,
    token_hash: sha256Hex(token),
    body: sealJson(keys, person.key, label(id), { may: wish.may, token, helper: null }),
    minutes: wish.minutes,
    offered_until: wish.offeredUntil.toISOString(),
    taken_at: null,
    until: null,
    ended_at: null,
    ended_by: null,
    acts: 0,
    created_at: now().toISOString(),
  }
  await together.insertInto('help_session').values(row).execute()
  return sessionOf(keys, person, row)
}

/** All of this person's, the newest first. */
export async function listHelp({ storage, keys }: Parts, person: Person): Promise<HelpSession[]> {
  const rows = await storage.db
    .selectFrom('help_session')
    .selectAll()
    .where('account_id', '=', person.id)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => sessionOf(keys, person, row))
}

/** An invitation, and whose it is, for whoever has the link; undefined where there is none. Looking takes nothing. */
export async function findInvitation(
  parts: Parts,
  token: string,
): Promise<{ session: HelpSession; owner: Person } | undefined> {
  const row = await parts.storage.db
    .selectFrom('help_session')
    .selectAll()
    .where('token_hash', '=', sha256Hex(token))
    .executeTakeFirst()
  const owner = row && (await findPerson(parts, row.account_id))
  return row && owner && { session: sessionOf(parts.keys, owner, row), owner }
}

/**
 * Takes an invitation. One statement asks whether it is open and takes it, so that of many at once one gets it. Answers
 * whether it was this one.
 */
export async function takeInvitation(
  { keys, now }: Parts,
  together: Together,
  owner: Person,
  { session: { id, may, minutes }, helper }: { session: HelpSession; helper: string },
): Promise<boolean> {
  const at = now()
  const until = new Date(at.getTime() + minutes * 60_000)
  const { numUpdatedRows } = await together
    .updateTable('help_session')
    .set({
      taken_at: at.toISOString(),
      until: until.toISOString(),
      body: sealJson(keys, owner.key, label(id), { may, token: null, helper }),
    })
    .where('id', '=', id)
    .where('account_id', '=', owner.id)
    .where('taken_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('offered_until', '>', at.toISOString())
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Lets one request of a helper through and counts it: one statement asks whether the session runs. Answers how many there
 * were with it; undefined where the session does not run, so that nothing is done after its end.
 */
export async function takeAct({ now }: Parts, together: Together, id: string): Promise<number | undefined> {
  const taken = await together
    .updateTable('help_session')
    .set((column) => ({ acts: column('acts', '+', 1) }))
    .where('id', '=', id)
    .where('taken_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where('until', '>', now().toISOString())
    .returning('acts')
    .executeTakeFirst()
  return taken?.acts
}

/** A session by its id, and whose it is; undefined where there is none. */
export async function findHelp(parts: Parts, id: string): Promise<{ session: HelpSession; owner: Person } | undefined> {
  const row = await parts.storage.db.selectFrom('help_session').selectAll().where('id', '=', id).executeTakeFirst()
  const owner = row && (await findPerson(parts, row.account_id))
  return row && owner && { session: sessionOf(parts.keys, owner, row), owner }
}

/** Ends one of this person's, invitation or session. Answers whether it had not ended before. */
export async function endSession(
  db: Queries,
  person: Pick<Person, 'id'>,
  { id, by, now }: { id: string; by: NonNullable<HelpSession['endedBy']>; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('help_session')
    .set({ ended_at: now.toISOString(), ended_by: by })
    .where('id', '=', id)
    .where('account_id', '=', person.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function sessionOf(keys: WalletParts['keys'], { key }: Pick<Person, 'key'>, row: HelpSessionTable): HelpSession {
  const { may, token, helper } = openJson(keys, key, label(row.id), row.body, body)
  return {
    id: row.id,
    may,
    token,
    helper,
    minutes: row.minutes,
    offeredUntil: row.offered_until,
    takenAt: row.taken_at,
    until: row.until,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    acts: row.acts,
    createdAt: row.created_at,
  }
}

const label = (id: string) => `help_session/${id}`
