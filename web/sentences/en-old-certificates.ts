import type { ProposalCode, Values } from '#skills'
import { count } from '../dates.ts'
import { basisInWords } from './en-combination.ts'
import { type Says, said } from './says.ts'

const years = (value: Values[string] | undefined) => count(Number(value), 'year')

/** What may be decided of a certificate of before, and why nothing may be of another. */
export const proposalSays: Says<ProposalCode> = {
  'recognition.proposed': ({ standing }) => `may be accepted, and is ${said(standing)}.`,
  'recognition.maxAge': ({ types, maxAgeYears }) =>
    `What counts ${Array.isArray(types) ? types.map(basisInWords).join(' or ') : ''} may be at most ${years(maxAgeYears)} old on the day of registration.`,
  'recognition.notListed': () => 'is on no list of what stands for a unit.',
  'recognition.otherRuleset': () => 'stands for nothing by these rules.',
  'recognition.notOffered': ({ type }) => `cannot count ${basisInWords(String(type))} in this qualification.`,
  'recognition.notFor': () => 'stands only for what has to be earned.',
  'recognition.tooOld': ({ day, maxAgeYears, registered }) =>
    `is too old: it is of ${said(day)}, and may be at most ${years(maxAgeYears)} old on the day of registration, ${said(registered)}.`,
  'recognition.noDate': ({ maxAgeYears }) =>
    `says no day, and may be at most ${years(maxAgeYears)} old on the day of registration.`,
  'recognition.noSuchDay': () => 'has a day that the calendar does not have.',
  'recognition.inFuture': () => 'has a day that is still to come.',
  'recognition.duplicate': () => 'is there twice, and is looked at once.',
}
