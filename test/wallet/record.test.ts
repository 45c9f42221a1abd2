import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { learnerRecord, sign, summarise, verifyPresentation } from '#credential'
import type { JsonObject } from '#platform'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { contexts, makeWorld } from '../credential/world.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
let now: Date | undefined
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => now ?? new Date() })
})
afterAll(() => wallet.stop())

const { did, signer } = makeSigner()
const secure = (credential: JsonObject) =>
  sign(credential, { suite: 'eddsa-rdfc-2022', signer, now: new Date(), contexts })

test('IHE-41: what five issuers award over ten years is one passport, each as it was signed, with nothing to merge', async () => {
  const { person, visitor } = await wallet.enter('decade@example.org', 'Ola Adeyemi')
  const years = [2016, 2018, 2021, 2023, 2026]
  const signed: JsonObject[] = []
  for (const year of years) {
    now = new Date(`${year}-07-01T09:00:00Z`)
    const issuer = makeSigner()
    const link = await wallet.parts.signIn.createLink({ accountId: person.id }, { minutes: 5 })
    await visitor.post(new URL(link).pathname)
    const stated = { id: `urn:example:${year}`, name: `Award of ${year}`, validFrom: now.toISOString() }
    const unsigned = sampleCredential(issuer.did, { ...stated, awardedDate: `${year}-06-25T00:00:00Z` })
    const one = await sign(unsigned, { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now, contexts })
    expect((await visitor.post('/add/text', { text: JSON.stringify(one) })).status).toBe(303)
    signed.push(one)
  }
  const held = await listCredentials(wallet.parts, person)
  expect(held.map(({ text }) => JSON.parse(text))).toEqual(signed.toReversed())
  expect(held.map(({ checked }) => checked.face)).toEqual(Array(years.length).fill('genuineNotListed'))
  expect(await (await visitor.get('/passport')).text()).toContain('5 credentials.')
  const fields = { credential: held.map(({ id }) => id), audience: 'Example Employer', lasts: '7' }
  const page = await (await visitor.get((await visitor.post('/shares', fields)).headers.get('location') ?? '')).text()
  const url = /http:\/\/localhost:\d+\/s\/[\w-]+/.exec(page)?.[0] ?? ''
  const shown = await (await fetch(url, { method: 'POST', headers: { accept: 'application/json' } })).json()
  const world = makeWorld({}, { now })
  expect((await verifyPresentation(shown, world)).reports.map(({ verdict }) => verdict)).toEqual(
    Array(years.length).fill('accepted'),
  )
  now = undefined
})

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
  const apart = await (await visitor.post(`/credentials/${held?.id}/parts`)).text()
  expect(apart).toContain('1 credential added')
  const both = await listCredentials(wallet.parts, person)
  expect(both.map(({ shown }) => summarise(shown).title).toSorted()).toEqual([
    'Network Security Operations',
    'Record of achievement',
  ])
  const { visitor: stranger } = await wallet.enter('stranger@example.org', 'Stranger')
  expect((await stranger.post(`/credentials/${held?.id}/parts`)).status).toBe(404)
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
