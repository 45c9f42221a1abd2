import { issuerDidDocument, type Signer } from '#credential'
import type { Keys } from '#keys'
import type { JsonObject } from '#platform'
import { appendAudit, keyRecords, type Storage } from '#storage'

const OWNER = 'verifier'

/** Who the verifier is (did:web §2): its DID document, and what signs receipts as it. */
export interface Identity {
  did: string
  document: JsonObject
  signer: Signer
}

/** The verifier's own identity. Its key is made at the first start and kept. */
export async function openIdentity(baseUrl: string, storage: Storage, keys: Keys): Promise<Identity> {
  const did = `did:web:${new URL(baseUrl).host.replace(':', '%3A')}`
  const keyId = await keyOf(storage, keys)
  const name = `${did}#key-1`
  const document = issuerDidDocument(did, [{ id: name, publicKey: await keys.publicKey(keyId) }])
  return { did, document, signer: await keys.signer(keyId, name) }
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
