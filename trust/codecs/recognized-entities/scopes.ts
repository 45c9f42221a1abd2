import { asArray, isObject, type Json, type JsonObject } from '#platform'
import { readScope, type Scope } from '../../scope.ts'
import { scopeDigest } from '../../scope-schema.ts'
import { malformed } from './fields.ts'

/** Thousands of issuers have the same few scopes: each is read and compiled once. */
const known = new Map<string, { scope: Scope; digest: string }>()
const MAX_KNOWN = 2_000
const MAX_LENGTH = 2_000

/**
 * Reads a scope, and shows that the schema a list names for it is the one that its words make: what is shown to people and
 * what programs enforce are then the same.
 */
export function readScopeOf({ scope: words, outputValidation }: JsonObject): Scope {
  const text = JSON.stringify(words) ?? ''
  let read = known.get(text)
  if (read === undefined) {
    const scope = readScope(words)
    read = { scope, digest: scopeDigest(scope) }
    if (known.size >= MAX_KNOWN) known.clear()
    // What is this long is said of few, and would stay here for as long as the service runs.
    if (text.length <= MAX_LENGTH) known.set(text, read)
  }
  const { scope, digest } = read
  const schemas = asArray(outputValidation)
  const isOurs = (schema: Json) => isObject(schema) && schema.type === 'JsonSchema' && schema.digestMultibase === digest
  if (schemas.length === 0 || !schemas.every(isOurs)) {
    throw malformed('the schema of a scope on it is not what its words say')
  }
  return scope
}
