import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  asArray,
  asText,
  base64url,
  isObject,
  type Json,
  type JsonObject,
  parseJsonObject,
  publicKeyOfJwk,
  verifySignature,
} from '#platform'

const VECTORS = join(import.meta.dirname, '..', 'vectors', 'wycheproof')
const LIMITS = { length: 2 ** 20, depth: 16, keys: 100_000, stringLength: 2 ** 16, arrayLength: 2_000 }
const bytes = (value: Json | undefined) => Buffer.from(asText(value), 'hex')

/** Keys of which Wycheproof's files hold signatures, and how many of either result there are in the file. */
const FILES: [file: string, valid: number, invalid: number][] = [
  ['ed25519_test.json', 88, 63],
  ['ecdsa_secp256r1_sha256_p1363_test.json', 173, 89],
  ['ecdsa_secp384r1_sha384_p1363_test.json', 193, 87],
]

describe.each(FILES)('Wycheproof %s', (file, valid, invalid) => {
  const groups = asArray(parseJsonObject(readFileSync(join(VECTORS, file)), LIMITS).testGroups).filter(isObject)
  const cases = groups.flatMap((group) =>
    asArray(group.tests)
      .filter(isObject)
      .map((one) => ({ group, one })),
  )

  test('every signature is judged as the file says', () => {
    const counted = { valid: 0, invalid: 0 }
    for (const { group, one } of cases) {
      const key = publicKeyOfJwk(jwkOf(group.publicKey))
      const holds = key !== null && verifySignature(key, bytes(one.msg), bytes(one.sig))
      expect({ case: one.tcId, holds }).toEqual({ case: one.tcId, holds: one.result === 'valid' })
      counted[holds ? 'valid' : 'invalid'] += 1
    }
    expect(counted).toEqual({ valid, invalid })
  })
})

/** The files write an EC key as an uncompressed point and an Ed25519 key as its bytes. */
function jwkOf(key: Json | undefined): JsonObject {
  if (!isObject(key)) return {}
  if (key.curve === 'edwards25519') return { kty: 'OKP', crv: 'Ed25519', x: base64url(bytes(key.pk)) }
  const point = bytes(key.uncompressed).subarray(1)
  const [x, y] = [point.subarray(0, point.length / 2), point.subarray(point.length / 2)]
  return { kty: 'EC', crv: key.curve === 'secp256r1' ? 'P-256' : 'P-384', x: base64url(x), y: base64url(y) }
}
