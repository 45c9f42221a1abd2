import { isObject, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { isUniqueViolation } from '#storage'
import { awardOf } from './award.ts'
import { linter } from './import/lint.ts'
import type { Award } from './intend.ts'
import { issue } from './issue.ts'
import type { IssuerParts } from './parts.ts'
import { type Achievement, findAchievementById } from './records/achievements.ts'
import { findRecord } from './records/credentials.ts'
import { suspendedFor } from './suspended-for.ts'
import type { Staff } from './viewer.ts'

export interface AwardForm {
  achievement: string
  name: string
  email: string
  awardedOn: string
  grade: string
  licenceNumber: string
}

export interface FormFault {
  field: keyof AwardForm
  message: string
}

/** The form's fields as the columns of a sheet with one row, so that one rule serves both. */
const COLUMNS = ['name', 'email', 'awardedOn', 'grade', 'licenceNumber'] as const

/**
 * Awards an achievement to one person, under the same rules as a row of a file. `once` names this award, so that a
 * button pressed twice is one award; under the same `once` other content is refused (`idempotency.mismatch`). Answers
 * its id, or what is wrong with the form.
 */
export async function giveAward(
  form: AwardForm,
  once: string,
  { issuer, actor }: Pick<Staff, 'issuer' | 'actor'>,
  parts: IssuerParts,
): Promise<{ id: string } | { faults: FormFault[] }> {
  const achievement = await findAchievementById(parts.storage.db, issuer.id, form.achievement)
  if (achievement === undefined) return { faults: [{ field: 'achievement', message: 'Choose an achievement.' }] }
  const suspended = await suspendedFor(achievement, parts)
  if (suspended !== undefined) {
    const message = `${suspended} Award it when that is lifted, or choose another.`
    return { faults: [{ field: 'achievement', message }] }
  }
  const now = parts.now()
  const checked = check(form, achievement, now)
  if ('faults' in checked) return checked
  const award = awardOf(achievement, checked, { issuer, baseUrl: parts.config.baseUrl, now, id: once })
  if (await isGiven(award, issuer.id, parts)) return { id: once }
  try {
    await issue(award, issuer, { actor }, parts)
  } catch (error) {
    // The same form sent twice at once; the other was first.
    if (!isUniqueViolation(error) || !(await isGiven(award, issuer.id, parts))) throw error
  }
  return { id: once }
}

/** Whether this award was written down before. Throws `idempotency.mismatch` where something else was under its id. */
async function isGiven(award: Award & { id: string }, issuerId: string, { storage }: IssuerParts): Promise<boolean> {
  const before = await findRecord(storage.db, issuerId, award.id)
  if (before === undefined) return false
  const isSame =
    before.unsigned !== '' &&
    before.achievement_id === award.achievementId &&
    before.recipient_name === award.recipient?.name &&
    before.recipient_email === (award.recipient?.email ?? null) &&
    assessed(parseJsonObject(before.unsigned)) === assessed(award.credential)
  if (!isSame) {
    throw new PassportError(
      'idempotency.mismatch',
      'This form was sent already with other content, and nothing more was signed. Open the form anew.',
    )
  }
  if (before.state === 'failed') {
    throw new PassportError('request.conflict', 'This award could not be signed. Open the form anew and try again.')
  }
  return true
}

/** The day and the grade of an award. What else it holds follows from its achievement, or from when it was written. */
function assessed({ awardedDate, credentialSubject }: JsonObject): string {
  return JSON.stringify([awardedDate, isObject(credentialSubject) ? credentialSubject.result : undefined])
}

function check(form: AwardForm, { body }: Achievement, now: Date) {
  const hasGrade = body.grade !== null && form.grade.trim() !== ''
  const columns = COLUMNS.filter((column) => column !== 'grade' || hasGrade)
  const look = linter(
    columns,
    { columns: Object.fromEntries(columns.map((column) => [column, column])) },
    { grade: body.grade, today: now.toISOString().slice(0, 10) },
  )
  const { recipient, problems } = look({ row: 1, cells: columns.map((column) => form[column]) }, new Set())
  if (recipient !== null) return recipient
  return {
    faults: problems.map(({ column, reason, remedy }) => ({
      field: COLUMNS.find((one) => one === column) ?? ('name' as const),
      message: `${reason}. ${remedy}`,
    })),
  }
}
