import { formatDateTime } from '#credential'
import { type JsonObject, uuid } from '#platform'
import { achievementId, achievementOf, creditsOf, endorsedAs, gradeId } from './achievement.ts'
import type { AchievementBody } from './achievement-body.ts'
import { addresses } from './addresses.ts'
import { CONTEXTS } from './contexts.ts'
import { profileOf } from './identity.ts'
import type { Award } from './intend.ts'
import type { Achievement } from './records/achievements.ts'
import type { Issuer } from './records/issuers.ts'

/** Who is awarded what belongs to one award alone. */
export interface Recipient {
  name: string
  email?: string | undefined
  /** A calendar date. */
  awardedOn: string
  grade?: string | undefined
  /** The number of a licence or card that comes with it (Open Badges 3.0 §B.1.3 `licenseNumber`). */
  licenceNumber?: string | undefined
}

/** An achievement awarded to one person, as the credential to issue. It carries their name and nothing else of them. */
export function awardOf(
  achievement: Pick<Achievement, 'id' | 'slug' | 'version' | 'body'>,
  recipient: Recipient,
  { issuer, baseUrl, now, id = uuid() }: { issuer: Issuer; baseUrl: string; now: Date; id?: string },
): Award & { id: string } {
  const { body } = achievement
  const url = achievementId(achievement, issuer, baseUrl)
  const embedded = achievementOf(achievement, issuer, baseUrl)
  const credential: JsonObject = {
    '@context': CONTEXTS,
    id: addresses(baseUrl).badge(id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: body.name,
    issuer: profileOf(issuer),
    validFrom: formatDateTime(now),
    ...(body.currency.kind === 'expires'
      ? { validUntil: `${addMonths(recipient.awardedOn, body.currency.months)}T23:59:59Z` }
      : {}),
    awardedDate: `${recipient.awardedOn}T00:00:00Z`,
    credentialSubject: {
      type: ['AchievementSubject', 'SkillsPassportSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: recipient.name, identityType: 'name' }],
      ...(body.currency.kind === 'current'
        ? { currentUntil: addMonths(recipient.awardedOn, body.currency.months) }
        : {}),
      ...(body.assurance === undefined ? {} : { assurance: body.assurance }),
      ...(body.credits.length === 0 ? {} : { creditAwarded: creditsOf(body) }),
      ...explanationsOf(body),
      ...(recipient.licenceNumber ? { licenseNumber: recipient.licenceNumber } : {}),
      ...(recipient.grade === undefined
        ? {}
        : {
            result: [{ type: ['Result'], resultDescription: gradeId(url), value: recipient.grade }],
          }),
      achievement: embedded,
    },
    ...endorsedAs(body, 'issuer'),
  }
  return {
    id,
    credential,
    achievementId: achievement.id,
    recipient: { name: recipient.name, email: recipient.email },
  }
}

/** Why a standard field has no value, for each that has none. */
function explanationsOf({ explanations, currency }: AchievementBody): JsonObject {
  const given = Object.entries(explanations).map(([field, { reason, text }]) => ({
    type: ['FieldExplanation'],
    field,
    reason,
    ...(text ? { explanation: text } : {}),
  }))
  const reason = { doesNotExpire: 'DoesNotExpire', notRecorded: 'NotRecorded', current: null, expires: null }[
    currency.kind
  ]
  const all = reason === null ? given : [...given, { type: ['FieldExplanation'], field: 'Currency', reason }]
  return all.length === 0 ? {} : { fieldExplanation: all }
}

/** The same day so many months later, or the last of its month where there is no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}
