import type { StatementCode } from '#skills'
import { catalogue } from '../language.tsx'
import { type Says, said } from './says.ts'

const en: Says<StatementCode> = {
  'technique.level': ({ level }) => `Comes to ${said(level)}.`,
  'technique.deniedBelow': () => 'Something easier is denied while something harder is claimed.',
  'statement.yes': ({ day }) => `yes${on(day)}`,
  'statement.no': ({ day }) => `no${on(day)}`,
  'statement.unknown': () => 'this framework has no such question',
  'statement.duplicate': ({ day }) => `there twice${on(day)}`,
  'statement.contradicted': ({ answer, day }) =>
    `${answer === true ? 'yes' : 'no'}${on(day)}, and there is another answer of the same day`,
  'statement.replaced': ({ answer, day }) => `${answer === true ? 'yes' : 'no'}${on(day)}, and a newer answer counts`,
  'statement.noSuchDay': ({ day }) => `of a day that the calendar does not have: ${said(day)}`,
  'statement.inFuture': ({ day }) => `of a day that is still to come: ${said(day)}`,
  'readiness.can': () => 'You can do this.',
  'readiness.cannot': () => 'You cannot do this yet.',
  'readiness.notAsked': () => 'You have not answered this.',
}

const LEVELS: Readonly<Record<string, string>> = {
  Inexperienced: 'Dibrofiad',
  Foundation: 'Sylfaen',
  Intermediate: 'Canolradd',
  Advanced: 'Uwch',
  'Super-user': 'Uwch-ddefnyddiwr',
}

const cy: Says<StatementCode> = {
  'technique.level': ({ level }) => `Daw i’r lefel: ${LEVELS[said(level)] ?? said(level)}.`,
  'technique.deniedBelow': () => 'Gwedir rhywbeth haws tra honnir rhywbeth anoddach.',
  'statement.yes': ({ day }) => `gallaf${on(day)}`,
  'statement.no': ({ day }) => `na allaf${on(day)}`,
  'statement.unknown': () => 'nid oes cwestiwn o’r fath yn y fframwaith hwn',
  'statement.duplicate': ({ day }) => `yno ddwywaith${on(day)}`,
  'statement.contradicted': ({ answer, day }) =>
    `${answer === true ? 'gallaf' : 'na allaf'}${on(day)}, ac mae ateb arall o’r un diwrnod`,
  'statement.replaced': ({ answer, day }) =>
    `${answer === true ? 'gallaf' : 'na allaf'}${on(day)}, ac ateb mwy newydd sy’n cyfrif`,
  'statement.noSuchDay': ({ day }) => `o ddiwrnod nad yw yn y calendr: ${said(day)}`,
  'statement.inFuture': ({ day }) => `o ddiwrnod sydd eto i ddod: ${said(day)}`,
  'readiness.can': () => 'Gallwch wneud hyn.',
  'readiness.cannot': () => 'Ni allwch wneud hyn eto.',
  'readiness.notAsked': () => 'Nid ydych wedi ateb hyn.',
}

/** How a self-assessment was worked out. Statements are named by whoever shows this. */
export const statementSays = catalogue({ en, cy })

function on(day: Parameters<typeof said>[0]): string {
  return day === null || day === undefined ? '' : `, ${said(day)}`
}
