import { asArray, asText, isObject, type Json, type JsonObject } from '#platform'
import { type AwardFacts, type Field, isAssurance, type Level, NOT_STATED } from '#trust'
import type { Subject } from './checks/check.ts'
import { validityOf } from './data-model.ts'
import { parseDay } from './dates.ts'

/** How a credential calls the classifications of fields of study, in an alignment's `targetFramework`. */
const FIELD_SCHEMES: Readonly<Record<string, Field['scheme']>> = { 'ISCED-F': 'ISCED-F', HECoS: 'HECoS' }

/** As many of anything as are looked at. Of what states more, it is not known what it states. */
const MAX_STATED = 200

const NO_LEVEL: Level = { framework: NOT_STATED, code: NOT_STATED }

/**
 * What of a verified credential decides whether its issuer was recognised for it. It is read as the credential states it,
 * and nothing is taken for stated that is not. Of a record of several achievements it is what they state together, and what
 * one of them leaves open is not stated: else a degree without a word of its level would pass beside a module that has one.
 * `isCarried` says that it is an endorsement carried with what it is about.
 */
export function awardFacts(subject: Subject, now: Date, isCarried = false): AwardFacts {
  const { credential, issuerId, proofs } = subject
  const subjects = asArray(credential.credentialSubject).map(described)
  const awarded = awardedTo(subjects)
  const achievements = awarded.length > MAX_STATED ? [...awarded.slice(0, MAX_STATED), {}] : awarded
  const ofEach = <T>(read: (achievement: JsonObject) => T[], otherwise: T): T[] =>
    achievements.map(read).flatMap((stated) => (isWithinReason(stated) ? stated : [otherwise]))
  const own = proofs.find(({ signedBy }) => signedBy !== null && signedBy === issuerId)
  const types = texts(credential.type)
  const schemes = subjects.flatMap(({ scheme }) => texts(scheme))
  const endorsementKinds = subjects.flatMap(({ endorsementKind }) => texts(endorsementKind))
  const isPlain = schemes.length === 0 && endorsementKinds.length === 0
  // What awards something is an award, whatever else it says it is: endorsements are within other scopes, or none.
  const isEndorsement = types.includes('EndorsementCredential') && achievements.length === 0
  const [assurance] = subjects.flatMap(({ assurance }) => (isAssurance(assurance) ? [assurance] : []))
  return {
    issuer: issuerId ?? '',
    key: own?.key?.multikey ?? null,
    kind: isDecision(types, subjects)
      ? 'decision'
      : !isEndorsement
        ? 'award'
        : isCarried && isPlain
          ? 'goodWord'
          : 'endorsement',
    ...daysOf(credential, now),
    signedAt: own?.signedAt ?? null,
    ...seenInLog(subject),
    credentialTypes: types,
    achievements: ofEach(({ id }) => texts(id), NOT_STATED),
    creators: ofEach(({ creator }) => texts(isObject(creator) ? creator.id : creator), NOT_STATED),
    achievementTypes: ofEach(({ achievementType }) => texts(achievementType), NOT_STATED),
    levels: ofEach(({ alignment }) => objects(alignment).flatMap(levelOf), NO_LEVEL),
    fields: ofEach(({ alignment }) => [objects(alignment).flatMap(fieldOf)], []),
    places: placesOf(credential.issuer),
    deliveries: ofEach(({ learningSetting }) => texts(learningSetting), NOT_STATED),
    schemes,
    endorsementKinds,
    assurance: assurance ?? null,
  }
}

/** All that a decision says (`RecognitionDecision` of skills-passport v1). */
const DECISION_MEMBERS = [
  'id',
  'type',
  'recognitionType',
  'satisfies',
  'basedOn',
  'basedOnDigest',
  'creditCounted',
  'underRule',
  'decidedBy',
  'decidedOn',
  'description',
]

/** Whether a credential holds decisions and nothing besides: what says anything more is an award, within the scopes of awards. */
function isDecision(types: readonly string[], subjects: readonly JsonObject[]): boolean {
  return (
    types.every((type) => type === 'VerifiableCredential') &&
    subjects.length > 0 &&
    subjects.every(
      (subject) =>
        texts(subject.type).join() === 'RecognitionDecision' &&
        Object.keys(subject).every((member) => DECISION_MEMBERS.includes(member)),
    )
  )
}

/** What is awarded. Beside a subject that is awarded something, one that is not leaves all of it open. */
function awardedTo(subjects: readonly JsonObject[]): JsonObject[] {
  const each = subjects.map(({ achievement }) => asArray(achievement).map(described))
  const isAward = each.some(({ length }) => length > 0)
  return each.flatMap((awarded) => (isAward && awarded.length === 0 ? [{}] : awarded))
}

/** What is only named by its address states nothing here. */
const described = (one: Json): JsonObject => (isObject(one) ? one : {})

/**
 * The days that a credential states, or now where it states none. All are the issuer's own word. Where one of them cannot be
 * read there are none: what is dated in another way than is understood is not judged by another day.
 */
export function daysOf(credential: JsonObject, now: Date): Pick<AwardFacts, 'on' | 'awardedOn'> {
  const { awardedDate } = credential
  const stated = [...(awardedDate === undefined ? [] : [awardedDate]), ...validityOf(credential).from]
  const days = stated.flatMap((day) => parseDay(day) ?? [])
  const on = stated.length === 0 ? [now] : days.length === stated.length ? days : []
  return { on, awardedOn: parseDay(awardedDate) }
}

/** By when it stood in its issuer's log, as far as evidence came with it. */
function seenInLog({ inLog }: Subject): Pick<AwardFacts, 'witnessedAt' | 'seenAt'> {
  if (typeof inLog !== 'object') return { witnessedAt: null, seenAt: null }
  return { witnessedAt: inLog.at, seenAt: inLog.seenAt }
}

function levelOf({ targetType, targetFramework, targetCode }: JsonObject): Level[] {
  if (targetType !== 'ext:QualificationLevel') return []
  return [{ framework: asText(targetFramework), code: asText(targetCode) }]
}

function fieldOf({ targetFramework, targetCode }: JsonObject): Field[] {
  const name = asText(targetFramework)
  const scheme = Object.hasOwn(FIELD_SCHEMES, name) ? FIELD_SCHEMES[name] : undefined
  return scheme === undefined ? [] : [{ scheme, code: asText(targetCode) }]
}

/** Of an issuer's postal address (Open Badges 3.0 §B.1.4): its country, and the part of it where that is an ISO 3166-2 code. */
function placesOf(issuer: Json | undefined): string[] {
  const address = isObject(issuer) && isObject(issuer.address) ? issuer.address : {}
  const region = texts(address.addressRegion).filter((code) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code))
  return [...texts(address.addressCountryCode), ...region]
}

const isWithinReason = ({ length }: readonly unknown[]) => length > 0 && length <= MAX_STATED

const objects = (value: Json | undefined): JsonObject[] => asArray(value).filter(isObject)

const texts = (value: Json | undefined): string[] => asArray(value).filter((one) => typeof one === 'string')
