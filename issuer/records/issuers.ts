import { type JsonObject, PassportError, parseJsonObject } from '#platform'
import type { IssuerTable, Queries } from '#storage'

/** A provider: one DID, one suite, one algorithm, fixed when it was made. */
export interface Issuer {
  id: string
  did: string
  name: string
  /** What it says of itself: an Open Badges Profile without `id`, `type` and `name`. */
  profile: JsonObject
  suite: IssuerTable['suite']
  algorithm: IssuerTable['algorithm']
  didMethod: IssuerTable['did_method']
  hasStatus: boolean
  createdAt: string
}

export async function insertIssuer(db: Queries, issuer: Issuer, keyId: string): Promise<void> {
  await db
    .insertInto('issuer')
    .values({
      id: issuer.id,
      did: issuer.did,
      name: issuer.name,
      profile: JSON.stringify(issuer.profile),
      suite: issuer.suite,
      algorithm: issuer.algorithm,
      key_id: keyId,
      did_method: issuer.didMethod,
      with_status: issuer.hasStatus ? 1 : 0,
      created_at: issuer.createdAt,
    })
    .execute()
}

/** Keeps what an issuer says of itself from now on. What it issued before keeps saying what it said. */
export async function keepProfile(db: Queries, id: string, profile: JsonObject): Promise<void> {
  await db
    .updateTable('issuer')
    .set({ profile: JSON.stringify(profile) })
    .where('id', '=', id)
    .execute()
}

export async function findIssuer(db: Queries, id: string): Promise<Issuer | undefined> {
  const row = await db.selectFrom('issuer').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : issuerOf(row)
}

/** The issuer of this service that is known by that DID, as a whole string. */
export async function findIssuerByDid(db: Queries, did: string): Promise<Issuer | undefined> {
  const row = await db.selectFrom('issuer').selectAll().where('did', '=', did).executeTakeFirst()
  return row === undefined ? undefined : issuerOf(row)
}

/** The issuer of that id, or `request.notFound`. */
export async function getIssuer(db: Queries, id: string): Promise<Issuer> {
  const issuer = await findIssuer(db, id)
  if (issuer === undefined) throw new PassportError('request.notFound', 'There is no such issuer here.')
  return issuer
}

export async function listIssuers(db: Queries): Promise<Issuer[]> {
  const rows = await db.selectFrom('issuer').selectAll().orderBy('created_at').limit(200).execute()
  return rows.map(issuerOf)
}

function issuerOf(row: IssuerTable): Issuer {
  return {
    id: row.id,
    did: row.did,
    name: row.name,
    profile: parseJsonObject(row.profile),
    suite: row.suite,
    algorithm: row.algorithm,
    didMethod: row.did_method,
    hasStatus: row.with_status === 1,
    createdAt: row.created_at,
  }
}
