import type { CreditCode } from '#skills'
import { catalogue } from '../language.tsx'
import { withNamesOfWales } from './level-words.ts'
import { type Says, said } from './says.ts'

const en: Says<CreditCode> = {
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

type Value = Parameters<typeof said>[0]

const named = (value: Value) => withNamesOfWales(said(value))
const at = (level: Value) => (level === null || level === undefined ? '' : ` ar ${named(level)}`)

const cy: Says<CreditCode> = {
  'credit.counted': ({ value, scheme, level }) => `${said(value)} ${named(scheme)}${at(level)}.`,
  'credit.none': () => 'nid yw’n nodi credyd.',
  'credit.malformed': ({ value }) => `mae’n nodi nifer o gredydau nad yw’n nifer: ${said(value)}.`,
  'credit.unknownScheme': ({ scheme }) => `fe’i cyfrifir yn ôl cynllun nad yw’n hysbys yma: ${said(scheme)}.`,
  'credit.duplicate': () => 'yr un cyflawniad ag un arall ydyw, ac mae’n cyfrif unwaith.',
  'credit.partOf': () => 'mae y tu mewn i ddyfarniad mwy sydd eisoes yn cyfrif.',
  'credit.recognisedNotEarned': () => 'fe’i cydnabuwyd, ac nid credyd a enillwyd o’r newydd mo hynny.',
  'credit.doesNotStand': () => 'fe’i dirymwyd neu fe’i hataliwyd dros dro gan y dyroddwr.',
  'credit.notChecked': () => 'nid oedd modd ei wirio, felly ni ddywedir dim am ei gredyd.',
  'credit.inFuture': () => 'mae iddo ddiwrnod sydd eto i ddod.',
  'credit.noSuchDay': () => 'mae iddo ddiwrnod nad yw yn y calendr.',
  'credit.total': ({ value, scheme, level }) => `Gyda’i gilydd: ${said(value)} ${named(scheme)}${at(level)}.`,
  'credit.schemesDiffer': ({ schemes }) =>
    `Nid yw credydau’r cynlluniau hyn yn cael eu hadio at ei gilydd: ${named(schemes)}. Nid yw rhif ar ei ben ei hun yn dweud beth y mae’n ei gyfrif.`,
  'credit.converted': ({ before, from, after, to, caveat }) =>
    `Cymerir bod ${said(before)} ${named(from)} yn ${said(after)} ${named(to)}. ${said(caveat)}`,
  'credit.notConverted': ({ before, from, to }) =>
    `Ni ellir rhoi ${said(before)} ${named(from)} yn union yn ôl ${named(to)}.`,
  'transfer.notHeld': () => 'nid yw’n cyfrif yma, felly ni all neb fod wedi’i dderbyn gennych.',
  'transfer.inFuture': () => 'mae iddo ddiwrnod sydd eto i ddod.',
}

/** What credit was counted, what was not, and what was added up. */
export const creditSays = catalogue({ en, cy })
