import { termOfSkill } from '#credential'
import type { PresentedWork } from '#protocol'
import type { Frameworks, SkillEvidence } from '#skills'

/** What somebody made or did, as an employer is shown it: the holder’s words, and who confirmed it by their own account. */
export interface ShownWork extends PresentedWork {
  /** Unique among all that is shown together. */
  item: string
}

/** What went along, each under a name of its own. */
export function shownWork(work: readonly PresentedWork[]): ShownWork[] {
  return work.map((one, at) => ({ ...one, item: `w${at + 1}` }))
}

/** What work shows of skills: confirmed where somebody confirmed it, else the holder’s own word. It is never more than that. */
export function workEvidence(work: readonly ShownWork[], on: string, known: Frameworks): SkillEvidence[] {
  return work
    .filter(({ skill }) => skill !== '')
    .map(({ item, skill, confirmedBy }) => ({
      item,
      terms: [termOfSkill(skill, known)],
      assurance: confirmedBy.length > 0 ? 'PeerOrManagerConfirmed' : 'SelfAsserted',
      by: null,
      awardedOn: on,
      status: 'active',
    }))
}
