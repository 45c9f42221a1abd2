import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { verifyPresentation } from '#credential'
import { asText } from '#platform'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { instanceOf, makeTheirs } from '../credential/sd-jwt/theirs.ts'
import { makeWorld } from '../credential/world.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import type { Visitor } from './visitor.ts'
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

/** Shares all that someone holds, and opens the share as an employer's verifier does. */
async function shareAll(visitor: Visitor, credential: string[]) {
  const made = await visitor.post('/shares', { credential, audience: 'Example Employer', lasts: '7' })
  expect(made.status).toBe(303)
  const page = await (await visitor.get(made.headers.get('location') ?? '')).text()
  const [link] = /http:\/\/[^\s"<]+\/s\/[\w-]+/.exec(page) ?? []
  const opened = await fetch(link ?? '', { method: 'POST', headers: { accept: 'application/json' } })
  return verifyPresentation(await opened.json(), makeWorld({}, { now: new Date() }))
}

test('takes an SD-JWT VC by a claim link, and shares it', async () => {
  const { person, visitor } = await wallet.enter('sd@example.org', 'Ola')
  const credential = await issuer.award({}, 'sd-jwt-vc')
  expect(asText(credential.id)).toMatch(/^data:application\/dc\+sd-jwt,/)
  await visitor.post('/receive', { claim: issuer.offer(credential) })
  const [held] = await listCredentials(wallet.parts, person)
  expect(held).toMatchObject({ received: { securing: 'sd-jwt' }, checked: { face: 'genuineNotListed' } })
  const report = await shareAll(visitor, [held?.id ?? ''])
  expect(report).toMatchObject({ verdict: 'accepted', reports: [{ securing: 'sd-jwt', standing: 'genuine' }] })
})

test('takes one of another type that is pasted, gives it back as it was, and shares it', async () => {
  const { person, visitor } = await wallet.enter('foreign@example.org', 'Ola')
  const theirs = await makeTheirs()
  const payload = { iss: theirs.did, vct: 'urn:example:type', given_name: 'Ola' }
  const compact = await instanceOf(theirs).issue(payload as never, { _sd: ['given_name'] } as never, {
    header: { kid: theirs.kid },
  })
  await visitor.post('/add/text', { text: compact })
  const [held] = await listCredentials(wallet.parts, person)
  expect(held?.text).toBe(compact)
  const download = await visitor.get(`/credentials/${held?.id}/download`)
  expect(download.headers.get('content-type')).toContain('application/dc+sd-jwt')
  expect(await download.text()).toBe(compact)
  expect((await visitor.get('/passport')).status).toBe(200)
  expect(await (await visitor.get(`/credentials/${held?.id}`)).text()).toContain('urn:example:type')
  const report = await shareAll(visitor, [held?.id ?? ''])
  expect(report.reports[0]?.credential).toMatchObject({ given_name: 'Ola' })
})
