import { type Json, PassportError } from '#platform'
import { pointsInto } from '../proof/selective/pointers.ts'
import type { Disclosed } from './disclose.ts'
import { parseSdJwt, type ReceivedSdJwt } from './parse.ts'
import { isWithin } from './selectable.ts'

/** A part that the holder of an SD-JWT may show or leave out, and where it stands in the credential (RFC 6901). */
export interface SelectablePart {
  pointer: string
  value: Json
}

/** The parts of an SD-JWT that can be left out of a copy. Throws `jwt.malformed` and `json.*`. */
export function selectableParts(compact: string): SelectablePart[] {
  return disclosedOf(parseSdJwt(compact)).shown.map(({ pointer, value }) => ({ pointer, value }))
}

/**
 * A copy of an SD-JWT that shows the chosen parts, all that is in them and all that leads to them, and of what can be left out
 * nothing else (RFC 9901 §7.2). A key binding is not copied: it was for somebody else. Throws `pointer.unknown`.
 */
export function presentSdJwt(compact: string, chosen: readonly string[]): string {
  const received = parseSdJwt(compact)
  const { claims, shown } = disclosedOf(received)
  const unknown = chosen.find((pointer) => !pointsInto(claims, pointer))
  if (unknown !== undefined) {
    throw new PassportError('pointer.unknown', `The credential has nothing at ${unknown.slice(0, 200)}.`)
  }
  const isChosen = (pointer: string) => chosen.some((one) => isWithin(pointer, one) || isWithin(one, pointer))
  const kept = new Set(shown.flatMap(({ pointer, encoded }) => (isChosen(pointer) ? [encoded] : [])))
  const [jwt, ...disclosures] = received.presented.split('~').slice(0, -1)
  return `${[jwt, ...disclosures.filter((one) => kept.has(one))].join('~')}~`
}

function disclosedOf({ disclosed }: ReceivedSdJwt): Disclosed {
  if (typeof disclosed !== 'string') return disclosed
  throw new PassportError('jwt.malformed', `The disclosures of this SD-JWT are not its own (${disclosed}).`)
}
