import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { asArray, asText, hex, isObject, type Json, parseJsonObject } from '#platform'
import { decrypt, encrypt } from '../../keys/aes-gcm.ts'

const FILE = join(import.meta.dirname, '..', 'vectors', 'wycheproof', 'aes_gcm_test.json')
const LIMITS = { length: 2 ** 20, depth: 16, keys: 100_000, stringLength: 2 ** 16, arrayLength: 2_000 }
const bytes = (value: Json | undefined) => Buffer.from(asText(value), 'hex')

test('Wycheproof aes_gcm_test.json: what is valid with our lengths opens, all else is refused', () => {
  const counted = { opened: 0, refused: 0 }
  for (const group of asArray(parseJsonObject(readFileSync(FILE), LIMITS).testGroups).filter(isObject)) {
    const isOurs = group.keySize === 256 && group.ivSize === 96 && group.tagSize === 128
    for (const one of asArray(group.tests).filter(isObject)) {
      const open = () =>
        decrypt(bytes(one.key), bytes(one.aad), {
          nonce: bytes(one.iv),
          tag: bytes(one.tag),
          ciphertext: bytes(one.ct),
        })
      if (isOurs && one.result === 'valid') {
        expect(hex(open())).toBe(one.msg)
        counted.opened += 1
      } else {
        expect(open).toThrow()
        counted.refused += 1
      }
    }
  }
  expect(counted).toEqual({ opened: 39, refused: 277 })
})

test('what is encrypted decrypts, and not with another bit anywhere', () => {
  const key = new Uint8Array(32).fill(7)
  const [data, plain] = [Buffer.from('whose'), Buffer.from('a secret')]
  const made = encrypt(key, data, plain)
  expect(Buffer.from(decrypt(key, data, made)).toString()).toBe('a secret')
  const flip = (part: Uint8Array) => Uint8Array.from(part, (byte, index) => (index === 0 ? byte ^ 1 : byte))
  expect(() => decrypt(flip(key), data, made)).toThrow()
  expect(() => decrypt(key, flip(data), made)).toThrow()
  for (const part of ['nonce', 'tag', 'ciphertext'] as const) {
    expect(() => decrypt(key, data, { ...made, [part]: flip(made[part]) })).toThrow()
  }
})
