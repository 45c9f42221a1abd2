import type { ContextLoader } from '#contexts'
import { asArray, isObject, type Json, type JsonObject } from '#platform'
import { ActiveContext } from './active-context.ts'
import { resolveReference } from './base.ts'
import { CanonicalError } from './canonical-error.ts'
import { expandReference } from './iri-expansion.ts'
import { isAbsoluteIri, isBlankLabel, isLanguageTag } from './keywords.ts'
import type { PredicateTable } from './predicates.ts'
import { createTermDefinition, type Definitions } from './term-definition.ts'

/** No context that people write includes others this deep. */
const MAX_REMOTE_DEPTH = 16

export interface ContextProcessing {
  contexts: ContextLoader
  predicates: PredicateTable
  /** Told how many terms are about to be copied, and four times how many defined; throws when that is too many. */
  spend(terms: number): void
}

export interface ContextOptions {
  /** Whether the context reaches beyond the node it is for. */
  propagate: boolean
  overrideProtected: boolean
  /** Whether the contexts inside the context's terms are looked at too. */
  validateScoped: boolean
}

/** Context Processing (JSON-LD API §4.1.2): what is in force after a local context. The active context is not changed. */
export function processContext(
  active: ActiveContext,
  local: Json,
  options: ContextOptions,
  processing: ContextProcessing,
): ActiveContext {
  const parts = flatten(local, processing.contexts, 0)
  if (parts.length === 0) return active
  const [first] = parts
  const said = isObject(first) ? first['@propagate'] : undefined
  const propagate = typeof said === 'boolean' ? said : options.propagate

  let result = active
  for (const part of parts) {
    processing.spend(result.terms.size + (part === null ? 0 : Object.keys(part).length * 4))
    result = part === null ? nullify(result, options) : extend(result, part, options, processing)
    if (!propagate && result.previous === undefined) result.previous = active
  }
  return result.seal()
}

/** The local contexts in order, with what pinned contexts hold in place of their URLs (steps 4 and 5). */
function flatten(local: Json, contexts: ContextLoader, depth: number): Array<JsonObject | null> {
  if (depth > MAX_REMOTE_DEPTH) throw invalid('Contexts include one another too deeply.')
  return asArray(local).flatMap((part) => {
    if (typeof part === 'string') return flatten(contexts.get(part)['@context'] ?? {}, contexts, depth + 1)
    if (part === null) return [null]
    if (!isObject(part)) throw invalid('A context is neither an object, a URL nor null.')
    return [depth === 0 ? part : withoutBase(part)]
  })
}

/** Step 5.7: a context that is named by its URL gives no base to the document that names it. */
function withoutBase(context: JsonObject): JsonObject {
  if (!('@base' in context)) return context
  const { '@base': _base, ...others } = context
  return others
}

/** Step 5.1: null takes everything away, unless something is protected. */
function nullify(active: ActiveContext, { overrideProtected }: ContextOptions): ActiveContext {
  if (!overrideProtected && active.hasProtected) {
    throw new CanonicalError('contextsRedefined', 'A context takes protected terms away.')
  }
  return new ActiveContext()
}

function extend(
  active: ActiveContext,
  part: JsonObject,
  options: ContextOptions,
  processing: ContextProcessing,
): ActiveContext {
  const local = '@import' in part ? imported(part, processing.contexts) : part
  const result = new ActiveContext(active)
  defaults(result, local)
  const state: Definitions = {
    active: result,
    local,
    defined: new Map(),
    protects: local['@protected'] === true,
    overrideProtected: options.overrideProtected,
    predicates: processing.predicates,
  }
  for (const term of Object.keys(local)) {
    if (CONTEXT_ENTRIES.has(term)) continue
    createTermDefinition(state, term)
    const scoped = result.terms.get(term)?.context
    if (scoped !== undefined && options.validateScoped) validate(result, scoped, processing)
  }
  return result
}

/** What a context may hold besides terms. */
const CONTEXT_ENTRIES = new Set([
  '@base',
  '@direction',
  '@import',
  '@language',
  '@propagate',
  '@protected',
  '@version',
  '@vocab',
])

/** Step 5.6: a context may stand on one other, which it goes before. */
function imported(part: JsonObject, contexts: ContextLoader): JsonObject {
  const url = part['@import']
  if (typeof url !== 'string') throw invalid('An import is not a URL.')
  const other = contexts.get(url)['@context']
  if (!isObject(other) || '@import' in other) throw invalid('An imported context is not one object without imports.')
  return { ...other, ...part }
}

/** Steps 5.5 and 5.7 to 5.12: the version, the base, the vocabulary, the language and the direction. */
function defaults(result: ActiveContext, local: JsonObject): void {
  const { '@version': version, '@vocab': vocab, '@language': language, '@direction': direction } = local
  if (version !== undefined && version !== 1.1) throw invalid('A context is of a version other than 1.1.')
  if (local['@propagate'] !== undefined && typeof local['@propagate'] !== 'boolean') {
    throw invalid('A context says neither yes nor no to @propagate.')
  }
  if ('@base' in local) result.base = baseOf(result, local['@base'])
  if (vocab === null) result.vocab = undefined
  else if (vocab !== undefined) result.vocab = vocabulary(result, vocab)
  if (language === null) result.language = undefined
  else if (language !== undefined) {
    if (typeof language !== 'string' || !isLanguageTag(language)) throw invalid('A context has a malformed language.')
    result.language = language.toLowerCase()
  }
  if (direction === null) result.direction = undefined
  else if (direction !== undefined) {
    if (direction !== 'ltr' && direction !== 'rtl') throw invalid('A context has a direction that is no direction.')
    result.direction = direction
  }
}

function baseOf(active: ActiveContext, base: Json | undefined): string | undefined {
  if (base === null) return undefined
  if (typeof base === 'string') {
    const iri = active.base === undefined || isAbsoluteIri(base) ? base : resolveReference(active.base, base)
    if (isAbsoluteIri(iri) && !isBlankLabel(iri)) return iri
  }
  throw invalid('A context has a base that is no IRI.')
}

function vocabulary(active: ActiveContext, vocab: Json): string {
  const iri = typeof vocab === 'string' ? expandReference(active, vocab, true) : null
  if (iri === null || !isAbsoluteIri(iri)) throw invalid('A context has a vocabulary that is no IRI.')
  return iri
}

/**
 * Create Term Definition step 21: a term's own context must be a valid one, also where it is never used, with those
 * inside it. One that is named by its URL is looked at when it is used: it may name others, and these name it again.
 */
function validate(active: ActiveContext, scoped: Json, processing: ContextProcessing): void {
  const options = { propagate: true, overrideProtected: true, validateScoped: typeof scoped !== 'string' }
  processContext(active, scoped, options, processing)
}

function invalid(message: string): CanonicalError {
  return new CanonicalError('notCanonical', message)
}
