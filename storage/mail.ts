import { uuid } from '#platform'
import type { Queries } from './schema/database.ts'
import type { MailTable } from './schema/every-service.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  html: string | null
}

export interface KeptMail extends Mail {
  id: string
  createdAt: string
  sentAt: string | null
  attempts: number
  lastError: string | null
}

/** Keeps a message, to be sent or read later. */
export async function keepMail(db: Queries, { to, subject, text, html }: Mail, now: Date): Promise<string> {
  const id = uuid()
  const state = { created_at: now.toISOString(), sent_at: null, attempts: 0, last_error: null }
  await db
    .insertInto('mail')
    .values({ id, to_address: to, subject, text, html, ...state })
    .execute()
  return id
}

/** Notes that a message went out. */
export async function markMailSent(db: Queries, id: string, now: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set((column) => ({ sent_at: now.toISOString(), attempts: column('attempts', '+', 1), last_error: null }))
    .where('id', '=', id)
    .execute()
}

/** Notes that a message could not be sent, and why. */
export async function markMailFailed(db: Queries, id: string, error: string): Promise<void> {
  await db
    .updateTable('mail')
    .set((column) => ({ attempts: column('attempts', '+', 1), last_error: error }))
    .where('id', '=', id)
    .execute()
}

/** The newest messages first. */
export async function listMail(db: Queries, limit = 100): Promise<KeptMail[]> {
  const rows = await db
    .selectFrom('mail')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(mailOf)
}

export async function findMail(db: Queries, id: string): Promise<KeptMail | undefined> {
  const row = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : mailOf(row)
}

/** Forgets messages that were kept before a time. */
export async function sweepMail(db: Queries, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('mail')
    .where('created_at', '<', before.toISOString())
    .executeTakeFirst()
  return Number(numDeletedRows)
}

function mailOf(row: MailTable): KeptMail {
  return {
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    text: row.text,
    html: row.html,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    attempts: row.attempts,
    lastError: row.last_error,
  }
}
