import { asArray, isObject, type Json, type JsonObject, PassportError } from '#platform'

/**
 * The compact form of an SD-JWT in a JSON serialisation, flattened or general (RFC 9901 §8), or null where the object is
 * none. With several signatures it would be several SD-JWTs; which was meant is not ours to guess.
 */
export function compactOf(document: JsonObject): string | null {
  const { payload, signature, signatures } = document
  if (typeof payload !== 'string' || (signature === undefined && signatures === undefined)) return null
  const signed = signatures === undefined ? [document] : asArray(signatures)
  const [first] = signed
  if (signed.length !== 1 || !isObject(first)) throw malformed('It has not exactly one signature.')
  const header = isObject(first.header) ? first.header : {}
  const disclosures = asArray(header.disclosures)
  const jwt = [first.protected, payload, first.signature].map(expectText).join('.')
  return [jwt, ...disclosures.map(expectText), expectText(header.kb_jwt ?? '')].join('~')
}

function expectText(value: Json | undefined): string {
  if (typeof value === 'string' && !value.includes('~')) return value
  throw malformed('A part of it is not a text.')
}

const malformed = (why: string) =>
  new PassportError('jwt.malformed', `This is not an SD-JWT in a JSON serialisation. ${why}`)
