import { canonicalJson, digestMultibase, isObject, type JsonObject, PassportError } from '#platform'
import { validate } from '#schemas'
import type { RuleReference } from './answer.ts'
import { circleIn, linksOf } from './circle.ts'
import type { Kind, Package } from './model.ts'
import { unknownPrimitives } from './primitives.ts'
import { restsOn, type Term, termsOf } from './terms.ts'

/**
 * Takes in a package that was parsed from JSON, and freezes it. Its digest is of its canonical form (RFC 8785), so spaces
 * and the order of names do not matter. Refuses, each time with a JSON Pointer to where it is:
 *
 * - `package.malformed`: not of its kind's schema (`schemas/skills-package.json`), without a version included;
 * - `package.unknownRule`: a rule that says something no engine here understands;
 * - `package.duplicateId`: two terms of one id;
 * - `package.unknownTerm`: a term that rests on one that is not there;
 * - `package.cycle`: terms that rest on one another in a circle.
 */
export function loadPackage(value: unknown): Package {
  if (!isObject(value)) throw refuse('malformed', 'A package is a JSON object.', '')
  if (value.kind === 'ruleset') refuseUnknownRules(value)
  const [fault, ...more] = validate('skills-package', value)
  if (fault) {
    const where = fault.pointer || 'the package'
    throw refuse('malformed', `${where}: ${fault.message}.`, fault.pointer, ...more.map(({ pointer }) => pointer))
  }
  return packageOf(value, [])
}

/** A package of content that is of its kind's schema. The overlays are those that were laid over it. */
export function packageOf(value: JsonObject, overlays: Package['overlays']): Package {
  const { id, version, kind, layer, ...content } = freeze(structuredClone(value))
  const terms = termsOf(kind as Kind, content as JsonObject)
  refuseDuplicates(terms)
  refuseUnknownTerms(terms, content as JsonObject)
  refuseCircles(terms)
  const digest = digestMultibase(canonicalJson(value))
  return Object.freeze({ id, version, kind, layer, digest, overlays, content: freeze(content) }) as unknown as Package
}

/** How an answer names the package that it rests on. */
export function referenceTo({ id, version, digest, overlays }: Package): RuleReference {
  return overlays.length > 0 ? { id, version, digest, layers: overlays } : { id, version, digest }
}

/** The refusal of a package: what is wrong, and where. */
export function refuse(
  fault: 'malformed' | 'unknownRule' | 'duplicateId' | 'unknownTerm' | 'cycle' | 'redefines' | 'conflict',
  message: string,
  ...pointers: string[]
): PassportError {
  const [pointer = ''] = pointers
  const errors = pointers.slice(0, 10).map((one) => ({ message: one, pointer: one }))
  return new PassportError(`package.${fault}`, message, { details: { pointer, errors } })
}

function refuseUnknownRules(value: JsonObject): void {
  refuseCircles(termsOf('ruleset', value))
  const strange = unknownPrimitives(value)
  if (strange.length > 0) {
    throw refuse('unknownRule', `A rule in it is not understood: ${strange.join(', ')}.`, ...strange)
  }
}

function refuseDuplicates(terms: readonly Term[]): void {
  const seen = new Set<string>()
  for (const { id, pointer } of terms) {
    if (seen.has(id)) throw refuse('duplicateId', `${id} is in it twice.`, pointer)
    seen.add(id)
  }
}

function refuseUnknownTerms(terms: readonly Term[], content: JsonObject): void {
  const known = new Set(terms.map(({ id }) => id))
  for (const term of terms) {
    const missing = restsOn(term).find((id) => !known.has(id))
    if (missing !== undefined) {
      throw refuse('unknownTerm', `${term.id} rests on ${missing}, which is not there.`, term.pointer)
    }
  }
  const { readiness, alignments } = content
  for (const [at, alignment] of (Array.isArray(alignments) ? alignments : []).entries()) {
    if (isObject(alignment) && typeof alignment.target === 'string' && !known.has(alignment.target)) {
      throw refuse('unknownTerm', `There is no target ${alignment.target}.`, `/alignments/${at}/target`)
    }
  }
  if (isObject(readiness) && typeof readiness.technique === 'string' && !known.has(readiness.technique)) {
    throw refuse(
      'unknownTerm',
      `Readiness rests on ${readiness.technique}, which is not there.`,
      '/readiness/technique',
    )
  }
}

function refuseCircles(terms: readonly Term[]): void {
  for (const links of linksOf(terms)) {
    const [first, ...others] = circleIn(links)
    if (first) {
      const names = [first, ...others].map(({ id }) => id).join(', ')
      throw refuse('cycle', `These rest on one another in a circle, or on one that does: ${names}.`, first.pointer)
    }
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}
