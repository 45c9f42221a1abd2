import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sign } from '#credential'
import type { Json, JsonObject } from '#platform'
import { makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { contexts } from '../credential/world.ts'
import { serveVerifier, type TestVerifier } from './service.ts'

let verifier: TestVerifier
let verifiableCredential: JsonObject

beforeAll(async () => {
  verifier = await serveVerifier()
  const { did, signer } = makeSigner('ES256')
  verifiableCredential = await sign(sampleCredential(did), {
    suite: 'ecdsa-sd-2023',
    signer,
    now: new Date(),
    contexts,
  })
})

afterAll(() => verifier.stop())

test('POST /credentials/derive answers a part that verifies', async () => {
  const options = { selectivePointers: ['/credentialSubject/achievement/alignment/1'] }
  const { status, json } = await verifier.post('/credentials/derive', { verifiableCredential, options })
  expect(status).toBe(201)
  const part = json.verifiableCredential as Json
  expect(JSON.stringify(part)).not.toContain('Ola')
  const verified = await verifier.post('/credentials/verify', { verifiableCredential: part })
  expect([verified.status, verified.json.verified]).toEqual([200, true])
})

test("a holder's own copy is not verified, and what to ask for is said", async () => {
  const { status, json } = await verifier.post('/credentials/verify', { verifiableCredential })
  expect([status, json.verdict, json.errors[0]?.code]).toEqual([400, 'undecided', 'proof.base'])
})

test.each([
  ['a pointer that leads nowhere', { selectivePointers: ['/nothing'] }, 400, 'pointer.unknown'],
  ['something that is no pointer', { selectivePointers: ['name'] }, 400, 'pointer.unknown'],
  ['no pointers', {}, 400, 'request.malformed'],
  ['pointers that are no texts', { selectivePointers: [1] }, 400, 'request.malformed'],
  ['too many pointers', { selectivePointers: Array<string>(101).fill('/name') }, 400, 'request.malformed'],
])('%s is refused', async (_, options, expected, code) => {
  const { status, json } = await verifier.post('/credentials/derive', { verifiableCredential, options })
  expect([status, json.code]).toEqual([expected, code])
})

test.each([
  null,
  'text',
  [],
  {},
  { verifiableCredential: null },
  { verifiableCredential: 'text' },
])('%j is refused', async (body) => {
  const { status, json } = await verifier.post('/credentials/derive', body as Json)
  expect([status, typeof json.code]).toEqual([400, 'string'])
})

test('what has no parts is refused', async () => {
  const { proof: _, ...unsigned } = verifiableCredential
  const options = { selectivePointers: ['/name'] }
  const { status, json } = await verifier.post('/credentials/derive', { verifiableCredential: unsigned, options })
  expect([status, json.code]).toEqual([422, 'proof.unsupported'])
})
