import { giveWay, type JobHandler } from '#server'
import { appendAudit, enqueueJob, forgetJob, listJobs } from '#storage'
import { fileName } from './file-name.ts'
import { csvOf, pdfOf } from './formats/readable.ts'
import { archiveOf, type OpenArchive, READABLE_UP_TO } from './make-archive.ts'
import type { ExportLimits, WalletParts } from './parts.ts'
import { personalFiles } from './personal-files.ts'
import { countCredentials, eachCredentials, type HeldCredential } from './records/credentials.ts'
import { findPerson, type Person } from './records/person.ts'
import { listShares, stateOf } from './records/shares.ts'
import { deleteFiles, keepFile } from './records/transfers.ts'
import { listViews } from './records/views.ts'

/** The kind of job that saves everything. */
export const EXPORT_JOB = 'export'

/** A large passport fills several ZIPs, each well below the 20 MiB that may be brought in at once. */
export const EXPORT_LIMITS: ExportLimits = { credentials: 2_500, bytes: 14 * 1024 * 1024 }

const SLICE = 20
const ALL_VIEWS = 1_000_000

/** Begins to save everything of a person's, in the background; earlier exports are forgotten. Answers the job's id. */
export async function startExport({ storage, now, wake }: WalletParts, person: Person): Promise<string> {
  const { db } = storage
  const jobs = await listJobs(db, person.id, EXPORT_JOB)
  const underWay = jobs.find(({ finishedAt }) => finishedAt === null)
  if (underWay !== undefined) return underWay.id
  for (const { id } of jobs) await forgetJob(db, person.id, id)
  const id = await enqueueJob(db, { kind: EXPORT_JOB, owner: person.id, payload: {} }, now())
  wake()
  return id
}

/** Saves everything of a person's as ZIPs beside the job. Begun again after a crash it starts anew. */
export function exportAll(parts: WalletParts, stopping: AbortSignal): JobHandler {
  return async ({ id: job, owner }, progress) => {
    const { storage, now } = parts
    const person = await findPerson(parts, owner)
    if (person === undefined) return null
    await deleteFiles(storage.db, job)
    const total =
      (await countCredentials(storage.db, person, 'held')) + (await countCredentials(storage.db, person, 'undecided'))
    const name = `skills-passport-${now().toISOString().slice(0, 10)}`
    let number = 0
    for await (const step of archives(parts, person, total)) {
      stopping.throwIfAborted()
      if ('done' in step) await progress(step.done, total)
      else await keepFile(parts, person, { job, number: ++number }, { name, bytes: step.bytes })
    }
    const entry = { actor: `account:${person.id}`, action: 'account.exported', subject: person.id }
    const detail = { credentials: total, files: number }
    await storage.transaction((together) => appendAudit(together, { ...entry, detail }, now()))
    return { files: number }
  }
}

/**
 * The ZIPs, and in between how many credentials are in them so far. Each credential's file holds exactly the text that
 * was received, byte for byte, so its signature still holds and another wallet, or this one, can take it in again.
 */
async function* archives(
  parts: WalletParts,
  person: Person,
  total: number,
): AsyncGenerator<{ bytes: Uint8Array } | { done: number }, void> {
  const { exportLimits: limits, now } = parts
  const names = new Map<string, string>()
  const frame = { person, exportedAt: now(), total }
  let archive = archiveOf(frame, 1)
  for await (const slice of eachCredentials(parts, person, SLICE)) {
    for (const held of slice) {
      if (!hasRoomFor(held, archive, limits)) {
        yield { bytes: await archive.close({ isLast: false }) }
        archive = archiveOf(frame, archive.number + 1)
      }
      const name = `credentials/${fileName(held, { number: names.size + 1 })}`
      names.set(held.id, name)
      archive.add(held, name)
      await giveWay()
    }
    yield { done: names.size }
  }
  for await (const { name, value, bytes } of personalFiles(parts, person)) {
    if (archive.bytes > 0 && archive.bytes + bytes > limits.bytes) {
      yield { bytes: await archive.close({ isLast: false }) }
      archive = archiveOf(frame, archive.number + 1)
    }
    archive.addJson(name, value)
    await giveWay()
  }
  if (total <= READABLE_UP_TO) {
    archive.addFile('passport.pdf', await pdfOf(parts, person, null))
    archive.addFile('passport.csv', await csvOf(parts, person))
  }
  for (const [name, value] of Object.entries(await besides(parts, person, names))) archive.addJson(name, value)
  yield { bytes: await archive.close({ isLast: true }) }
}

/** The page shows once more what the text says, and a seal beside it. */
const CARD = 16 * 1024

function hasRoomFor({ text }: HeldCredential, { credentials, bytes }: OpenArchive, limits: ExportLimits): boolean {
  if (credentials === 0) return true
  return credentials < limits.credentials && bytes + 2 * Buffer.byteLength(text) + CARD <= limits.bytes
}

/** What else is a person's: the account, and the shares with their views, which name the files of their credentials. */
async function besides(
  { storage, keys, now }: WalletParts,
  person: Person,
  names: ReadonlyMap<string, string>,
): Promise<Record<string, object>> {
  const shares = await listShares(storage.db, keys, person)
  const views: object[] = []
  for (const { id } of shares) {
    views.push({ share: id, views: await listViews(storage.db, keys, person, id, ALL_VIEWS) })
    await giveWay()
  }
  return {
    'account.json': { name: person.name, email: person.email, createdAt: person.createdAt },
    'shares.json': shares.map((share) => {
      const { token: _secret, credentialIds, ...shown } = share
      const credentials = credentialIds.flatMap((id) => names.get(id) ?? [])
      return { ...shown, state: stateOf(share, now()), credentials }
    }),
    'view-log.json': views,
  }
}
