import {
  type Answer,
  type CombinationAnswer,
  combine,
  type Package,
  type Planned,
  type Proposal,
  type ProposalCode,
  proposeRecognition,
  type Reach,
  reach,
  type Unit,
} from '#skills'
import type { SelfAssessment } from '../assess-self.ts'
import { claimedCertificates } from '../old-certificates.ts'
import { decidedHoldings } from './decisions.ts'
import type { ReadPassport } from './read-passport.ts'
import { type SuggestedUnit, suggestedUnits } from './suggested.ts'
import { type HeldUnits, unitsOf } from './units.ts'

/** How somebody wants a plan to be shaped, as their forms say it. */
export interface PlanWish {
  /** Units that have to be in it, and that are not to be added, by their ids. */
  want: readonly string[]
  avoid: readonly string[]
  /** A unit made for their work, of a size that the award declares; empty where there is none. */
  ownLevel: string
  ownSize: string
  /** The day of registration: ages are measured on it. */
  registered: string
}

/** How far a person is from one qualification, and which old certificates may help. */
export interface Plan {
  ruleset: Package<'ruleset'>
  answer: CombinationAnswer
  units: HeldUnits
  /** What may be decided of certificates of before, and why not. None of it counts before somebody who may does so. */
  recognition: Answer<readonly Proposal[], ProposalCode>
  /** What goes with the person's own answers, and is not held. */
  suggested: readonly SuggestedUnit[]
}

/** Plans one qualification. Throws `request.notFound` where the ruleset has none of that id. */
export function planOf(
  ruleset: Package<'ruleset'>,
  qualification: string,
  wish: PlanWish,
  { facts, certificates, decisions, known, today: on }: ReadPassport,
  self: SelfAssessment,
): Plan {
  const units = unitsOf(facts, ruleset, known, claimedCertificates(certificates))
  const held = [...units.holdings, ...decidedHoldings(decisions, ruleset, known)]
  const wanted = [...wish.want.map((unit) => ({ unit })), ...ownUnit(ruleset, wish)]
  const { registered } = wish
  const answer = combine(ruleset, {
    qualification,
    held,
    registered,
    on,
    wishes: { wanted, unwanted: wish.avoid },
  })
  const question = { library: known.library, ruleset, qualification, registered, on }
  const suggested = suggestedUnits(self, units, ruleset, known)
  return { ruleset, answer, units, recognition: proposeRecognition(question, units.certificates), suggested }
}

/** How far every qualification of a ruleset is, or those at a level. */
export function reachOf(
  ruleset: Package<'ruleset'>,
  level: number | undefined,
  { facts, decisions, known, today: on }: ReadPassport,
): Reach {
  const held = [...unitsOf(facts, ruleset, known).holdings, ...decidedHoldings(decisions, ruleset, known)]
  return reach(ruleset, { held, registered: on, on, ...(level === undefined ? {} : { wishes: { level } }) }).value
}

/**
 * Whether nothing is known of how much has to be at the level of a qualification above the first. Its rules may then be met
 * here, and not be met where somebody knows.
 */
export function lacksLevelRule({ content }: Package<'ruleset'>, qualification: string): boolean {
  const found = content.qualifications.find(({ id }) => id === qualification)
  return found !== undefined && found.level > 1 && found.minAtLevel == null && found.optionalShareAtLevel === undefined
}

/** What the ruleset calls a unit whose size each award declares, at a level; undefined where it lists none. */
export function declaredUnit({ content }: Package<'ruleset'>, level: string): Unit | undefined {
  return content.units.find((unit) => unit[content.sizeUnit] == null && String(unit.level) === level)
}

/** A name for a unit that the ruleset does not list. */
export const OWN_UNIT = 'own'

function ownUnit(ruleset: Package<'ruleset'>, { ownLevel, ownSize }: PlanWish): Planned[] {
  if (ownLevel === '' && ownSize === '') return []
  const declared = declaredUnit(ruleset, ownLevel)
  const size = Number(ownSize)
  return [
    {
      unit: declared?.id ?? OWN_UNIT,
      as: 'CustomisedUnit',
      ...(ownSize === '' ? {} : { size }),
      ...(ownLevel === '' ? {} : { level: Number(ownLevel) }),
    },
  ]
}
