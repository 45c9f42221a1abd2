import type { ContextLoader } from '#contexts'
import type { Json } from '#platform'
import { ActiveContext, type TermDefinition } from './active-context.ts'
import { CanonicalError } from './canonical-error.ts'
import { type ContextOptions, type ContextProcessing, processContext } from './context-processing.ts'
import { PredicateTable } from './predicates.ts'

/**
 * How many terms may be copied for one document, and kept for later ones, where one defined counts as four. Pinned
 * contexts need a few thousand.
 */
const MAX_TERMS = 150_000
/** A context written into a document is remembered if it is no longer than this. */
const MAX_REMEMBERED = 16_384

const TYPE_SCOPED: ContextOptions = { propagate: false, overrideProtected: false, validateScoped: true }
const PROPERTY_SCOPED: ContextOptions = { propagate: true, overrideProtected: true, validateScoped: true }
const EMBEDDED: ContextOptions = { propagate: true, overrideProtected: false, validateScoped: true }

/** The steps from one active context to the next, each worked out once over a set of pinned contexts. */
export class ContextTransitions {
  readonly initial = new ActiveContext()
  readonly predicates = new PredicateTable()
  readonly #processing: ContextProcessing
  /** Terms kept since the beginning, and those worked on for the document at hand. */
  #kept = 0
  #spent = 0

  constructor(contexts: ContextLoader) {
    this.#processing = { contexts, predicates: this.predicates, spend: (terms) => this.#spend(terms) }
  }

  /** Whether so much has been kept that it is better to begin anew. */
  get full(): boolean {
    return this.#kept > MAX_TERMS
  }

  /** To be called before each document: what one may cost is counted from here. */
  begin(): this {
    this.#spent = 0
    return this
  }

  /** The context of a node's type, where `named`, the context before its types, has one (JSON-LD API §5.1.2 step 11). */
  byType(active: ActiveContext, type: string, named = active): ActiveContext {
    const context = named.terms.get(type)?.context
    if (context === undefined) return active
    if (active !== named) return processContext(active, context, TYPE_SCOPED, this.#processing)
    const known = active.byType.get(type)
    if (known) return known
    const result = processContext(active, context, TYPE_SCOPED, this.#processing)
    active.byType.set(type, result)
    return result
  }

  /** The contexts of several types, in the order of their names. */
  byTypes(active: ActiveContext, types: readonly string[], named = active): ActiveContext {
    const scoped = types.filter((type) => named.terms.get(type)?.context !== undefined)
    const [first] = scoped
    if (first === undefined) return active
    if (scoped.length === 1) return this.byType(active, first, named)
    if (active !== named) return this.#all(active, scoped.sort(), named)
    const key = JSON.stringify(scoped.sort())
    const known = active.byTypes.get(key)
    if (known) return known
    const result = this.#all(active, scoped, named)
    active.byTypes.set(key, result)
    return result
  }

  #all(active: ActiveContext, types: readonly string[], named: ActiveContext): ActiveContext {
    return types.reduce(
      (result, type) => processContext(result, named.terms.get(type)?.context ?? null, TYPE_SCOPED, this.#processing),
      active,
    )
  }

  /** The context that holds in the values of a term (step 8). */
  byTerm(active: ActiveContext, term: TermDefinition): ActiveContext {
    if (term.context === undefined) return active
    const known = active.byTerm.get(term)
    if (known) return known
    const result = processContext(active, term.context, PROPERTY_SCOPED, this.#processing)
    active.byTerm.set(term, result)
    return result
  }

  /** The context that an object brings (step 9). */
  byContext(active: ActiveContext, context: Json): ActiveContext {
    const key = typeof context === 'string' ? context : JSON.stringify(context)
    const known = active.byContext.get(key)
    if (known) return known
    this.#spend(key.length >> 4)
    const result = processContext(active, context, EMBEDDED, this.#processing)
    if (key.length <= MAX_REMEMBERED) active.byContext.set(key, result)
    return result
  }

  #spend(terms: number): void {
    this.#spent += terms
    this.#kept += terms
    if (this.#spent > MAX_TERMS) throw new CanonicalError('tooComplex', 'The contexts take too long to work out.')
  }
}
