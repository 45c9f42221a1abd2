import { parse } from 'csv-parse/sync'
import { looksCompact } from '#credential'
import { decodeUtf8, PassportError } from '#platform'
import { isLink } from './read.ts'

/** A credential in a table: where it stands, and the link or the credential itself. Rows are counted as a spreadsheet shows them. */
export interface TableRow {
  row: number
  text: string
}

const MAX_BYTES = 20 * 1024 * 1024
const MAX_ROWS = 50_000

/** What such a column is usually called, without case and spaces. */
const NAMES = new Set([
  'badge',
  'badgelink',
  'badgeurl',
  'credential',
  'credentiallink',
  'credentialurl',
  'jwt',
  'link',
  'sharelink',
  'url',
  'verifiablecredential',
])

/**
 * The rows of a CSV file that hold a link or a credential: in the column that is named, else in the one that is called as
 * such a column usually is, else in the first that has one. A list of links without a header is read too. Throws
 * `csv.malformed` and `csv.tooLarge`.
 */
export function readTable(bytes: Uint8Array, name?: string): TableRow[] {
  const [header = [], ...records] = recordsOf(bytes)
  const first = header.findIndex(holdsOne)
  const isHeadless = name === undefined && first >= 0
  const column = isHeadless ? first : columnOf(header, records, name)
  const all = isHeadless ? [header, ...records] : records
  const rows = all
    .map((cells, index) => ({ row: index + (isHeadless ? 1 : 2), text: cells[column]?.trim() ?? '' }))
    .filter(({ text }) => text !== '')
  if (rows.length === 0) throw malformed('The table has no row with a link or a credential.')
  return rows
}

function recordsOf(bytes: Uint8Array): string[][] {
  if (bytes.length > MAX_BYTES) throw tooLarge('The table is larger than 20 MiB. Split it into several files.')
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  let records: string[][]
  try {
    const text = decodeUtf8(hasMark ? bytes.subarray(3) : bytes)
    records = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, to: MAX_ROWS + 2 })
  } catch (cause) {
    throw malformed(
      'The table cannot be read. Save it again as CSV in UTF-8, with quotes around cells that need them.',
      cause,
    )
  }
  if (records.length > MAX_ROWS + 1) throw tooLarge('The table has more than 50,000 rows. Split it into several files.')
  return records
}

/** The character that separates most cells of the first row; a single column needs none. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const count = (delimiter: string) => line.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

function columnOf(header: readonly string[], records: readonly string[][], name: string | undefined): number {
  const names = header.map((cell) => plain(cell))
  if (name !== undefined) {
    const named = names.indexOf(plain(name))
    if (named >= 0) return named
    throw malformed(
      `There is no column "${name.slice(0, 80)}". There are: ${header.slice(0, 50).join(', ').slice(0, 500)}.`,
    )
  }
  const usual = names.findIndex((one) => NAMES.has(one))
  const found =
    usual >= 0 ? usual : header.findIndex((_, column) => records.some((cells) => holdsOne(cells[column] ?? '')))
  if (found >= 0) return found
  throw malformed('No column holds links or credentials. Name the one that does.')
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '')

function holdsOne(cell: string): boolean {
  const text = cell.trim()
  return isLink(text) || looksCompact(text) || text.startsWith('{')
}

const malformed = (message: string, cause?: unknown) => new PassportError('csv.malformed', message, { cause })
const tooLarge = (message: string) => new PassportError('csv.tooLarge', message)
