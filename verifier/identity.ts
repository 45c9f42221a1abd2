import { issuerDidDocument } from '#credential'
import type { Keys } from '#keys'
import type { JsonObject } from '#platform'
import { appendAudit, keyRecords, type Storage } from '#storage'

const OWNER = 'verifier'

/** The verifier's own DID document (did:web §2). Its key is made at the first start and kept. */
export async function openIdentity(baseUrl: string, storage: Storage, keys: Keys): Promise<JsonObject> {
  const did = `did:web:${new URL(baseUrl).host.replace(':', '%3A')}`
  const publicKey = await keys.publicKey(await keyOf(storage, keys))
  return issuerDidDocument(did, [{ id: `${did}#key-1`, publicKey }])
}

/** Where several copies start at once, all of them use the key that was first. */
async function keyOf(storage: Storage, keys: Keys): Promise<string> {
  const records = keyRecords(storage.db)
  const found = await records.findKeyOf(OWNER)
  if (found !== undefined) return found
  const { id } = await keys.createSigningKey(OWNER, 'EdDSA')
  await storage.transaction((together) =>
    appendAudit(together, { actor: 'system', action: 'key.created', subject: id }, new Date()),
  )
  return (await records.findKeyOf(OWNER)) ?? id
}
