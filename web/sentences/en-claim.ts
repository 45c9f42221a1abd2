import type { ClaimCode } from '#skills'
import { type Says, said } from './says.ts'

/** What a claim for prior learning shows, and who decides about it. */
export const claimSays: Says<ClaimCode> = {
  'claim.shown': ({ outcome, evidence }) =>
    `Outcome ${said(outcome)}: ${Array.isArray(evidence) && evidence.length > 1 ? `${evidence.length} things are` : 'one thing is'} put to it.`,
  'claim.notShown': ({ outcome }) => `Outcome ${said(outcome)}: nothing is put to it yet.`,
  'claim.rests': () =>
    'The decision rests with the provider. This claim says of no qualification that it is held, nor that anything is equal to one, such as an A level.',
  'claim.evidence': ({ outcomes }) => `is put to: ${said(outcomes)}.`,
  'claim.noOutcome': () => 'is put to no outcome of this claim.',
  'claim.inFuture': ({ day }) => `is of ${said(day)}, which is still to come.`,
  'claim.noSuchDay': () => 'has a day that the calendar does not have.',
  'claim.duplicate': () => 'is there twice.',
}
