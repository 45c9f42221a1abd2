import { setImmediate as others } from 'node:timers/promises'
import { z } from 'zod'
import type { UploadedFile } from '#server'
import type { ImportResultTable, Queries } from '#storage'
import type { WalletParts } from '../parts.ts'
import { face } from './credentials.ts'
import type { Person } from './person.ts'
import { openJson, openText, sealJson, sealText } from './sealed.ts'

/** Files are sealed and kept in pieces, so that others have their turn in between. */
const BLOCK = 512 * 1024

type Parts = Pick<WalletParts, 'storage' | 'keys'>
type NamedFile = Pick<UploadedFile, 'name' | 'bytes'>

/** Keeps a file beside a job, sealed. It is whole once this returns. */
export async function keepFile(
  { storage: { db }, keys }: Parts,
  { id: account_id, key }: Person,
  { job: job_id, number }: { job: string; number: number },
  { name, bytes }: NamedFile,
): Promise<void> {
  for (let at = 0, block = 1; at < bytes.length; at += BLOCK, block++) {
    const body = keys.seal(key, blockLabel(job_id, number, block), bytes.subarray(at, at + BLOCK))
    await db.insertInto('transfer_block').values({ job_id, account_id, file: number, number: block, body }).execute()
    await others()
  }
  const sealed = sealText(keys, key, fileLabel(job_id, number), name)
  await db.insertInto('transfer_file').values({ job_id, account_id, number, name: sealed }).execute()
}

/** The numbers of the files beside a job of this person's. */
export async function listFiles(db: Queries, person: Pick<Person, 'id'>, job: string): Promise<number[]> {
  const rows = await db
    .selectFrom('transfer_file')
    .select('number')
    .where('job_id', '=', job)
    .where('account_id', '=', person.id)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

/** A file beside a job of this person's; undefined where there is none. */
export async function findFile(
  { storage: { db }, keys }: Parts,
  { id, key }: Person,
  { job, number }: { job: string; number: number },
): Promise<NamedFile | undefined> {
  const file = await db
    .selectFrom('transfer_file')
    .select('name')
    .where('job_id', '=', job)
    .where('account_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (file === undefined) return undefined
  const pieces: Uint8Array[] = []
  for (let block = 1; ; block++) {
    const row = await db
      .selectFrom('transfer_block')
      .select('body')
      .where('job_id', '=', job)
      .where('account_id', '=', id)
      .where('file', '=', number)
      .where('number', '=', block)
      .executeTakeFirst()
    if (row === undefined) break
    pieces.push(keys.open(key, blockLabel(job, number, block), row.body))
    await others()
  }
  return { name: openText(keys, key, fileLabel(job, number), file.name), bytes: Buffer.concat(pieces) }
}

export async function deleteFiles(db: Queries, job: string): Promise<void> {
  await db.deleteFrom('transfer_file').where('job_id', '=', job).execute()
  await db.deleteFrom('transfer_block').where('job_id', '=', job).execute()
}

/** What became of one thing that was brought in, as its holder is told. */
export type ImportResult = z.infer<typeof result>

const result = z.object({
  /** Where it came from: the name of a file. */
  name: z.string(),
  outcome: z.enum([
    'problem',
    'undecided',
    'added',
    'duplicate',
    'leftOut',
    'ownRecords',
    'described',
    'describedBefore',
  ]),
  /** The credential, or the award that a file describes, where there is one. */
  id: z.string().optional(),
  face: face.optional(),
  /** Why it was not added; of one's own records, how many were. */
  reason: z.string().optional(),
})

/** What its holder should look at comes first. */
const RANKS: Record<ImportResult['outcome'], number> = {
  problem: 0,
  undecided: 1,
  added: 2,
  ownRecords: 2,
  described: 2,
  duplicate: 3,
  describedBefore: 3,
  leftOut: 4,
}

/** No entry holds so many credentials: an array in JSON may have 5,000 members. */
const RESULTS_AN_ENTRY = 10_000

/** Keeps what became of all that was in one entry, together, so that it is never half known. */
export async function keepResults(
  { storage, keys }: Parts,
  { id: account_id, key }: Person,
  { job: job_id, entry }: { job: string; entry: number },
  results: readonly ImportResult[],
): Promise<void> {
  const rows = results.map((one, index): ImportResultTable => {
    const number = entry * RESULTS_AN_ENTRY + index
    const body = sealJson(keys, key, resultLabel(job_id, number), one)
    return { job_id, account_id, number, outcome: one.outcome, rank: RANKS[one.outcome], body }
  })
  await storage.transaction(async (together) => {
    for (const row of rows) await together.insertInto('import_result').values(row).execute()
  })
}

/** How many entries of a job are done with. */
export async function countEntriesDone(db: Queries, job: string): Promise<number> {
  const { last } = await db
    .selectFrom('import_result')
    .select((column) => column.fn.max<number | null>('number').as('last'))
    .where('job_id', '=', job)
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Math.floor(last / RESULTS_AN_ENTRY) + 1
}

/** What became of things, those that need a look first; `page` is counted from 1. */
export async function listResults(
  { storage: { db }, keys }: Parts,
  { id, key }: Person,
  job: string,
  { page, size }: { page: number; size: number },
): Promise<ImportResult[]> {
  const rows = await db
    .selectFrom('import_result')
    .selectAll()
    .where('job_id', '=', job)
    .where('account_id', '=', id)
    .orderBy('rank')
    .orderBy('number')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return rows.map(({ number, body }) => openJson(keys, key, resultLabel(job, number), body, result))
}

export type Outcomes = Partial<Record<ImportResult['outcome'], number>>

/** How many things came to what. */
export async function countOutcomes(db: Queries, job: string): Promise<Outcomes> {
  const rows = await db
    .selectFrom('import_result')
    .select((column) => ['outcome', column.fn.countAll<number>().as('total')])
    .where('job_id', '=', job)
    .groupBy('outcome')
    .execute()
  return Object.fromEntries(rows.map(({ outcome, total }) => [outcome, Number(total)]))
}

const fileLabel = (job: string, number: number) => `transfer_file/${job}/${number}`
const blockLabel = (job: string, file: number, number: number) => `transfer_block/${job}/${file}/${number}`
const resultLabel = (job: string, number: number) => `import_result/${job}/${number}`
