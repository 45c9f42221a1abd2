import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { receiveJson, SECURING, type SecuringSuite, type SigningAlgorithm, verify } from '#credential'
import type { JsonObject } from '#platform'
import type { RunningIssuer } from '../../issuer/start.ts'
import { newIssuer, PLAIN, post, runIssuer } from './service.ts'

let running: RunningIssuer

beforeAll(async () => {
  running = await runIssuer()
})
afterAll(() => running.stop())

/** Every suite with every kind of key that it takes. */
const WAYS = Object.entries(SECURING).flatMap(([suite, algorithms]) =>
  algorithms.map((algorithm: SigningAlgorithm) => ({ suite: suite as SecuringSuite, algorithm })),
)

/** What a verifier elsewhere sees: everything comes from the running issuer over HTTP. */
const elsewhere = () => ({
  now: new Date(),
  contexts: running.parts.contexts,
  load: async (url: string) => {
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
    return { bytes: new Uint8Array(await answer.arrayBuffer()), asOf: new Date() }
  },
  allowLoopback: true,
  statusMaxAgeSeconds: 0,
  verified: new Set<string>(),
  asHolder: true,
  trustLists: [],
  unavailableLists: [],
})

describe.each(WAYS)('VC-API of an issuer of $suite with $algorithm', ({ suite, algorithm }) => {
  test.each(['key', 'web'] as const)('did:%s: what it issues verifies elsewhere, with its status', async (did) => {
    const slug = `s-${suite}-${algorithm}-${did}`.toLowerCase()
    const { issueUrl, apiKey } = await newIssuer(running, { slug, did, suite, algorithm, status: true })
    const { status, json } = await post(issueUrl, { credential: PLAIN }, apiKey)
    expect(status).toBe(201)
    const credential = json.verifiableCredential as JsonObject
    const report = await verify(receiveJson(credential), elsewhere())
    expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual([])
    expect(report.checks).toContainEqual(expect.objectContaining({ code: 'status.ok', outcome: 'passed' }))
    expect(report.verdict).toBe('accepted')
  })
})

describe('a credential of VC Data Model 1.1', () => {
  const RDFC = { suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA' } as const
  const OLDER = {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential'],
    credentialSubject: { id: 'did:example:someone' },
  }

  test.each([
    'eddsa-rdfc-2022',
    'eddsa-jcs-2022',
    'ecdsa-sd-2023',
    'vc-jwt',
  ] as const)('is issued with %s, its issuanceDate added where it has none', async (suite) => {
    const { issueUrl, apiKey } = await newIssuer(running, {
      slug: `v1-${suite}`,
      suite,
      algorithm: undefined,
      status: true,
    })
    const { status, json } = await post(issueUrl, { credential: OLDER }, apiKey)
    expect(status).toBe(201)
    const report = await verify(receiveJson(json.verifiableCredential as JsonObject), elsewhere())
    expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual([])
  })

  test('keeps its issuanceDate and the order of what it says', async () => {
    const { issueUrl, apiKey } = await newIssuer(running, { ...RDFC, slug: 'v1-kept', status: false })
    const credential = {
      ...OLDER,
      issuanceDate: '2024-01-02T03:04:05Z',
      id: 'urn:uuid:9f6a1f0e-3b1e-4a8e-9d5f-0f6d6c1c0001',
    }
    const { json } = await post(issueUrl, { credential }, apiKey)
    const made = json.verifiableCredential as JsonObject
    expect(made).toMatchObject({ issuanceDate: '2024-01-02T03:04:05Z', id: credential.id })
    expect(Object.keys(made)).toEqual([...Object.keys(credential), 'issuer', 'proof'])
  })

  test('asked for twice with one Idempotency-Key is one credential, though the time was ours', async () => {
    const { issueUrl, apiKey } = await newIssuer(running, { ...RDFC, slug: 'v1-twice' })
    const ask = () => post(issueUrl, { credential: OLDER }, apiKey, { 'Idempotency-Key': 'once' })
    const first = await ask()
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await ask()).toMatchObject({ status: 201, json: first.json })
  })
})

test.each([
  ['eddsa-rdfc-2022', 'ES256'],
  ['ecdsa-rdfc-2019', 'EdDSA'],
  ['ecdsa-sd-2023', 'ES384'],
  ['bbs-2023', 'EdDSA'],
  ['vc-jwt', 'BBS'],
] as const)('an issuer of %s cannot be made with %s', async (suite, algorithm) => {
  await expect(newIssuer(running, { slug: 'never', suite, algorithm })).rejects.toMatchObject({
    code: 'request.invalid',
  })
})
