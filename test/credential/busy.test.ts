import { expect, test } from '@jest/globals'
import { derive, receiveJson, sign, verify, verifyPresentation } from '#credential'
import type { JsonObject } from '#platform'
import { threadTime } from '../../benchmarks/processor-time.ts'
import { expectOnce, expectTurns } from '../time.ts'
import { makeSigner } from './keys.ts'
import { poisoned } from './poisoned.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

test('many credentials that each take long are not looked at in one go', async () => {
  const presentation = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: Array.from({ length: 20 }, () => poisoned(2)),
  }
  await expectTurns(1 / 3, () => verifyPresentation(presentation, makeWorld()))
})

test('eight proofs of a document that takes too long cost no more than one', async () => {
  const { checks } = await verify(receiveJson(poisoned(8)), makeWorld())
  expect(checks).toContainEqual(expect.objectContaining({ check: 'proof', code: 'proof.tooComplex' }))
  const look = async (proofs: number) => {
    const begun = threadTime()
    await verify(receiveJson(poisoned(proofs)), makeWorld())
    return threadTime() - begun
  }
  await expectOnce(2.5, async () => (await look(8)) / ((await look(2)) + 10))
})

test('thousands of signatures of one proof are not checked in one go', async () => {
  const { did, signer } = makeSigner('ES256')
  const sample = sampleCredential(did)
  const { credentialSubject } = sample
  const subject = credentialSubject as JsonObject
  const tag = Array.from({ length: 3_000 }, (_, place) => `tag ${place}`)
  const many = {
    ...sample,
    credentialSubject: { ...subject, achievement: { ...(subject.achievement as JsonObject), tag } },
  }
  const how = { suite: 'ecdsa-sd-2023', signer, now: NOW, contexts, mandatoryPointers: ['/issuer'] } as const
  const received = receiveJson(await derive(await sign(many, how), [''], contexts))
  await expectTurns(2 / 3, async () => {
    expect(await verify(received, makeWorld())).toMatchObject({ verdict: 'accepted' })
  })
})
