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
  PassportError,
  parseJsonObject,
  verificationKeyOfJwk,
} from '#platform'
import { verifyJwt } from '../../../credential/proof/vc-jwt.ts'

const VECTORS = join(import.meta.dirname, '..', '..', 'vectors', 'wycheproof')
const LIMITS = { length: 2 ** 22, depth: 16, keys: 100_000, stringLength: 2 ** 16, arrayLength: 2_000 }

/**
 * Valid signatures that are not good here: symmetric keys belong to no issuer, and these algorithms are none of those that
 * Open Badges and VC-JOSE-COSE name for credentials.
 */
const NOT_OURS = new Set(['HS256', 'HS384', 'HS512', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES512'])

describe.each<[file: string, cases: number, good: number, left: number]>([
  ['json_web_signature_test.json', 401, 10, 36],
  ['json_web_key_test.json', 26, 1, 4],
])('Wycheproof %s', (file, cases, good, left) => {
  test('every signature is judged as the file says, but for what is not signed with here', async () => {
    const groups = asArray(parseJsonObject(readFileSync(join(VECTORS, file)), LIMITS).testGroups).filter(isObject)
    const counted = { cases: 0, good: 0, left: 0 }
    for (const group of groups) {
      for (const one of asArray(group.tests).filter(isObject)) {
        const compact = asText(one.jws)
        const header = headerOf(compact)
        const jwt = { compact, header, claims: {} }
        const keys = keysOf(group).filter(({ kid }) => kid === undefined || kid === header.kid)
        const verified = await Promise.all(keys.map((key) => verifyJwt(jwt, verificationKeyOfJwk(key))))
        const holds = verified.includes(true)
        const isLeft = one.result === 'valid' && NOT_OURS.has(asText(header.alg))
        expect({ case: one.tcId, holds }).toEqual({ case: one.tcId, holds: one.result === 'valid' && !isLeft })
        counted.cases += 1
        if (holds) counted.good += 1
        if (isLeft) counted.left += 1
      }
    }
    expect(counted).toEqual({ cases, good, left })
  })
})

/** The public keys of a group. A symmetric one is in the file as a secret, and offered as if someone listed it. */
function keysOf(group: JsonObject): JsonObject[] {
  const known: Json | undefined = group.public ?? group.private
  return asArray(isObject(known) && known.keys !== undefined ? known.keys : known).filter(isObject)
}

function headerOf(compact: string): JsonObject {
  try {
    return parseJsonObject(Buffer.from(compact.split('.')[0] ?? '', 'base64url'))
  } catch (error) {
    if (error instanceof PassportError) return {}
    throw error
  }
}

test('an RSA key of 1024 bits is none, and one of 2048 is', async () => {
  const make = async (modulusLength: number) => {
    const pair = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    )
    const { kty, n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey)
    return { kty, n, e } as JsonObject
  }
  expect(verificationKeyOfJwk(await make(1024))).toBeNull()
  const good = await make(2048)
  expect(verificationKeyOfJwk(good)).toMatchObject({ algorithm: 'RS256' })
  expect(verificationKeyOfJwk({ ...good, alg: 'PS256' })).toBeNull()
  expect(verificationKeyOfJwk({ ...good, use: 'enc' })).toBeNull()
  expect(verificationKeyOfJwk({ ...good, key_ops: ['sign'] })).toBeNull()
  expect(verificationKeyOfJwk({ ...good, d: base64url('x') })).toBeNull()
})
