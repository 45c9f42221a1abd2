import {
  asArray,
  asText,
  base64urlDecode,
  isObject,
  type Json,
  type JsonObject,
  PassportError,
  parseJsonObject,
} from '#platform'
import { levelsByUri, type Package } from '#skills'
import type { ElmAward, ElmBody, ElmLevel } from './model.ts'
import { countryOf, isEcts } from './vocabulary.ts'

/** What a document of the European Learning Model says of a person. Nothing of it was checked. */
export interface ElmRecord {
  name: string | null
  /** Who says so, where the document is a credential; null for a mere description. */
  issuer: string | null
  /** Whether it came with an electronic seal. Seals are not checked here. */
  isSealed: boolean
  awards: ElmAward[]
  /** What the document says beside, by the names of its fields, and how often. */
  leftOut: { field: string; count: number }[]
}

/** As many claims as are read. */
const MAX_AWARDS = 500

const CLAIMS = ['LearningAchievement', 'LearningActivity', 'LearningAssessment', 'LearningEntitlement', 'Claim']

/** Whether a document is of the European Learning Model: a person with claims, a credential of one, or that under a seal. */
export function isElm(document: JsonObject): boolean {
  const inside = sealedContent(document) ?? document
  return isCredential(inside) || (typesOf(inside).includes('Person') && inside.hasClaim !== undefined)
}

/** Reads a document of the European Learning Model (ELM 3). Throws `shape.invalid` where it has no claims. */
export function readElm(document: JsonObject, levels: Package<'levels'>): ElmRecord {
  const sealed = sealedContent(document)
  const inside = sealed ?? document
  const people = isCredential(inside) ? objects(inside.credentialSubject) : [inside]
  const claims = people.flatMap((person) => objects(person.hasClaim).flatMap(withParts))
  if (claims.length === 0)
    throw new PassportError('shape.invalid', 'There is nothing in this file that somebody was awarded.')
  if (claims.length > MAX_AWARDS) {
    throw new PassportError(
      'shape.invalid',
      `There is more in this file than we can read: more than ${MAX_AWARDS} awards.`,
    )
  }
  return {
    name: people.map(({ fullName }) => wordsOf(fullName)).find((name) => name !== null) ?? null,
    issuer: isCredential(inside) ? (bodiesOf(inside.issuer)[0]?.name ?? null) : null,
    isSealed: sealed !== null || inside.proof !== undefined,
    awards: claims.map((claim) => awardOf(claim, levels)),
    leftOut: leftOut(claims),
  }
}

const isCredential = (document: JsonObject) => typesOf(document).includes('EuropeanDigitalCredential')

/** The content of a JWS in its JSON form (RFC 7515 §7.2), as Europass seals credentials; null for anything else. */
function sealedContent({ payload, signature, signatures }: JsonObject): JsonObject | null {
  if (typeof payload !== 'string' || (signature === undefined && signatures === undefined)) return null
  try {
    return parseJsonObject(base64urlDecode(payload))
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}

function withParts(claim: JsonObject): JsonObject[] {
  const isClaim = typesOf(claim).some((type) => CLAIMS.includes(asText(type)))
  return isClaim ? [claim, ...objects(claim.hasPart).flatMap(withParts)] : []
}

function awardOf(claim: JsonObject, levels: Package<'levels'>): ElmAward {
  const { id, title, description, awardedBy, creditReceived, specifiedBy, additionalNote } = claim
  const [specification = {}] = objects(specifiedBy)
  const [awarding = {}] = objects(awardedBy)
  const stated = objects(creditReceived).length > 0 ? creditReceived : specification.creditPoint
  return {
    id: typeof id === 'string' ? id : null,
    title: wordsOf(title) ?? wordsOf(specification.title) ?? 'Award without a title',
    description: wordsOf(description) ?? wordsOf(specification.description),
    awardedBy: bodiesOf(awarding.awardingBody),
    awardedOn: asText(awarding.awardingDate) || null,
    level: levelOf(specification, levels),
    credits: objects(stated).flatMap(({ point, framework }) =>
      typeof point === 'string' ? [{ value: point, scheme: schemeOf(framework) }] : [],
    ),
    skills: objects(specification.learningOutcome).flatMap((outcome) => wordsOf(outcome.title) ?? []),
    notes: objects(additionalNote).flatMap(({ noteLiteral }) => wordsOf(noteLiteral) ?? []),
  }
}

function bodiesOf(value: Json | undefined): ElmBody[] {
  return objects(value).flatMap(({ id, legalName, prefLabel, location }) => {
    const [{ address } = {}] = objects(location)
    const [{ countryCode } = {}] = objects(address)
    const [{ id: country } = {}] = objects(countryCode)
    const name = wordsOf(legalName) ?? wordsOf(prefLabel) ?? (asText(id) || null)
    return name === null ? [] : [{ id: typeof id === 'string' ? id : null, name, country: countryOf(asText(country)) }]
  })
}

/** The national level is what was awarded; the European one stands in where it is all there is. */
function levelOf({ nqfLevel, eqfLevel }: JsonObject, levels: Package<'levels'>): ElmLevel | null {
  const [level] = [...objects(nqfLevel), ...objects(eqfLevel)]
  if (level === undefined) return null
  const [found, ...others] = levelsByUri(levels, asText(level.id))
  const reference = found === undefined || others.length > 0 ? null : found
  const name =
    reference === null ? (wordsOf(level.prefLabel) ?? asText(level.id)) : `${reference.framework} ${reference.code}`
  return { name, reference }
}

function schemeOf(framework: Json | undefined): string {
  const [{ id, prefLabel } = {}] = objects(framework)
  return isEcts(asText(id)) ? 'ECTS' : (wordsOf(prefLabel) ?? asText(id))
}

const READ = new Set([
  ...['id', 'type', 'title', 'description', 'awardedBy', 'creditReceived', 'specifiedBy', 'additionalNote', 'hasPart'],
])

function leftOut(claims: readonly JsonObject[]): ElmRecord['leftOut'] {
  const fields = claims.flatMap((claim) => Object.keys(claim).filter((name) => !READ.has(name)))
  return [...Map.groupBy(fields, (field) => field)].map(([field, all]) => ({ field, count: all.length }))
}

/** A text by language: in English, or in whichever comes first. */
function wordsOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value || null
  if (!isObject(value)) return null
  const words = asArray(value.en ?? Object.values(value)[0])[0]
  return typeof words === 'string' && words !== '' ? words : null
}

const typesOf = ({ type }: JsonObject) => asArray(type)

const objects = (value: Json | undefined): JsonObject[] => asArray(value).filter(isObject)
