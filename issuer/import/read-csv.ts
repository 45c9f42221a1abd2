import { Readable } from 'node:stream'
import { setImmediate as others } from 'node:timers/promises'
import { decodeUtf8, PassportError } from '#platform'

export const MAX_BYTES = 20 * 1024 * 1024
const MAX_ROWS = 50_000
const MAX_LINES = 200_000
const MAX_CELL = 4 * 1024
const MAX_COLUMNS = 200

/** How much is parsed, and how many rows are handed on, before others have their turn. */
const SLICE_BYTES = 32 * 1024
const SLICE_ROWS = 250

/** A row as it was uploaded. Rows are counted as a spreadsheet shows them: the header is row 1. */
export interface Row {
  row: number
  cells: string[]
}

/** A piece of a table, and how far that is, in lines. */
export interface Slice {
  columns: string[]
  rows: Row[]
  done: number
  total: number
}

/** The first line by which Excel is told the delimiter. No spreadsheet shows it, so the header after it is row 1. */
const SEPARATOR = /^\uFEFF?"?sep=([^"\r\n])"?(?:\r\n?|\n|$)/i

const SAVE_AS = 'In Excel choose “Save as”, then “CSV UTF-8”.'

/** The text of an uploaded file. Refuses what is no CSV in UTF-8, with what to do about it. */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) throw tooLarge('The file is larger than 20 MiB. Split it into several files.')
  const [first, second, third] = bytes
  if (first === 0x50 && second === 0x4b) throw malformed(`This is an Excel workbook, not a CSV file. ${SAVE_AS}`)
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw malformed(`This file is in UTF-16. ${SAVE_AS}`)
  }
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf
  let text: string
  try {
    text = decodeUtf8(hasMark ? bytes.subarray(3) : bytes)
  } catch (cause) {
    throw malformed(`This file is not in UTF-8, so names with accents would be wrong. ${SAVE_AS}`, cause)
  }
  if (text.includes('\0')) throw malformed('This file holds characters that no spreadsheet writes.')
  return text
}

/**
 * Reads the table piece by piece, letting others have their turn. Throws `csv.malformed` and `csv.tooLarge`, with the row
 * where there is one.
 */
export async function* readCsv(text: string): AsyncGenerator<Slice, void> {
  const total = countLines(text)
  let columns: string[] | undefined
  let row = 0
  let rows: Row[] = []
  let hasRows = false
  for await (const cells of recordsOf(text)) {
    row++
    if (columns === undefined) {
      columns = columnsOf(cells)
      continue
    }
    if (row > MAX_ROWS + 1) throw tooLarge('The file has more than 50,000 rows. Split it into several files.')
    if (cells.every((cell) => cell.trim() === '')) continue
    expectFitting({ row, cells }, columns)
    rows.push({ row, cells })
    hasRows = true
    if (rows.length < SLICE_ROWS) continue
    yield { columns, rows, done: Math.min(row, total), total }
    rows = []
  }
  if (columns === undefined) throw malformed('The first row must hold the names of the columns.')
  if (!hasRows) throw malformed('The file has the names of columns and no rows below them.')
  yield { columns, rows, done: total, total }
}

function columnsOf(header: readonly string[]): string[] {
  if (header.every((cell) => cell.trim() === '')) throw malformed('The first row must hold the names of the columns.')
  if (header.length > MAX_COLUMNS) throw tooLarge(`The file has more than ${MAX_COLUMNS} columns.`)
  return distinct(header.map((cell) => cell.trim()))
}

function expectFitting({ row, cells }: Row, columns: readonly string[]): void {
  const long = cells.findIndex((cell) => cell.length > MAX_CELL)
  if (long >= 0) {
    throw new PassportError('csv.tooLarge', `Row ${row} has a cell of more than 4,096 characters.`, {
      details: { row, column: columns[long] ?? String(long + 1) },
    })
  }
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== '')) {
    throw malformed(
      `Row ${row} has more cells than there are columns. A cell with a comma in it must stand in quotes.`,
      undefined,
      row,
    )
  }
}

/** How many lines a text has. It is read no further than it must: parsing too many would be dear. */
function countLines(text: string): number {
  const end = /\r\n?|\n/g
  let lines = 0
  while (end.test(text)) {
    if (++lines > MAX_LINES) throw tooLarge('The file has more than 200,000 lines. Split it into several files.')
  }
  return lines
}

/** The header and the rows, at most one row more than may be. */
async function* recordsOf(text: string): AsyncGenerator<string[], void> {
  const [line = '', named] = SEPARATOR.exec(text) ?? []
  const table = text.slice(line.length)
  const { CsvError, parse } = await import('csv-parse')
  const parser = parse({
    delimiter: named ?? delimiterOf(table),
    to: MAX_ROWS + 2,
    relax_column_count: true,
    bom: true,
    max_record_size: 1_000_000,
  })
  const records: AsyncIterable<string[]> = Readable.from(slicesOf(new TextEncoder().encode(table))).pipe(parser)
  try {
    yield* records
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    const row = typeof cause.records === 'number' ? cause.records + 1 : undefined
    throw malformed(
      `A quote in ${row ? `row ${row}` : 'it'} is not closed, or stands in the middle of a cell.`,
      cause,
      row,
    )
  }
}

/** The bytes piece by piece; between two of them others have their turn. */
async function* slicesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES)
    await others()
  }
}

/** The character that separates most cells of the first row. German and French systems write semicolons. */
function delimiterOf(text: string): string {
  const firstRow =
    text
      .slice(0, 20_000)
      .replaceAll(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/, 1)[0] ?? ''
  const counts = [',', ';', '\t', '|'].map((character) => [firstRow.split(character).length, character] as const)
  return counts.reduce((best, next) => (next[0] > best[0] ? next : best))[1]
}

/** Columns without a name, or with another's, are told apart by their place. */
function distinct(columns: readonly string[]): string[] {
  return columns.map((name, index) => {
    if (name === '') return `Column ${index + 1}`
    return columns.indexOf(name) === index ? name : `${name} (column ${index + 1})`
  })
}

const malformed = (message: string, cause?: unknown, row?: number) =>
  new PassportError('csv.malformed', message, { cause, details: row === undefined ? {} : { row } })
const tooLarge = (message: string) => new PassportError('csv.tooLarge', message)
