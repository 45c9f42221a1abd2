import { canonicalJson, isObject, type Json, type JsonObject, pointerStep } from '#platform'
import { validate } from '#schemas'
import { isPeriod, lengthOf } from './calendar.ts'
import type { Layer, Package } from './model.ts'
import { packageOf, refuse } from './package.ts'
import { listsOf, termsOf } from './terms.ts'

const ORDER: readonly Layer[] = ['core', 'sector', 'local']

/** What is stricter than before, by the name of the member. `before` is undefined where nothing was said. */
const STRICTER: Readonly<Record<string, (before: Json | undefined, after: Json) => boolean>> = {
  min: isMore,
  minShare: isMore,
  renewalHours: isMore,
  maxShare: isLess,
  maxAgeYears: isLess,
  maxUnits: isLess,
  maxPerArea: isLess,
  currency: isShorter,
  grace: isShorter,
  strict: (_, after) => after === true,
  onLapse: (_, after) => after === 'NotAuthorised',
  mandatory: isContinued,
  notFor: isContinued,
  requires: isContinued,
  excludeFromAtLevel: isContinued,
  Foundation: isContinued,
  Intermediate: isContinued,
  Advanced: isContinued,
}

/**
 * A package with sectors' and local layers laid over it, the sectors' first. A layer may add terms, and may make a term
 * stricter: it never gives one another meaning. Refuses with `package.redefines` where one does, `package.unknownTerm`
 * where it is about something that is not there, and `package.malformed` where what comes out is no such package.
 */
export function layered<P extends Package>(base: P, overlays: readonly Package<'overlay'>[]): P {
  const sorted = overlays.toSorted((one, other) => ORDER.indexOf(one.layer) - ORDER.indexOf(other.layer))
  return sorted.reduce(lay, base as Package) as P
}

function lay(base: Package, overlay: Package<'overlay'>): Package {
  const { adds = {}, tightens = [], extends: extended } = overlay.content
  if (extended !== base.id) throw refuse('unknownTerm', `${overlay.id} is a layer over ${extended}.`, '/extends')
  if (overlay.layer === 'core') throw refuse('malformed', `${overlay.id} is no sector's or local layer.`, '/layer')
  const content = structuredClone(base.content) as unknown as JsonObject
  for (const [index, { term, set }] of tightens.entries()) {
    const found = termsOf(base.kind, content).find(({ id }) => id === term)
    const at = `/tightens/${index}`
    if (!found) throw refuse('unknownTerm', `${term} is not in ${base.id}.`, `${at}/term`)
    Object.assign(found.value, stricter(found.value, set as JsonObject, `${at}/set`))
  }
  add(base, content, adds as Record<string, JsonObject[]>)
  const { id, version, kind, layer } = base
  const value: JsonObject = { id, version, kind, layer, ...content }
  const [fault] = validate('skills-package', value)
  if (fault) throw refuse('malformed', `${overlay.id} makes ${fault.pointer} wrong: ${fault.message}.`, fault.pointer)
  const reference = { id: overlay.id, version: overlay.version, digest: overlay.digest }
  return packageOf(value, [...base.overlays, reference])
}

function add(base: Package, content: JsonObject, adds: Readonly<Record<string, JsonObject[]>>): void {
  const known = new Set(termsOf(base.kind, content).map(({ id }) => id))
  for (const [list, items] of Object.entries(adds)) {
    const at = `/adds${pointerStep(list)}`
    if (!listsOf(base.kind).includes(list)) throw refuse('malformed', `${base.id} has no list of ${list}.`, at)
    const twice = termsOf(base.kind, { [list]: items }, '/adds').find(({ id }) => known.has(id))
    if (twice) throw refuse('redefines', `${twice.id} is a term of ${base.id} already.`, twice.pointer)
    const before = content[list]
    content[list] = [...(Array.isArray(before) ? before : []), ...structuredClone(items)]
  }
}

/** Members of an object as a layer wants them: each the same, or stricter. */
function stricter(before: JsonObject, after: JsonObject, at: string): JsonObject {
  const members = Object.entries(after).map(([name, value]): [string, Json] => {
    const pointer = at + pointerStep(name)
    const old = before[name]
    if (value === undefined || canonicalJson(old ?? null) === canonicalJson(value)) return [name, value ?? null]
    if (isObject(value) && (old === undefined || old === null || isObject(old))) {
      return [name, stricter(isObject(old) ? old : {}, value, pointer)]
    }
    const isStricter = Object.hasOwn(STRICTER, name) ? STRICTER[name] : undefined
    if (isStricter?.(old ?? undefined, value) !== true) {
      throw refuse('redefines', `${pointer} says something else than the layer below, or less.`, pointer)
    }
    return [name, value]
  })
  return { ...before, ...Object.fromEntries(members) }
}

function isMore(before: Json | undefined, after: Json): boolean {
  return typeof after === 'number' && (typeof before !== 'number' || after >= before)
}

function isLess(before: Json | undefined, after: Json): boolean {
  return typeof after === 'number' && (typeof before !== 'number' || after <= before)
}

function isShorter(before: Json | undefined, after: Json): boolean {
  if (!isPeriod(after)) return false
  return !isPeriod(before) || lengthOf(after) <= lengthOf(before)
}

/** All that was there, in its order, and more: statements are known by their place in the list. */
function isContinued(before: Json | undefined, after: Json): boolean {
  const old = Array.isArray(before) ? before : []
  return (
    Array.isArray(after) && old.every((value, index) => canonicalJson(value) === canonicalJson(after[index] ?? null))
  )
}
