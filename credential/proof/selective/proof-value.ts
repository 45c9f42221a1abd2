import { type DecodeOptions, decode, encode, Tokenizer, Type } from 'cborg'
import { base64url, base64urlDecode } from '#platform'

/** More statements than a credential of a person has, and as many signatures as a proof of one can need. */
export const MAX_STATEMENTS = 4_000

/** What comes before the CBOR of each suite: two bytes that say "selective disclosure", and one that says which form. */
const PREFIX = [0xd9, 0x5d] as const

/** An array of components holds at most three more, side by side. */
const MAX_CONTAINERS = 4

/** Some write bytes as a typed array (RFC 8746 §2.1). */
const TYPED_BYTES = 64

/** A proof value as the selective suites write it (ECDSA Cryptosuites §3.5.2, BBS Cryptosuites §3.3.1). */
export interface ProofValue {
  form: number
  components: readonly unknown[]
}

/** Writes a form and its components as multibase base64url of CBOR. */
export function writeProofValue({ form, components }: ProofValue): string {
  return `u${base64url(Buffer.concat([Uint8Array.of(...PREFIX, form), encode(components)]))}`
}

/**
 * Reads what `writeProofValue` writes, or answers null. Whoever calls has bounded the length; what is nested, unending
 * or there twice is refused while it is read.
 */
export function readProofValue(proofValue: string): ProofValue | null {
  if (!/^u[A-Za-z0-9_-]+$/.test(proofValue)) return null
  try {
    const form = formOf(proofValue)
    const bytes = base64urlDecode(proofValue.slice(1))
    if (form === null) return null
    const cbor = bytes.subarray(PREFIX.length + 1)
    const options = { ...STRICT, tags: { [TYPED_BYTES]: (content: () => unknown) => content() } }
    const components: unknown = decode(cbor, { ...options, tokenizer: new FlatTokenizer(cbor, options) })
    return Array.isArray(components) ? { form, components } : null
  } catch {
    // Whatever the bytes are, they are no proof value; the library says so with errors of several kinds.
    return null
  }
}

/** Which form a proof value says it has, or null where it is of no selective suite. */
export function formOf(proofValue: string): number | null {
  const [first, second, form] = Buffer.from(proofValue.slice(1, 5), 'base64url')
  return first === PREFIX[0] && second === PREFIX[1] && form !== undefined ? form : null
}

const STRICT: DecodeOptions = {
  allowIndefinite: false,
  allowUndefined: false,
  allowBigInt: false,
  allowInfinity: false,
  allowNaN: false,
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
}

/** Gives out no more arrays and maps than a proof value can have, and no tag of a tag: so nothing is deep. */
class FlatTokenizer extends Tokenizer {
  #containers = 0
  #tagged = false

  override next() {
    const token = super.next()
    const isTag = Type.equals(token.type, Type.tag)
    if (isTag && this.#tagged) throw new Error('a tag of a tag')
    this.#tagged = isTag
    if (Type.equals(token.type, Type.array) || Type.equals(token.type, Type.map)) this.#containers++
    if (this.#containers > MAX_CONTAINERS) throw new Error('too many arrays')
    return token
  }
}

/** Whether a component is bytes, of that length if one is given. */
export function isBytes(component: unknown, length?: number): component is Uint8Array {
  return component instanceof Uint8Array && (length === undefined || component.length === length)
}

/** Places in a list, each after the one before; null for anything else. */
export function readIndexes(component: unknown): number[] | null {
  if (!Array.isArray(component) || component.length > MAX_STATEMENTS) return null
  const indexes: number[] = []
  for (const index of component as unknown[]) {
    if (!isPlace(index) || index <= (indexes.at(-1) ?? -1)) return null
    indexes.push(index)
  }
  return indexes
}

/** A compressed label map, canonical labels by their number (ECDSA Cryptosuites §3.5.6); null for anything else. */
export function readLabelMap(
  component: unknown,
  labelOf: (value: unknown) => string | null,
): Map<string, string> | null {
  if (!(component instanceof Map) || component.size > MAX_STATEMENTS) return null
  const labels = new Map<string, string>()
  for (const [number, value] of component as Map<unknown, unknown>) {
    const label = labelOf(value)
    if (!isPlace(number) || label === null) return null
    labels.set(`c14n${number}`, label)
  }
  return labels
}

/** The compressed form of a label map, in the order of the numbers (ECDSA Cryptosuites §3.5.5). */
export function writeLabelMap<Value>(
  labels: ReadonlyMap<string, string>,
  write: (label: string) => Value,
): Map<number, Value> {
  const entries = [...labels].map(([canonical, label]) => [Number(canonical.slice('c14n'.length)), label] as const)
  return new Map(entries.sort(([one], [other]) => one - other).map(([number, label]) => [number, write(label)]))
}

/** Whether a value could be somebody's place among the statements of a document. */
export function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MAX_STATEMENTS
}
