import {
  base64url,
  isObject,
  type Json,
  type JsonObject,
  PassportError,
  pointerStep,
  sha256,
  sha384,
  sha512,
} from '#platform'

/** One disclosure as it was sent (RFC 9901 §4.2): of a property under its name, or of an element of an array without one. */
export interface Disclosure {
  encoded: string
  name: string | null
  value: Json
}

/** A disclosure that belongs to its SD-JWT, and where in the claims it stands (RFC 6901), its value with all that is in it. */
export interface ShownDisclosure extends Disclosure {
  pointer: string
}

/** The claims with everything that was disclosed, and how many digests were left without a disclosure: withheld, or decoys. */
export interface Disclosed {
  claims: JsonObject
  shown: readonly ShownDisclosure[]
  withheld: number
}

/** Why an SD-JWT must be rejected whatever its signature says (RFC 9901 §7.1). */
export type DisclosureFault =
  | 'hashUnknown'
  | 'digestMalformed'
  | 'digestRepeated'
  | 'disclosureMalformed'
  | 'disclosureRepeated'
  | 'disclosureUnreferenced'
  | 'nameReserved'
  | 'nameRepeated'

/** Hash functions by their IANA names (RFC 9901 §4.1.1). */
const HASHES: Readonly<Record<string, (input: string) => Uint8Array>> = {
  'sha-256': sha256,
  'sha-384': sha384,
  'sha-512': sha512,
}

/** As deep as any document from outside may be. */
const MAX_DEPTH = 32

const PROTOTYPE_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/** The name of `_sd_alg`'s function in a payload, or undefined where we do not know it. */
export function hashOf({ _sd_alg: name = 'sha-256' }: JsonObject): ((input: string) => Uint8Array) | undefined {
  return typeof name === 'string' && Object.hasOwn(HASHES, name) ? HASHES[name] : undefined
}

/**
 * Puts every disclosure in its place (RFC 9901 §7.1, steps 2 to 5), or says why that must not be done: each must be
 * referenced exactly once, and no digest may be there twice. Throws `json.tooDeep`.
 */
export function disclose(payload: JsonObject, disclosures: readonly Disclosure[]): Disclosed | DisclosureFault {
  const hash = hashOf(payload)
  if (hash === undefined) return 'hashUnknown'
  const waiting = new Map(disclosures.map((one) => [base64url(hash(one.encoded)), one]))
  if (waiting.size < disclosures.length) return 'disclosureRepeated'
  try {
    const { _sd_alg, ...rest } = payload
    const filled = new Filling(waiting).object(rest, '', 1)
    if (waiting.size > 0) return 'disclosureUnreferenced'
    return filled
  } catch (error) {
    if (error instanceof Rejected) return error.fault
    throw error
  }
}

class Rejected extends Error {
  readonly fault: DisclosureFault

  constructor(fault: DisclosureFault) {
    super(fault)
    this.fault = fault
  }
}

/** One walk through the claims; a disclosure is taken out of `waiting` where its digest is met. */
class Filling {
  readonly #waiting: Map<string, Disclosure>
  readonly #met = new Set<string>()
  readonly #shown: ShownDisclosure[] = []
  #withheld = 0

  constructor(waiting: Map<string, Disclosure>) {
    this.#waiting = waiting
  }

  object(value: JsonObject, pointer: string, depth: number): Disclosed {
    return { claims: this.#object(value, pointer, depth), shown: this.#shown, withheld: this.#withheld }
  }

  #value(value: Json, pointer: string, depth: number): Json {
    if (depth > MAX_DEPTH) throw new PassportError('json.tooDeep', `Nested more than ${MAX_DEPTH} levels deep.`)
    if (Array.isArray(value)) return this.#array(value, pointer, depth)
    return isObject(value) ? this.#object(value, pointer, depth) : value
  }

  #object(value: JsonObject, pointer: string, depth: number): JsonObject {
    const { _sd: digests = [], ...plain } = value
    // Only an element of an array may be one, and those are met in `#array`.
    if (!Array.isArray(digests) || '...' in plain) throw new Rejected('digestMalformed')
    const members = new Map<string, Json>()
    for (const [name, inner] of Object.entries(plain)) {
      if (inner !== undefined) members.set(name, this.#value(inner, pointer + pointerStep(name), depth + 1))
    }
    for (const digest of digests) {
      const found = this.#take(digest)
      if (found === undefined) continue
      const { name } = found
      if (name === null) throw new Rejected('disclosureMalformed')
      if (name === '_sd' || name === '...' || PROTOTYPE_NAMES.has(name)) throw new Rejected('nameReserved')
      if (members.has(name)) throw new Rejected('nameRepeated')
      members.set(name, this.#show(found, pointer + pointerStep(name), depth + 1))
    }
    return Object.fromEntries(members)
  }

  #array(value: Json[], pointer: string, depth: number): Json[] {
    const elements: Json[] = []
    for (const element of value) {
      const at = `${pointer}/${elements.length}`
      if (!isObject(element) || !('...' in element)) {
        elements.push(this.#value(element, at, depth + 1))
        continue
      }
      if (Object.keys(element).length > 1) throw new Rejected('digestMalformed')
      const found = this.#take(element['...'])
      if (found === undefined) continue
      if (found.name !== null) throw new Rejected('disclosureMalformed')
      elements.push(this.#show(found, at, depth + 1))
    }
    return elements
  }

  #show(found: Disclosure, pointer: string, depth: number): Json {
    const shown = { ...found, pointer }
    this.#shown.push(shown)
    shown.value = this.#value(found.value, pointer, depth)
    return shown.value
  }

  #take(digest: Json | undefined): Disclosure | undefined {
    if (typeof digest !== 'string') throw new Rejected('digestMalformed')
    if (this.#met.has(digest)) throw new Rejected('digestRepeated')
    this.#met.add(digest)
    const found = this.#waiting.get(digest)
    if (found === undefined) this.#withheld += 1
    this.#waiting.delete(digest)
    return found
  }
}
