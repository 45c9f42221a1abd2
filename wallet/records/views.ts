import { z } from 'zod'
import { uuid } from '#platform'
import type { Queries, Together } from '#storage'
import type { WalletParts } from '../parts.ts'
import type { Person } from './person.ts'
import { openJson, sealJson } from './sealed.ts'
import type { Share } from './shares.ts'

/** That a share was opened: when, and with what kind of thing. Who it was nobody notes, the address neither. */
export interface ShareView {
  at: string
  by: Viewer
}

export type Viewer = z.infer<typeof viewer>

const viewer = z.enum(['program', 'phone', 'computer'])

const detail = z.object({ by: viewer })

/** What kind of thing asks: coarse on purpose, so that the log tells nothing of a person. */
export function viewerOf(wantsPage: boolean, userAgent: string | undefined): Viewer {
  if (!wantsPage) return 'program'
  return /\b(?:Mobile|Android|iPhone|iPad)\b/.test(userAgent ?? '') ? 'phone' : 'computer'
}

export async function logView(
  { keys, now }: Pick<WalletParts, 'keys' | 'now'>,
  together: Together,
  { owner, share, by }: { owner: Pick<Person, 'id' | 'key'>; share: Share; by: Viewer },
): Promise<void> {
  const id = uuid()
  await together
    .insertInto('share_view')
    .values({ id, share_id: share.id, at: now().toISOString(), detail: sealJson(keys, owner.key, label(id), { by }) })
    .execute()
}

/** When a share of this person's was opened, the newest first. */
export async function listViews(
  db: Queries,
  keys: WalletParts['keys'],
  person: Person,
  shareId: string,
  limit = 1_000,
): Promise<ShareView[]> {
  const rows = await db
    .selectFrom('share_view')
    .innerJoin('share', 'share.id', 'share_view.share_id')
    .select(['share_view.id', 'share_view.at', 'share_view.detail'])
    .where('share.account_id', '=', person.id)
    .where('share.id', '=', shareId)
    .orderBy('share_view.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ at: row.at, ...openJson(keys, person.key, label(row.id), row.detail, detail) }))
}

const label = (id: string) => `share_view/${id}`
