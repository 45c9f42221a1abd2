import { PassportError } from '#platform'
import { appendAudit, enqueueJob } from '#storage'
import { CASCADE_JOB } from './cascade.ts'
import type { IssuerParts } from './parts.ts'
import { countUntraced, type DependencyRecord, findDependency } from './records/dependencies.ts'
import {
  type Affected,
  advance,
  countAffected,
  countReleasable,
  getSuspension,
  insertSuspension,
} from './records/suspensions.ts'
import type { Staff } from './viewer.ts'

type Actor = Pick<Staff, 'issuer' | 'actor'>

/** Something of this issuer's on which credentials depend, or `request.notFound`. */
export async function openDependency(
  issuerId: string,
  id: string,
  { storage }: IssuerParts,
): Promise<DependencyRecord> {
  const found = await findDependency(storage.db, issuerId, id)
  if (found === undefined) throw new PassportError('request.notFound', 'Nothing that you awarded depends on that.')
  return found
}

/** What staff saw and confirmed. */
type Counted = Pick<Affected, 'credentials' | 'learners'>

interface Suspending {
  dependencyId: string
  reason: string
  /** What learners are told, whoever opens a badge's public page, and whoever reads the status list. */
  publicReason: string | undefined
  /** Whether learners are told. */
  tells: boolean
  counted: Counted
}

/**
 * Suspends something and, in the background, every valid credential that depends on it. From then on nothing more is
 * awarded that does. Refused with what is new if the count is not what was confirmed (`request.conflict`). Answers the
 * suspension's id.
 */
export async function suspendDependents(
  asked: Suspending,
  { issuer, actor }: Actor,
  parts: IssuerParts,
): Promise<string> {
  const { dependencyId, counted } = asked
  await openDependency(issuer.id, dependencyId, parts)
  const now = parts.now()
  const id = await parts.storage.transaction(async (together) => {
    const untraced = await countUntraced(together, issuer.id)
    if (untraced > 0) throw stillCounting(untraced)
    const row = {
      issuer_id: issuer.id,
      dependency_id: dependencyId,
      reason: asked.reason,
      public_reason: asked.publicReason ?? null,
      tells: asked.tells ? 1 : 0,
      total: counted.credentials,
      created_by: actor,
    } as const
    const suspension = await insertSuspension(together, row, now)
    // Taken, not read; and whoever is keeping an award that depends on it is waited for, and counted below.
    const taken = await together
      .updateTable('dependency')
      .set({ suspension_id: suspension })
      .where('id', '=', dependencyId)
      .where('suspension_id', 'is', null)
      .returning(['kind', 'target', 'name'])
      .executeTakeFirst()
    if (taken === undefined) throw new PassportError('request.conflict', 'It is suspended already.')
    const present = await countAffected(together, issuer.id, dependencyId)
    if (present.credentials !== counted.credentials || present.learners !== counted.learners) {
      throw changed(counted, present)
    }
    await enqueueJob(together, { ...jobOf(issuer.id, suspension, actor), total: counted.credentials }, now)
    const detail = { issuer: issuer.id, dependency: dependencyId, kind: taken.kind, credentials: counted.credentials }
    await appendAudit(together, { actor, action: 'suspension.begun', subject: suspension, detail }, now)
    return suspension
  })
  parts.wake()
  return id
}

/**
 * Lifts a suspension: what depends on it can be awarded again, and in the background every credential is reinstated that
 * this suspended and nothing else holds. Refused if the count is not what was confirmed (`request.conflict`).
 */
export async function liftSuspension(
  id: string,
  { credentials, tells }: { credentials: number; tells: boolean },
  { issuer, actor }: Actor,
  parts: IssuerParts,
): Promise<void> {
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    const suspension = await getSuspension(together, issuer.id, id)
    const lifting = { state: 'lifting', at: '', done: 0, total: credentials, lifted_at: now.toISOString() } as const
    const isFirst =
      suspension.state === 'suspended' && (await advance(together, suspension, { ...lifting, tells: tells ? 1 : 0 }))
    if (!isFirst) {
      throw new PassportError('request.conflict', 'It cannot be lifted now: it is being worked on, or lifted already.')
    }
    await together
      .updateTable('dependency')
      .set({ suspension_id: null })
      .where('id', '=', suspension.dependency_id)
      .where('suspension_id', '=', id)
      .execute()
    const present = await countReleasable(together, suspension)
    if (present.credentials !== credentials) {
      throw changed({ credentials }, present)
    }
    await enqueueJob(together, { ...jobOf(issuer.id, id, actor), total: credentials }, now)
    const detail = { issuer: issuer.id, dependency: suspension.dependency_id, credentials }
    await appendAudit(together, { actor, action: 'suspension.lifted', subject: id, detail }, now)
  })
  parts.wake()
}

const jobOf = (owner: string, suspension: string, actor: string) => ({
  kind: CASCADE_JOB,
  owner,
  payload: { suspension, actor },
})

const stillCounting = (untraced: number) =>
  new PassportError(
    'request.conflict',
    `We are still looking through ${counted(untraced, 'older credential')}, so the count is not whole yet. Try again in a minute.`,
  )

function changed(before: Partial<Counted>, present: Partial<Counted>): PassportError {
  const words = ({ credentials = 0, learners }: Partial<Counted>) =>
    [counted(credentials, 'credential'), ...(learners === undefined ? [] : [counted(learners, 'learner')])].join(' of ')
  return new PassportError(
    'request.conflict',
    `The count changed while you looked: it was ${words(before)}, and is now ${words(present)}. Look again, and confirm.`,
  )
}

const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
