import { summarise } from '#credential'
import type { Frameworks } from '#skills'
import { en } from '#web'
import type { HeldCredential } from '../records/credentials.ts'
import type { PersonalRecord } from '../records/personal.ts'
import { BETWEEN, COLUMNS, type ColumnName, CREDENTIAL, type CsvRow } from './csv-columns.ts'
import { ownRow } from './csv-own-rows.ts'

/**
 * A passport as a table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark): a row for each credential, whatever it is
 * worth, and one for each record of one's own. A cell that a spreadsheet would take for a formula is kept from being one.
 */
export async function passportCsv(
  held: readonly HeldCredential[],
  records: readonly PersonalRecord[],
  known: Frameworks,
): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  const rows = [...held.map(credentialRow), ...records.flatMap((record) => ownRow(record, known) ?? [])]
  const cells = rows.map((row) => COLUMNS.map((column) => inOneCell(column, row[column] ?? '')))
  return stringify([[...COLUMNS], ...cells], { escape_formulas: true, bom: true, record_delimiter: 'windows' })
}

/**
 * A text that stays in one cell, and no formula in any: a spreadsheet that separates by semicolons looks for them inside of quotes
 * too. In `Data`, which is JSON, they are written as JSON can.
 */
function inOneCell(column: ColumnName, text: string): string {
  return column === 'Data' ? text.replaceAll(';', '\\u003b') : text.replaceAll(/([;\t]\s*)(?=[=+\-@])/g, "$1'")
}

function credentialRow({ shown, checked }: HeldCredential): CsvRow {
  const summary = summarise(shown)
  const { title, issuer, awardedOn, validFrom, currentUntil, validUntil, level, credits, skill, description } = summary
  return {
    What: CREDENTIAL,
    Title: title,
    'Who says so': issuer.name ?? issuer.id,
    Date: dayOf(awardedOn ?? validFrom),
    Until: dayOf(currentUntil ?? validUntil),
    'How it stood': en.standings[checked.face],
    'Checked on': dayOf(checked.at),
    Level: level?.name ?? '',
    Credit: credits.map(({ value, scheme }) => `${value} ${scheme}`.trim()).join(BETWEEN),
    Skills: skill.join(BETWEEN),
    About: description ?? '',
    Link: summary.id !== null && /^https?:\/\//.test(summary.id) ? summary.id : '',
    Id: summary.digest,
  }
}

const dayOf = (moment: string | null) => moment?.slice(0, 10) ?? ''
