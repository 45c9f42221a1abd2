import type { EffectiveAssurance } from './assurance.ts'
import type { KeyEnd } from './model.ts'
import type { Scope, ScopeMember } from './scope.ts'

/** What the lists that a verifier trusts say of an issuer. `notListed` is neutral: nobody we asked knows it. */
export type RecognitionOutcome =
  | 'recognised'
  | 'outOfScope'
  | 'notAtThatDate'
  | 'withdrawn'
  | 'notListed'
  | 'listUnavailable'

/**
 * Why, where the outcome leaves that open. Of `outOfScope`: `scope`, `notOwner` (what is awarded is not the achievement of
 * whoever recognised the issuer), `tooDeep`. Of `notAtThatDate`: `before`, `after`, `suspended`, `closed`, `dayUnreadable`
 * (it states a day that cannot be read), `keyNotThen`. Of `withdrawn`: `withdrawn`, `retroactive`, `keyCompromised`,
 * `notWitnessed` (nothing shows that it was made before). Of `notListed`: `keyNotListed`; `keyUnknown` (the list knows the
 * issuer by its keys, and no key signed this).
 */
export type RecognitionReason =
  | 'scope'
  | 'notOwner'
  | 'tooDeep'
  | 'before'
  | 'after'
  | 'suspended'
  | 'closed'
  | 'dayUnreadable'
  | 'keyNotThen'
  | 'withdrawn'
  | 'retroactive'
  | 'keyCompromised'
  | 'notWitnessed'
  | 'keyNotListed'
  | 'keyUnknown'

export interface ListName {
  url: string
  name: string
  /** The DID of who keeps it; empty where it could not be had. */
  operator: string
}

/** What one list said. Times are ISO 8601 in UTC. */
export interface ListAnswer {
  outcome: RecognitionOutcome
  reason: RecognitionReason | null
  list: ListName | null
  /** When that list was last had from its server, and whether a newer one is overdue. */
  asOf: string | null
  isStale: boolean
  /** Why a later version of that list is not used; null where none was refused. */
  refused: string | null
  /** Whether it is a copy that whoever presented the credential handed in; `asOf` is then when it was signed. */
  isStapled: boolean
}

export interface Recognition extends ListAnswer {
  /** The issuer's name on the list. */
  issuerName: string | null
  /** The period of recognition that decided, and what for. */
  since: string | null
  until: string | null
  scope: Scope | null
  /** The limits that the award is not within. */
  outside: readonly ScopeMember[]
  /** The day of the award, and the latest of the days that it states. */
  awardedOn: string | null
  latestOn: string | null
  /** By whom the issuer was recognised in turn, from the list's own entry on. */
  through: readonly { did: string; name: string }[]
  /** How the list knows the key that signed; null where it pins none. */
  key: { isRetired: boolean; until: string | null; reason: KeyEnd | null } | null
  withdrawal: { on: string; isRetroactive: boolean; reason: string } | null
  closure: {
    on: string
    custodian: { did: string; name: string } | null
    successor: { did: string; name: string } | null
  } | null
  assurance: EffectiveAssurance
  /** What the other lists said, of those that know the issuer. */
  others: readonly ListAnswer[]
  /** Whether they contradict the answer given. */
  isConflict: boolean
}

/** What is said where nobody was asked, or nobody knows the issuer. */
export const NOT_LISTED: Recognition = {
  outcome: 'notListed',
  reason: null,
  list: null,
  asOf: null,
  isStale: false,
  refused: null,
  isStapled: false,
  issuerName: null,
  since: null,
  until: null,
  scope: null,
  outside: [],
  awardedOn: null,
  latestOn: null,
  through: [],
  key: null,
  withdrawal: null,
  closure: null,
  assurance: { claimed: null, allowed: null, effective: null },
  others: [],
  isConflict: false,
}
