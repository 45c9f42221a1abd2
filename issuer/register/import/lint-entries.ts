import { type RecognisedEntity, scopeKey } from '#trust'
import { formatDate } from '#web'
import type { RowProblem } from '../../import/lint.ts'
import type { Row } from '../../import/read-csv.ts'
import { readDate } from '../../import/read-date.ts'
import { type ActOf, did as didSchema } from '../act.ts'
import { ENTRY_FIELDS, type EntryColumns, type EntryField } from './columns.ts'
import { readScopeCells } from './read-scope.ts'

type Award = ActOf<'extend'>['award']

/** Whom a row recognises, and for what. */
export interface EntryRow {
  did: string
  name: string
  award: Award
}

/** A row that was looked at: whom it recognises, or all that stops it. */
export interface LintedEntry {
  row: number
  entry: EntryRow | null
  problems: RowProblem[]
}

const MAX_NAME = 200

/**
 * Looks at the rows of a file one after the other. All the problems of a row are named at once; then, of a row that is good
 * by itself, what it has to do with the rows before it and with the register: nobody is recognised twice for one time.
 * `onRegister` are the entries as they are.
 */
export function entryLinter(
  columns: readonly string[],
  mapping: EntryColumns,
  onRegister: ReadonlyMap<string, RecognisedEntity>,
): (row: Row) => LintedEntry {
  const before: (EntryRow & { row: number })[] = []
  return ({ row, cells }) => {
    const problems: RowProblem[] = []
    const find = (field: EntryField, reason: string, remedy: string) =>
      void problems.push({ column: mapping[field] ?? ENTRY_FIELDS[field], reason, remedy })
    const cell = (field: EntryField): string => {
      const index = columns.indexOf(mapping[field] ?? '')
      return index < 0 ? '' : (cells[index] ?? '').trim()
    }
    const entry = readRow(cell, find)
    if (entry !== null && problems.length === 0) {
      compareWithRegister(entry, onRegister.get(entry.did), find)
      compareWithRows(entry, before, find)
    }
    if (entry === null || problems.length > 0) return { row, entry: null, problems }
    before.push({ ...entry, row })
    return { row, entry, problems }
  }
}

type Find = (field: EntryField, reason: string, remedy: string) => void

function readRow(cell: (field: EntryField) => string, find: Find): EntryRow | null {
  const name = nameOf(cell('name'), find)
  const did = didOf(cell('did'), find)
  const from = dayOf('from', cell('from'), find)
  const until = dayOf('until', cell('until'), find)
  if (from !== null && until !== null && until < from) {
    find('until', 'The last day is before the first', 'Put one of the two right.')
  }
  const [types, framework, levelFrom, levelTo, field, jurisdiction, delivery] = [
    cell('types'),
    cell('framework'),
    cell('levelFrom'),
    cell('levelTo'),
    cell('field'),
    cell('jurisdiction'),
    cell('delivery'),
  ]
  const scope = readScopeCells({ types, framework, levelFrom, levelTo, field, jurisdiction, delivery }, find)
  return from === null || scope === null ? null : { did, name, award: { from, until, scope, assurance: null } }
}

function nameOf(cell: string, find: Find): string {
  const name = cell.normalize('NFC')
  if (name === '') find('name', 'The name is missing', 'Fill in the name.')
  if (name.length > MAX_NAME) find('name', 'The name is longer than 200 characters', 'Shorten it.')
  if (/[\p{Cc}\p{Cs}]|\uFFFD/u.test(name)) {
    find('name', 'The name holds characters that cannot be shown', 'Type the name again.')
  }
  return name
}

function didOf(cell: string, find: Find): string {
  const remedy = 'Write the DID with which it signs, such as did:web:college.example.'
  if (cell === '') find('did', 'The DID is missing', remedy)
  else if (!didSchema.safeParse(cell).success) find('did', `“${cell.slice(0, 60)}” is not a DID`, remedy)
  return cell
}

/** The first moment of a first day, the last of a last one; null where there is none. */
function dayOf(field: 'from' | 'until', cell: string, find: Find): Date | null {
  if (cell === '') {
    if (field === 'from') find('from', 'The first day is missing', 'Fill in the day, such as 01/09/2026.')
    return null
  }
  const read = readDate(cell)
  if ('date' in read) return new Date(`${read.date}${field === 'from' ? 'T00:00:00Z' : 'T23:59:59Z'}`)
  find(field, read.reason, read.remedy)
  return null
}

function compareWithRegister({ name, award }: EntryRow, entity: RecognisedEntity | undefined, find: Find): void {
  if (entity === undefined) return
  if (entity.closure !== null) {
    find('did', 'It is on the register as closed', 'Leave the row out.')
    return
  }
  if (entity.name !== name) {
    find('name', `It is on the register as “${entity.name}”`, 'Write that name, or change it on its entry first.')
  }
  const listed = entity.actions.find((action) => overlap(action, award))
  if (listed !== undefined) {
    find(
      'did',
      `It is on the register already, recognised ${period(listed)}`,
      'Leave the row out, and change its entry instead; or write another time.',
    )
  }
}

function compareWithRows(entry: EntryRow, before: readonly (EntryRow & { row: number })[], find: Find): void {
  const own = before.filter(({ did }) => did === entry.did)
  const named = own.find(({ name }) => name !== entry.name)
  if (named !== undefined)
    find('name', `Row ${named.row} gives another name for this DID`, 'Write the same name in both.')
  const scope = scopeKey(entry.award.scope)
  const twin = own.find(({ award }) => scopeKey(award.scope) === scope && overlap(award, entry.award))
  if (twin !== undefined) {
    find(
      'did',
      `The same as row ${twin.row}, for a part of that time`,
      'Delete one of the two rows, or part their times.',
    )
  }
}

type Period = Pick<Award, 'from' | 'until'>

const overlap = (one: Period, other: Period) =>
  (one.until === null || one.until >= other.from) && (other.until === null || other.until >= one.from)

const period = ({ from, until }: Period) =>
  `from ${formatDate(from)}${until === null ? ', with no last day' : ` until ${formatDate(until)}`}`
