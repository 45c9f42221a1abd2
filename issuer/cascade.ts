import { sql } from 'kysely'
import { z } from 'zod'
import { PassportError } from '#platform'
import type { JobHandler } from '#server'
import { appendAudits, enqueueJob, type Together } from '#storage'
import type { IssuerParts } from './parts.ts'
import { publishedList } from './publish-list.ts'
import { getIssuer } from './records/issuers.ts'
import { listUnsigned, outdateReasons, setBits } from './records/lists.ts'
import {
  AT_WORK,
  advance,
  getSuspension,
  holdThem,
  listDependents,
  listHeld,
  releaseThem,
  type Suspension,
  type SuspensionOf,
} from './records/suspensions.ts'
import { listToTell } from './records/told-learners.ts'
import { tellLearner } from './suspension-mail.ts'

/** The kind of job that carries a suspension out, or its lifting. */
export const CASCADE_JOB = 'suspension'

const payloadOf = z.object({ suspension: z.string(), actor: z.string() })

/** So many credentials are changed together, and so many learners told. */
const SLICE = 200

/**
 * Carries out a suspension, or its lifting, slice by slice, each in a transaction with how far it is: begun again after a
 * crash it goes on there, so no credential is changed twice and no learner told twice. When the service stops it ends
 * early, and the next start takes it up again.
 */
export function carryOut(parts: IssuerParts, stopping: AbortSignal): JobHandler {
  return async ({ owner, payload }, progress) => {
    const { suspension: id, actor } = payloadOf.parse(payload)
    for (;;) {
      const suspension = await getSuspension(parts.storage.db, owner, id)
      await progress(suspension.done, suspension.total)
      if (stopping.aborted || !AT_WORK.includes(suspension.state)) return { done: suspension.done }
      await step(suspension, actor, parts)
    }
  }
}

async function step(suspension: SuspensionOf, actor: string, parts: IssuerParts): Promise<void> {
  switch (suspension.state) {
    case 'suspending':
      return await changeSlice(suspension, SUSPENDING, actor, parts)
    case 'lifting':
      return await changeSlice(suspension, LIFTING, actor, parts)
    case 'tellingSuspended':
      return await tellSlice(suspension, 'suspended', parts)
    case 'tellingLifted':
      return await tellSlice(suspension, 'lifted', parts)
    case 'suspended':
    case 'lifted':
  }
}

interface Way {
  list: (together: Together, suspension: Suspension, limit: number) => Promise<string[]>
  change: (together: Together, suspension: Suspension, ids: readonly string[], now: Date) => Promise<string[]>
  isSet: boolean
  action: string
  next: Suspension['state']
}

const SUSPENDING: Way = {
  list: listDependents,
  change: holdThem,
  isSet: true,
  action: 'credential.suspended',
  next: 'tellingSuspended',
}
const LIFTING: Way = {
  list: listHeld,
  change: releaseThem,
  isSet: false,
  action: 'credential.reinstated',
  next: 'tellingLifted',
}

/** Changes the next credentials. After the last, every list that changed is signed once, and published. */
async function changeSlice(suspension: SuspensionOf, way: Way, actor: string, parts: IssuerParts): Promise<void> {
  const { issuer_id: issuerId } = suspension
  const now = parts.now()
  const isThrough = await parts.storage.transaction(async (together) => {
    // Taken first: whoever else is at the same slice waits here, and finds that it was done.
    if (!(await advance(together, suspension, { done: suspension.done }))) throw taken()
    const ids = await way.list(together, suspension, SLICE)
    const last = ids.at(-1)
    if (last === undefined) return true
    const changed = await way.change(together, suspension, ids, now)
    await setBits(together, issuerId, changed, 'suspension', way.isSet, now)
    // Where the place stays as it is, because something else holds it too, the reasons for it are others all the same.
    const others = suspension.public_reason === null ? [] : ids.filter((id) => !changed.includes(id))
    if (others.length > 0) await outdateReasons(together, issuerId, others)
    await advance(together, suspension, { at: last, done: suspension.done + changed.length })
    const detail = { suspension: suspension.id }
    await appendAudits(
      together,
      changed.map((id) => ({ actor, action: way.action, subject: id, detail })),
      now,
    )
    return false
  })
  if (!isThrough) return
  // Whatever asks for a list meanwhile has it signed anew; here it is for those that nobody asks for.
  for (const { kind, number } of await listUnsigned(parts.storage.db, issuerId)) {
    await publishedList(issuerId, kind, number, parts)
  }
  await parts.storage.transaction(async (together) => {
    await advance(together, suspension, { state: way.next, at: '' })
  })
}

/** Puts a message to each of the next learners in the queue, together with how far it is. */
async function tellSlice(suspension: SuspensionOf, what: 'suspended' | 'lifted', parts: IssuerParts): Promise<void> {
  const issuer = await getIssuer(parts.storage.db, suspension.issuer_id)
  await parts.storage.transaction(async (together) => {
    if (!(await advance(together, suspension, { done: suspension.done }))) throw taken()
    const learners = suspension.tells === 1 ? await listToTell(together, suspension, SLICE) : []
    for (const learner of learners) {
      await tellLearner(together, learner, { issuer, what, publicReason: suspension.public_reason }, parts)
    }
    const last = learners.at(-1)
    await advance(together, suspension, last === undefined ? { state: what, at: '' } : { at: last.email })
  })
  parts.wake()
}

const taken = () => new PassportError('request.conflict', 'Another worker is at this suspension.')

/** Takes up suspensions that nobody is at work on: their service was stopped, or their job was given up. */
export async function resumeCascades({ storage, now }: IssuerParts): Promise<void> {
  const idle = await storage.db
    .selectFrom('suspension')
    .select(['id', 'issuer_id', 'created_by'])
    .where('state', 'in', AT_WORK)
    .where((suspension) =>
      suspension.not(
        suspension.exists(
          suspension
            .selectFrom('job')
            .select('job.id')
            .where('job.kind', '=', CASCADE_JOB)
            .whereRef('job.owner', '=', 'suspension.issuer_id')
            .where(sql<boolean>`job.payload like '%' || suspension.id || '%'`)
            .where('job.state', 'in', ['queued', 'running']),
        ),
      ),
    )
    .execute()
  for (const { id, issuer_id: owner, created_by: actor } of idle) {
    await enqueueJob(storage.db, { kind: CASCADE_JOB, owner, payload: { suspension: id, actor } }, now())
  }
}
