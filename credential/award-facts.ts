import { asArray, asText, isObject, type Json, type JsonObject } from '#platform'
import { type AwardFacts, type Field, isAssurance, type Level } from '#trust'
import type { Subject } from './checks/check.ts'
import { validityOf } from './data-model.ts'
import { parseMoment } from './dates.ts'

/** How a credential calls the classifications of fields of study, in an alignment's `targetFramework`. */
const FIELD_SCHEMES: Readonly<Record<string, Field['scheme']>> = { 'ISCED-F': 'ISCED-F', HECoS: 'HECoS' }

const MAX_STATED = 200

/**
 * What of a verified credential decides whether its issuer was recognised for it. It is read as the credential states it,
 * and nothing is taken for stated that is not. Of a record of several achievements it is what they state together.
 */
export function awardFacts(subject: Subject, now: Date): AwardFacts {
  const { credential, issuerId, proofs } = subject
  const subjects = objects(credential.credentialSubject)
  const achievements = subjects.flatMap(({ achievement }) => objects(achievement)).slice(0, MAX_STATED)
  const alignments = achievements.flatMap(({ alignment }) => objects(alignment)).slice(0, MAX_STATED)
  const awardedOn = parseMoment(credential.awardedDate)?.latest ?? null
  const from = validityOf(credential).from.flatMap((day) => parseMoment(day)?.latest ?? [])
  const days = [...(awardedOn === null ? [] : [awardedOn]), ...from]
  const own = proofs.find(({ signedBy }) => signedBy !== null && signedBy === issuerId)
  const types = texts(credential.type)
  const [assurance] = subjects.flatMap(({ assurance }) => (isAssurance(assurance) ? [assurance] : []))
  return {
    issuer: issuerId ?? '',
    key: own?.key?.multikey ?? null,
    kind: types.includes('EndorsementCredential') ? 'endorsement' : 'award',
    // All are the issuer's own word. The latest keeps one that is recognised no more from awarding as of earlier.
    on: days.length > 0 ? days : [now],
    awardedOn,
    signedAt: own?.signedAt ?? null,
    ...seenInLog(subject),
    credentialTypes: types,
    achievements: achievements.flatMap(({ id }) => texts(id)),
    creators: achievements.flatMap(({ creator }) => texts(isObject(creator) ? creator.id : creator)),
    achievementTypes: achievements.flatMap(({ achievementType }) => texts(achievementType)),
    levels: alignments.flatMap(levelOf),
    fields: alignments.flatMap(fieldOf),
    places: placesOf(credential.issuer),
    deliveries: achievements.flatMap(({ learningSetting }) => texts(learningSetting)),
    schemes: subjects.flatMap(({ scheme }) => texts(scheme)),
    endorsementKinds: subjects.flatMap(({ endorsementKind }) => texts(endorsementKind)),
    assurance: assurance ?? null,
  }
}

/** By when it stood in its issuer's log, as far as evidence came with it. */
function seenInLog({ inLog }: Subject): Pick<AwardFacts, 'witnessedAt' | 'seenAt'> {
  if (typeof inLog !== 'object') return { witnessedAt: null, seenAt: null }
  return { witnessedAt: inLog.at, seenAt: inLog.isSeenByList ? inLog.at : null }
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

const objects = (value: Json | undefined): JsonObject[] => asArray(value).filter(isObject)

const texts = (value: Json | undefined): string[] =>
  asArray(value)
    .filter((one) => typeof one === 'string')
    .slice(0, MAX_STATED)
