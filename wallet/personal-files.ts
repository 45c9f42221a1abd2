import { z } from 'zod'
import { isObject, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { isGivenHere } from './confirm.ts'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { eachPersonal, type PersonalKind, type PersonalRecord, restorePersonal } from './records/personal.ts'
import { PERSONAL_KINDS } from './records/personal-kinds.ts'
import { CONFIRMATION, CONFIRMATION_REQUEST, EVIDENCE_BLOCK } from './records/portfolio-kinds.ts'

/** How much of one's own records a file of a saved passport holds at most, so that it can be brought in again. */
const FILE_LIMITS = { records: 250, bytes: 128 * 1024 }

const FORMAT = 'skills-passport-own-records/1'

/** A record as it is saved. */
export const savedRecord = z.object({
  kind: z.string(),
  /** The longest is of hours of development: a digest, a day, the hours and what it was. */
  name: z.string().min(1).max(400),
  content: z.custom<JsonObject>(isObject),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  withHelp: z.literal(true).optional(),
})

const savedRecords = z.object({
  format: z.literal(FORMAT),
  records: z.array(savedRecord).max(FILE_LIMITS.records),
})

/** What a person wrote down of themself, as the files of a saved passport, none larger than can be brought in. */
export async function* personalFiles(
  parts: Pick<WalletParts, 'storage' | 'keys'>,
  person: Person,
): AsyncGenerator<{ name: string; value: object; bytes: number }, void> {
  let number = 0
  let records: PersonalRecord[] = []
  let bytes = 0
  const file = () => ({ name: `own-records/${++number}.json`, value: { format: FORMAT, records }, bytes })
  for await (const record of eachPersonal(parts, person)) {
    // Its name is the secret part of a link that is open.
    if (record.kind === CONFIRMATION_REQUEST.kind) continue
    const size = Buffer.byteLength(JSON.stringify(record))
    if (records.length > 0 && (bytes + size > FILE_LIMITS.bytes || records.length === FILE_LIMITS.records)) {
      yield file()
      records = []
      bytes = 0
    }
    records.push(record)
    bytes += size
  }
  if (records.length > 0) yield file()
}

/** Whether a file of a saved passport may hold somebody's own records. */
export function isOwnRecordsName(name: string): boolean {
  return /^own-records\/\d+\.json$/.test(name)
}

/** How many records of such a file were brought in, were there before, or are not taken: of no kind that we know, or a confirmation that was not given here. */
export interface Restored {
  added: number
  there: number
  unknown: number
}

/**
 * Brings in one's own records from a file of a saved passport. What is there already stays as it is. Undefined where the
 * file is something else.
 */
export async function restoreFile(
  parts: Pick<WalletParts, 'storage' | 'keys' | 'now'>,
  person: Person,
  bytes: Uint8Array,
): Promise<Restored | undefined> {
  const saved = savedRecords.safeParse(parsed(bytes))
  if (!saved.success) return undefined
  return await restoreRecords(parts, person, saved.data.records)
}

/** Brings in one's own records as they were saved. What is there already stays as it is. */
export async function restoreRecords(
  parts: Pick<WalletParts, 'storage' | 'keys' | 'now'>,
  person: Person,
  records: readonly PersonalRecord[],
): Promise<Restored> {
  const restored: Restored = { added: 0, there: 0, unknown: 0 }
  for (const record of records) {
    const kind = kindOf(parts, person, record)
    if (kind === undefined) restored.unknown++
    else if (await restorePersonal(parts, person, kind, record)) restored.added++
    else restored.there++
  }
  return restored
}

/** The kind that it is of and fits; undefined where it is not taken. */
function kindOf(
  { keys }: Pick<WalletParts, 'keys'>,
  person: Person,
  { kind, content }: Pick<PersonalRecord, 'kind' | 'content'>,
): PersonalKind | undefined {
  if (kind === CONFIRMATION.kind) {
    const { data } = CONFIRMATION.schema.safeParse(content)
    return data !== undefined && isGivenHere(keys, person, data) ? CONFIRMATION : undefined
  }
  return PERSONAL_KINDS.find((known) => known.kind === kind && known.schema.safeParse(content).success)
}

function parsed(bytes: Uint8Array): JsonObject | null {
  try {
    return parseJsonObject(bytes)
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}

/** Of what a person wrote down themself, that which is a record by itself: not the content of files, nor links that are open. */
export async function ownRecords(
  parts: Pick<WalletParts, 'storage' | 'keys'>,
  person: Person,
): Promise<PersonalRecord[]> {
  const records: PersonalRecord[] = []
  for await (const record of eachPersonal(parts, person)) {
    if (record.kind !== CONFIRMATION_REQUEST.kind && record.kind !== EVIDENCE_BLOCK.kind) records.push(record)
  }
  return records
}
