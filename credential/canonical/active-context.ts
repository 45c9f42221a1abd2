import { canonicalJson, type Json } from '#platform'
import type { Predicate } from './predicates.ts'

export type Direction = 'ltr' | 'rtl'

/** How a term's values are held together (JSON-LD §4.6 to §4.9). */
export interface Containers {
  list: boolean
  set: boolean
  graph: boolean
  language: boolean
  index: boolean
  id: boolean
  type: boolean
}

/** What a term means (JSON-LD API §4.1): its IRI or keyword, and how its values are read. */
export interface TermDefinition {
  /** The IRI or keyword; null for a term that is made to mean nothing. */
  iri: string | null
  /** The keyword, where the term is another name for one. */
  keyword: string | undefined
  /** The IRI as a predicate; undefined where statements cannot have it as one. */
  predicate: Predicate | undefined
  reverse: boolean
  /** Whether compact IRIs may begin with it. */
  prefix: boolean
  protected: boolean
  /** `@id`, `@vocab`, `@json`, `@none` or a datatype. */
  typeMapping: string | undefined
  /** For a datatype: what follows the closing quote of a literal. */
  suffix: string | undefined
  containers: Containers
  /** Whether a map may hold the values: under languages, indexes, ids or types. */
  map: boolean
  /** Whether each value is stated by itself, of this subject. */
  plain: boolean
  language: string | null | undefined
  direction: Direction | null | undefined
  /** The property that an index stands for, where it is not only an annotation. */
  index: string | undefined
  nest: string | undefined
  /** The context that holds in the term's values, or in nodes of that type. */
  context: Json | undefined
}

/** Whether two definitions say the same, protection aside (JSON-LD API §4.2.2 step 27). */
export function sameDefinition(a: TermDefinition, b: TermDefinition): boolean {
  return canonicalJson(meaningOf(a)) === canonicalJson(meaningOf(b))
}

function meaningOf({ iri, reverse, prefix, typeMapping, containers, ...rest }: TermDefinition): Json {
  const { language, direction, index, nest, context } = rest
  return { iri, reverse, prefix, typeMapping, containers: { ...containers }, language, direction, index, nest, context }
}

/**
 * All that is in force at one place in a document (JSON-LD API §4.1). It is built once, then never changed: where
 * another context applies, another ActiveContext is made, and remembered here as the step that leads to it.
 */
export class ActiveContext {
  readonly terms: Map<string, TermDefinition>
  /** What relative references are read from. A document has none of its own here: a signature is not bound to a place. */
  base: string | undefined
  vocab: string | undefined
  language: string | undefined
  direction: Direction | undefined
  /** What holds again in the next node, where a type's context does not reach further. */
  previous: ActiveContext | undefined
  hasProtected = false

  /** The names of `@id` and `@type`, and whether other keywords have another name too. */
  idKeys: readonly string[] = ['@id']
  typeKeys: readonly string[] = ['@type']
  aliases = false

  readonly byType = new Map<string, ActiveContext>()
  readonly byTypes = new Map<string, ActiveContext>()
  readonly byTerm = new Map<TermDefinition, ActiveContext>()
  readonly byContext = new Map<string, ActiveContext>()
  /** The tokens of types met before. */
  readonly typeTokens = new Map<string, string>()

  constructor(from?: ActiveContext) {
    this.terms = new Map(from?.terms)
    this.base = from?.base
    this.vocab = from?.vocab
    this.language = from?.language
    this.direction = from?.direction
    this.previous = from?.previous
    this.hasProtected = from?.hasProtected ?? false
  }

  /** To be called when the last term is defined. */
  seal(): this {
    const idKeys = ['@id']
    const typeKeys = ['@type']
    for (const [term, { keyword }] of this.terms) {
      if (keyword === undefined || term === keyword) continue
      if (keyword === '@id') idKeys.push(term)
      else if (keyword === '@type') typeKeys.push(term)
      else this.aliases = true
    }
    this.idKeys = idKeys
    this.typeKeys = typeKeys.sort()
    return this
  }
}
