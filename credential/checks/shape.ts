import { asArray, isObject, type Json, type JsonObject } from '#platform'
import { type SchemaFault, type SchemaId, validate } from '#schemas'
import { type Check, resultOf } from './check.ts'

const result = resultOf('shape')

/**
 * The form: VC Data Model 2.0, Open Badges 3.0 where a type says so, and our own terms where they are used. A key that
 * JSON-LD would read as something other than it looks like is refused: it keeps the signature good and hides the value.
 */
export const shape: Check = ({ credential }) => {
  const faults = [
    ...hiddenKeys(credential, ''),
    ...validate('verifiable-credential', credential),
    ...furtherSchemas(credential).flatMap((schema) =>
      oneStatusEach(credential).flatMap((one) => validate(schema, one)),
    ),
  ]
  const [first] = faults
  if (first === undefined) return result('passed', 'shape.ok')
  return result('failed', 'shape.invalid', {
    pointer: first.pointer,
    message: first.message,
    faults: faults.length,
  })
}

const OUR_CONTEXT = 'https://w3id.org/skills-passport/v1'

function furtherSchemas(credential: JsonObject): SchemaId[] {
  const types = asArray(credential.type)
  const schemas: SchemaId[] = []
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) {
    schemas.push('open-badges-achievement')
  }
  if (types.includes('EndorsementCredential')) schemas.push('open-badges-endorsement')
  if (asArray(credential['@context']).includes(OUR_CONTEXT)) schemas.push('skills-passport')
  return schemas
}

/**
 * Open Badges' schema knows one status entry and VC Data Model 2.0 §4.10 any number: a badge that can be both revoked and
 * suspended needs two. Each is held against the schema by itself.
 */
function oneStatusEach(credential: JsonObject): JsonObject[] {
  const { credentialStatus } = credential
  if (!Array.isArray(credentialStatus) || credentialStatus.length === 0) return [credential]
  return credentialStatus.map((entry) => ({ ...credential, credentialStatus: entry }))
}

/** JSON-LD's own keywords in a text with a language are what VC Data Model 2.0 §11.1 asks for; elsewhere they hide things. */
const LANGUAGE_KEYS = new Set(['@value', '@language', '@direction'])

function hiddenKeys(value: Json | undefined, pointer: string): SchemaFault[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => hiddenKeys(item, `${pointer}/${index}`))
  if (!isObject(value)) return []
  const isLanguageText = value['@value'] !== undefined && Object.keys(value).every((key) => LANGUAGE_KEYS.has(key))
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (key === '@context') return []
    const hides = (key.startsWith('@') && !isLanguageText) || key.includes(':')
    return hides ? [{ pointer: at, message: 'is a key that hides what it means' }] : hiddenKeys(inner, at)
  })
}
