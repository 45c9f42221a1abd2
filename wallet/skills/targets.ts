import { signersOfOwn, skillEvidence } from '#credential'
import { evidenceOf, goalTarget, type SkillEvidence, type Target } from '#skills'
import { assessSelf } from '../assess-self.ts'
import { certificateEvidence } from '../old-certificates.ts'
import type { WalletParts } from '../parts.ts'
import type { Person } from '../records/person.ts'
import { listTargets } from '../set-target.ts'
import type { ReadPassport } from './read-passport.ts'

/** The id of the target that all of a person's own goals make together. */
export const OWN_GOALS = 'goals'

/** Stands before the technique of which somebody says something themself, and for who says it. */
export const OWN = 'own:'

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
  { facts, certificates, known, today }: ReadPassport,
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
  const claimed = certificateEvidence(certificates, known, { holder: OWN, on: today })
  return {
    evidence: [...skillEvidence(facts, known), ...said, ...claimed],
    holder: [...signersOfOwn(facts), OWN],
    goals,
  }
}

function isBefore(set: Awaited<ReturnType<typeof listTargets>>, technique: string, at: number): boolean {
  return set.slice(0, at).some(({ target }) => target.technique === technique)
}
