import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { derOfSignature, signatureOfDer } from '../../platform/ecdsa-encoding.ts'

test.each([
  ['P-256', 32],
  ['P-384', 48],
] as const)('signatures of %s are rewritten as Node writes them, those with small numbers too', (namedCurve, size) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve })
  const bytes = Buffer.from('a statement')
  for (let times = 0; times < 400; times++) {
    const der = sign('sha256', bytes, privateKey)
    const plain = signatureOfDer(der, size)
    expect(plain).toHaveLength(2 * size)
    expect(Buffer.from(derOfSignature(plain)).equals(der)).toBe(true)
    if (times % 40 > 0) continue
    expect(verify('sha256', bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, plain)).toBe(true)
  }
})

test('a number that is zero or begins with zeros has as many bytes as it needs', () => {
  const signature = new Uint8Array(64)
  expect([...derOfSignature(signature)]).toEqual([0x30, 6, 2, 1, 0, 2, 1, 0])
  signature.set([0, 0x80], 30)
  signature[63] = 0x7f
  expect([...derOfSignature(signature)]).toEqual([0x30, 7, 2, 2, 0, 0x80, 2, 1, 0x7f])
  expect([...signatureOfDer(derOfSignature(signature), 32)]).toEqual([...signature])
})
