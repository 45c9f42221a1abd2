import jsonld from 'jsonld'
import type { ContextLoader } from '#contexts'
import { isObject, type Json, type JsonObject, PassportError } from '#platform'
import { CanonicalError } from './canonical-error.ts'

/**
 * A document in the expanded form of the reference library, in its safe mode: with every word written out, so that it
 * needs no contexts. Throws as `canonicalise` does.
 */
export async function expandByReference(document: JsonObject, contexts: ContextLoader): Promise<Json[]> {
  try {
    return await jsonld.expand(document, {
      base: null,
      safe: true,
      documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: contexts.get(url) }),
    })
  } catch (cause) {
    throw faultOf(cause)
  }
}

/** What the reference's error says: by its code, or by the event that safe mode refused. */
function faultOf(cause: unknown): Error {
  const details = cause instanceof Error && 'details' in cause && isObject(cause.details) ? cause.details : {}
  const inner: unknown = details.cause
  if (inner instanceof PassportError) return inner
  if (details.code === 'protected term redefinition' || details.code === 'invalid context nullification') {
    const term = typeof details.term === 'string' ? { term: details.term } : {}
    return new CanonicalError('contextsRedefined', 'A context redefines a protected term of another.', {
      ...term,
      cause,
    })
  }
  const event = isObject(details.event) && isObject(details.event.details) ? details.event.details : {}
  const refused = [event.property, event.type, event.id, event.language, event.object].find(
    (word) => typeof word === 'string',
  )
  const term = typeof refused === 'string' ? { term: refused } : {}
  return new CanonicalError('notCanonical', 'The contexts do not define all of the document.', { ...term, cause })
}
