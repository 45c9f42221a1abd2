import { expect, test } from '@jest/globals'
import { derive, receiveJson, sign, verify, verifyPresentation } from '#credential'
import type { JsonObject } from '#platform'
import { makeSigner } from './keys.ts'
import { poisoned } from './poisoned.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

/** The longest that anything else had to wait meanwhile, in milliseconds. */
async function longestWait(work: Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  await work
  clearInterval(timer)
  return Math.max(longest, performance.now() - last)
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

test('many credentials that each take long are not looked at in one go', async () => {
  const presentation = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: Array.from({ length: 20 }, () => poisoned(2)),
  }
  let took = 0
  const work = timeOf(() => verifyPresentation(presentation, makeWorld())).then((time) => {
    took = time
  })
  expect(await longestWait(work)).toBeLessThan(took / 3)
})

test('eight proofs of a document that takes too long cost no more than one', async () => {
  const { checks } = await verify(receiveJson(poisoned(8)), makeWorld())
  expect(checks).toContainEqual(expect.objectContaining({ check: 'proof', code: 'proof.tooComplex' }))
  const look = (proofs: number) => timeOf(() => verify(receiveJson(poisoned(proofs)), makeWorld()))
  const ofTwo = await look(2)
  expect(await look(8)).toBeLessThan(2.5 * ofTwo + 20)
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
  let took = 0
  const work = timeOf(async () => {
    expect(await verify(received, makeWorld())).toMatchObject({ verdict: 'accepted' })
  }).then((time) => {
    took = time
  })
  expect(await longestWait(work)).toBeLessThan((took * 2) / 3)
})
