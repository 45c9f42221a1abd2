import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { unbakePng } from '#credential'
import { addOtherLearners, loadDemonstration } from '../../issuer/demonstration.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { runIssuer, Visitor } from './service.ts'

let running: RunningIssuer
let claimUrls: string[]
let staffSignInUrl: string

beforeAll(async () => {
  running = await runIssuer()
  const loaded = await loadDemonstration(running.parts)
  await addOtherLearners(running.parts)
  claimUrls = loaded.claimUrls
  staffSignInUrl = loaded.staffSignInUrl
})

afterAll(() => running.stop())

const take = async (url: string, claimant: string) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ claimant: claimant.padEnd(30, '-') }),
  })
  return { status: response.status, json: await response.json() }
}
const look = async (url: string) => await (await fetch(url, { headers: { accept: 'application/json' } })).json()
const urlAt = (index: number) => claimUrls[index] ?? ''

test('looking at a link changes nothing', async () => {
  expect(await look(urlAt(0))).toMatchObject({
    type: 'CredentialOffer',
    title: 'Safeguarding update',
    state: 'open',
  })
  expect(await look(urlAt(0))).toMatchObject({ state: 'open' })
})

test('of 32 who claim at once one gets it, and gets it again', async () => {
  const answers = await Promise.all(Array.from({ length: 32 }, (_, index) => take(urlAt(0), `wallet ${index}`)))
  const winners = answers.flatMap(({ status }, index) => (status === 200 ? [index] : []))
  expect(winners).toHaveLength(1)
  expect(answers.filter(({ status }) => status !== 200).every(({ json }) => json.code === 'claim.used')).toBe(true)
  expect((await take(urlAt(0), `wallet ${winners[0]}`)).status).toBe(200)
  expect(await look(urlAt(0))).toMatchObject({ state: 'claimed' })
})

test('the buttons give a file and a picture, once for whoever was first', async () => {
  const page = await new Visitor(running.url).get(new URL(urlAt(1)).pathname)
  expect(page.html).toContain('Something is waiting for you')
  expect(page.html).toContain('/receive?claim=')
  const file = await fetch(`${urlAt(1)}/file`, { method: 'POST' })
  expect(file.headers.get('content-disposition')).toContain('credential.json')
  expect(await file.json()).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
  const picture = await fetch(`${urlAt(1)}/picture`, { method: 'POST' })
  expect(picture.headers.get('content-disposition')).toContain('badge.png')
  expect(picture.headers.get('content-type')).toBe('image/png')
  const baked = unbakePng(new Uint8Array(await picture.arrayBuffer()))
  expect(JSON.parse(baked.text)).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
  expect((await take(urlAt(1), 'wallet')).json.code).toBe('claim.used')
  expect((await fetch(`${urlAt(0)}/picture`, { method: 'POST' })).status).toBe(410)
})

test('says of a link that is too old, or is none, that it is', async () => {
  const past = new Date(Date.now() - 1_000).toISOString()
  const { db } = running.parts.storage
  const last = await db.selectFrom('claim').select('token_hash').where('claimed_at', 'is', null).execute()
  await db
    .updateTable('claim')
    .set({ expires_at: past })
    .where(
      'token_hash',
      'in',
      last.map(({ token_hash }) => token_hash),
    )
    .execute()
  expect((await take(urlAt(2), 'wallet')).json.code).toBe('claim.expired')
  expect(await look(urlAt(2))).toMatchObject({ state: 'expired' })
  expect((await take(`${running.url}/claim/${'x'.repeat(32)}`, 'wallet')).json.code).toBe('claim.notFound')
})

test('the message with the link was kept, and the database tells neither it nor whom it went to', async () => {
  const { db } = running.parts.storage
  const mail = (await running.parts.outbox.list()).filter(({ to }) => to === 'learner@example.com')
  expect(mail.map(({ text }) => text).join()).toContain(urlAt(3))
  const token = urlAt(3).split('/').at(-1) ?? ''
  const others = JSON.stringify([
    await db.selectFrom('mail').selectAll().execute(),
    await db.selectFrom('claim').selectAll().execute(),
    await db.selectFrom('job').selectAll().execute(),
    await db.selectFrom('audit').selectAll().execute(),
  ])
  expect(others).not.toContain(token)
  expect(others).not.toContain('learner@example.com')
})

test('erasing a credential leaves no name, ends its link, and its page says that it is gone', async () => {
  const { db } = running.parts.storage
  const { id } = await db
    .selectFrom('credential')
    .select('id')
    .where('recipient_name', '=', 'Siân Price')
    .executeTakeFirstOrThrow()
  const badge = await new Visitor(running.url).get(`/badges/${id}`)
  expect(badge.status).toBe(200)
  expect(badge.html).not.toContain('Siân')
  const staff = new Visitor(running.url)
  await staff.signIn(staffSignInUrl)
  expect((await staff.post(`/console/credentials/${id}/erase`)).status).toBe(303)
  expect((await staff.get(`/badges/${id}`)).status).toBe(410)
  expect(JSON.stringify(await db.selectFrom('credential').selectAll().where('id', '=', id).execute())).not.toContain(
    'Siân',
  )
  expect((await staff.get(`/console/credentials/${id}`)).status).toBe(200)
})
