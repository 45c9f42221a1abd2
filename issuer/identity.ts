import { issuerDidDocument, type Signer } from '#credential'
import { asArray, type JsonObject } from '#platform'
import { addresses, didWebFor } from './addresses.ts'
import type { IssuerParts } from './parts.ts'
import type { Issuer } from './records/issuers.ts'

/** The owner under which the key of the service itself is kept. */
const SERVICE = 'service'

/** The name of an issuer's key in its DID document. */
function keyUrl(issuer: Pick<Issuer, 'did' | 'didMethod'>): string {
  if (issuer.didMethod === 'key') return `${issuer.did}#${issuer.did.slice('did:key:'.length)}`
  return `${issuer.did}#key-1`
}

/** Signs as this issuer. */
export function signerOf(issuer: Issuer, { keys }: Pick<IssuerParts, 'keys'>): Promise<Signer> {
  return keys.signer(issuer.keyId, keyUrl(issuer))
}

/** The DID document of an issuer. */
export async function didDocumentOf(issuer: Issuer, { keys }: Pick<IssuerParts, 'keys'>): Promise<JsonObject> {
  const publicKey = await keys.publicKey(issuer.keyId)
  return issuerDidDocument(issuer.did, [{ id: keyUrl(issuer), publicKey }])
}

/** The DID document of the service itself. Its key is made when it is first asked for; of several, the oldest counts. */
export async function serviceDidDocument({ keys, storage, config }: IssuerParts): Promise<JsonObject> {
  const oldest = () =>
    storage.db
      .selectFrom('signing_key')
      .select('id')
      .where('owner', '=', SERVICE)
      .orderBy('created_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
  let key = await oldest()
  if (key === undefined) {
    const made = await keys.createSigningKey(SERVICE, 'EdDSA')
    key = (await oldest()) ?? made
  }
  const did = didWebFor(config.baseUrl)
  const publicKey = await keys.publicKey(key.id)
  return issuerDidDocument(did, [{ id: `${did}#key-1`, publicKey }])
}

/** An issuer as Open Badges names it in a credential (Open Badges 3.0 §B.1.20). */
export function profileOf(issuer: Issuer): JsonObject {
  return { id: issuer.did, type: ['Profile'], name: issuer.name, ...issuer.profile }
}

/** An issuer's public profile, as a document of its own: the same, with where more is to be found. */
export function publicProfileOf(issuer: Issuer, baseUrl: string): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    url: addresses(baseUrl).issuer(issuer.id),
    ...profileOf(issuer),
  }
}

/** The identifiers that an issuer states, such as its UKPRN, for people. */
export function identifiersOf({ profile }: Issuer): { type: string; value: string }[] {
  return asArray(profile.otherIdentifier).flatMap((one) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return []
    const { identifierType: type, identifier: value } = one
    return typeof type === 'string' && typeof value === 'string' ? [{ type: type.replace(/^ext:/, ''), value }] : []
  })
}
