import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { learnerRecord, sign } from '#credential'
import type { JsonObject } from '#platform'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { contexts } from '../credential/world.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet()
})
afterAll(() => wallet.stop())

const { did, signer } = makeSigner()
const secure = (credential: JsonObject) =>
  sign(credential, { suite: 'eddsa-rdfc-2022', signer, now: new Date(), contexts })

async function record(credentials: JsonObject[]): Promise<string> {
  const signed = await secure(
    learnerRecord({
      id: 'urn:uuid:5d0a7b0e-3333-4a4e-9d66-0d3f3f7c0003',
      name: 'Record of achievement',
      issuer: { id: did, type: ['Profile'], name: 'Example Independent College' },
      validFrom: new Date(),
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Ola Adeyemi', identityType: 'name' }],
      credentials,
      associations: [],
      partial: false,
    }),
  )
  return JSON.stringify(signed)
}

test('a learner’s record is taken in as it is, shown with what it holds, and checked in each part', async () => {
  const { person, visitor } = await wallet.enter('record@example.org', 'Ola Adeyemi')
  const text = await record([await secure(sampleCredential(did))])
  expect((await visitor.post('/add/text', { text })).status).toBe(303)
  const [held, ...more] = await listCredentials(wallet.parts, person)
  expect([held?.text, held?.state, held?.checked.face, more.length]).toEqual([text, 'held', 'genuineNotListed', 0])
  const page = await (await visitor.get(`/credentials/${held?.id}`)).text()
  expect(page).toContain('Record of achievement')
  expect(page).toMatch(/Holds<\/dt>.*Network Security Operations/s)
})

test('a record with a part that does not hold is taken in, and says so', async () => {
  const { person, visitor } = await wallet.enter('part@example.org', 'Ola Adeyemi')
  const part = await secure(sampleCredential(did))
  expect((await visitor.post('/add/text', { text: await record([{ ...part, name: 'Doctorate' }]) })).status).toBe(303)
  const [held] = await listCredentials(wallet.parts, person)
  expect([held?.state, held?.checked.face]).toEqual(['held', 'genuineInPart'])
  const passport = await (await visitor.get('/passport')).text()
  expect(passport).toContain('Genuine, but not all of it holds')
  const verdict = await (await visitor.get(`/credentials/${held?.id}/verdict`)).text()
  expect(verdict).toContain('The 1 credential in this record')
  expect(verdict).toContain('id="verdict-1-headline"><bdi>Network Security Operations</bdi>: not genuine')
})
