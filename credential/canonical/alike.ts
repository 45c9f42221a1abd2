import type { ContextLoader } from '#contexts'
import type { JsonObject } from '#platform'
import { CanonicalError } from './canonical-error.ts'
import { canonicalForm } from './engine.ts'
import { differencesOf } from './leaves.ts'
import { hasAstral } from './ordering.ts'
import { NoTemplate, Template } from './template.ts'

/** Documents with other texts in more places than this are not much alike. */
const MAX_HOLES = 64
/** How often a template is made anew because further texts vary. */
const MAX_TEMPLATES = 16
/** A document that is longer, in characters of JSON, is not kept as a sample. */
const MAX_SAMPLE = 64 * 1024

/**
 * Brings documents into canonical form of which many are alike, such as the awards of one achievement: the same but for
 * ids, dates, names and results. Each gets the form that `canonicalise` gives it, byte for byte. What a template cannot vouch
 * for is worked out as if there were none: a document that is built otherwise, an IRI that is there twice, nodes that are
 * told apart by more than their own statements, characters beyond the basic plane.
 */
export class AlikeDocuments {
  readonly #contexts: ContextLoader
  #sample: JsonObject | undefined
  #sampleForm = ''
  readonly #places = new Set<number>()
  #template: Template | undefined
  #templates = 0

  constructor(contexts: ContextLoader) {
    this.#contexts = contexts
  }

  /** As `canonicalise` with SHA-256. Throws CanonicalError. */
  canonicalise(document: JsonObject): string {
    const sample = this.#sample
    if (sample === undefined) return this.#begin(document)
    const differences = differencesOf(document, sample)
    if (differences === null) return this.#form(document)
    if (differences.size === 0) return this.#sampleForm
    for (const place of differences.keys())
      if (!this.#places.has(place)) return this.#extend(document, [...differences.keys()])
    return this.#template?.fill(differences) ?? this.#form(document)
  }

  #form(document: JsonObject): string {
    return canonicalForm(document, this.#contexts, 'sha256')
  }

  /** Keeps a copy of the first, since whoever has it may change it. */
  #begin(document: JsonObject): string {
    const form = this.#form(document)
    const text = JSON.stringify(document)
    if (text.length > MAX_SAMPLE) return form
    this.#sample = JSON.parse(text) as JsonObject
    this.#sampleForm = form
    return form
  }

  /** Makes a template in which these texts vary too. It is only used if it gives this document the form that it has. */
  #extend(document: JsonObject, places: readonly number[]): string {
    const form = this.#form(document)
    // One that no template could be of says nothing of the others: what there is serves them on.
    if (hasAstral(form)) return form
    for (const place of places) this.#places.add(place)
    const sample = this.#sample
    this.#template = undefined
    if (sample === undefined || this.#places.size > MAX_HOLES || ++this.#templates > MAX_TEMPLATES) return form
    try {
      const template = new Template(sample, this.#places, this.#contexts)
      const differences = differencesOf(document, sample)
      if (differences !== null && template.fill(differences) === form) this.#template = template
    } catch (error) {
      if (!(error instanceof CanonicalError || error instanceof NoTemplate)) throw error
    }
    return form
  }
}
