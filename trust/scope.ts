import { isObject, type Json, type JsonObject, PassportError } from '#platform'
import type { AwardFacts, Field, FieldScheme, Level } from './award.ts'

/**
 * What somebody is recognised for, in the words of education. A member that is absent sets no limit; one that is there
 * lists all that is allowed. At least one must say what may be awarded: a scope that matches everything is none.
 */
export interface Scope {
  /** Achievements by their `id`, as whole strings. */
  achievements?: readonly string[]
  /** Open Badges `achievementType`, such as `ext:Module`. */
  achievementTypes?: readonly string[]
  levels?: readonly Level[]
  fields?: readonly (Field & { name: string })[]
  /** ISO 3166-1 codes of countries, and ISO 3166-2 codes of parts of them. */
  jurisdictions?: readonly string[]
  /** Learning settings of skills-passport v1, such as `FormalCreditBearing`. */
  deliveries?: readonly string[]
  /** Of endorsements: the schemes, and the kinds. */
  schemes?: readonly string[]
  endorsementKinds?: readonly string[]
}

export type ScopeMember = keyof Scope

/** In the order in which they are said. */
export const SCOPE_MEMBERS: readonly ScopeMember[] = [
  'achievements',
  'achievementTypes',
  'levels',
  'fields',
  'jurisdictions',
  'deliveries',
  'schemes',
  'endorsementKinds',
]

/** Where and how alone says nothing of what. */
const SAYS_WHAT: readonly ScopeMember[] = [
  'achievements',
  'achievementTypes',
  'levels',
  'fields',
  'schemes',
  'endorsementKinds',
]

const MAX_VALUES = 500
const MAX_TEXT = 2_048

/**
 * Reads a scope. Throws `trust.scopeUnlimited` for one that says nothing of what may be awarded, or allows anything, and
 * `trust.malformed` for one with members or values that are not understood: a limit we do not know is a limit all the same.
 */
export function readScope(value: Json | undefined): Scope {
  if (!isObject(value)) throw malformed('an action on it has no scope')
  if (!Object.keys(value).every((key) => SCOPE_MEMBERS.some((member) => member === key))) {
    throw malformed('a scope on it says more than is understood')
  }
  const scope: Scope = {
    ...member(value, 'achievements', text),
    ...member(value, 'achievementTypes', text),
    ...member(value, 'levels', level),
    ...member(value, 'fields', field),
    ...member(value, 'jurisdictions', jurisdiction),
    ...member(value, 'deliveries', text),
    ...member(value, 'schemes', text),
    ...member(value, 'endorsementKinds', text),
  }
  if (!SAYS_WHAT.some((name) => scope[name] !== undefined)) {
    throw new PassportError(
      'trust.scopeUnlimited',
      'A scope must say what may be awarded: what says nothing allows everything.',
    )
  }
  return scope
}

/** Text that is the same for scopes that allow the same, in whatever order they say it. */
export function scopeKey(scope: Scope): string {
  const key = keys.get(scope) ?? JSON.stringify(SCOPE_MEMBERS.map((name) => scope[name] && valuesKey(scope[name])))
  keys.set(scope, key)
  return key
}

/** Thousands of entries have the same few scopes, and a scope never changes. */
const keys = new WeakMap<Scope, string>()

/** A field is known by its code; what it is called decides nothing. */
function valuesKey(values: readonly (string | Level | Field)[]): string[] {
  const texts = values.map((value) => {
    if (typeof value === 'string') return value
    return JSON.stringify('scheme' in value ? [value.scheme, value.code] : [value.framework, value.code])
  })
  return [...new Set(texts)].toSorted()
}

/** Whether a scope is about endorsements. One about awards allows none, and the other way round. */
export function isOfEndorsements({ schemes, endorsementKinds }: Scope): boolean {
  return schemes !== undefined || endorsementKinds !== undefined
}

/** The limits of a scope that an award is not within; none is "in scope". What it does not state is not within. */
export function outsideOf(scope: Scope, award: AwardFacts): ScopeMember[] {
  const isWithin: Record<ScopeMember, () => boolean> = {
    achievements: () => allIn(award.achievements, scope.achievements),
    achievementTypes: () => allIn(award.achievementTypes, scope.achievementTypes),
    levels: () => allSuch(award.levels, scope.levels, sameLevel),
    fields: () => fieldsWithin(award.fields, scope.fields),
    jurisdictions: () => award.places.some((place) => scope.jurisdictions?.includes(place)),
    deliveries: () => allIn(award.deliveries, scope.deliveries),
    schemes: () => allIn(award.schemes, scope.schemes),
    endorsementKinds: () => allIn(award.endorsementKinds, scope.endorsementKinds),
  }
  return SCOPE_MEMBERS.filter((name) => scope[name] !== undefined && !isWithin[name]())
}

function allIn(stated: readonly string[], allowed: readonly string[] = []): boolean {
  return stated.length > 0 && stated.every((one) => allowed.includes(one))
}

function allSuch<T>(stated: readonly T[], allowed: readonly T[] = [], same: (one: T, other: T) => boolean): boolean {
  return stated.length > 0 && stated.every((one) => allowed.some((other) => same(one, other)))
}

const sameLevel = (one: Level, other: Level) => one.framework === other.framework && one.code === other.code

/**
 * Fields are compared within the classifications that the scope speaks of, in one of which each achievement must state its
 * own; ISCED-F codes contain what they begin.
 */
function fieldsWithin(stated: AwardFacts['fields'], allowed: readonly Field[] = []): boolean {
  const spokenOf = new Set(allowed.map(({ scheme }) => scheme))
  const isWithin = (fields: readonly Field[]) => {
    const comparable = fields.filter(({ scheme }) => spokenOf.has(scheme))
    return allSuch(comparable, allowed, contained)
  }
  return stated.length > 0 && stated.every(isWithin)
}

function contained(stated: Field, allowed: Field): boolean {
  if (stated.scheme !== allowed.scheme) return false
  return stated.scheme === 'ISCED-F' ? stated.code.startsWith(allowed.code) : stated.code === allowed.code
}

function member<K extends ScopeMember, T>(value: JsonObject, name: K, read: (one: Json) => T): { [key in K]?: T[] } {
  const list = value[name]
  if (list === undefined) return {}
  if (!Array.isArray(list) || list.length > MAX_VALUES) throw malformed('a limit of a scope on it is no list')
  if (list.length === 0) {
    throw new PassportError('trust.scopeUnlimited', 'A limit of a scope allows nothing, which is not what it is for.')
  }
  const one: { [key in K]?: T[] } = {}
  one[name] = list.map(read)
  return one
}

function text(value: Json): string {
  if (typeof value !== 'string' || value === '' || value.length > MAX_TEXT)
    throw malformed('a scope on it cannot be read')
  if (value.includes('*'))
    throw new PassportError('trust.scopeUnlimited', 'A scope names what is allowed; * is no name.')
  return value
}

function level(value: Json): Level {
  if (!isObject(value)) throw malformed('a level of a scope on it cannot be read')
  return { framework: text(value.framework ?? null), code: text(value.code ?? null) }
}

/** ISCED-F 2013 codes have two to four digits, HECoS codes six. */
const CODE: Record<FieldScheme, RegExp> = { 'ISCED-F': /^\d{2,4}$/, HECoS: /^\d{6}$/ }

function field(value: Json): Field & { name: string } {
  const scheme = isObject(value) ? value.scheme : undefined
  if (!isObject(value) || (scheme !== 'ISCED-F' && scheme !== 'HECoS'))
    throw malformed('a field of a scope on it is of no classification we know')
  const code = text(value.code ?? null)
  if (!CODE[scheme].test(code)) throw malformed('a field of a scope on it has no such code')
  return { scheme, code, name: text(value.name ?? code) }
}

function jurisdiction(value: Json): string {
  const code = text(value)
  if (!/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(code))
    throw malformed('a jurisdiction of a scope on it is no ISO 3166 code')
  return code
}

const malformed = (why: string) => new PassportError('trust.malformed', `The list of issuers cannot be used: ${why}.`)
