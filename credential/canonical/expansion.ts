import type { Json, JsonObject } from '#platform'
import type { ActiveContext } from './active-context.ts'
import { CanonicalError, undefinedWord } from './canonical-error.ts'
import type { ContextTransitions } from './context-transitions.ts'
import { type Bucket, Dataset, Node, type Term } from './dataset.ts'
import { asItems, type Expanded, isResource, type Manner, type Walk } from './expanded.ts'
import { graphAloneOf } from './graph-alone.ts'
import { expandReference } from './iri-expansion.ts'
import { keepsTypeScope, keywordOf, shapeOf } from './keys.ts'
import { isAbsoluteIri, isBlankLabel } from './keywords.ts'
import { type Labelling, Labels } from './labels.ts'
import { type Item, List } from './list.ts'
import { expandNodeObject } from './node-object.ts'
import { iriToken } from './nquads.ts'
import { asNode } from './statements.ts'
import { expandScalar, expandValueObject } from './value-expansion.ts'

/** Deeper than any document we accept (`JSON_LIMITS`), and shallow enough for the stack. */
const MAX_DEPTH = 100
/** Types no longer than this are remembered with their context, and no more of them than this. */
const MAX_REMEMBERED = 256

const TOP: Manner = { graph: null, free: true, mapped: false, wrap: 'never' }

/** One walk through a document that states all it says in a dataset: Expansion and Deserialize JSON-LD to RDF in one. */
export class Expansion implements Walk {
  readonly dataset = new Dataset()
  readonly transitions: ContextTransitions
  readonly labels: Labels
  #indexes: Map<Bucket, string> | undefined
  #depth = 0

  constructor(transitions: ContextTransitions, labelling: Labelling = {}) {
    this.transitions = transitions
    this.labels = new Labels(this.dataset, labelling)
  }

  /** The document as a whole. */
  document(document: JsonObject): Dataset {
    this.#top(document)
    return this.dataset
  }

  #top(document: JsonObject): void {
    const active = this.enter(document, this.transitions.initial, null, TOP)
    const graph = graphAloneOf(document, active, this)
    if (graph === undefined) {
      this.element(document, this.transitions.initial, null, TOP)
      return
    }
    const { value, key } = graph
    if (typeof value !== 'object' || value === null) throw undefinedWord('A graph is neither object nor array', key)
    this.element(value, graph.active, key, TOP)
  }

  element(value: Json | undefined, active: ActiveContext, key: string | null, manner: Manner): Expanded {
    if (value === null || value === undefined) return null
    if (typeof value !== 'object') {
      if (manner.free) throw undefinedWord('A value stands where a node should', String(value))
      const item = expandScalar(value, active, key === null ? undefined : active.terms.get(key), this)
      if (manner.index !== undefined && isResource(item)) {
        this.noteIndex(this.dataset.bucket(asNode(item, this), manner.graph), manner.index)
      }
      return item
    }
    this.#deepen()
    const expanded = Array.isArray(value)
      ? this.#array(value, active, key, manner)
      : this.#object(value, active, key, manner)
    this.#depth--
    return expanded
  }

  #array(array: readonly Json[], active: ActiveContext, key: string | null, manner: Manner): Item[] {
    if (isListKey(key, active)) return this.list(array, active, key, manner).items
    return array.flatMap((item) => asItems(this.element(item, active, key, manner)))
  }

  list(array: readonly Json[], active: ActiveContext, key: string | null, around: Manner): List {
    const manner = inList(around)
    const nested = isListKey(key, active)
    const items: Item[] = []
    for (const value of array) {
      const expanded = Array.isArray(value)
        ? this.deeper(() => (nested ? this.list(value, active, key, manner) : this.element(value, active, key, manner)))
        : this.element(value, active, key, manner)
      if (Array.isArray(expanded)) items.push(new List(expanded, Array.isArray(value) ? value : undefined))
      else if (expanded !== null) items.push(expanded)
    }
    return new List(items, array)
  }

  enter(object: JsonObject, given: ActiveContext, key: string | null, manner: Manner): ActiveContext {
    let active = given
    const scope = key === null ? undefined : active.terms.get(key)
    if (active.previous !== undefined && !manner.mapped && !keepsTypeScope(object, active)) {
      active = active.previous
      if (key !== null && !manner.free && active.terms.get(key)?.keyword === '@graph') throw twofold(key)
    }
    if (scope?.context !== undefined) active = this.transitions.byTerm(active, scope)
    const context = object['@context']
    return context === undefined ? active : this.transitions.byContext(active, context)
  }

  #object(object: JsonObject, given: ActiveContext, key: string | null, manner: Manner): Expanded {
    const typeContext = this.enter(object, given, key, manner)
    const active = this.#byTypes(object, typeContext)
    const shape = shapeOf(object, active)
    if (shape === 'node') return expandNodeObject(object, active, typeContext, manner, this)
    if (shape === 'value') {
      if (manner.free) throw undefinedWord('A value stands where a node should', undefined)
      return expandValueObject(object, active, typeContext)
    }
    if (key !== null && active !== given && !manner.free && isTwofold(key, given, active)) throw twofold(key)
    const value = this.#contentOf(object, shape, active)
    if (value === null || value === undefined) throw undefinedWord(`A ${shape} object holds null`, key ?? undefined)
    if (shape === 'set') return this.element(value, active, key, manner)
    if (manner.free) throw undefinedWord('A list stands where a node should', undefined)
    if (Array.isArray(value)) return this.list(value, active, key, manner)
    return new List(asItems(this.element(value, active, key, inList(manner))))
  }

  /** What a set or list object holds; beside it there may only be an index. */
  #contentOf(object: JsonObject, shape: 'set' | 'list', active: ActiveContext): Json | undefined {
    let content: Json | undefined
    for (const [key, value] of Object.entries(object)) {
      const keyword = keywordOf(key, active)
      if (keyword === `@${shape}` && content === undefined) content = value
      else if (keyword === '@index' ? typeof value !== 'string' : keyword !== '@context') {
        throw undefinedWord(`A ${shape} object has another entry`, key)
      }
    }
    return content
  }

  #byTypes(object: JsonObject, active: ActiveContext): ActiveContext {
    let result = active
    for (const key of active.typeKeys) {
      const types = object[key]
      if (types === undefined || !Object.hasOwn(object, key)) continue
      if (Array.isArray(types) && types.length > 1) {
        result = this.transitions.byTypes(result, types.filter(isText), active)
      } else {
        const type = Array.isArray(types) ? types[0] : types
        if (isText(type)) result = this.transitions.byType(result, type, active)
      }
    }
    return result
  }

  resource(text: string, active: ActiveContext, vocab: boolean): Term {
    const iri = expandReference(active, text, vocab)
    if (iri === null || !isAbsoluteIri(iri)) throw undefinedWord(undefined, text)
    return isBlankLabel(iri) ? this.labels.labelled(iri) : iriToken(iri)
  }

  named(id: string, active: ActiveContext, object?: object): Node {
    const resource = this.resource(id, active, false)
    const node = resource instanceof Node ? resource : this.dataset.resource(resource)
    this.labels.note(object, node)
    return node
  }

  type(type: string, typeContext: ActiveContext): Term {
    const known = typeContext.typeTokens.get(type)
    if (known !== undefined) return known
    const resource = this.resource(type, typeContext, true)
    const remember = type.length <= MAX_REMEMBERED && typeContext.typeTokens.size < MAX_REMEMBERED
    if (typeof resource === 'string' && remember) typeContext.typeTokens.set(type, resource)
    return resource
  }

  deeper<Result>(step: () => Result): Result {
    this.#deepen()
    const result = step()
    this.#depth--
    return result
  }

  noteIndex(bucket: Bucket, index: string): void {
    this.#indexes ??= new Map()
    const known = this.#indexes.get(bucket)
    if (known !== undefined && known !== index) throw undefinedWord('A node has two indexes', index)
    this.#indexes.set(bucket, index)
  }

  #deepen(): void {
    if (++this.#depth > MAX_DEPTH) throw new CanonicalError('tooComplex', 'The document is nested too deeply.')
  }
}

function twofold(key: string): CanonicalError {
  return undefinedWord('A key is one thing by the context of a type and another by the one before', key)
}

/** Whether a key means a keyword, or a map of graphs, in one context and not in the other. */
function isTwofold(key: string, one: ActiveContext, other: ActiveContext): boolean {
  const [first, second] = [one.terms.get(key), other.terms.get(key)]
  return first?.keyword !== second?.keyword || first?.containers.graph !== second?.containers.graph
}

/** What a key in a map says is said of the list under it, not of what is in the list. */
function inList(manner: Manner): Manner {
  if (manner.node === undefined && manner.index === undefined) return manner
  const { node: _node, index: _index, ...others } = manner
  return others
}

/** Whether an array in an array is a list in a list (step 5.2.2). */
function isListKey(key: string | null, active: ActiveContext): boolean {
  return key !== null && active.terms.get(key)?.containers.list === true
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}
