import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { deleteAccount } from '../../wallet/delete-account.ts'
import { LEARNER, loadDemonstration } from '../../wallet/demonstration.ts'
import { listClaims } from '../../wallet/records/claims.ts'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { enterPerson, findPersonByEmail } from '../../wallet/records/person.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { visitorOf } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
let issuer: SmallIssuer

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet()
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

test('gives a learner with credentials, a way in and a share, and finds them again at the next start', async () => {
  const claimUrls = [issuer.offer(await issuer.award()), issuer.offer(await issuer.award())]
  const first = await loadDemonstration(wallet.parts, { claimUrls })
  const person = await findPersonByEmail(wallet.parts, LEARNER.email)
  if (person === undefined) throw new Error('There is no learner.')
  expect(person.name).toBe('Ola Adeyemi')
  expect(await listCredentials(wallet.parts, person)).toHaveLength(2)

  const shared = await fetch(first.shareUrl, { method: 'POST', headers: { accept: 'application/json' } })
  expect(await shared.json()).toMatchObject({ verifiableCredential: [{}, {}] })
  const visitor = visitorOf(wallet.url)
  expect((await visitor.post(new URL(first.learnerSignInUrl).pathname)).headers.get('location')).toBe('/passport')
  expect(await (await visitor.get('/passport')).text()).toContain('2 credentials')

  const again = await loadDemonstration(wallet.parts, { claimUrls })
  expect(again.shareUrl).toBe(first.shareUrl)
  expect(again.learnerSignInUrl).not.toBe(first.learnerSignInUrl)
})

test('takes up again what an earlier start took at the issuer and did not keep, without its link', async () => {
  const link = issuer.offer(await issuer.award())
  issuer.failNext('breaks')
  await expect(loadDemonstration(wallet.parts, { claimUrls: [link] })).rejects.toThrow()
  const person = await enterPerson(wallet.parts, LEARNER.email)
  const before = (await listCredentials(wallet.parts, person)).length
  await loadDemonstration(wallet.parts, { claimUrls: [] })
  expect(await listCredentials(wallet.parts, person)).toHaveLength(before + 1)
  expect(await listClaims(wallet.parts, person)).toEqual([])
})

test('starts where the learner has deleted everything', async () => {
  const person = await findPersonByEmail(wallet.parts, LEARNER.email)
  if (person !== undefined) await deleteAccount(wallet.parts, person)
  const { shareUrl, learnerSignInUrl } = await loadDemonstration(wallet.parts, { claimUrls: [] })
  expect(shareUrl).toBe('http://localhost:4003/check')
  expect(learnerSignInUrl).toContain('/sign-in/link/')
})

test('a wallet that is handed no examples lets nobody in as somebody', async () => {
  const visitor = visitorOf(wallet.url)
  expect((await visitor.get('/demonstration')).status).toBe(404)
  expect((await visitor.post('/demonstration/technician')).status).toBe(404)
})
