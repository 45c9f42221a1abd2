import { setImmediate as others } from 'node:timers/promises'
import { z } from 'zod'
import {
  ENDORSEMENT_KINDS,
  envelopeOf,
  givenMarks,
  looksCompact,
  type Received,
  type Report,
  receiveCompact,
  receiveJson,
  standsOf,
} from '#credential'
import type { Opener } from '#keys'
import { isObject, type JsonObject, PassportError, parseJsonObject, uuid } from '#platform'
import type { HeldCredentialTable, Queries, Together } from '#storage'
import { ASSURANCE_STEPS } from '#trust'
import { faceOf } from '#web'
import type { WalletParts } from '../parts.ts'
import type { Person } from './person.ts'
import { readJson, readText, sealJson, sealText } from './sealed.ts'

/** A credential as its holder keeps it. */
export interface HeldCredential {
  id: string
  /** Exactly the text that was received: JSON, or a compact JWT or SD-JWT. It is what is shown, shared and exported. */
  text: string
  received: Received
  /** What it is shown as: itself, or an Open Badge 2.0 with the class and the issuer that were found at its addresses. */
  shown: Pick<Received, 'credential' | 'digest'>
  /** `undecided`: it is not genuine, and its holder has not said whether to keep it. */
  state: 'held' | 'undecided'
  /** What the last check found, and when that was. */
  checked: LastCheck
  receivedAt: string
  /** The evidence that it is in its issuer's log, where some came along. */
  issueLogEvidence: JsonObject | null
}

export type LastCheck = z.infer<typeof lastCheck>

/** What is remembered of a report. What its class and issuer say is kept from `before`, where they cannot be had now. */
export function lastCheckOf(report: Report, before?: LastCheck): LastCheck {
  const badge = report.securing === 'open-badges-2' ? report.credential?.badge : undefined
  const found = isObject(badge) && report.credential !== null ? report.credential : before?.found
  const marks = givenMarks(report.marks)
  return {
    face: faceOf(report),
    marks,
    at: report.checkedAt,
    stands: standsOf(report),
    ...(found === undefined ? {} : { found }),
  }
}

/** A credential as its holder sees it, by what was found when it was last checked. */
export function shownAs({ credential, digest }: Received, { found }: LastCheck): HeldCredential['shown'] {
  return { credential: found ?? credential, digest }
}

/** How a report looks at a glance. */
export const face = z.enum([
  'genuine',
  'genuineNotListed',
  'genuineNotRecognised',
  'genuineOfAnother',
  'genuineInPart',
  'noLongerValid',
  'notYetValid',
  'notGenuine',
  'unchecked',
  'linkNotOpened',
])

/** Marks of others that were found good then; none are known from before they were noted. */
const marks = z
  .array(z.object({ kind: z.enum(ENDORSEMENT_KINDS), name: z.string().nullable(), by: z.string().nullable() }))
  .default([])

/** What skills are weighed by: the status, and the most that a list lets the issuer claim. Not known from before it was noted. */
const stands = z.object({
  status: z.enum(['active', 'suspended', 'revoked', 'unknown']),
  recognition: z.enum(['recognised', 'outOfScope', 'notAtThatDate', 'withdrawn', 'notListed', 'listUnavailable']),
  allowed: z.enum(ASSURANCE_STEPS).nullable(),
})

const lastCheck = z.object({
  face,
  marks,
  at: z.string(),
  stands: stands.optional(),
  found: z.custom<JsonObject>(isObject).optional(),
})

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** Reads the text of a credential. Throws `json.*` and `jwt.malformed`. */
export function readCredential(text: string): Received {
  return looksCompact(text) ? receiveCompact(text) : receiveJson(parseJsonObject(text))
}

/** The credential as a presentation holds it: the JSON object that was received, or what is compact in an envelope (VCDM 2.0 §4.13). */
export function presentable({ text }: HeldCredential): JsonObject {
  return looksCompact(text) ? envelopeOf(text) : parseJsonObject(text)
}

/** Keeps a credential, or finds the one that is the same: `isNew` says which. */
export async function saveCredential(
  { keys, now }: Parts,
  together: Together,
  person: Person,
  credential: { text: string; received: Received; report: Report; issueLogEvidence?: JsonObject | null },
): Promise<{ id: string; isNew: boolean }> {
  const { text, received, report, issueLogEvidence = null } = credential
  const sealEvidence = (id: string) =>
    issueLogEvidence === null ? null : sealJson(keys, person.key, evidenceLabel(id), issueLogEvidence)
  const id = uuid()
  const digest = keys.lookup(`credential ${person.id} ${received.digest}`)
  const row: HeldCredentialTable = {
    id,
    account_id: person.id,
    body: sealText(keys, person.key, bodyLabel(id), text),
    digest,
    securing: received.securing,
    state: report.standing === 'notGenuine' ? 'undecided' : 'held',
    checked: sealJson(keys, person.key, checkedLabel(id), lastCheckOf(report)),
    received_at: now().toISOString(),
    log_evidence: sealEvidence(id),
  }
  const inserted = await together
    .insertInto('held_credential')
    .values(row)
    .onConflict((conflict) => conflict.columns(['account_id', 'digest']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted !== undefined) return { id, isNew: true }
  const before = await together
    .selectFrom('held_credential')
    .select('id')
    .where('account_id', '=', person.id)
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow()
  const log_evidence = sealEvidence(before.id)
  // The first evidence is of the earliest time.
  if (log_evidence !== null) {
    await together
      .updateTable('held_credential')
      .set({ log_evidence })
      .where('id', '=', before.id)
      .where('account_id', '=', person.id)
      .where('log_evidence', 'is', null)
      .execute()
  }
  return { id: before.id, isNew: false }
}

/** The newest first; `page` is counted from 1. */
export async function listCredentials(
  { storage, keys }: Parts,
  person: Person,
  { state = 'held', page = 1, size = 10_000 }: { state?: HeldCredential['state']; page?: number; size?: number } = {},
): Promise<HeldCredential[]> {
  const rows = await storage.db
    .selectFrom('held_credential')
    .selectAll()
    .where('account_id', '=', person.id)
    .where('state', '=', state)
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return heldOf(keys, person, rows)
}

/** Every one of them, held or undecided, the newest first, so many at a time; in between others have their turn. */
export async function* eachCredentials(
  { storage, keys }: Parts,
  person: Person,
  size: number,
): AsyncGenerator<HeldCredential[], void> {
  for (let last: HeldCredentialTable | undefined; ; ) {
    const after = last
    const rows = await storage.db
      .selectFrom('held_credential')
      .selectAll()
      .where('account_id', '=', person.id)
      .$if(after !== undefined, (those) =>
        those.where((row) =>
          row.or([
            row('received_at', '<', after?.received_at ?? ''),
            row.and([row('received_at', '=', after?.received_at ?? ''), row('id', '>', after?.id ?? '')]),
          ]),
        ),
      )
      .orderBy('received_at', 'desc')
      .orderBy('id')
      .limit(size)
      .execute()
    last = rows.at(-1)
    if (last === undefined) return
    yield heldOf(keys, person, rows)
    await others()
  }
}

export async function countCredentials(db: Queries, person: Person, state: HeldCredential['state']): Promise<number> {
  const { total } = await db
    .selectFrom('held_credential')
    .select((column) => column.fn.countAll<number>().as('total'))
    .where('account_id', '=', person.id)
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** One of this person's; another's is not found. */
export async function findCredential({ storage, keys }: Parts, person: Person, id: string): Promise<HeldCredential> {
  const [found] = await findCredentials(storage.db, keys, person, [id])
  if (found === undefined) {
    throw new PassportError('credential.notFound', 'This credential is not in your passport. It may have been deleted.')
  }
  return found
}

/** Those of this person's that are still there, in the order asked for. */
export async function findCredentials(
  db: Queries,
  keys: WalletParts['keys'],
  person: Pick<Person, 'id' | 'key'>,
  ids: readonly string[],
): Promise<HeldCredential[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('held_credential')
    .selectAll()
    .where('account_id', '=', person.id)
    .where('id', 'in', ids)
    .execute()
  const held = heldOf(keys, person, rows)
  return ids.flatMap((id) => held.filter((one) => one.id === id))
}

/** Notes what a check found. */
export async function noteCheck({ storage, keys }: Parts, person: Person, id: string, found: LastCheck): Promise<void> {
  const checked = sealJson(keys, person.key, checkedLabel(id), found)
  await storage.db
    .updateTable('held_credential')
    .set({ checked })
    .where('id', '=', id)
    .where('account_id', '=', person.id)
    .execute()
}

/** The key is unwrapped once for all of them. */
function heldOf(keys: WalletParts['keys'], { key }: Pick<Person, 'key'>, rows: readonly HeldCredentialTable[]) {
  return keys.opening(key, (open) => rows.map((row) => readHeld(row, open)))
}

function readHeld(row: HeldCredentialTable, open: Opener): HeldCredential {
  const { id, body, state, received_at: receivedAt, log_evidence: evidence } = row
  const text = readText(open(bodyLabel(id), body))
  const received = readCredential(text)
  const checked = readJson(open(checkedLabel(id), row.checked), lastCheck)
  const issueLogEvidence = evidence === null ? null : readJson(open(evidenceLabel(id), evidence), anyObject)
  return { id, text, received, shown: shownAs(received, checked), state, checked, receivedAt, issueLogEvidence }
}

const bodyLabel = (id: string) => `held_credential/${id}`
const evidenceLabel = (id: string) => `held_credential/${id}/logEvidence`
const anyObject = z.custom<JsonObject>(isObject)
const checkedLabel = (id: string) => `held_credential/${id}/checked`
