import type { ClaimCode } from '#skills'
import { countInWelsh } from '../dates.ts'
import { catalogue } from '../language.tsx'
import { type Says, said } from './says.ts'

const en: Says<ClaimCode> = {
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

const cy: Says<ClaimCode> = {
  'claim.shown': ({ outcome, evidence }) =>
    `Deilliant ${said(outcome)}: mae ${Array.isArray(evidence) && evidence.length > 1 ? `${countInWelsh(evidence.length, 'peth', 'bethau')} wedi’u cysylltu` : 'un peth wedi’i gysylltu'} ag ef.`,
  'claim.notShown': ({ outcome }) => `Deilliant ${said(outcome)}: nid oes dim wedi’i gysylltu ag ef eto.`,
  'claim.rests': () =>
    'Y darparwr sy’n penderfynu. Nid yw’r cais hwn yn dweud bod unrhyw gymhwyster wedi’i ennill, na bod dim yn gyfwerth ag un, fel Safon Uwch.',
  'claim.evidence': ({ outcomes }) => `mae wedi’i gysylltu â: ${said(outcomes)}.`,
  'claim.noOutcome': () => 'nid yw wedi’i gysylltu ag unrhyw ddeilliant yn y cais hwn.',
  'claim.inFuture': ({ day }) => `mae o ${said(day)}, sydd eto i ddod.`,
  'claim.noSuchDay': () => 'mae iddo ddiwrnod nad yw yn y calendr.',
  'claim.duplicate': () => 'mae yno ddwywaith.',
}

/** What a claim for prior learning shows, and who decides about it. */
export const claimSays = catalogue({ en, cy })
