import type { Json, JsonObject } from '#platform'
import type { SchemaFault } from '#schemas'

const MAX_TEXT = 2048

/** What SD-JWT VC asks of the claims of every credential, whatever its type (§3.2.2): the names it gives a meaning to. */
const FORMS: Readonly<Record<string, { isRequired?: true; fits: (value: Json) => boolean; message: string }>> = {
  vct: { isRequired: true, fits: isShortText, message: 'must be a text that names the type' },
  iss: { fits: isShortText, message: 'must be a text that names the issuer' },
  sub: { fits: isShortText, message: 'must be a text that names the subject' },
  'vct#integrity': { fits: isShortText, message: 'must be a text' },
  status: { fits: isPlainObject, message: 'must be an object' },
  cnf: { fits: isPlainObject, message: 'must be an object' },
}

/** Where the claims of an SD-JWT VC are not of the form that its specification gives them. */
export function sdJwtVcFaults(claims: JsonObject): SchemaFault[] {
  return Object.entries(FORMS).flatMap(([name, { isRequired, fits, message }]) => {
    const value = claims[name]
    const isRight = value === undefined ? isRequired === undefined : fits(value)
    return isRight ? [] : [{ pointer: `/${name}`, message }]
  })
}

function isShortText(value: Json): boolean {
  return typeof value === 'string' && value !== '' && value.length <= MAX_TEXT
}

function isPlainObject(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
