import { issueLogService, issuerDidDocument, type ListedKey, type Signer } from '#credential'
import { asArray, type JsonObject } from '#platform'
import { addresses, didWebFor } from './addresses.ts'
import { CONTEXTS } from './contexts.ts'
import { logKeyOf } from './issue-log.ts'
import type { IssuerParts } from './parts.ts'
import type { Issuer } from './records/issuers.ts'
import { type IssuerKey, listKeys } from './records/retired-keys.ts'

/** The owner under which the key of the service itself is kept. */
const SERVICE = 'service'

/** The name of an issuer's key in its DID document. A did:key has one key for ever. */
function keyUrl(issuer: Pick<Issuer, 'did' | 'didMethod'>, { number }: Pick<IssuerKey, 'number'>): string {
  if (issuer.didMethod === 'key') return `${issuer.did}#${issuer.did.slice('did:key:'.length)}`
  return `${issuer.did}#key-${number}`
}

/** With what something is signed, and the time that is stated for it. */
export interface SignsNow {
  signer: Signer
  now: Date
}

/**
 * Signs as this issuer, with the key that it uses at that moment. `work` verifies what it signed; where that does not hold
 * because the key was replaced meanwhile, it is done again with the new one.
 */
export async function signAs<Signed>(
  issuer: Issuer,
  { keys, storage, now }: Pick<IssuerParts, 'keys' | 'storage' | 'now'>,
  work: (key: SignsNow) => Promise<Signed>,
): Promise<Signed> {
  for (;;) {
    // The time first, so that it is never after the end of a key that is found in use next.
    const time = now()
    const { current } = await listKeys(storage.db, issuer.id)
    const signer = await keys.signer(current.keyId, keyUrl(issuer, current))
    try {
      return await work({ signer, now: time })
    } catch (error) {
      const { current: newer } = await listKeys(storage.db, issuer.id)
      if (newer.keyId === current.keyId) throw error
    }
  }
}

/** The DID document of an issuer, with every key that it ever had. */
export async function didDocumentOf(
  issuer: Issuer,
  { keys, storage }: Pick<IssuerParts, 'keys' | 'storage'>,
): Promise<JsonObject> {
  const { retired, current } = await listKeys(storage.db, issuer.id)
  const listed = [...retired, current].map(async (key): Promise<ListedKey> => {
    const { keyId, until: expires, compromisedSince: revoked } = key
    return { id: keyUrl(issuer, key), publicKey: await keys.publicKey(keyId), expires, revoked }
  })
  return issuerDidDocument(issuer.did, await Promise.all(listed))
}

/** The same as it is published: with where the log of what it issued is. */
export async function publishedDidDocument(issuer: Issuer, parts: IssuerParts): Promise<JsonObject> {
  const log = issueLogService(issuer.did, await logKeyOf(issuer.id, parts))
  return { ...(await didDocumentOf(issuer, parts)), service: [log] }
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

/** An issuer as Open Badges names it in a credential (Open Badges 3.0 §B.1.20), with its type in the words of our context. */
export function profileOf(issuer: Issuer): JsonObject {
  const type = issuer.profile.issuerType === undefined ? ['Profile'] : ['Profile', 'SkillsPassportProfile']
  return { id: issuer.did, type, name: issuer.name, ...issuer.profile }
}

/** The same for a document that is without our context. */
export function plainProfileOf({ did, name, profile: { issuerType: _type, ...profile } }: Issuer): JsonObject {
  return { id: did, type: ['Profile'], name, ...profile }
}

/** An issuer's public profile, as a document of its own: the same, with where more is to be found. */
export function publicProfileOf(issuer: Issuer, baseUrl: string): JsonObject {
  return {
    '@context': CONTEXTS,
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
