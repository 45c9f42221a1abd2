import jsonld from 'jsonld'
import rdfCanonize from 'rdf-canonize'
import type { ContextLoader } from '#contexts'
import { isObject, type JsonObject, PassportError } from '#platform'
import { CanonicalError } from './canonical-error.ts'

/** A hostile graph may take no longer than this; an honest credential takes a few milliseconds. */
const CANONICALISATION_MS = 2000

/** The canonical form as the reference libraries give it, in JSON-LD safe mode. Throws as `canonicalise` does. */
export async function canonicaliseByReference(
  document: JsonObject,
  contexts: ContextLoader,
  hash: 'sha256' | 'sha384',
): Promise<string> {
  try {
    const dataset = await jsonld.toRDF(document, {
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
      documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: contexts.get(url) }),
    })
    return await rdfCanonize.canonize(dataset, {
      algorithm: 'RDFC-1.0',
      messageDigestAlgorithm: hash,
      maxWorkFactor: 1,
      signal: AbortSignal.timeout(CANONICALISATION_MS),
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
  if (/^(?:Abort|Timeout)Error$|maximum (?:deep )?iterations/i.test(`${nameOf(cause)} ${String(cause)}`)) {
    return new CanonicalError('tooComplex', 'The document takes too long to bring into canonical form.', { cause })
  }
  const event = isObject(details.event) && isObject(details.event.details) ? details.event.details : {}
  const refused = [event.property, event.type, event.id, event.language, event.object].find(
    (word) => typeof word === 'string',
  )
  const term = typeof refused === 'string' ? { term: refused } : {}
  return new CanonicalError('notCanonical', 'The contexts do not define all of the document.', { ...term, cause })
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : ''
}
