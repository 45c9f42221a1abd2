import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { expect, test } from '@jest/globals'
import { presentationOf, sign, verifyPresentation } from '#credential'
import type { JsonObject } from '#platform'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const issuer = makeSigner()
const holder = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
const held = async () => {
  const credential = sampleCredential(issuer.did)
  return sign(
    { ...credential, credentialSubject: { ...(credential.credentialSubject as JsonObject), id: holder.did } },
    how,
  )
}

/** Signs a presentation as another wallet would, with the reference suite. */
async function signPresentation(presentation: JsonObject, by = holder, options: JsonObject = {}) {
  const signer = {
    id: by.signer.id,
    algorithm: 'Ed25519',
    sign: ({ data }: { data: Uint8Array }) => by.signer.sign(data),
  }
  const proof = await new DataIntegrityProof({ cryptosuite, signer, date: NOW }).createProof({
    document: presentation,
    purpose: { update: async (draft: JsonObject) => ({ ...draft, proofPurpose: 'authentication', ...options }) },
    documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: contexts.get(url) }),
  })
  return { ...presentation, proof: proof as JsonObject }
}
const codes = ({ checks }: { checks: { code: string }[] }) => checks.map(({ code }) => code)

test('several credentials without a signature of the holder are each checked', async () => {
  const good = await held()
  const report = await verifyPresentation(presentationOf([good, { ...good, name: 'changed' }]), makeWorld())
  expect(report.reports.map(({ verdict }) => verdict)).toEqual(['accepted', 'rejected'])
  expect(report).toMatchObject({ verdict: 'rejected' })
  expect(codes(report)).toEqual(['holder.unsigned'])
})

test('a holder who signs what was asked is known to be the one it is about', async () => {
  const challenge = 'q7JmXbX2cZ5kq1y8oK0v3A'
  const signed = await signPresentation(presentationOf([await held()]), holder, {
    challenge,
    domain: 'verifier.example',
  })
  const report = await verifyPresentation(signed, makeWorld(), { challenge, domain: 'verifier.example' })
  expect(codes(report)).toEqual(['holder.ok'])
  expect(report.verdict).toBe('accepted')
  expect(report.reports[0]?.checks).toContainEqual(expect.objectContaining({ code: 'holder.ok', outcome: 'passed' }))
})

test('an old presentation is refused: its challenge is not the one that was asked', async () => {
  const signed = await signPresentation(presentationOf([await held()]), holder, {
    challenge: 'a',
    domain: 'verifier.example',
  })
  expect(await verifyPresentation(signed, makeWorld(), { challenge: 'b' })).toMatchObject({ verdict: 'rejected' })
  expect(await verifyPresentation(signed, makeWorld(), { challenge: 'a', domain: 'other' })).toMatchObject({
    verdict: 'rejected',
  })
  expect(codes(await verifyPresentation(signed, makeWorld()))).toEqual(['holder.noChallenge'])
})

test('a presentation that was changed is refused, and the credential in it stays genuine', async () => {
  const signed = await signPresentation(presentationOf([await held()]))
  const report = await verifyPresentation(
    { ...signed, id: 'urn:uuid:00000000-0000-4000-8000-000000000000' },
    makeWorld(),
  )
  expect(codes(report)).toEqual(['holder.invalid'])
  expect(report.verdict).toBe('rejected')
  expect(report.reports[0]).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
})

test('someone else who presents it is told apart', async () => {
  const signed = await signPresentation(presentationOf([await held()]), makeSigner(), { challenge: 'a' })
  const report = await verifyPresentation(signed, makeWorld(), { challenge: 'a' })
  expect(codes(report.reports[0] ?? { checks: [] })).toContain('holder.otherSubject')
})

test.each([
  ['x', 'failed', 'rejected'],
  ['a.b.c', 'failed', 'rejected'],
  [7, 'failed', 'rejected'],
  [{ a: 1 }, 'failed', 'rejected'],
  [{ type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+cose,x' }, 'unknown', 'undecided'],
])('what cannot be read among credentials is answered for by itself: %j', async (unreadable, outcome, verdict) => {
  const presentation = { ...presentationOf([]), verifiableCredential: [await held(), unreadable] }
  const report = await verifyPresentation(presentation, makeWorld())
  expect(report.verdict).toBe(verdict)
  expect(report.reports[0]).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
  expect(report.reports[1]).toMatchObject({ verdict, standing: 'unchecked', credential: null })
  expect(report.reports[1]?.checks).toEqual([expect.objectContaining({ outcome, code: 'shape.unreadable' })])
})

test.each([
  {},
  { type: ['VerifiablePresentation'] },
  presentationOf(Array(51).fill({})),
])('what is no presentation is refused (%#)', async (document) => {
  await expect(verifyPresentation(document as JsonObject, makeWorld())).rejects.toMatchObject({ code: 'shape.invalid' })
})
