import {
  evidenceOf,
  goalTarget,
  qualificationTarget,
  roleTarget,
  type SkillEvidence,
  standardTarget,
  type Target,
} from '#skills'
import { assessSelf } from '../assess-self.ts'
import type { WalletParts } from '../parts.ts'
import type { Person } from '../records/person.ts'
import { listTargets } from '../set-target.ts'
import { holderOf, OWN, skillEvidence } from './evidence.ts'
import type { Frameworks } from './frameworks.ts'
import type { ReadPassport } from './read-passport.ts'

/** The id of the target that all of a person's own goals make together. */
export const OWN_GOALS = 'goals'

/** Something to compare oneself with. */
export interface TargetChoice {
  id: string
  kind: Target['kind']
  title: string
}

/** All that is known to compare oneself with, but for one's own goals. */
export function targetChoices({ competences, standards, rulesets }: Frameworks): TargetChoice[] {
  const roles = competences.flatMap(({ content }) => content.roles ?? [])
  const qualifications = rulesets.flatMap((ruleset) =>
    ruleset.content.qualifications.flatMap(({ id }) => qualificationTarget(ruleset, id) ?? []),
  )
  return [
    ...roles.map(({ id, title }): TargetChoice => ({ id, kind: 'role', title })),
    ...standards.flatMap(({ content }) =>
      content.standards.map(({ code, title }): TargetChoice => ({ id: code, kind: 'standard', title })),
    ),
    ...qualifications.map(({ id, title }): TargetChoice => ({ id, kind: 'qualification', title })),
  ]
}

/** A role that the frameworks have; null for what is none. */
export function findRole({ competences }: Frameworks, id: string): Target | null {
  return first(competences.map((framework) => roleTarget(framework, id)))
}

/** A role by its id, a standard by its code, a qualification as `ruleset#id`, or one's own goals; null for none of these. */
export function findTarget(known: Frameworks, id: string, goals: Target | null): Target | null {
  if (id === OWN_GOALS) return goals
  return (
    findRole(known, id) ??
    first(known.standards.map((standards) => standardTarget(standards, id))) ??
    first(
      known.rulesets.map((ruleset) =>
        id.startsWith(`${ruleset.id}#`) ? qualificationTarget(ruleset, id.slice(ruleset.id.length + 1)) : null,
      ),
    )
  )
}

/** What somebody holds and what they say of themself, with the goals that they set themself. */
export interface Standing {
  evidence: readonly SkillEvidence[]
  /** The DIDs of the person, under which their own word is told from others'. */
  holder: readonly string[]
  /** Null where they set none. */
  goals: Target | null
}

/** Brings together what is held and what is said. */
export async function standingOf(
  parts: Pick<WalletParts, 'storage' | 'keys' | 'now'>,
  person: Person,
  { facts, known, today }: ReadPassport,
): Promise<Standing> {
  const self = await assessSelf(parts, person, known.techniques)
  const said = self.found.value.map((result) =>
    evidenceOf(known.techniques, result, { item: `${OWN}${result.technique}`, holder: OWN, on: today }),
  )
  const set = await listTargets(parts, person, self)
  // Of a technique the latest goal counts: they are listed in that order.
  const levels = set.map(({ target }) => target).filter(({ technique }, at) => !isBefore(set, technique, at))
  const goals =
    levels.length === 0 ? null : goalTarget(known.techniques, { id: OWN_GOALS, title: 'Your own goals', levels })
  return { evidence: [...skillEvidence(facts, known), ...said], holder: [...holderOf(facts), OWN], goals }
}

function isBefore(set: Awaited<ReturnType<typeof listTargets>>, technique: string, at: number): boolean {
  return set.slice(0, at).some(({ target }) => target.technique === technique)
}

function first<T>(found: readonly (T | null)[]): T | null {
  return found.find((one) => one !== null) ?? null
}
