import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  base58Decode,
  base58Encode,
  base64,
  base64Decode,
  base64url,
  base64urlDecode,
  digestMultibase,
  gunzip,
  gzip,
  PassportError,
} from '#platform'

test('base58, base64 and base64url give back what they were given', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(base58Decode(base58Encode(bytes))).toEqual(Uint8Array.from(bytes))
      expect(Uint8Array.from(base64Decode(base64(bytes)))).toEqual(Uint8Array.from(bytes))
      expect(Uint8Array.from(base64urlDecode(base64url(bytes)))).toEqual(Uint8Array.from(bytes))
    }),
  )
})

test('base58 writes the known vectors of its draft specification', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(base58Encode(bytes('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U')
  expect(base58Encode(Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd))).toBe('11233QC4')
})

test('refuses other alphabets, another spelling of the same bytes, and a text that would take long', () => {
  expect(() => base58Decode('0OIl')).toThrow(PassportError)
  expect(() => base64urlDecode('ab+/')).toThrow(PassportError)
  expect(() => base64urlDecode('AB')).toThrow(PassportError)
  expect(() => base64Decode('AA')).toThrow(PassportError)
  expect(() => base64Decode('AB==')).toThrow(PassportError)
  expect(() => base58Decode('2'.repeat(801))).toThrow(PassportError)
})

test('a digest is a base58btc SHA-256 multihash', () => {
  expect(digestMultibase('')).toBe('zQmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n')
})

test('unpacking stops at its limit', () => {
  const bomb = gzip(new Uint8Array(1_000_000))
  expect(gunzip(bomb, 1_000_000)).toHaveLength(1_000_000)
  expect(() => gunzip(bomb, 999_999)).toThrow(PassportError)
})
