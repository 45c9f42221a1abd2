import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listCredentials } from '../../wallet/records/credentials.ts'
import type { Person } from '../../wallet/records/person.ts'
import { listShares } from '../../wallet/records/shares.ts'
import { revealsOf } from '../../wallet/reveals.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import type { Visitor } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
let issuer: SmallIssuer
let person: Person
let visitor: Visitor
let credential: string

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet()
  ;({ person, visitor } = await wallet.enter('wish@example.org', 'Wish'))
  await visitor.post('/receive', { claim: issuer.offer(await issuer.award()) })
  credential = (await listCredentials(wallet.parts, person))[0]?.id ?? ''
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

test.each([
  [{ credential: [] }, 'Choose at least one'],
  [{ audience: ' ' }, 'Say who it is for'],
  [{ audience: 'x'.repeat(121) }, 'Use 120 characters or fewer'],
  [{ lasts: 'date', until: '2020-01-01' }, 'still to come'],
  [{ lasts: 'date', until: 'soon' }, 'last day on which'],
  [{ lasts: 'date', until: '2999-01-01' }, 'within the next year'],
  [{ lasts: '9999' }, 'how long the link works'],
  [{ lasts: '0' }, 'how long the link works'],
  [{ uses: '0' }, 'number from 1'],
  [{ uses: '1001' }, 'number from 1'],
  [{ uses: 'many' }, 'number from 1'],
])('shows what is wrong with the wish %j beside what was written', async (change, sentence) => {
  const response = await visitor.post('/shares', { credential, audience: 'Written before', lasts: '7', ...change })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain(sentence)
  expect(page).toContain('error-summary')
  if (!('audience' in change)) expect(page).toContain('Written before')
  expect(await listShares(wallet.parts.storage.db, wallet.parts.keys, person)).toHaveLength(0)
})

test('lasts to the end of the day that was chosen', async () => {
  const day = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  const made = await visitor.post('/shares', { credential, audience: 'A', lasts: 'date', until: day, uses: '1000' })
  expect(made.status).toBe(303)
  const [share] = await listShares(wallet.parts.storage.db, wallet.parts.keys, person)
  expect(share).toMatchObject({ expiresAt: `${day}T23:59:59.999Z`, usesAllowed: 1000 })
})

test('tells a holder what a credential gives away besides their name', () => {
  const identifier = [
    { type: 'IdentityObject', hashed: false, identityHash: 'Ola', identityType: 'name' },
    { type: 'IdentityObject', hashed: false, identityHash: 'ola@example.org', identityType: 'emailAddress' },
    { type: 'IdentityObject', hashed: true, identityHash: 'sha256$1', identityType: 'dateOfBirth' },
  ]
  expect(revealsOf({ credentialSubject: { identifier } })).toEqual(['e-mail address'])
  expect(revealsOf({ credentialSubject: { identifier: identifier.slice(0, 1) } })).toEqual([])
})
