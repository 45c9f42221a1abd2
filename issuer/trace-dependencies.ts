import { PassportError, parseJsonObject } from '#platform'
import type { JobHandler } from '#server'
import { enqueueJob } from '#storage'
import { achievementTarget, type Dependency, dependenciesOf } from './dependencies.ts'
import type { IssuerParts } from './parts.ts'
import { keepDependencies, trace } from './records/dependencies.ts'

/** The kind of job that looks through what was issued before it was remembered what credentials depend on. */
export const TRACE_JOB = 'dependencies'

/** The job is not one issuer's. */
const SERVICE = 'service'
const SLICE = 100

/** Writes down on what older credentials depend, slice by slice; begun again it goes on with those that are left. */
export function traceOlder(parts: IssuerParts, stopping: AbortSignal): JobHandler {
  return async (_job, progress) => {
    let done = 0
    for (;;) {
      const traced = await traceSlice(parts)
      done += traced
      await progress(done)
      if (stopping.aborted || traced === 0) return { traced: done }
    }
  }
}

async function traceSlice({ storage, config }: IssuerParts): Promise<number> {
  return await storage.transaction(async (together) => {
    const rows = await together
      .selectFrom('credential')
      .leftJoin('achievement', 'achievement.id', 'credential.achievement_id')
      .select(['credential.id', 'credential.issuer_id', 'credential.unsigned', 'achievement.slug'])
      .where('credential.is_traced', '=', 0)
      .orderBy('credential.id')
      .limit(SLICE)
      .execute()
    for (const { id, issuer_id: issuerId, unsigned, slug } of rows) {
      const stated = readOlder(unsigned, config.baseUrl)
      // Of an erased credential nothing is left but which achievement it was for.
      const known = slug === null ? undefined : achievementTarget(issuerId, slug, config.baseUrl)
      const isStated = stated.some(({ target }) => target === known)
      const achievement: Dependency[] =
        known === undefined || isStated ? [] : [{ kind: 'achievement', target: known, name: null }]
      const dependencies = await keepDependencies(together, issuerId, [...stated, ...achievement])
      await trace(together, [{ credentialId: id, dependencies }])
    }
    if (rows.length > 0) {
      const ids = rows.map(({ id }) => id)
      await together.updateTable('credential').set({ is_traced: 1 }).where('id', 'in', ids).execute()
    }
    return rows.length
  })
}

function readOlder(unsigned: string, baseUrl: string): Dependency[] {
  if (unsigned === '') return []
  try {
    return dependenciesOf(parseJsonObject(unsigned), baseUrl)
  } catch (error) {
    // What cannot be read now could not be looked through later either, and must not keep all others waiting.
    if (error instanceof PassportError) return []
    throw error
  }
}

/** Puts that job in the queue, where there is something to look through and nobody is at it. */
export async function resumeTracing({ storage, now }: IssuerParts): Promise<void> {
  const { db } = storage
  const older = await db.selectFrom('credential').select('id').where('is_traced', '=', 0).limit(1).executeTakeFirst()
  if (older === undefined) return
  const waiting = await db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', TRACE_JOB)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  if (waiting === undefined) await enqueueJob(db, { kind: TRACE_JOB, owner: SERVICE, payload: {} }, now())
}
