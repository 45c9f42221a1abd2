import type { StatementCode } from '#skills'
import { type Says, said } from './says.ts'

const on = (day: Parameters<typeof said>[0]) => (day === null ? '' : `, ${said(day)}`)

/** How a self-assessment was worked out. Statements are named by whoever shows this. */
export const statementSays: Says<StatementCode> = {
  'technique.level': ({ level }) => `Comes to ${said(level)}.`,
  'technique.deniedBelow': () => 'Something easier is denied while something harder is claimed.',
  'statement.yes': ({ day }) => `yes${on(day ?? null)}`,
  'statement.no': ({ day }) => `no${on(day ?? null)}`,
  'statement.unknown': () => 'this framework has no such question',
  'statement.duplicate': ({ day }) => `there twice${on(day ?? null)}`,
  'statement.contradicted': ({ answer, day }) =>
    `${answer === true ? 'yes' : 'no'}${on(day ?? null)}, and there is another answer of the same day`,
  'statement.replaced': ({ answer, day }) =>
    `${answer === true ? 'yes' : 'no'}${on(day ?? null)}, and a newer answer counts`,
  'statement.noSuchDay': ({ day }) => `of a day that the calendar does not have: ${said(day)}`,
  'statement.inFuture': ({ day }) => `of a day that is still to come: ${said(day)}`,
  'readiness.can': () => 'You can do this.',
  'readiness.cannot': () => 'You cannot do this yet.',
  'readiness.notAsked': () => 'You have not answered this.',
}
