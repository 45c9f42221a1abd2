import { z } from 'zod'
import { loadDidDocument, METHODS_WITHOUT_FETCH } from '#credential'
import { PassportError } from '#platform'
import type { Answer } from '#server'
import type { CheckParts } from './check.ts'

/** A DID as the last part of the address. */
export const didParams = z.object({ did: z.string().min(1).max(4_096) })

/** The resolution result, and the media types that ask for the document alone (DID Resolution §7.1, Controlled Identifiers §5). */
const RESULT = 'application/ld+json;profile="https://w3id.org/did-resolution"'
const DOCUMENT_ALONE = ['application/did', 'application/did+json', 'application/did+ld+json']

/** Errors in the words of DID Resolution §10, by what we found. */
const ERRORS: Readonly<Record<string, { status: number; error: string }>> = {
  'did.invalid': { status: 400, error: 'INVALID_DID' },
  'did.unsupported': { status: 501, error: 'METHOD_NOT_SUPPORTED' },
  'did.mismatch': { status: 404, error: 'NOT_FOUND' },
  'did.deactivated': { status: 410, error: 'NOT_FOUND' },
  'did.unresolvable': { status: 404, error: 'NOT_FOUND' },
}

/**
 * Resolves a DID over HTTP (DID Resolution §7.1). A DID whose document is on somebody's server is resolved only where
 * the operator allows it: the address would otherwise let anyone make this service ask any other.
 */
export async function resolveDidOverHttp(
  did: string,
  accept: string | undefined,
  parts: CheckParts & { fetchesDids: boolean },
): Promise<Answer> {
  try {
    const [, method = ''] = did.split(':')
    if (/^did:[a-z0-9]+:./.test(did) && !METHODS_WITHOUT_FETCH.has(method) && !parts.fetchesDids) {
      throw new PassportError('did.unsupported', 'This resolver only resolves DIDs that need no other server.')
    }
    const didDocument = await loadDidDocument(did, await parts.world())
    const wanted = DOCUMENT_ALONE.find((type) => accept?.split(',').some((one) => one.split(';')[0]?.trim() === type))
    if (wanted !== undefined) return { json: didDocument, contentType: wanted }
    return answer(200, { didDocument, didResolutionMetadata: { contentType: 'application/did' } })
  } catch (failure) {
    const known = failure instanceof PassportError ? ERRORS[failure.code] : undefined
    if (known === undefined || !(failure instanceof PassportError)) throw failure
    const { status, error } = known
    const detail = { type: `https://www.w3.org/ns/did#${error}`, title: failure.message, detail: failure.message }
    const deactivated = failure.code === 'did.deactivated' ? { deactivated: true } : {}
    return answer(status, {
      didDocument: null,
      didResolutionMetadata: { error: detail },
      didDocumentMetadata: deactivated,
    })
  }
}

function answer(status: number, result: object): Answer {
  const json = { '@context': 'https://w3id.org/did-resolution/v1', didDocumentMetadata: {}, ...result }
  return { status, json, contentType: RESULT }
}
