import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { JsonObject } from '#platform'
import { addresses } from '../issuer/addresses.ts'
import type { CreatedIssuer } from '../issuer/create-issuer.ts'
import type { Act } from '../issuer/register/act.ts'
import { confirmChange } from '../issuer/register/decide.ts'
import { proposeChange } from '../issuer/register/propose.ts'
import { readKeys } from '../issuer/register/read-keys.ts'
import type { RunningIssuer } from '../issuer/start.ts'
import { en } from '../web/sentences/en.ts'
import { sampleCredential } from './credential/sample.ts'
import { newIssuer, post, runIssuer } from './issuer/service.ts'
import { serveVerifier, type TestVerifier } from './verifier/service.ts'

/** A provider closes, and another goes on with its work: what it awarded stays good when its servers are gone. */

const ANNA = { id: 'staff:anna', role: 'issuer' } as const
const BEN = { id: 'staff:ben', role: 'admin' } as const
const SECOND = 1_000
const award = {
  from: new Date('2020-01-01T00:00:00Z'),
  until: null,
  scope: { achievementTypes: ['ext:Module'], levels: [{ framework: 'RQF', code: '4' }] },
  assurance: 'ExternallyQualityAssured' as const,
}

let host: RunningIssuer
let closing: RunningIssuer
let college: CreatedIssuer
let successor: CreatedIssuer
let trust: string
const verifiers: TestVerifier[] = []

beforeAll(async () => {
  host = await runIssuer()
  closing = await runIssuer()
  const plain = { suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA', status: false } as const
  const register = await newIssuer(host, { ...plain, slug: 'register', name: 'Register of Providers' })
  college = await newIssuer(closing, { ...plain, slug: 'college', name: 'Closing College' })
  successor = await newIssuer(host, { ...plain, slug: 'successor', name: 'Successor College' })
  trust = `${addresses(host.url).trustList('register')} ${register.did}`
  const keys = await readKeys(college.did, host.parts)
  await change({ act: 'add', did: college.did, name: 'Closing College', awards: [award], keys })
}, 60_000)
afterAll(async () => {
  for (const verifier of verifiers) await verifier.stop()
  await Promise.all([host.stop(), closing.stop()])
})

async function change(act: Act): Promise<void> {
  const id = await proposeChange('register', { act }, ANNA, host.parts)
  await confirmChange('register', id, BEN, host.parts)
}

async function issued({ issueUrl, apiKey, did }: CreatedIssuer): Promise<JsonObject> {
  const now = new Date().toISOString()
  const credential = sampleCredential(did, { id: `urn:uuid:${crypto.randomUUID()}`, validFrom: now, awardedDate: now })
  const { status, json } = await post(issueUrl, { credential }, apiKey)
  expect(status).toBe(201)
  return (json as { verifiableCredential: JsonObject }).verifiableCredential
}

/** What somebody finds who has never checked anything of either. */
async function found(credential: JsonObject) {
  const verifier = await serveVerifier({ TRUST_LISTS: trust })
  verifiers.push(verifier)
  const { json } = await verifier.post('/api/check', credential)
  const recognition = json.recognition as unknown as Parameters<typeof en.recognition.recognised>[0]
  return {
    verdict: json.verdict,
    outcome: recognition.outcome,
    sentence: en.recognition[recognition.outcome](recognition),
    codes: json.checks.map(({ code }) => code),
  }
}

test('IHE-20: what a provider awarded is found good after it closed and its servers are gone, and who goes on is said', async () => {
  const before = await issued(college)
  expect(await found(before)).toMatchObject({ verdict: 'accepted', outcome: 'recognised' })

  const on = new Date(Math.ceil(Date.now() / SECOND) * SECOND)
  const from = new Date(on.getTime() + SECOND)
  const keys = await readKeys(successor.did, host.parts)
  const named = { did: successor.did, name: 'Successor College' }
  const custodian = { did: 'did:web:archive.example', name: 'Records Archive' }
  await change({ act: 'handOver', did: college.did, on, from, custodian, successor: named, keys })
  await new Promise((resolve) => setTimeout(resolve, from.getTime() + SECOND - Date.now()))

  const late = await issued(college)
  const newer = await issued(successor)
  await closing.stop()

  const still = await found(before)
  expect(still).toMatchObject({ verdict: 'accepted', outcome: 'recognised' })
  expect(still.codes).toContain('issuer.keyPinned')
  expect(still.sentence).toContain('Successor College goes on with its work. Records Archive keeps its records.')
  expect(still.sentence).toMatch(
    /Closing College (is|was) recognised by the Register of Providers to award modules at RQF level 4/,
  )

  expect(await found(newer)).toMatchObject({ verdict: 'accepted', outcome: 'recognised' })
  expect((await found(late)).verdict).toBe('rejected')
}, 60_000)
