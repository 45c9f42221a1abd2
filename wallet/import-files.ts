import { PassportError } from '#platform'
import { giveWay, type JobHandler, type UploadedFile } from '#server'
import { enqueueJob, listJobs, makeDue } from '#storage'
import { faceOf } from '#web'
import { type Imported, importBytes } from './import.ts'
import type { WalletParts } from './parts.ts'
import { isOwnRecordsName, restoreFile } from './personal-files.ts'
import { type ArchiveEntry, countEntries, isArchive, readArchive } from './read-archive.ts'
import { findPerson, type Person } from './records/person.ts'
import {
  countEntriesDone,
  deleteFiles,
  findFile,
  type ImportResult,
  keepFile,
  keepResults,
  listFiles,
} from './records/transfers.ts'
import { reasonOf, restoredInWords } from './web/reasons.ts'

/** The kind of job that brings in files. */
export const IMPORT_JOB = 'import'

const MAX_WAITING = 5
const HOUR_MS = 60 * 60 * 1_000

/** Takes in files, to be looked at in the background. Answers the job's id. */
export async function startImport(
  parts: WalletParts,
  person: Person,
  files: readonly Pick<UploadedFile, 'name' | 'bytes'>[],
): Promise<string> {
  const { storage, now } = parts
  const jobs = await listJobs(storage.db, person.id, IMPORT_JOB)
  if (jobs.filter(({ finishedAt }) => finishedAt === null).length >= MAX_WAITING) {
    throw new PassportError('request.conflict', 'Wait until the files that you brought in before have been looked at.')
  }
  const total = files.reduce((sum, file) => sum + entriesIn(file.bytes), 0)
  // Not due before all files are there; a file that was cut off by a crash is then told of.
  const runAt = new Date(now().getTime() + HOUR_MS)
  const job = await enqueueJob(storage.db, { kind: IMPORT_JOB, owner: person.id, payload: {}, total, runAt }, now())
  for (const [index, file] of files.entries()) await keepFile(parts, person, { job, number: index + 1 }, file)
  await makeDue(storage.db, person.id, job, now())
  parts.wake()
  return job
}

function entriesIn(bytes: Uint8Array): number {
  try {
    return isArchive(bytes) ? countEntries(bytes) : 1
  } catch {
    return 1
  }
}

/**
 * Looks at every entry of every file and keeps what became of it. Begun again after a crash it goes on with the entry
 * after the last that is known; what was kept already is recognised.
 */
export function importFiles(parts: WalletParts, stopping: AbortSignal): JobHandler {
  return async ({ id: job, owner }, progress) => {
    const { db } = parts.storage
    const person = await findPerson(parts, owner)
    if (person === undefined) return null
    const before = await countEntriesDone(db, job)
    let entry = 0
    for (const number of await listFiles(db, person, job)) {
      const file = await findFile(parts, person, { job, number })
      if (file === undefined) continue
      for await (const one of entriesOf(file)) {
        stopping.throwIfAborted()
        if (entry >= before) {
          await keepResults(parts, person, { job, entry }, await importEntry(parts, person, one))
          await progress(entry + 1)
        }
        entry++
        await giveWay()
      }
    }
    await deleteFiles(db, job)
    return { entries: entry }
  }
}

async function* entriesOf(file: { name: string; bytes: Uint8Array }): AsyncGenerator<ArchiveEntry, void> {
  if (!isArchive(file.bytes)) return yield file
  try {
    yield* readArchive(file.bytes)
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    yield { name: file.name, problem: error }
  }
}

async function importEntry(parts: WalletParts, person: Person, entry: ArchiveEntry): Promise<ImportResult[]> {
  if ('leftOut' in entry) return [{ name: entry.name, outcome: 'leftOut', reason: entry.leftOut }]
  if ('bytes' in entry && isOwnRecordsName(entry.name)) {
    const restored = await restoreFile(parts, person, entry.bytes)
    if (restored !== undefined) return [{ name: entry.name, outcome: 'ownRecords', reason: restoredInWords(restored) }]
  }
  const results = 'problem' in entry ? [entry] : await importBytes(parts, person, entry)
  return results.map(resultOf)
}

/** What became of something, as its holder is told. */
export function resultOf(imported: Imported): ImportResult {
  if ('told' in imported) return imported.told
  const { name } = imported
  if ('problem' in imported) return { name, outcome: 'problem', reason: reasonOf(imported.problem) }
  const { outcome, id, report } = imported.kept
  return { name, outcome, id, face: faceOf(report) }
}
