import { isLearnerRecord, openedPart } from '#credential'
import { asArray, isObject, type Json, type JsonObject, PassportError } from '#platform'
import type { DependencyTable } from '#storage'
import { addresses } from './addresses.ts'

/** Something on which a credential depends: what it is for, who delivered that, who assessed it. */
export interface Dependency {
  kind: DependencyTable['kind']
  target: string
  name: string | null
}

/** How people call each kind. */
export const KIND_NAMES: Record<DependencyTable['kind'], string> = {
  achievement: 'qualification',
  centre: 'centre',
  assessor: 'assessor',
}

/** A record in a record in a record is as deep as anyone puts them. */
const DEEPEST = 4
const MOST = 2_000

/**
 * On what a credential depends: its achievements in whichever version, who delivers them (`deliveredBy` of our context),
 * who assessed on behalf of the issuer (`source`, Open Badges 3.0 §B.1.2); and of a learner record (CLR 2.0) on what
 * its parts depend on.
 */
export function dependenciesOf(credential: JsonObject, baseUrl: string): Dependency[] {
  const found = new Map<string, Dependency>()
  for (const one of each(credential, baseUrl, DEEPEST)) {
    const key = keyOf(one)
    if (found.size < MOST && (found.get(key)?.name ?? null) === null) found.set(key, one)
  }
  return [...found.values()]
}

/** Tells dependencies of one issuer apart. */
export const keyOf = ({ kind, target }: Pick<Dependency, 'kind' | 'target'>) => `${kind} ${target}`

/** Each once of what several credentials depend on; with its name, where one of them states it. */
export function eachOnce(dependencies: readonly Dependency[]): Dependency[] {
  const found = new Map<string, Dependency>()
  for (const one of dependencies) if ((found.get(keyOf(one))?.name ?? null) === null) found.set(keyOf(one), one)
  return [...found.values()]
}

function* each(credential: JsonObject, baseUrl: string, depth: number): Generator<Dependency> {
  for (const subject of asArray(credential.credentialSubject).filter(isObject)) {
    for (const achievement of asArray(subject.achievement)) {
      yield* named('achievement', achievement, (id) => withoutVersion(id, baseUrl))
      if (isObject(achievement)) for (const centre of asArray(achievement.deliveredBy)) yield* named('centre', centre)
    }
    for (const assessor of asArray(subject.source)) yield* named('assessor', assessor)
    if (depth === 0 || !isLearnerRecord(credential)) continue
    for (const part of asArray(subject.verifiableCredential).filter(isObject)) {
      yield* each(openedPart(part), baseUrl, depth - 1)
    }
  }
}

/** What is named by its id, or is an object with one; by its name where it has no id. */
function* named(kind: Dependency['kind'], value: Json, targetOf = (id: string) => id): Generator<Dependency> {
  const stated = isObject(value) ? value : { id: value }
  const name = textOf(stated.name)
  const id = textOf(stated.id) ?? name
  if (id !== null) yield { kind, target: targetOf(id), name }
}

const MAX_TEXT = 2_000

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' && value.length <= MAX_TEXT ? value : null
}

/** An achievement of ours is the same in every version. */
function withoutVersion(id: string, baseUrl: string): string {
  if (!id.startsWith(`${baseUrl}/issuers/`)) return id
  return id.replace(/^(.*\/achievements\/[^/]+)\/\d+$/, '$1')
}

/** The same for an achievement that is known by its slug. */
export function achievementTarget(issuerId: string, slug: string, baseUrl: string): string {
  return withoutVersion(addresses(baseUrl).achievement(issuerId, slug, 1), baseUrl)
}

/** Why nothing that depends on these can be awarded now (`award.suspended`); undefined where none of them is suspended. */
export function whySuspended(
  dependencies: readonly Pick<DependencyTable, 'kind' | 'name' | 'target' | 'suspension_id'>[],
): PassportError | undefined {
  const suspended = dependencies.find(({ suspension_id }) => suspension_id !== null)
  if (suspended === undefined) return undefined
  return new PassportError(
    'award.suspended',
    `${whatIsSuspended(suspended)} Nothing that depends on it can be awarded until that is lifted.`,
  )
}

/** That something is suspended, as a sentence. */
export function whatIsSuspended({ kind, name, target }: Pick<DependencyTable, 'kind' | 'name' | 'target'>): string {
  return `The ${KIND_NAMES[kind]} “${name ?? target}” is suspended.`
}
