import { asArray, asText, isObject, type Json, type JsonObject, pointerStep } from '#platform'
import { type SchemaFault, type SchemaId, validate } from '#schemas'
import { inNewerWords, isOlderModel } from '../data-model.ts'
import { hasOwnVocabulary, type Received } from '../received.ts'
import type { CheckResult } from '../report.ts'
import { faultsAgainst } from '../schema-faults.ts'
import { sdJwtVcFaults } from '../sd-jwt/shape.ts'
import { type Check, resultOf } from './check.ts'
import { movedMeaning } from './named-twice.ts'

const result = resultOf('shape')

/**
 * The form: VC Data Model 2.0 or 1.1, Open Badges 3.0 where a type says so, and our own terms where they are used. A key that
 * JSON-LD would read as something other than it looks like is refused: it keeps the signature good and hides the value.
 */
export const shape: Check = ({ received, credential }, world) => {
  if (hasOwnVocabulary(received)) return resultOfFaults(sdJwtVcFaults(credential), received)
  // What the words of an unknown context mean, and so which form is right, is not ours to say.
  if (!asArray(credential['@context']).every((context) => typeof context !== 'string' || world.contexts.has(context))) {
    return result('unknown', 'shape.notRun')
  }
  const newer = inNewerWords(credential)
  const faults = [
    ...hiddenMeaning(credential),
    ...(isSignedAsStatements(received) ? movedMeaning(credential) : []),
    ...withoutIssuanceDate(credential),
    ...validate('verifiable-credential', newer),
    // Of what was left out nobody can say whether it is as a badge must be; its issuer signed it.
    ...(hasWithheldParts(received) ? [] : furtherSchemas(credential)).flatMap((schema) => faultsAgainst(schema, newer)),
  ]
  return resultOfFaults(faults, received)
}

/** Whether a signature covers what a document states, and not its text: then the same can be written otherwise. */
function isSignedAsStatements({ securing, credential }: Received): boolean {
  const isOfText = (proof: Json) => isObject(proof) && asText(proof.cryptosuite).includes('-jcs-')
  return securing === 'data-integrity' && !asArray(credential.proof).every(isOfText)
}

function resultOfFaults(faults: readonly SchemaFault[], received: Received): CheckResult[] {
  const [first] = faults
  if (first === undefined) {
    const partial = hasWithheldParts(received) ? result('notice', 'shape.partial') : []
    return [...result('passed', 'shape.ok'), ...partial]
  }
  return result('failed', 'shape.invalid', {
    pointer: first.pointer,
    message: first.message,
    faults: faults.length,
  })
}

/** VC Data Model 1.1 §4.6 asks for a date that 2.0 leaves to the issuer. */
function withoutIssuanceDate(credential: JsonObject): SchemaFault[] {
  if (!isOlderModel(credential) || credential.issuanceDate !== undefined) return []
  return [{ pointer: '', message: "must have required property 'issuanceDate'" }]
}

function hasWithheldParts(received: Received): boolean {
  if (received.securing !== 'sd-jwt') return false
  const { disclosed } = received.sdJwt
  return typeof disclosed === 'string' || disclosed.withheld > 0
}

const OUR_CONTEXT = 'https://w3id.org/skills-passport/v1'

function furtherSchemas(credential: JsonObject): SchemaId[] {
  const types = asArray(credential.type)
  const schemas: SchemaId[] = []
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) {
    schemas.push('open-badges-achievement')
  }
  if (types.includes('EndorsementCredential')) schemas.push('open-badges-endorsement')
  if (types.includes('ClrCredential')) schemas.push('learner-record')
  if (asArray(credential['@context']).includes(OUR_CONTEXT)) schemas.push('skills-passport')
  return schemas
}

/** JSON-LD's own keywords in a text with a language are what VC Data Model 2.0 §11.1 asks for; elsewhere they hide things. */
const LANGUAGE_KEYS = new Set(['@value', '@language', '@direction'])

/** Where the terms of our contexts live: a type written as such an address escapes the schema of its short name. */
const OWN_VOCABULARIES = [
  'https://www.w3.org/2018/credentials#',
  'https://w3id.org/security#',
  'https://purl.imsglobal.org/spec/vc/',
  'https://w3id.org/skills-passport/',
]

/**
 * What JSON-LD reads as the same signed statements and a person or a program reads otherwise: keys that hide their
 * meaning, types by their full address, blank node ids and ids that repeat side by side, by which one thing can be split
 * into two (an end date, say, parted from what it ends).
 */
function hiddenMeaning(credential: JsonObject): SchemaFault[] {
  const faults: SchemaFault[] = []
  lookForHidden(credential, [], (path, message) => faults.push({ pointer: path.map(pointerStep).join(''), message }))
  return faults
}

type Tell = (path: readonly (string | number)[], message: string) => void

/** `path` leads to the value, and is as it was again at the end. */
function lookForHidden(value: Json | undefined, path: (string | number)[], tell: Tell): void {
  if (typeof value === 'string') {
    if (value.startsWith('_:')) tell(path, 'names a thing by a blank node')
  } else if (Array.isArray(value)) {
    if (repeatsId(value)) tell(path, 'names one thing twice')
    for (let at = 0; at < value.length; at++) {
      path.push(at)
      lookForHidden(value[at], path, tell)
      path.pop()
    }
  } else if (isObject(value)) lookInside(value, path, tell)
}

function lookInside(object: JsonObject, path: (string | number)[], tell: Tell): void {
  if (asArray(object.type).some(isByFullAddress)) tell([...path, 'type'], 'is a type by its full address')
  for (const key of Object.keys(object)) {
    if (key === '@context') continue
    path.push(key)
    if (hidesMeaning(key, object)) tell(path, 'is a key that hides what it means')
    else lookForHidden(object[key], path, tell)
    path.pop()
  }
}

function hidesMeaning(key: string, object: JsonObject): boolean {
  if (key.includes(':')) return true
  return key.startsWith('@') && !isLanguageText(object)
}

function isLanguageText(object: JsonObject): boolean {
  return object['@value'] !== undefined && Object.keys(object).every((key) => LANGUAGE_KEYS.has(key))
}

function isByFullAddress(type: Json): boolean {
  return typeof type === 'string' && type.includes(':') && OWN_VOCABULARIES.some((start) => type.startsWith(start))
}

function repeatsId(items: readonly Json[]): boolean {
  if (items.length < 2) return false
  const ids = items.filter(isObject).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  return new Set(ids).size < ids.length
}
