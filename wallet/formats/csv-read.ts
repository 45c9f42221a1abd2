import { isUtf8 } from 'node:buffer'
import { PassportError, parseJsonObject } from '#platform'
import { savedRecord } from '../personal-files.ts'
import type { PersonalRecord } from '../records/personal.ts'
import { COLUMNS, type ColumnName, type CsvRow } from './csv-columns.ts'

/** What a table holds: records of one's own as they were saved, and rows that describe something. */
export interface ReadCsv {
  records: PersonalRecord[]
  /** With the number that a spreadsheet shows. */
  rows: { number: number; row: CsvRow }[]
  /** Rows that cannot be read, with the reason. */
  problems: { number: number; reason: string }[]
  /** Columns that have no place here, by name. */
  unknownColumns: string[]
}

const MAX_BYTES = 4 * 1024 * 1024
const MAX_ROWS = 5_000
/** The largest record of one's own, as it is in the column `Data`, and what people read of it beside that. */
const MAX_ROW = 512 * 1024

/** What a spreadsheet would take for a formula has a quote before it, which is none of the text. */
const GUARDED = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/

/** Reads a table in UTF-8 with the columns of ours, of which `Title` has to be there. Throws `csv.malformed` and `csv.tooLarge`. */
export async function readPassportCsv(bytes: Uint8Array): Promise<ReadCsv> {
  const [header = [], ...lines] = await cellsIn(bytes)
  const columns = header.map((name) => COLUMNS.find((one) => one.toLowerCase() === name.trim().toLowerCase()))
  if (!columns.includes('Title')) {
    throw new PassportError('csv.malformed', 'The first row must name the columns, and one of them must be “Title”.')
  }
  const read: ReadCsv = {
    records: [],
    rows: [],
    problems: [],
    unknownColumns: header.filter((name, index) => columns[index] === undefined && name.trim() !== ''),
  }
  for (const [index, cells] of lines.entries()) {
    const number = index + 2
    const row = rowOf(columns, cells)
    if (Object.keys(row).length === 0) continue
    if (row.Data !== undefined) addRecord(read, number, row.Data)
    else if (row.Title === undefined) read.problems.push({ number, reason: 'It has no title.' })
    else read.rows.push({ number, row })
  }
  return read
}

function addRecord({ records, problems }: ReadCsv, number: number, data: string): void {
  try {
    const saved = savedRecord.safeParse(parseJsonObject(data))
    if (saved.success) records.push(saved.data)
    else problems.push({ number, reason: 'What is in its column “Data” is no record of ours.' })
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    problems.push({ number, reason: 'What is in its column “Data” was changed, and cannot be read.' })
  }
}

function rowOf(columns: readonly (ColumnName | undefined)[], cells: readonly string[]): CsvRow {
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const cell = (cells[index] ?? '').trim().replace(GUARDED, '')
      return column === undefined || cell === '' ? [] : [[column, cell]]
    }),
  )
}

async function cellsIn(bytes: Uint8Array): Promise<string[][]> {
  if (bytes.length > MAX_BYTES) throw new PassportError('csv.tooLarge', 'This table is larger than 4 MiB.')
  if (!isUtf8(bytes)) {
    const remedy = 'In Excel choose “Save as”, then “CSV UTF-8”.'
    throw new PassportError(
      'csv.malformed',
      `This table is not in UTF-8, so names with accents would be wrong. ${remedy}`,
    )
  }
  const { parse } = await import('csv-parse/sync')
  let cells: string[][]
  try {
    cells = parse(Buffer.from(bytes), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
      to: MAX_ROWS + 2,
      delimiter: delimiterOf(bytes),
    })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'CSV_MAX_RECORD_SIZE') {
      throw new PassportError('csv.tooLarge', 'A row of this table is longer than 512 KiB.', { cause })
    }
    throw new PassportError('csv.malformed', 'This table cannot be read: see that every quote in it is closed.', {
      cause,
    })
  }
  if (cells.length <= MAX_ROWS + 1) return cells
  throw new PassportError('csv.tooLarge', 'This table has more than 5,000 rows. Split it into several files.')
}

/** A spreadsheet writes what its country does; the first line, of names, tells which it was. */
function delimiterOf(bytes: Uint8Array): string {
  const [line = ''] = Buffer.from(bytes.subarray(0, 8_192)).toString('utf8').split(/\r|\n/, 1)
  return [',', ';', '\t'].toSorted((one, other) => line.split(other).length - line.split(one).length)[0] ?? ','
}
