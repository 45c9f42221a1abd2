import { looksCompact } from '#credential'
import { type JsonObject, parseJsonObject } from '#platform'
import type { AchievementBody } from './achievement-body.ts'
import { addresses } from './addresses.ts'
import { CONTEXTS } from './contexts.ts'
import { profileOf } from './identity.ts'
import type { Achievement } from './records/achievements.ts'
import type { Issuer } from './records/issuers.ts'

type Versioned = Pick<Achievement, 'slug' | 'version' | 'body'>

/** An achievement as a document of its own (Open Badges 3.0 §B.1.1). */
export function achievementDocument(achievement: Versioned, issuer: Issuer, baseUrl: string): JsonObject {
  return { '@context': CONTEXTS, ...achievementOf(achievement, issuer, baseUrl), creator: profileOf(issuer) }
}

/** An achievement as a credential carries it. Its id names the version, so that it always means what was awarded. */
export function achievementOf(achievement: Versioned, issuer: Issuer, baseUrl: string): JsonObject {
  const { body } = achievement
  const id = achievementId(achievement, issuer, baseUrl)
  const awardedBy = body.awardedBy.length > 0 || body.explanations.AwardingBody ? body.awardedBy : [issuer.did]
  return {
    id,
    type: ['Achievement', 'SkillsPassportAchievement'],
    achievementType: body.type,
    name: body.name,
    description: body.description,
    criteria: { narrative: body.criteria },
    version: String(meantVersion(achievement)),
    ...some('humanCode', body.code),
    ...list('credit', creditsOf(body)),
    ...list('assessmentMethod', body.assessmentMethods),
    ...some('learningSetting', body.learningSetting),
    ...list('deliveredBy', body.deliveredBy),
    ...list('awardedBy', awardedBy),
    ...list('validatedBy', body.validatedBy),
    ...list('regulatedBy', body.regulatedBy),
    ...currencyPolicy(body),
    ...list('alignment', alignmentsOf(body, id)),
    ...resultDescription(body, id),
    ...endorsedAs(body, 'achievement'),
  }
}

/** The id of an achievement: of the version that it means. */
export function achievementId(achievement: Versioned, issuer: Issuer, baseUrl: string): string {
  return addresses(baseUrl).achievement(issuer.id, achievement.slug, meantVersion(achievement))
}

/** A version that differs from an earlier one only in what others say of it is the same achievement. */
export const meantVersion = ({ version, body }: Pick<Versioned, 'version' | 'body'>) => body.meansVersion ?? version

/** What others say of the achievement, or of its issuer, where Open Badges 3.0 (§B.1.1, §B.1.2) has a place for it. */
export function endorsedAs({ endorsements }: AchievementBody, about: 'achievement' | 'issuer'): JsonObject {
  const texts = endorsements.filter((one) => one.about === about).map(({ text }) => text)
  return {
    ...list(
      'endorsement',
      texts.filter((text) => !looksCompact(text)).map((text) => parseJsonObject(text)),
    ),
    ...list('endorsementJwt', texts.filter(looksCompact)),
  }
}

/** Schemes that count in the terms of the achievement's own framework of levels. */
const LEVELLED = new Set(['RQF', 'CATS', 'SCQF', 'CQFW', 'ITQPoints'])

/** Credit, with the achievement's level where its scheme knows that. */
export function creditsOf({ credits, level }: AchievementBody): JsonObject[] {
  return credits.map(({ value, scheme }) => ({
    type: ['Credit'],
    creditValue: value,
    creditScheme: scheme,
    ...(level !== null && LEVELLED.has(scheme) ? { creditLevel: level.url } : {}),
  }))
}

/** The name of a grade within its achievement. */
export const gradeId = (achievementId: string) => `${achievementId}#grade`

function alignmentsOf({ level, skills, partOf }: AchievementBody, id: string): JsonObject[] {
  const ofLevel = {
    type: ['Alignment'],
    targetType: 'ext:QualificationLevel',
    targetFramework: level?.framework,
    targetCode: level?.code,
    targetName: level?.name,
    targetUrl: level?.url,
  }
  const ofSkills = skills.map(({ name, url, code, framework }, index) => ({
    type: ['Alignment'],
    targetType: 'CFItem',
    ...some('targetFramework', framework),
    ...some('targetCode', code),
    targetName: name,
    targetUrl: url ?? `${id}#skill-${index + 1}`,
  }))
  const ofWholes = partOf.map(({ name, url }) => ({
    type: ['Alignment'],
    targetType: 'ext:PartOf',
    targetName: name,
    targetUrl: url,
  }))
  return [...(level === null ? [] : [ofLevel]), ...ofSkills, ...ofWholes]
}

function currencyPolicy({ currency }: AchievementBody): JsonObject {
  if (currency.kind !== 'current') return {}
  const currencyPeriod = currency.months % 12 === 0 ? `P${currency.months / 12}Y` : `P${currency.months}M`
  return { currencyPolicy: { type: ['CurrencyPolicy'], currencyPeriod, onLapse: 'HistoricOnly' } }
}

function resultDescription({ grade }: AchievementBody, id: string): JsonObject {
  if (grade === null) return {}
  const common = { id: gradeId(id), type: ['ResultDescription'], name: 'Grade' }
  const described =
    grade.kind === 'percent'
      ? { ...common, resultType: 'Percent', valueMin: '0', valueMax: '100', requiredValue: String(grade.pass) }
      : { ...common, resultType: 'Result', allowedValue: grade.values }
  return { resultDescription: [described] }
}

function some(name: string, value: string | undefined): JsonObject {
  return value === undefined || value === '' ? {} : { [name]: value }
}

function list(name: string, values: readonly (string | JsonObject)[]): JsonObject {
  return values.length === 0 ? {} : { [name]: [...values] }
}
