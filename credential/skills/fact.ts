import { asArray, asText, isObject, type Json, type JsonObject } from '#platform'
import {
  type Credit,
  type CurrencyFacts,
  type CurrencyPolicy,
  type Frameworks,
  isLearningStatus,
  type LearningStatus,
  type LevelReference,
  levelsByUri,
  ON_LAPSE,
  readLevel,
  TECHNIQUE_LEVELS,
  type TechniqueLevel,
} from '#skills'
import { type Assurance, effectiveAssurance, isAssurance } from '#trust'
import type { Received } from '../received.ts'
import { subjectIdsOf } from '../same-person.ts'
import { summarise } from '../summary.ts'
import type { Stands } from './stands.ts'

/** What a credential says to the engine of skills, as it stood when it was checked. */
export interface SkillFact extends CurrencyFacts {
  /** As the asker names the credential. */
  item: string
  /** SHA-256 of the credential as it was received, in hexadecimal. */
  digest: string
  title: string
  issuerName: string
  /** The issuer's DID; null where none is stated. */
  by: string | null
  /** Whether somebody whom it is about signed it: it is then their own word. */
  isOwn: boolean
  /** The credential's own id, and the one that it renews; null where not stated. */
  credentialId: string | null
  renews: string | null
  /** What was awarded, by its id; the credential itself where that has none. */
  achievement: string
  /** What kind of thing was awarded and where it was learnt, in the words of the credential; null where it does not say. */
  achievementType: string | null
  learningSetting: string | null
  /** What it shows, in the terms of targets. */
  terms: readonly string[]
  /** The skills as the credential itself names them. */
  skills: readonly string[]
  level: LevelReference | undefined
  /** How far it says that its holder is; null where it says nothing of that, as of most that is achieved. */
  learning: LearningStatus | null
  /** Techniques for which it states a level, by term. */
  techniques: readonly { term: string; level: TechniqueLevel }[]
  assurance: Assurance | null
  credits: readonly Credit[]
  /** Achievements that it says are inside others. Of a record of several credentials. */
  parts: readonly { whole: string; part: string }[]
  /** Whether it is a record of several credentials; what is in it is looked at only if it is held by itself. */
  isRecord: boolean
  certificates: readonly { scheme: string; unit: string | undefined }[]
}

/** Reads a credential that is not known to be false; `isBegun`: whether it is valid already. */
export function skillFactOf(
  item: string,
  shown: Pick<Received, 'credential' | 'digest'>,
  { stands, isBegun }: { stands: Stands; isBegun: boolean },
  known: Frameworks,
): SkillFact {
  const { credential } = shown
  const summary = summarise(shown)
  const subject = firstObject(credential.credentialSubject)
  const achievement = firstObject(subject.achievement)
  const by = summary.issuer.id === '' ? null : summary.issuer.id
  const ownId = textIn(achievement.id)
  const learning = learningIn(subject)
  const shows = whatItShows(learning)
  const level = levelOf(objects(achievement.alignment), known)
  return {
    item,
    digest: summary.digest,
    title: summary.title,
    issuerName: summary.issuer.name ?? summary.issuer.id,
    by,
    isOwn: by !== null && subjectIdsOf(credential).includes(by),
    credentialId: summary.id,
    renews: textIn(subject.renews),
    ...datesOf(summary, isBegun),
    policies: policiesOf(achievement.currencyPolicy, summary.validUntil),
    status: stands.status,
    achievement: ownId ?? summary.id ?? item,
    achievementType: textIn(asArray(achievement.achievementType)[0]),
    learningSetting: textIn(achievement.learningSetting),
    terms: shows(termsOf(achievement, known)),
    skills: shows(summary.skill),
    learning,
    level,
    techniques: shows(techniquesIn(subject, achievement, known)),
    assurance: assuranceOf(summary.assurance, stands),
    credits: shows(summary.credits).map((credit) => ({ ...credit, level: creditLevel(credit.level, level, known) })),
    parts: [
      ...partsOf(subject),
      ...summary.partOf.flatMap(({ url }) => (url === null || ownId === null ? [] : [{ whole: url, part: ownId }])),
    ],
    isRecord: summary.record !== null,
    certificates: shows(objects(achievement.alignment)).flatMap(({ targetFramework, targetCode, targetName }) =>
      typeof targetFramework === 'string'
        ? [{ scheme: targetFramework, unit: textIn(targetCode) ?? textIn(targetName) ?? undefined }]
        : [],
    ),
  }
}

type Summary = ReturnType<typeof summarise>

/** The end that the issuer states: of being current or of being valid, whichever is first. */
function datesOf(
  { awardedOn, validFrom, validUntil, currentUntil, doesNotExpire }: Summary,
  isBegun: boolean,
): Pick<SkillFact, 'awardedOn' | 'currentUntil' | 'doesNotExpire'> {
  const ends = [currentUntil, validUntil === null ? null : lastDayOf(validUntil)].filter((day) => day !== null)
  // What is not valid yet begins when it is, whenever it was awarded.
  const begun = isBegun ? awardedOn : validFrom
  return { awardedOn: begun?.slice(0, 10) ?? null, currentUntil: ends.toSorted()[0] ?? null, doesNotExpire }
}

/** The last day on any moment of which something holds that ends at a moment: midnight belongs to the day before. */
function lastDayOf(moment: string): string {
  const time = Date.parse(moment)
  return Number.isNaN(time) ? moment : new Date(time - 1).toISOString().slice(0, 10)
}

/** A lapse of validity is one of authority (Open Badges 3.0: any verifier calls it expired). */
function policiesOf(stated: Json | undefined, validUntil: string | null): CurrencyPolicy[] {
  const own = objects(stated).map((policy): CurrencyPolicy => {
    const onLapse = ON_LAPSE.find((one) => one === policy.onLapse)
    const methods = asArray(policy.renewalMethod).filter((one) => typeof one === 'string')
    const hours = Number(policy.renewalHours)
    const grace = textIn(policy.gracePeriod)
    const period = textIn(policy.currencyPeriod)
    return {
      ...(period === null ? {} : { currency: period }),
      ...(grace === null ? {} : { grace }),
      ...(onLapse === undefined ? {} : { onLapse }),
      ...(methods[0] === undefined ? {} : { renewal: methods.includes('CPDRecord') ? 'CPDRecord' : methods[0] }),
      ...(hours > 0 ? { renewalHours: hours } : {}),
    }
  })
  return validUntil === null ? own : [...own, { onLapse: 'NotAuthorised' }]
}

/** Without a list that speaks for its issuer, what somebody claims is a confirmation by somebody, and no more. */
const UNVOUCHED = 'PeerOrManagerConfirmed'

/** Null where nothing is claimed, or nobody could ask the list. */
function assuranceOf(claimed: string | null, { recognition, allowed: most }: Stands): Assurance | null {
  if (claimed === null || !isAssurance(claimed) || recognition === 'listUnavailable') return null
  const allowed = recognition === 'recognised' ? (most ?? UNVOUCHED) : UNVOUCHED
  return effectiveAssurance(claimed, allowed).effective
}

function termsOf(achievement: JsonObject, known: Frameworks): string[] {
  const aligned = objects(achievement.alignment).flatMap(
    ({ targetFramework, targetCode }) => known.termOf(asText(targetFramework), asText(targetCode)) ?? [],
  )
  const units = objects(achievement.otherIdentifier).flatMap(({ identifierType, identifier }) =>
    identifierType === 'ext:OfqualUnit' ? known.unitsOf(asText(identifier)) : [],
  )
  return [...new Set([...aligned, ...units])]
}

/** The status of a result (Open Badges 3.0 §B.2.13); of several that differ nobody can say which counts. */
function learningIn(subject: JsonObject): LearningStatus | null {
  const stated = new Set(objects(subject.result).flatMap(({ status }) => (isLearningStatus(status) ? [status] : [])))
  return onlyOf([...stated]) ?? null
}

/** What is not completed shows no skill, and earns no credit, yet. */
function whatItShows(learning: LearningStatus | null): <T>(shown: readonly T[]) => T[] {
  return (shown) => (learning === null || learning === 'Completed' ? [...shown] : [])
}

/** A level by its name, else by its address where that is of one level only: RQF E1 and E2 share one. */
function levelOf(alignments: readonly JsonObject[], known: Frameworks): LevelReference | undefined {
  const found = alignments
    .filter(({ targetType }) => targetType === 'ext:QualificationLevel')
    .flatMap(({ targetFramework, targetCode, targetUrl }) => {
      const named = readLevel(known.levels, `${asText(targetFramework)} ${asText(targetCode)}`)
      return named ?? onlyOf(levelsByUri(known.levels, asText(targetUrl))) ?? []
    })
  return onlyOf(found)
}

/** Results by level, of a technique that the result or its description is aligned to (Open Badges 3.0 §B.1.24). */
function techniquesIn(subject: JsonObject, achievement: JsonObject, known: Frameworks): SkillFact['techniques'] {
  const described = objects(achievement.resultDescription)
  return objects(subject.result).flatMap(({ resultDescription, achievedLevel, alignment }) => {
    const description = described.find(({ id }) => id === resultDescription) ?? {}
    const criterion = objects(description.rubricCriterionLevel).find(({ id }) => id === achievedLevel)
    const level = TECHNIQUE_LEVELS.find((one) => one === criterion?.name)
    const aligned = [...objects(alignment), ...objects(description.alignment)]
    const terms = aligned.flatMap(
      ({ targetFramework, targetCode }) => known.termOf(asText(targetFramework), asText(targetCode)) ?? [],
    )
    return level === undefined ? [] : terms.map((term) => ({ term, level }))
  })
}

function creditLevel(uri: string | null, own: LevelReference | undefined, known: Frameworks): string | null {
  if (uri === null) return own === undefined ? null : nameOf(own)
  const found = onlyOf(levelsByUri(known.levels, uri))
  return found === undefined ? (own === undefined ? uri : nameOf(own)) : nameOf(found)
}

/** What a record says of how its achievements stand to one another (CLR 2.0 §B.1.3). */
function partsOf(subject: JsonObject): SkillFact['parts'] {
  return objects(subject.association).flatMap(({ associationType, sourceId, targetId }) => {
    const [source, target] = [asText(sourceId), asText(targetId)]
    if (associationType === 'isParentOf') return [{ whole: source, part: target }]
    return associationType === 'isChildOf' || associationType === 'isPartOf' ? [{ whole: target, part: source }] : []
  })
}

const nameOf = ({ framework, code }: LevelReference) => `${framework} ${code}`

function onlyOf<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined
}

function textIn(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function objects(value: Json | undefined): JsonObject[] {
  return asArray(value).filter(isObject)
}

function firstObject(value: Json | undefined): JsonObject {
  return objects(value)[0] ?? {}
}

/** The facts with what takes the place of each among them: only its own issuer says that a credential replaces another. */
export function withReplacements<Fact extends SkillFact>(facts: readonly Fact[]): Fact[] {
  const newer = new Map(
    facts.flatMap(({ item, renews, by, credentialId, status }): [string, string][] => {
      const isRenewal = renews !== null && by !== null && renews !== credentialId && status === 'active'
      return isRenewal ? [[`${by} ${renews}`, item]] : []
    }),
  )
  return facts.map((fact) => ({ ...fact, supersededBy: newer.get(`${fact.by} ${fact.credentialId}`) ?? null }))
}
