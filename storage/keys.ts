import type { KeyAlgorithm } from '#platform'
import type { Queries } from './schema/database.ts'
import type { SigningKeyTable } from './schema/every-service.ts'

/** A signing key as it is kept: public in the open, private only wrapped. */
export interface SigningKeyRecord {
  id: string
  owner: string
  algorithm: KeyAlgorithm
  publicKey: Uint8Array
  wrapped: Uint8Array
  version: number
  createdAt: string
}

/** Where `keys/` keeps what it wrapped: its `KeyRecords`, in one database. */
export function keyRecords(db: Queries) {
  /** The sealed text that tells the right key file; undefined before the first start. */
  const findKeyCheck = async (): Promise<Uint8Array | undefined> => {
    const row = await db.selectFrom('key_check').select('sealed').where('id', '=', 1).executeTakeFirst()
    return row?.sealed
  }
  return {
    async saveSigningKey({ publicKey, createdAt, ...rest }: SigningKeyRecord): Promise<void> {
      const row: SigningKeyTable = { ...rest, public_key: publicKey, created_at: createdAt }
      await db.insertInto('signing_key').values(row).execute()
    },
    async findSigningKey(id: string): Promise<SigningKeyRecord | undefined> {
      const row = await db.selectFrom('signing_key').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) return undefined
      const { public_key: publicKey, created_at: createdAt, ...rest } = row
      return { ...rest, publicKey, createdAt }
    },
    /** The id of an owner's first key, where it has one. */
    async findKeyOf(owner: string): Promise<string | undefined> {
      const keys = db.selectFrom('signing_key').select('id').where('owner', '=', owner)
      const first = await keys.orderBy('created_at').orderBy('id').limit(1).executeTakeFirst()
      return first?.id
    },
    findKeyCheck,
    /** Keeps it if there is none yet, and answers the one that is kept. */
    async keepKeyCheck(sealed: Uint8Array): Promise<Uint8Array> {
      await db
        .insertInto('key_check')
        .values({ id: 1, sealed })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      return (await findKeyCheck()) ?? sealed
    },
  }
}
