import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { base64url } from '#platform'
import { makeSigner } from '../credential/keys.ts'
import { type College, startCollege } from './college.ts'
import { serveVerifier, type TestVerifier } from './service.ts'

let college: College
let verifier: TestVerifier
let open: TestVerifier

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier()
  open = await serveVerifier({ RESOLVE_ANY_DID: '1' })
})
afterAll(async () => {
  await Promise.all([verifier.stop(), open.stop(), college.stop()])
})

async function resolve(did: string, by = verifier, accept?: string) {
  const answer = await fetch(`${by.url}/1.0/identifiers/${encodeURIComponent(did)}`, {
    headers: accept === undefined ? {} : { Accept: accept },
  })
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', json: await answer.json() }
}

describe('GET /1.0/identifiers/{did}', () => {
  const { did, multibase } = makeSigner('ES384')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }

  test('resolves what needs no other server', async () => {
    const found = await resolve(did)
    expect(found).toMatchObject({
      status: 200,
      type: expect.stringContaining('json'),
      json: {
        didDocument: { id: did, verificationMethod: [{ id: `${did}#${multibase}`, publicKeyMultibase: multibase }] },
        didDocumentMetadata: {},
      },
    })
    const byJwk = `did:jwk:${base64url(JSON.stringify(jwk))}`
    expect(await resolve(byJwk)).toMatchObject({
      status: 200,
      json: { didDocument: { id: byJwk, verificationMethod: [{ id: `${byJwk}#0`, publicKeyJwk: jwk }] } },
    })
  })

  test('answers the document alone where that is asked for', async () => {
    const { json, type } = await resolve(did, verifier, 'application/did+json, */*;q=0.1')
    expect([json, type]).toEqual([
      expect.objectContaining({ id: did }),
      expect.stringMatching(/^application\/did\+json/),
    ])
  })

  test('asks no server of others, unless the operator allows it', async () => {
    const before = college.requests.length
    expect(await resolve(college.did)).toMatchObject({
      status: 501,
      json: {
        didDocument: null,
        didResolutionMetadata: { error: { type: expect.stringMatching(/METHOD_NOT_SUPPORTED$/) } },
      },
    })
    expect(college.requests).toHaveLength(before)
    expect(await resolve(college.did, open)).toMatchObject({ status: 200, json: { didDocument: { id: college.did } } })
  })

  test.each([
    ['nonsense', 400, 'INVALID_DID'],
    ['did:key:z6Mk', 400, 'INVALID_DID'],
    ['did:jwk:e30', 400, 'INVALID_DID'],
    ['did:example:123', 501, 'METHOD_NOT_SUPPORTED'],
    [`did:key:z${'6'.repeat(1_000)}`, 400, 'INVALID_DID'],
  ])('%s is answered %i', async (wrong, status, error) => {
    expect(await resolve(wrong)).toMatchObject({
      status,
      json: { didDocument: null, didResolutionMetadata: { error: { type: `https://www.w3.org/ns/did#${error}` } } },
    })
  })

  test('a did:web that is not there is not found, with its reason', async () => {
    expect(await resolve(`${college.did}:nobody`, open)).toMatchObject({ status: 404 })
  })
})
