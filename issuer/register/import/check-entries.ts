import { setTimeout as sleep } from 'node:timers/promises'
import { PassportError, sha256Hex } from '#platform'
import type { PinnedKey, RecognisedEntity } from '#trust'
import { decodeCsv, readCsv } from '../../import/read-csv.ts'
import type { IssuerParts } from '../../parts.ts'
import { findEntry } from '../../records/register-entries.ts'
import { type ActOf, MOST_TOGETHER } from '../act.ts'
import { readKeys } from '../read-keys.ts'
import { ENTRY_FIELDS, type EntryColumns, guessEntryColumns } from './columns.ts'
import { type EntryRow, entryLinter, type LintedEntry } from './lint-entries.ts'

/** The largest file of entries, and how many rows it may have: what two people can still look through. */
export const MAX_BYTES = 1024 * 1024
const MAX_ROWS = 1_000

/** So many DID documents are had at once, and for so long altogether: whoever uploaded the file is waiting. */
const AT_ONCE = 10
const PATIENCE_MS = 20_000

/** A file of entries that was looked at. Nothing is taken yet. */
export interface CheckedEntries {
  text: string
  columns: string[]
  mapping: EntryColumns
  rows: LintedEntry[]
  /** What the good rows come to: each body once, with its keys. */
  entries: ActOf<'addSeveral'>['entries']
  /** Names exactly these entries, so that what is proposed is what was looked at. */
  digest: string
}

/**
 * Reads a file of entries and says row by row what is wrong with it. `mapping` says which column is what; without one it is
 * guessed. A row is good only if the keys of its DID can be read. Throws `csv.malformed` and `csv.tooLarge`.
 */
export async function checkEntries(
  issuerId: string,
  file: { bytes: Uint8Array; mapping?: EntryColumns | undefined },
  parts: IssuerParts,
): Promise<CheckedEntries> {
  const text = decodeCsv(file.bytes)
  const table = await readTable(text)
  const mapping = file.mapping ?? guessEntryColumns(table.columns)
  const look = entryLinter(table.columns, mapping, await entriesOf(issuerId, table, mapping, parts))
  const linted = table.rows.map(look)
  const good = linted.flatMap(({ entry }) => entry ?? [])
  const dids = [...new Set(good.map(({ did }) => did))]
  if (dids.length > MOST_TOGETHER) {
    throw new PassportError('csv.tooLarge', `The file names more than ${MOST_TOGETHER} issuers. Split it into several.`)
  }
  const keys = await keysOf(dids, parts)
  const rows = linted.map((row) => withKeys(row, keys, mapping))
  const entries = together(
    rows.flatMap(({ entry }) => entry ?? []),
    keys,
  )
  return { text, ...table, mapping, rows, entries, digest: sha256Hex(JSON.stringify(entries)) }
}

type Table = Pick<CheckedEntries, 'columns'> & { rows: Parameters<ReturnType<typeof entryLinter>>[0][] }

async function readTable(text: string): Promise<Table> {
  const table: Table = { columns: [], rows: [] }
  for await (const { columns, rows } of readCsv(text)) {
    table.columns = columns
    table.rows.push(...rows)
    if (table.rows.length > MAX_ROWS) {
      throw new PassportError('csv.tooLarge', 'The file has more than 1,000 rows. Split it into several files.')
    }
  }
  return table
}

/** Those on the register already that the file speaks of. */
async function entriesOf(
  issuerId: string,
  { columns, rows }: Table,
  mapping: EntryColumns,
  { storage }: IssuerParts,
): Promise<Map<string, RecognisedEntity>> {
  const at = columns.indexOf(mapping.did ?? '')
  const found = new Map<string, RecognisedEntity>()
  for (const did of new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()))) {
    const entry = await findEntry(storage.db, issuerId, did)
    if (entry !== undefined) found.set(did, entry.entity)
  }
  return found
}

/** The keys of each DID, or why there are none. */
type Keys = ReadonlyMap<string, PinnedKey[] | { reason: string; remedy: string }>

async function keysOf(dids: readonly string[], parts: IssuerParts): Promise<Keys> {
  const keys = new Map<string, PinnedKey[] | { reason: string; remedy: string }>()
  const waiting = [...dids]
  const isOver = new AbortController()
  const timer = sleep(PATIENCE_MS, undefined, { signal: isOver.signal, ref: false }).catch(() => undefined)
  const work = async () => {
    for (let did = waiting.shift(); did !== undefined; did = waiting.shift()) {
      if (isOver.signal.aborted) return
      keys.set(did, await readKeys(did, parts).catch(whyNot))
    }
  }
  await Promise.race([timer, Promise.all(Array.from({ length: AT_ONCE }, work))])
  isOver.abort()
  return new Map(dids.map((did) => [did, keys.get(did) ?? LATE]))
}

const LATE = {
  reason: 'Its DID document did not come in time',
  remedy: 'Check the file again: what came meanwhile is at hand then.',
}

function whyNot(error: unknown): { reason: string; remedy: string } {
  if (!(error instanceof PassportError)) throw error
  return {
    reason: `Its keys cannot be read: ${error.message.replace(/\.$/, '')}`,
    remedy: 'Put the DID right, or leave the row out until its DID document can be had.',
  }
}

function withKeys(linted: LintedEntry, keys: Keys, mapping: EntryColumns): LintedEntry {
  const found = linted.entry === null ? undefined : keys.get(linted.entry.did)
  if (found === undefined || Array.isArray(found)) return linted
  return { ...linted, entry: null, problems: [{ column: mapping.did ?? ENTRY_FIELDS.did, ...found }] }
}

/** Each body once, with all that it may award. */
function together(rows: readonly EntryRow[], keys: Keys): CheckedEntries['entries'] {
  const entries = new Map<string, CheckedEntries['entries'][number]>()
  for (const { did, name, award } of rows) {
    const read = keys.get(did)
    const awards = [...(entries.get(did)?.awards ?? []), award]
    entries.set(did, { did, name, awards, keys: Array.isArray(read) ? read : [] })
  }
  return [...entries.values()]
}
