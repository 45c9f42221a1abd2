import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { resolveDid } from '#credential'
import {
  asArray,
  asText,
  base58Decode,
  hex,
  isObject,
  type JsonObject,
  parseJsonObject,
  publicKeyOfJwk,
} from '#platform'
import { publicKeyOf } from '../../../credential/multikey.ts'
import { makeWorld } from '../world.ts'

const VECTORS = join(import.meta.dirname, '..', '..', 'vectors', 'did-key')
const read = (file: string) =>
  Object.entries(parseJsonObject(readFileSync(join(VECTORS, file)))).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  )

const KNOWN = ['bls12381.json', 'ed25519-x25519.json', 'nist-curves.json', 'rsa.json'].flatMap(read)
const UNKNOWN = [...read('secp256k1.json'), ...KNOWN].filter(([did]) => /^did:key:z(?:Q3s|2J9|5Tc)/.test(did))
const SUPPORTED = KNOWN.filter((entry) => !UNKNOWN.includes(entry))

describe('did:key vectors of the method', () => {
  test.each(SUPPORTED)('%s holds the key of its document', async (did, { didDocument }) => {
    const [method] = asArray(isObject(didDocument) ? didDocument.verificationMethod : undefined)
    if (!isObject(method)) throw new Error('the vector has no key')
    const { assertionMethod, authentication } = await resolveDid(did, makeWorld())
    const key = assertionMethod[0] && publicKeyOf(assertionMethod[0])
    const expected = isObject(method.publicKeyJwk)
      ? publicKeyOfJwk(method.publicKeyJwk)?.bytes
      : base58Decode(asText(method.publicKeyBase58))
    expect(hex(key?.bytes ?? new Uint8Array())).toBe(hex(expected ?? new Uint8Array(1)))
    expect(assertionMethod[0]?.id).toBe(`${did}#${did.slice('did:key:'.length)}`)
    expect(authentication).toEqual(assertionMethod)
  })

  test('there are vectors of every kind of key we know', () => {
    expect(SUPPORTED.map(([did]) => did.slice(8, 11)).sort()).toEqual(
      expect.arrayContaining(['z6M', 'zDn', 'z82', 'zUC', 'z4M']),
    )
    expect(SUPPORTED.length).toBeGreaterThan(15)
  })

  test.each(UNKNOWN)('%s is of a kind that we do not know, and no mistake', async (did) => {
    await expect(resolveDid(did, makeWorld())).rejects.toMatchObject({ code: 'did.unsupported' })
  })
})
