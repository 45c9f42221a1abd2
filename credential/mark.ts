import type { ListAnswer } from '#trust'
import { type EndorsementFacts, isOfScheme } from './endorsement-facts.ts'

/**
 * Whether a mark is to be shown, and if not, why. `notSchemeOwner`: no list says that whoever signed it owns the scheme, at
 * least not then. `unbound`: it may have been copied from somebody else's award. `own`: the issuer gave it to itself.
 */
export type MarkState =
  | 'shown'
  | 'notSchemeOwner'
  | 'expired'
  | 'withdrawn'
  | 'notApproved'
  | 'notYet'
  | 'invalid'
  | 'unchecked'
  | 'otherSubject'
  | 'unbound'
  | 'own'

/** What of a credential an endorsement is about. */
export type EndorsedPart = 'credential' | 'achievement' | 'issuer'

/** An endorsement of a kind that a credential carries, and what was found of it. What it says counts only where it is `shown`. */
export interface Mark extends EndorsementFacts {
  state: MarkState
  /** The code of the check that decided, where it was not this one. */
  reason: string | null
  /** What its signer calls it. */
  name: string | null
  /** Who signed it, and whether a list recognises them for that; the name is their own word where none does. */
  by: { id: string; name: string | null; isListed: boolean }
  /** Whose scheme it is by the lists in use, where they name somebody else. */
  schemeOwner: { did: string; name: string } | null
  about: EndorsedPart | null
  /** ISO 8601 date-times, as it states them. */
  validFrom: string | null
  validUntil: string | null
  /** When it was withdrawn, where that is known. */
  withdrawnOn: string | null
  /** Whether the review that it was due for is over the date, at the time asked for. */
  isReviewOverdue: boolean
  /** Whether the award is dated before what is marked was first taught. */
  isBeforeTeaching: boolean
  /** What the lists say of its signer for it: which one, and of when. */
  recognition: ListAnswer
}

/** As much of a mark that is shown as a card has room for. */
export interface GivenMark {
  kind: EndorsementFacts['kind']
  name: string | null
  by: string | null
}

/** Whether a mark was found good; what somebody merely confirms is more than their word only where a list knows them for that. */
export const isGiven = (mark: Mark) => mark.state === 'shown' && (isOfScheme(mark) || mark.by.isListed)

/** The marks to show on a card. */
export function givenMarks(marks: readonly Mark[]): GivenMark[] {
  return marks.filter(isGiven).map(({ kind, name, by }) => ({ kind, name, by: by.name }))
}
