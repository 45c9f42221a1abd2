import { z } from 'zod'
import { isObject, type JsonObject, PassportError, parseJsonObject } from '#platform'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { listAllPersonal, type PersonalRecord, restorePersonal } from './records/personal.ts'
import { PERSONAL_KINDS } from './records/personal-kinds.ts'

/** How much of one's own records a file of a saved passport holds at most, so that it can be brought in again. */
const FILE_LIMITS = { records: 250, bytes: 128 * 1024 }

const FORMAT = 'skills-passport-own-records/1'

const savedRecords = z.object({
  format: z.literal(FORMAT),
  records: z
    .array(
      z.object({
        kind: z.string(),
        name: z.string().min(1).max(200),
        content: z.custom<JsonObject>(isObject),
        createdAt: z.iso.datetime(),
        changedAt: z.iso.datetime(),
      }),
    )
    .max(FILE_LIMITS.records),
})

/** What a person wrote down of themself, as the files of a saved passport: by name, none larger than can be brought in. */
export async function personalFiles(
  parts: Pick<WalletParts, 'storage' | 'keys'>,
  person: Person,
): Promise<Record<string, object>> {
  const files: PersonalRecord[][] = []
  let room = 0
  for (const record of await listAllPersonal(parts, person)) {
    const size = Buffer.byteLength(JSON.stringify(record))
    if (size > room || files.at(-1)?.length === FILE_LIMITS.records) {
      files.push([])
      room = FILE_LIMITS.bytes
    }
    files.at(-1)?.push(record)
    room -= size
  }
  return Object.fromEntries(
    files.map((records, index) => [`own-records/${index + 1}.json`, { format: FORMAT, records }]),
  )
}

/** Whether a file of a saved passport may hold somebody's own records. */
export function isOwnRecordsName(name: string): boolean {
  return /^own-records\/\d+\.json$/.test(name)
}

/** How many records of such a file were brought in, were there before, or are of no kind that we know. */
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
  const restored: Restored = { added: 0, there: 0, unknown: 0 }
  for (const record of saved.data.records) {
    const content = contentOf(record)
    if (content === undefined) restored.unknown++
    else if (await restorePersonal(parts, person, { ...record, content })) restored.added++
    else restored.there++
  }
  return restored
}

function contentOf({ kind, content }: Pick<PersonalRecord, 'kind' | 'content'>): JsonObject | undefined {
  return PERSONAL_KINDS.find((known) => known.kind === kind)?.schema.safeParse(content).data
}

function parsed(bytes: Uint8Array): JsonObject | null {
  try {
    return parseJsonObject(bytes)
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}
