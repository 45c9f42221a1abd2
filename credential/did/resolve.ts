import { type DIDDocument, type DIDResolver, Resolver } from 'did-resolver'
import { isObject, type JsonObject, PassportError } from '#platform'
import type { World } from '../world.ts'
import { type DidDocument, parseDidDocument } from './document.ts'
import { resolveDidKey } from './key.ts'
import { resolveDidWeb } from './web.ts'

const MAX_LENGTH = 2048

type DidWorld = Pick<World, 'load' | 'allowLoopback' | 'now'>

/** The DID methods we know. A further one is a file beside this one and a line here. */
const METHODS: Record<string, (did: string, world: DidWorld) => JsonObject | Promise<JsonObject>> = {
  key: resolveDidKey,
  web: resolveDidWeb,
}

/** Whether we know this DID's method. */
export function isSupportedDid(did: string): boolean {
  return Object.hasOwn(METHODS, did.split(':')[1] ?? '')
}

/**
 * Resolves a DID to its document. Throws `did.invalid` for what is no DID, `did.unsupported` for a method we do not
 * know, `did.unresolvable` where the document cannot be had, `did.mismatch` and `did.deactivated` for what it says.
 */
export async function resolveDid(did: string, world: DidWorld): Promise<DidDocument> {
  if (did.length > MAX_LENGTH || !/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/.test(did)) {
    throw new PassportError('did.invalid', 'This is not a DID.')
  }
  if (!isSupportedDid(did)) throw new PassportError('did.unsupported', 'This kind of DID is not known here.')
  const { didDocument, didResolutionMetadata } = await registry(world).resolve(did)
  if (didResolutionMetadata.failure !== undefined) throw didResolutionMetadata.failure
  const document: unknown = didDocument
  if (!isObject(document)) throw new PassportError('did.unresolvable', 'The DID document could not be had.')
  return parseDidDocument(document, did)
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
