import { z } from 'zod'
import { randomToken, uuid } from '#platform'
import type { Together } from '#storage'
import type { WalletParts } from '../parts.ts'
import type { Person } from './person.ts'
import { openJson, sealJson } from './sealed.ts'

/** A claim that was begun and has not ended: with the same secret the same credential may be asked for again. */
export interface ClaimAttempt {
  link: string
  claimant: string
}

const claimAttempt = z.object({ link: z.string(), claimant: z.string() })

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** The secret of this person's claim of a link: the one of the first try, however often they try. */
export async function beginClaim(parts: Parts, person: Person, link: string): Promise<ClaimAttempt> {
  const { storage, keys, now } = parts
  const id = uuid()
  const attempt = { link, claimant: randomToken() }
  await storage.db
    .insertInto('claim_attempt')
    .values({
      id,
      account_id: person.id,
      link_lookup: linkLookup(keys, link),
      body: sealJson(keys, person.key, label(id), attempt),
      created_at: now().toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'link_lookup']).doNothing())
    .execute()
  return (await findClaim(parts, person, link)) ?? attempt
}

export async function findClaim(
  { storage, keys }: Parts,
  person: Person,
  link: string,
): Promise<ClaimAttempt | undefined> {
  const row = await storage.db
    .selectFrom('claim_attempt')
    .select(['id', 'body'])
    .where('account_id', '=', person.id)
    .where('link_lookup', '=', linkLookup(keys, link))
    .executeTakeFirst()
  return row === undefined ? undefined : openJson(keys, person.key, label(row.id), row.body, claimAttempt)
}

/** The claims whose credential has not arrived, the newest first. */
export async function listClaims({ storage, keys }: Parts, person: Person): Promise<ClaimAttempt[]> {
  const rows = await storage.db
    .selectFrom('claim_attempt')
    .select(['id', 'body'])
    .where('account_id', '=', person.id)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => openJson(keys, person.key, label(row.id), row.body, claimAttempt))
}

/** Forgets a claim: its credential has arrived, or never will. */
export async function endClaim({ keys }: Parts, together: Together, person: Person, link: string): Promise<void> {
  await together
    .deleteFrom('claim_attempt')
    .where('account_id', '=', person.id)
    .where('link_lookup', '=', linkLookup(keys, link))
    .execute()
}

const label = (id: string) => `claim_attempt/${id}`
const linkLookup = (keys: WalletParts['keys'], link: string) => keys.lookup(`claim ${link}`)
