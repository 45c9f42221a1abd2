import { isObject, type Json, type JsonObject, pointerStep } from '#platform'

/** What of one level may be left out, by name or index, and the same of what is below it: a disclosure frame of @sd-jwt. */
export interface Frame {
  _sd: (string | number)[]
  [member: string]: Frame | (string | number)[]
}

/**
 * What a holder may leave out: the members of `credentialSubject` and of its achievement, and of each that is a list the
 * elements too. Each is left out whole: half an alignment would say something else. Types stay, and what is mandatory; all
 * beside the subject is who says it, when and of what kind, and stays.
 */
export function selectable({ credentialSubject = null }: JsonObject, mandatory: readonly string[]): Frame {
  if (!Array.isArray(credentialSubject)) {
    return { _sd: [], credentialSubject: frameOf(credentialSubject, SUBJECT, mandatory) }
  }
  const each = credentialSubject.map((subject, index): [string, Frame] => [
    String(index),
    frameOf(subject, `${SUBJECT}/${index}`, mandatory),
  ])
  return { _sd: [], credentialSubject: { _sd: [], ...Object.fromEntries(each) } }
}

const SUBJECT = '/credentialSubject'

function frameOf(value: Json, pointer: string, mandatory: readonly string[]): Frame {
  const frame: Frame = { _sd: [] }
  for (const [name, inner] of membersOf(value)) {
    const at = pointer + pointerStep(name)
    if (name === 'type' || mandatory.some((one) => isWithin(at, one))) continue
    const holdsMandatory = mandatory.some((one) => isWithin(one, at))
    if (!holdsMandatory) frame._sd.push(name)
    const isDivisible = isObject(value) && (Array.isArray(inner) || (name === 'achievement' && isObject(inner)))
    if (isDivisible) frame[name] = frameOf(inner, at, mandatory)
  }
  return frame
}

function membersOf(value: Json): [string | number, Json][] {
  if (Array.isArray(value)) return value.map((inner, index) => [index, inner])
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, inner]]))
}

/** Whether one pointer leads to another's place or to somewhere below it. */
export function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`)
}
