import { asArray, isObject, type Json, type JsonObject } from '#platform'
import { describeRecord, type RecordContents } from './clr/describe.ts'
import { validityOf } from './data-model.ts'
import { mayLackParts } from './derive.ts'
import { type EndorsementFacts, endorsementFacts } from './endorsement-facts.ts'
import { inNewerWords, isAssertion } from './open-badges-2/assertion.ts'
import type { Received } from './received.ts'
import { inCommonWords } from './sd-jwt/describe.ts'

/** What a person wants to know of a credential, in one order, read from it and nowhere else; null is "not stated". */
export interface CredentialSummary {
  id: string | null
  title: string
  skill: string[]
  /** The larger awards that it says it is a part of. */
  partOf: { name: string; url: string | null }[]
  level: { name: string; framework: string | null; code: string | null; url: string | null } | null
  assessmentMethods: string[]
  issuer: { id: string; name: string | null }
  /** What kind of organisation its issuer says that it is (`issuerType` of skills-passport v1). */
  issuerType: string | null
  recipientName: string | null
  /** Whether whom it is about is stated only as a hash, with which what one knows can be compared. */
  recipientIsHashed: boolean
  /** Whether what is not stated may have been left out by its holder. */
  mayLackParts: boolean
  awardedBy: string[]
  deliveredBy: string[]
  validatedBy: string[]
  regulatedBy: string[]
  /** What the credential itself calls those whom it names by an address or DID. */
  knownNames: Record<string, string>
  /** ISO 8601 date-times; `currentUntil` is a calendar date. */
  awardedOn: string | null
  validFrom: string | null
  validUntil: string | null
  currentUntil: string | null
  doesNotExpire: boolean
  credits: { value: string; scheme: string; level: string | null }[]
  assurance: string | null
  description: string | null
  criteria: string | null
  evidence: { name: string; url: string | null }[]
  /** Where it can be renewed, and under which terms it may be used: addresses, or what the issuer calls them. */
  renewal: string[]
  terms: string[]
  /** What a record of several credentials holds; null for any other credential. */
  record: RecordContents | null
  /** What an endorsement of a kind says; null for any other credential. */
  endorsement: EndorsementFacts | null
  /** The badge image, only where the credential carries it within itself: showing it asks nobody for anything. */
  imageDataUrl: string | null
  /** The number of the licence or card that comes with it. */
  licenceNumber: string | null
  /** Why a standard field has no value, by field. */
  explained: Record<string, string>
  digest: string
}

/** Summarises a credential for showing. It believes nothing: what it says is only as true as the report beside it. */
export function summarise({ credential: said, digest }: Pick<Received, 'credential' | 'digest'>): CredentialSummary {
  const isOfOwnType = said['@context'] === undefined && typeof said.vct === 'string'
  const credential = isOfOwnType ? inCommonWords(said) : isAssertion(said) ? inNewerWords(said) : said
  const subject = firstObject(credential.credentialSubject)
  const achievement = firstObject(subject.achievement)
  const issuer = firstObject(credential.issuer)
  const alignments = objects(achievement.alignment)
  const explanations = objects(subject.fieldExplanation)
  const record = describeRecord(credential)
  const { from, until } = validityOf(credential)
  return {
    id: text(credential.id),
    title: (record ? text(credential.name) : (text(achievement.name) ?? text(credential.name))) ?? 'Credential',
    skill: alignments.filter((one) => isSkill(one.targetType)).flatMap((one) => text(one.targetName) ?? []),
    partOf: alignments
      .filter(({ targetType }) => targetType === 'ext:PartOf')
      .flatMap(({ targetName, targetUrl }) => {
        const name = text(targetName) ?? text(targetUrl)
        return name === null ? [] : [{ name, url: text(targetUrl) }]
      }),
    level: levelOf(alignments),
    assessmentMethods: texts(achievement.assessmentMethod),
    issuer: { id: text(issuer.id) ?? text(credential.issuer) ?? '', name: text(issuer.name) },
    issuerType: text(issuer.issuerType),
    recipientName: recipientOf(subject),
    mayLackParts: mayLackParts(said),
    recipientIsHashed: objects(subject.identifier).some(({ hashed }) => hashed === true),
    awardedBy: texts(achievement.awardedBy),
    deliveredBy: texts(achievement.deliveredBy),
    validatedBy: texts(achievement.validatedBy),
    regulatedBy: texts(achievement.regulatedBy),
    knownNames: namesOf([issuer, firstObject(issuer.parentOrg), firstObject(achievement.creator)]),
    awardedOn: text(credential.awardedDate),
    validFrom: text(from),
    validUntil: text(until),
    currentUntil: text(subject.currentUntil),
    doesNotExpire: explanations.some(({ field, reason }) => field === 'Currency' && reason === 'DoesNotExpire'),
    credits: creditsOf(subject, achievement),
    assurance: text(subject.assurance),
    description: text(achievement.description) ?? text(credential.description),
    criteria: text(firstObject(achievement.criteria).narrative),
    evidence: objects(credential.evidence).map((one) => ({
      name: text(one.name) ?? text(one.narrative) ?? 'Evidence',
      url: text(one.id),
    })),
    renewal: objects(credential.refreshService).flatMap(({ id }) => text(id) ?? []),
    terms: objects(credential.termsOfUse).flatMap(({ id, type }) => text(id) ?? text(type) ?? []),
    record,
    endorsement: endorsementFacts(credential),
    imageDataUrl: imageOf(achievement.image) ?? imageOf(credential.image),
    licenceNumber: text(subject.licenseNumber),
    explained: Object.fromEntries(
      explanations.flatMap(({ field, reason, explanation }): [string, string][] =>
        typeof field === 'string' ? [[field, text(explanation) ?? text(reason) ?? '']] : [],
      ),
    ),
    digest,
  }
}

const NOT_A_SKILL = new Set([
  'ext:QualificationLevel',
  'ext:OccupationalStandard',
  'ext:Occupation',
  'ext:PartOf',
  'CTDL',
  'ceterms:Credential',
])

const isSkill = (targetType: Json | undefined) => typeof targetType !== 'string' || !NOT_A_SKILL.has(targetType)

function levelOf(alignments: readonly JsonObject[]): CredentialSummary['level'] {
  const levels = alignments.filter(({ targetType }) => targetType === 'ext:QualificationLevel')
  const [level] = levels
  if (!level) return null
  if (levels.length > 1) {
    // Their order is not signed, so none of them comes first.
    const names = levels.map(({ targetName, targetCode }) => text(targetName) ?? text(targetCode) ?? '').sort()
    return { name: names.join(', '), framework: null, code: null, url: text(level.targetUrl) }
  }
  return {
    name: text(level.targetName) ?? text(level.targetCode) ?? '',
    framework: text(level.targetFramework),
    code: text(level.targetCode),
    url: text(level.targetUrl),
  }
}

function recipientOf(subject: JsonObject): string | null {
  const named = objects(subject.identifier).find(
    ({ identityType, hashed }) => identityType === 'name' && hashed !== true,
  )
  return text(named?.identityHash) ?? text(subject.name)
}

/** The profiles that a credential carries (Open Badges 3.0 §B.1.16) say by which name each is known. */
function namesOf(profiles: readonly JsonObject[]): Record<string, string> {
  const named = profiles.flatMap(({ id, name }): [string, string][] => {
    const known = text(name)
    return typeof id === 'string' && known !== null ? [[id, known]] : []
  })
  return Object.fromEntries(named)
}

/** Credit that was awarded speaks before credit that is on offer. */
function creditsOf(subject: JsonObject, achievement: JsonObject): CredentialSummary['credits'] {
  const stated = objects(subject.creditAwarded).length > 0 ? subject.creditAwarded : achievement.credit
  return objects(stated).flatMap(({ creditValue, creditScheme, creditLevel }) => {
    const value = text(creditValue)
    return value === null ? [] : [{ value, scheme: text(creditScheme) ?? '', level: text(creditLevel) }]
  })
}

function imageOf(image: Json | undefined): string | null {
  const url = isObject(image) ? text(image.id) : text(image)
  return url !== null && /^data:image\/(?:png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$/.test(url) ? url : null
}

/** A text, or the text of a value with a language, or the first of several. */
function text(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (Array.isArray(value)) return text(value[0])
  return isObject(value) && typeof value['@value'] === 'string' ? value['@value'] : null
}

function texts(value: Json | undefined): string[] {
  return asArray(value).flatMap((one) => text(one) ?? [])
}

function objects(value: Json | undefined): JsonObject[] {
  return asArray(value).filter(isObject)
}

function firstObject(value: Json | undefined): JsonObject {
  return objects(value)[0] ?? {}
}
