import type { ContextLoader } from '#contexts'
import { isObject, type Json, type JsonObject, PassportError, pointerStep } from '#platform'
import { derive, mandatoryPointersOf } from './derive.ts'
import { envelopeOf, type Received } from './received.ts'
import { presentSdJwt, type SelectablePart, selectableParts } from './sd-jwt/present.ts'
import { isWithin } from './sd-jwt/selectable.ts'

/**
 * The parts of a credential that its holder may leave out of a copy, smallest first where one is inside another; none of
 * one that can only be shown whole. Throws `jwt.malformed` for an SD-JWT whose disclosures are not its own.
 */
export function partsToChoose(received: Received): SelectablePart[] {
  if (received.securing === 'sd-jwt') return selectableParts(received.sdJwt.presented)
  const mandatory = mandatoryPointersOf(received.credential)
  if (received.securing !== 'data-integrity' || mandatory === null) return []
  return unitsOf(received.credential).filter(({ pointer }) => !mandatory.some((one) => isWithin(pointer, one)))
}

/**
 * The copy of a credential that others are given: without the parts that its holder leaves out, and never with what would
 * let anyone show other parts of it. What can only be shown whole is given as it was received. Throws `pointer.unknown`
 * for a part that cannot be left out.
 */
export async function sharedCopy(
  received: Received,
  leftOut: readonly string[],
  contexts: ContextLoader,
): Promise<JsonObject> {
  const parts = partsToChoose(received)
  const fixed = leftOut.find((pointer) => !parts.some((part) => part.pointer === pointer))
  if (fixed !== undefined) {
    throw new PassportError('pointer.unknown', `This credential cannot leave out ${fixed.slice(0, 200)}.`)
  }
  const isLeftOut = (pointer: string) => leftOut.some((one) => isWithin(pointer, one))
  // To choose a part is to choose all that is in it: of one that something inside is left out of, only the rest is chosen.
  const holdsLeftOut = (pointer: string) => leftOut.some((one) => isWithin(one, pointer))
  const shown = parts.flatMap(({ pointer }) => (isLeftOut(pointer) || holdsLeftOut(pointer) ? [] : [pointer]))
  if (received.securing === 'sd-jwt') return envelopeOf(presentSdJwt(received.sdJwt.presented, shown))
  if (received.securing === 'vc-jwt') return envelopeOf(received.jwt.compact)
  if (mandatoryPointersOf(received.credential) === null) return received.credential
  return derive(received.credential, leftOut.length === 0 ? [''] : shown, contexts)
}

const SUBJECT = 'credentialSubject'

/** What names a thing or says what it is goes with every part of it. */
const NO_PARTS = new Set(['@context', 'id', 'type', 'proof', SUBJECT])

/**
 * A credential in parts that mean something by themselves: its members, those of its subject and of the subject's
 * achievement, and of each that is a list of things its items. Half an alignment would say something else.
 */
function unitsOf(credential: JsonObject): SelectablePart[] {
  const subject = credential[SUBJECT]
  const subjects = Array.isArray(subject)
    ? subject.map((one, index) => [one, `/${SUBJECT}/${index}`] as const)
    : [[subject, `/${SUBJECT}`] as const]
  return [...membersOf(credential, ''), ...subjects.flatMap(([one, pointer]) => membersOf(one, pointer))]
}

function membersOf(value: Json | undefined, pointer: string): SelectablePart[] {
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = pointer + pointerStep(name)
    if (inner === undefined || NO_PARTS.has(name)) return []
    if (name === 'achievement' && isObject(inner)) return membersOf(inner, at)
    if (!Array.isArray(inner) || !inner.every(isObject)) return [{ pointer: at, value: inner }]
    return inner.map((item, index) => ({ pointer: `${at}/${index}`, value: item }))
  })
}
