import { asArray, isObject, type Json } from '#platform'
import { readScope, type Scope } from '../../scope.ts'
import { scopeDigest } from '../../scope-schema.ts'
import { malformed } from './fields.ts'

/** A scope with the digest of the schema that was made of it. Equal scopes have equal digests. */
export interface SharedScope {
  scope: Scope
  digest: string
}

/** Thousands of issuers have the same few scopes: each is read and compiled once. */
const known = new Map<string, SharedScope>()
const MAX_KNOWN = 2_000

/**
 * Reads a scope, and shows that the schema a list names for it is the one that its words make: what is shown to people and
 * what programs enforce are then the same.
 */
export function readSharedScope(words: Json | undefined, outputValidation: Json | undefined): SharedScope {
  const text = JSON.stringify(words) ?? ''
  let shared = known.get(text)
  if (shared === undefined) {
    const scope = readScope(words)
    shared = { scope, digest: scopeDigest(scope) }
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(text, shared)
  }
  const { digest } = shared
  const schemas = asArray(outputValidation)
  const isOurs = (schema: Json) => isObject(schema) && schema.type === 'JsonSchema' && schema.digestMultibase === digest
  if (schemas.length === 0 || !schemas.every(isOurs)) {
    throw malformed('the schema of a scope on it is not what its words say')
  }
  return shared
}
