import { expect, test } from '@jest/globals'
import { partsToChoose, receiveJson, sharedCopy, sign, verify } from '#credential'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const ALIGNMENT = '/credentialSubject/achievement/alignment'

async function received() {
  const { did, signer } = makeSigner('ES256')
  return receiveJson(await sign(sampleCredential(did), { suite: 'sd-jwt-vc', signer, now: NOW, contexts }))
}

test('a copy leaves out one element of a list and keeps the other', async () => {
  const whole = await received()
  const copy = receiveJson(await sharedCopy(whole, [`${ALIGNMENT}/0`, '/credentialSubject/identifier'], contexts))
  const report = await verify(copy, makeWorld())
  expect(report.verdict).toBe('accepted')
  const subject = report.credential?.credentialSubject
  expect(subject).toMatchObject({ achievement: { alignment: [{ targetName: 'Secure a small network' }] } })
  expect(subject).not.toHaveProperty('identifier')
  expect(subject).toMatchObject({ assurance: 'ExternallyQualityAssured' })
})

test('a copy leaves out each part that can be left out, whichever it is, and nothing that is not in it', async () => {
  const whole = await received()
  for (const { pointer } of partsToChoose(whole)) {
    const copy = receiveJson(await sharedCopy(whole, [pointer], contexts))
    expect(copy.securing).toBe('sd-jwt')
    // The last of a list leaves the list with it, and an element that is gone lets the next take its place.
    const left = partsToChoose(copy).length
    const inside = partsToChoose(whole).filter((part) => `${part.pointer}/`.startsWith(`${pointer}/`)).length
    const alone =
      partsToChoose(whole).filter((part) => part.pointer.startsWith(pointer.replace(/\d+$/, ''))).length === 1
    const emptied = /\/\d+$/.test(pointer) && alone ? 1 : 0
    expect([pointer, left]).toEqual([pointer, partsToChoose(whole).length - inside - emptied])
    expect(await verify(copy, makeWorld())).toMatchObject({ verdict: 'accepted' })
  }
})
