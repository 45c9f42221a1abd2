import { PassportError } from '#platform'
import type { UploadedFile } from '#server'
import { enqueueJob, type Together } from '#storage'
import { CHECK_JOB } from './check-results.ts'
import { type FieldName, fits, guessMapping, type Mapping, misfitOf } from './import/columns.ts'
import { decodeCsv } from './import/read-csv.ts'
import type { IssuerParts } from './parts.ts'
import { type Achievement, findAchievementById } from './records/achievements.ts'
import {
  type Batch,
  findBatch,
  insertBatch,
  isAtWork,
  keepContent,
  listMappings,
  passOn,
  saveMapping,
} from './records/batches.ts'

interface Upload {
  achievementId: string
  file: UploadedFile
  actor: string
}

/**
 * Takes a file in, to be read in the background. What is no text in UTF-8 is refused now; what is no table, once it is
 * read.
 */
export async function uploadResults(issuerId: string, upload: Upload, parts: IssuerParts): Promise<string> {
  const { storage, now } = parts
  const { achievementId, actor: createdBy } = upload
  if ((await findAchievementById(storage.db, issuerId, achievementId)) === undefined) {
    throw new PassportError('request.notFound', 'There is no such achievement here.')
  }
  const content = decodeCsv(upload.file.bytes)
  const fileName = upload.file.name.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'results.csv'
  const id = await insertBatch(storage.db, { issuerId, achievementId, fileName, createdBy }, now())
  await keepContent(storage.db, id, content)
  await storage.transaction(async (together) => {
    await passOn(together, { issuerId, id }, ['arriving'], { state: 'uploaded' })
    await enqueueCheck(together, issuerId, id, now())
  })
  parts.wake()
  return id
}

/** A batch with all that can be said of it but its rows. */
export interface OpenBatch {
  batch: Batch
  achievement: Achievement
  /** The mapping that was chosen, else a saved one that fits, else a guess. */
  mapping: Mapping
  savedAs: string | undefined
}

/** A batch of this issuer, or `request.notFound`. After 30 days its rows are forgotten. */
export async function openBatch(issuerId: string, id: string, { storage }: IssuerParts): Promise<OpenBatch> {
  const batch = await findBatch(storage.db, issuerId, id)
  const achievement = batch && (await findAchievementById(storage.db, issuerId, batch.achievementId))
  if (batch === undefined || achievement === undefined) {
    throw new PassportError('request.notFound', 'There is no such import here.')
  }
  const saved = (await listMappings(storage.db, issuerId)).find(({ mapping }) => fits(mapping, batch.columns))
  return {
    batch,
    achievement,
    mapping: batch.mapping ?? saved?.mapping ?? guessMapping(batch.columns),
    savedAs: saved?.name,
  }
}

/** Refuses what was said of one field; `details.pointer` names the field. */
function wrongColumn(field: FieldName, message: string): PassportError {
  return new PassportError('request.invalid', message, { details: { pointer: `/${field}` } })
}

/**
 * Says which column is what, keeps that under a name for the next time, and has the rows checked in the background.
 * Throws `request.invalid`, `request.conflict`.
 */
export async function mapColumns(
  issuerId: string,
  id: string,
  { mapping, saveAs }: { mapping: Mapping; saveAs: string | undefined },
  parts: IssuerParts,
): Promise<void> {
  const { batch } = await openBatch(issuerId, id, parts)
  if (isAtWork(batch) || batch.state === 'refused' || batch.state === 'done') throw busy()
  const { columns } = mapping
  const misfit = misfitOf(mapping, batch.columns)
  if (misfit !== undefined) throw wrongColumn(misfit, 'The file has no such column.')
  if (columns.name === undefined && (columns.givenName === undefined || columns.familyName === undefined)) {
    throw wrongColumn('name', 'Choose the column with the full name, or those with first and last name.')
  }
  if (columns.awardedOn === undefined && mapping.awardedOn === undefined) {
    throw wrongColumn('awardedOn', 'Choose the column with the date, or give one date for all rows.')
  }
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    const checking = { state: 'checking', mapping: JSON.stringify(mapping), done: 0, total: 0 } as const
    if (!(await passOn(together, batch, ['read', 'checked'], checking))) throw busy()
    await enqueueCheck(together, issuerId, id, now)
    if (saveAs !== undefined) await saveMapping(together, issuerId, saveAs, mapping, now)
  })
  parts.wake()
}

async function enqueueCheck(together: Together, owner: string, batch: string, now: Date): Promise<void> {
  await enqueueJob(together, { kind: CHECK_JOB, owner, payload: { batch } }, now)
}

const busy = () =>
  new PassportError(
    'request.conflict',
    'The columns cannot be chosen now: these rows are being worked on, or are done.',
  )
