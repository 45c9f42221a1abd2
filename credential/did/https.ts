import { asArray, isObject, type JsonObject, PassportError } from '#platform'
import type { World } from '../world.ts'
import { type DidDocument, MAX_METHODS, parseDidDocument, type VerificationMethod } from './document.ts'
import { loadKeyDocument } from './load.ts'

type HttpsWorld = Pick<World, 'load' | 'allowLoopback' | 'now'>

/**
 * The keys of an issuer that is named by a web address (VC-JOSE-COSE §4, Controlled Identifiers §2): its profile at that
 * address lists them itself, or as a JSON Web Key Set, or its metadata does (SD-JWT VC §5). Throws `did.*`.
 */
export async function resolveHttps(id: string, world: HttpsWorld): Promise<DidDocument> {
  const url = URL.canParse(id) ? new URL(id) : null
  const plain = url?.protocol === 'https:' || (url?.protocol === 'http:' && world.allowLoopback)
  if (!url || !plain || url.hash !== '' || url.username !== '' || url.href.length > 2048) {
    throw new PassportError('did.invalid', 'This is not the address of an issuer.')
  }
  const profile = await loadKeyDocument(id, world).catch(() => null)
  if (profile?.id === id && profile.verificationMethod !== undefined) return parseDidDocument(profile, id)
  if (profile?.id === id && (profile.jwks !== undefined || profile.jwks_uri !== undefined)) {
    return withKeySet(id, profile, world)
  }
  const metadata = await loadKeyDocument(metadataAddress(url), world)
  if (metadata.issuer !== id) throw new PassportError('did.mismatch', 'The metadata is about another issuer.')
  return withKeySet(id, metadata, world)
}

/** SD-JWT VC §5: the well-known part comes between the host and the path. */
function metadataAddress({ origin, pathname }: URL): string {
  return `${origin}/.well-known/jwt-vc-issuer${pathname.replace(/\/$/, '')}`
}

async function withKeySet(id: string, { jwks, jwks_uri: uri }: JsonObject, world: HttpsWorld): Promise<DidDocument> {
  const set = isObject(jwks) ? jwks : typeof uri === 'string' ? await loadKeyDocument(uri, world) : {}
  const methods = asArray(set.keys)
    .slice(0, MAX_METHODS)
    .flatMap((jwk) => (isObject(jwk) ? methodOf(id, jwk) : []))
  return { id, verificationMethod: methods, assertionMethod: methods, authentication: methods }
}

/** A key of a set goes by its `kid`, within the issuer where that is no address of its own. */
function methodOf(controller: string, jwk: JsonObject): VerificationMethod[] {
  const { kid, use } = jwk
  if (use !== undefined && use !== 'sig') return []
  const name = typeof kid === 'string' ? kid : ''
  return [{ id: name.includes(':') ? name : `${controller}#${name}`, controller, publicKeyJwk: jwk }]
}
