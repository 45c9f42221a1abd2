import {
  asText,
  base58Decode,
  base64urlDecode,
  equalBytes,
  type JsonObject,
  PassportError,
  sha256,
  sha384,
  sha512,
} from '#platform'

/** One way to tell whether bytes are those that were meant. */
interface Digest {
  strength: number
  value: Uint8Array
  of: (bytes: Uint8Array) => Uint8Array
}

const SHA = {
  256: { strength: 256, of: sha256 },
  384: { strength: 384, of: sha384 },
  512: { strength: 512, of: sha512 },
} as const

/** By the two bytes before the digest in a multihash (Controlled Identifiers §2.5): the function and the length. */
const MULTIHASH: Readonly<Record<string, keyof typeof SHA>> = { '18,32': 256, '32,48': 384, '19,64': 512 }

/**
 * Whether bytes have every digest that a resource states (VC Data Model 2.0 §5.3): `digestSRI`, `digestMultibase` or
 * both. Null where it states none that can be read.
 */
export function hasStatedDigests(resource: JsonObject, bytes: Uint8Array): boolean | null {
  const stated = [
    ...(resource.digestSRI === undefined ? [] : [integrity(asText(resource.digestSRI))]),
    ...(resource.digestMultibase === undefined ? [] : [multibase(asText(resource.digestMultibase))]),
  ]
  if (stated.length === 0 || stated.some((digests) => digests.length === 0)) return null
  return stated.every((digests) => digests.some(({ value, of }) => equalBytes(value, of(bytes))))
}

/** Whether a resource states a digest at all. */
export function statesDigest({ digestSRI, digestMultibase }: JsonObject): boolean {
  return digestSRI !== undefined || digestMultibase !== undefined
}

/** Subresource Integrity §3.3: of several, those of the strongest function count, and one of them is enough. */
function integrity(text: string): Digest[] {
  const digests = text
    .slice(0, 2_000)
    .split(/\s+/)
    .flatMap((one): Digest[] => {
      const [, size, value] = /^sha(256|384|512)-([A-Za-z0-9+/]+)={0,2}(?:\?|$)/.exec(one) ?? []
      if (value === undefined || (size !== '256' && size !== '384' && size !== '512')) return []
      return digest(
        size,
        decoded(() => base64urlDecode(value.replaceAll('+', '-').replaceAll('/', '_'))),
      )
    })
  const strongest = Math.max(...digests.map(({ strength }) => strength))
  return digests.filter(({ strength }) => strength === strongest)
}

function multibase(text: string): Digest[] {
  const base = { z: base58Decode, u: base64urlDecode }[text.slice(0, 1)]
  if (base === undefined || text.length > 200) return []
  const bytes = decoded(() => base(text.slice(1)))
  const size = bytes && MULTIHASH[bytes.subarray(0, 2).join(',')]
  return bytes === null || size === undefined || size === null ? [] : digest(`${size}`, bytes.subarray(2))
}

function digest(size: '256' | '384' | '512', value: Uint8Array | null): Digest[] {
  return value === null || value.byteLength * 8 !== Number(size) ? [] : [{ ...SHA[size], value }]
}

function decoded(decode: () => Uint8Array): Uint8Array | null {
  try {
    return decode()
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}
