import { asArray, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { NOT_LISTED } from '#trust'
import { type CheckInside, MAX_DEPTH, resultOf, type Subject, type VerifyWithin } from '../checks/check.ts'
import { receiveJson } from '../received.ts'
import type { Report } from '../report.ts'
import type { World } from '../world.ts'
import { isLearnerRecord, partsIn } from './record.ts'

const result = resultOf('parts')

/** No more credentials than these are looked at in one record. */
export const MAX_PARTS = 50

/**
 * Each credential inside a Comprehensive Learner Record, verified as one of its own (CLR 2.0 §8). Null for a credential of
 * another kind, and for a record that holds too many or is itself too deep inside others.
 */
export async function reportsOnParts(
  { credential }: Pick<Subject, 'credential'>,
  world: World,
  verify: VerifyWithin,
): Promise<Report[] | null> {
  if (!isLearnerRecord(credential)) return null
  const held = partsIn(credential)
  if ((world.depth ?? 0) >= MAX_DEPTH || held.length > MAX_PARTS) return null
  return Promise.all(held.map(async (part) => verifyPart(part, world, verify)))
}

/** Whoever signed a record vouches that it was put together so, and not that each part still holds. */
export const parts: CheckInside = ({ credential }, _world, { reports }) => {
  if (!isLearnerRecord(credential)) return []
  const count = partsIn(credential).length
  if (reports === null) return result('unknown', 'parts.unchecked', { count, unchecked: count })
  const of = (verdict: Report['verdict']) => reports.filter((report) => report.verdict === verdict).length
  const strangers = reports.filter((report) => isAboutAnother(report, credential)).length
  const [faulty, unchecked] = [of('rejected'), of('undecided')]
  return [
    ...(faulty > 0 ? result('failed', 'parts.faulty', { count, faulty }) : []),
    ...(unchecked > 0 ? result('unknown', 'parts.unchecked', { count, unchecked }) : []),
    ...(faulty + unchecked === 0 ? result('passed', 'parts.ok', { count }) : []),
    ...(strangers > 0 ? result('notice', 'parts.otherSubject', { count: strangers }) : []),
  ]
}

async function verifyPart(part: Json, world: World, verify: VerifyWithin): Promise<Report> {
  try {
    if (!isObject(part)) throw new PassportError('shape.invalid', 'A part of the record is no credential in JSON.')
    return await verify(receiveJson(part), world)
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return unread(error, world)
  }
}

/** The report on a part in a form that cannot be read: one that is damaged, or secured in a way that is not known here. */
function unread({ code, message }: PassportError, { now, at = now }: World): Report {
  const isUnknown = code === 'media.unsupported'
  return {
    verdict: isUnknown ? 'undecided' : 'rejected',
    standing: isUnknown ? 'unchecked' : 'notGenuine',
    checks: isUnknown
      ? [{ check: 'proof', outcome: 'unknown', code: 'proof.unsupported', detail: {} }]
      : [{ check: 'shape', outcome: 'failed', code: 'shape.invalid', detail: { message } }],
    recognition: NOT_LISTED,
    marks: [],
    credential: null,
    securing: 'none',
    digest: '',
    checkedAt: now.toISOString(),
    at: at.toISOString(),
  }
}

/** Whether both say by an id whom they are about, and it is not the same one. */
function isAboutAnother({ credential: part }: Report, record: JsonObject): boolean {
  const ids = (credential: JsonObject | null) =>
    asArray(credential?.credentialSubject).flatMap((subject) => (isObject(subject) ? (subject.id ?? []) : []))
  const learner = ids(record)
  return learner.length > 0 && ids(part).some((id) => !learner.includes(id))
}
