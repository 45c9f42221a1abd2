import { issuerDidDocument } from '#credential'
import type { Keys } from '#keys'
import type { JsonObject } from '#platform'
import { appendAudit, keyRecords, type Storage } from '#storage'

const OWNER = 'wallet'

/** The wallet's own DID document (did:web §2). Its key is made at the first start and kept. */
export async function openIdentity(baseUrl: string, storage: Storage, keys: Keys, now: Date): Promise<JsonObject> {
  const did = `did:web:${new URL(baseUrl).host.replace(':', '%3A')}`
  const records = keyRecords(storage.db)
  let id = await records.findKeyOf(OWNER)
  if (id === undefined) {
    const made = await keys.createSigningKey(OWNER, 'EdDSA')
    const entry = { actor: 'system', action: 'key.created', subject: made.id }
    await storage.transaction((together) => appendAudit(together, entry, now))
    // Where several copies start at once, all of them use the key that was first.
    id = (await records.findKeyOf(OWNER)) ?? made.id
  }
  const publicKey = await keys.publicKey(id)
  return issuerDidDocument(did, [{ id: `${did}#key-1`, publicKey }])
}
