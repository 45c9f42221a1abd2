import type { CreditCode } from '#skills'
import { type Says, said } from './says.ts'

/** What credit was counted, what was not, and what was added up. */
export const creditSays: Says<CreditCode> = {
  'credit.counted': ({ value, scheme, level }) =>
    `${said(value)} ${said(scheme)}${level === null ? '' : ` at ${said(level)}`}.`,
  'credit.none': () => 'states no credit.',
  'credit.malformed': ({ value }) => `states a number of credits that is none: ${said(value)}.`,
  'credit.unknownScheme': ({ scheme }) => `is counted by a scheme that is not known here: ${said(scheme)}.`,
  'credit.duplicate': () => 'is the same achievement as another, and counts once.',
  'credit.partOf': () => 'is inside a larger award that counts already.',
  'credit.recognisedNotEarned': () => 'was recognised, which is not credit earned anew.',
  'credit.doesNotStand': () => 'was taken back or suspended by its issuer.',
  'credit.notChecked': () => 'could not be checked, so nothing is said of its credit.',
  'credit.inFuture': () => 'has a day that is still to come.',
  'credit.noSuchDay': () => 'has a day that the calendar does not have.',
  'credit.total': ({ value, scheme, level }) =>
    `Together ${said(value)} ${said(scheme)}${level === null || level === undefined ? '' : ` at ${said(level)}`}.`,
  'credit.schemesDiffer': ({ schemes }) =>
    `Credit of ${said(schemes)} is not added up: a number alone does not say what it counts.`,
  'credit.converted': ({ before, from, after, to, caveat }) =>
    `${said(before)} ${said(from)} are taken as ${said(after)} ${said(to)}. ${said(caveat)}`,
  'credit.notConverted': ({ before, from, to }) =>
    `${said(before)} ${said(from)} cannot be said exactly in ${said(to)}.`,
  'transfer.notHeld': () => 'is not counted here, so nobody can have accepted it of you.',
  'transfer.inFuture': () => 'has a day that is still to come.',
}
