import { type DIDDocument, type DIDResolver, Resolver } from 'did-resolver'
import { isObject, type Json, type JsonObject, PassportError } from '#platform'
import type { World } from '../world.ts'
import { type DidDocument, parseDidDocument } from './document.ts'
import { resolveHttps } from './https.ts'
import { resolveDidJwk } from './jwk.ts'
import { resolveDidKey } from './key.ts'
import { resolveDidWeb } from './web.ts'

const MAX_LENGTH = 2048

type DidWorld = Pick<World, 'load' | 'allowLoopback' | 'now'>

/** The DID methods we know. A further one is a file beside this one and a line here. */
const METHODS: Record<string, (did: string, world: DidWorld) => JsonObject | Promise<JsonObject>> = {
  jwk: resolveDidJwk,
  key: resolveDidKey,
  web: resolveDidWeb,
}

/** The DID methods whose documents follow from the DID itself. */
export const METHODS_WITHOUT_FETCH: ReadonlySet<string> = new Set(['jwk', 'key'])

/** Every DID method we know, by its name. */
export const DID_METHODS: readonly string[] = Object.keys(METHODS)

/** Whether we know how to find the keys of whoever is named so: a DID of a method we know, or a web address. */
export function isSupportedController(id: string): boolean {
  return isWebAddress(id) || Object.hasOwn(METHODS, /^did:([a-z0-9]+):/.exec(id)?.[1] ?? '')
}

/** Whoever holds keys: a DID, or an issuer named by a web address. Throws as `resolveDid`. */
export async function resolveController(id: string, world: DidWorld): Promise<DidDocument> {
  return isWebAddress(id) ? resolveHttps(id, world) : resolveDid(id, world)
}

/**
 * Who holds the key of that name: what stands before its fragment; null where that is neither a DID nor a web address. A
 * web address without a fragment names no holder (Controlled Identifiers §3.3): then it is whoever the document is by.
 */
export function controllerOf(keyId: Json | undefined, by: string | null): string | null {
  const [controller = '', ...fragment] = typeof keyId === 'string' ? keyId.split('#') : []
  if (isWebAddress(controller)) return fragment.length === 0 ? by : controller
  return controller.startsWith('did:') ? controller : null
}

/** Whether somebody is named by a web address, and not by a DID. */
export const isWebAddress = (id: string) => /^https?:\/\//i.test(id)

/**
 * Resolves a DID to its document. Throws `did.invalid` for what is no DID, `did.unsupported` for a method we do not
 * know, `did.unresolvable` where the document cannot be had, `did.mismatch` and `did.deactivated` for what it says.
 */
export async function resolveDid(did: string, world: DidWorld): Promise<DidDocument> {
  const found = lasting.get(did)
  if (found !== undefined) return found
  const document = parseDidDocument(await loadDidDocument(did, world), did)
  if (METHODS_WITHOUT_FETCH.has(did.split(':', 2)[1] ?? '')) {
    if (lasting.size >= MOST_LASTING) lasting.clear()
    lasting.set(did, document)
  }
  return document
}

/** A document that follows from its DID itself is the same for ever. */
const lasting = new Map<string, DidDocument>()
const MOST_LASTING = 1_000

/** The same, answering the document as it stands. */
export async function loadDidDocument(did: string, world: DidWorld): Promise<JsonObject> {
  if (did.length > MAX_LENGTH || !/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/.test(did)) {
    throw new PassportError('did.invalid', 'This is not a DID.')
  }
  if (!isSupportedController(did)) throw new PassportError('did.unsupported', 'This kind of DID is not known here.')
  const { didDocument, didResolutionMetadata } = await registry(world).resolve(did)
  if (didResolutionMetadata.failure !== undefined) throw didResolutionMetadata.failure
  const document: unknown = didDocument
  if (!isObject(document)) throw new PassportError('did.unresolvable', 'The DID document could not be had.')
  return document
}

/** did-resolver reports an error as a text; ours carry a code, so they travel beside it in the metadata. */
function registry(world: DidWorld): Resolver {
  const resolvers = Object.entries(METHODS).map(([name, method]): [string, DIDResolver] => [
    name,
    async (did) => {
      try {
        const didDocument = (await method(did, world)) as unknown as DIDDocument
        return { didDocument, didDocumentMetadata: {}, didResolutionMetadata: {} }
      } catch (failure) {
        return { didDocument: null, didDocumentMetadata: {}, didResolutionMetadata: { error: 'notFound', failure } }
      }
    },
  ])
  return new Resolver(Object.fromEntries(resolvers))
}
