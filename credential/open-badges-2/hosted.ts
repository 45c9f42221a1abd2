import { asText, canonicalJson, type Json, type JsonObject } from '#platform'
import { parseMoment } from '../dates.ts'
import type { World } from '../world.ts'
import { idOf } from './assertion.ts'
import { type Hosted, isUnhad, loadHosted, type Unhad } from './linked-data.ts'

/**
 * An Assertion as its issuer's website has it now. `same`: in whom it is about, what was awarded and when, and in all the
 * rest too. `edited`: only in the former. `unstated`: it says only that this was revoked. `other`: it is not what was handed in.
 */
export interface Publication extends Hosted {
  agreement: 'same' | 'edited' | 'unstated' | 'other'
}

/** Looks a hosted Assertion up at its own address (§5.1). One that was revoked may be no more than that there. */
export async function lookUp(assertion: JsonObject, world: World): Promise<Publication | Unhad> {
  const found = await loadHosted(idOf(assertion.id), world, world.statusMaxAgeSeconds)
  if (isUnhad(found)) return found
  const { document, asOf } = found
  if (document.id !== assertion.id) return { document, asOf, agreement: 'other' }
  if (document.revoked === true && document.badge === undefined) {
    return { document: { ...assertion, ...document }, asOf, agreement: 'unstated' }
  }
  if (!agreesInSubstance(document, assertion)) return { document, asOf, agreement: 'other' }
  return { document, asOf, agreement: canonicalJson(document) === canonicalJson(assertion) ? 'same' : 'edited' }
}

function agreesInSubstance(one: JsonObject, other: JsonObject): boolean {
  return (
    sameJson(one.recipient, other.recipient) &&
    idOf(one.badge) === idOf(other.badge) &&
    sameTime(one.issuedOn, other.issuedOn) &&
    sameTime(one.expires, other.expires)
  )
}

function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}

/** Websites write one time in several ways. */
function sameTime(one: Json | undefined, other: Json | undefined): boolean {
  const [first, second] = [parseMoment(one), parseMoment(other)]
  if (first === null || second === null) return asText(one) === asText(other)
  return first.earliest.getTime() === second.earliest.getTime() && first.latest.getTime() === second.latest.getTime()
}
