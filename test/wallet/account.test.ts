import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listPasskeys, savePasskey, verifyChain } from '#storage'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { enterPerson, findPerson, findPersonByEmail } from '../../wallet/records/person.ts'
import { findShare } from '../../wallet/records/shares.ts'
import { shareUrl } from '../../wallet/share.ts'
import { sweep } from '../../wallet/sweep.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { exported, visitorOf } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
let issuer: SmallIssuer

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet({ OUTBOX: '1' })
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

/** Every value of every table, as anyone with the database would see it. */
async function dump(): Promise<string> {
  const { db } = wallet.parts.storage
  const tables = await db.introspection.getTables()
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as 'account')
        .selectAll()
        .execute(),
    ),
  )
  const seen = JSON.stringify(rows, (_key, value) => {
    const bytes = value instanceof Uint8Array ? value : value?.type === 'Buffer' ? Buffer.from(value.data) : undefined
    return bytes === undefined ? value : Buffer.from(bytes).toString('latin1')
  })
  expect(tables.map(({ name }) => name)).toContain('held_credential')
  expect(rows.flat().length).toBeGreaterThan(5)
  return seen
}

test('lets someone in with a code from their mail, makes their account, and asks for a name', async () => {
  const visitor = visitorOf(wallet.url)
  const form = await (await visitor.post('/sign-in', { email: ' New.Person@Example.org ', next: '/passport' })).text()
  const request = /name="request" value="([\w-]+)"/.exec(form)?.[1] ?? ''
  const [message] = await wallet.parts.outbox.list()
  const code = /\b\d{6}\b/.exec(message?.text ?? '')?.[0] ?? ''
  expect(message?.to).toBe('new.person@example.org')
  expect(form).toContain('<a href="/outbox">Read the message here</a>')
  expect(await (await visitor.get('/outbox')).text()).toContain(code)

  const fields = { request, email: 'new.person@example.org', next: '/passport' }
  const wrong = await visitor.post('/sign-in/code', { ...fields, code: code === '000000' ? '000001' : '000000' })
  expect(wrong.status).toBe(422)
  expect((await visitor.post('/sign-in/code', { ...fields, code })).headers.get('location')).toBe('/passport')
  expect((await visitor.get('/passport')).headers.get('location')).toBe('/welcome')
  expect((await visitor.post('/account/name', { name: ' ' })).status).toBe(422)
  expect((await visitor.post('/account/name', { name: 'New Person' })).headers.get('location')).toBe('/passport')
  expect(await (await visitor.get('/passport')).text()).toContain('Nothing here yet')
  expect((await findPersonByEmail(wallet.parts, 'new.person@example.org'))?.name).toBe('New Person')
})

test('keeps nothing of a person that can be read in the database', async () => {
  const canaries = { email: 'canary.bird@example.org', name: 'Canary Q. Bird', audience: 'Canary Employer Ltd' }
  const { person, visitor } = await wallet.enter(canaries.email, canaries.name)
  await visitor.post('/sign-in', { email: canaries.email, next: '/' })
  const link = issuer.offer(await issuer.award())
  await visitor.post('/receive', { claim: link })
  const [held] = await listCredentials(wallet.parts, person)
  const share = { credential: held?.id ?? '', audience: canaries.audience, lasts: '7' }
  const place = (await visitor.post('/shares', share)).headers.get('location') ?? ''
  const shared = await findShare(wallet.parts, person, place.split('/').at(-1) ?? '')
  await fetch(shareUrl(wallet.parts, shared), { method: 'POST' })
  issuer.failNext('breaks')
  const lost = issuer.offer(await issuer.award())
  await visitor.post('/receive', { claim: lost })

  const seen = await dump()
  const secrets = [
    ...Object.values(canaries),
    'Ola Adeyemi',
    'Network Security',
    held?.received.digest ?? '',
    shared.token,
  ]
  for (const secret of [...secrets, lost]) {
    expect(secret.length).toBeGreaterThan(4)
    expect(seen.toLowerCase()).not.toContain(secret.toLowerCase())
  }
})

test('destroys the key with the account, so that what is left in a backup cannot be opened', async () => {
  const { person, visitor } = await wallet.enter('leaver@example.org', 'Leaver')
  await visitor.post('/receive', { claim: issuer.offer(await issuer.award()) })
  await visitor.post('/sign-in', { email: 'leaver@example.org', next: '/' })
  const [held] = await listCredentials(wallet.parts, person)
  const made = await visitor.post('/shares', { credential: held?.id ?? '', audience: 'Someone', lasts: '7' })
  const share = await findShare(wallet.parts, person, (made.headers.get('location') ?? '').split('/').at(-1) ?? '')
  const { db } = wallet.parts.storage
  const row = await db
    .selectFrom('held_credential')
    .selectAll()
    .where('account_id', '=', person.id)
    .executeTakeFirstOrThrow()
  const passkey = { id: 'bGVhdmVy', accountId: person.id, publicKey: new Uint8Array(1), counter: 0, transports: [] }
  await savePasskey(db, { ...passkey, name: 'Phone', createdAt: person.createdAt, lastUsedAt: null })
  await wallet.enter('leaver@example.org')
  const account = await (await visitor.get('/account')).text()
  expect(account).toContain('Delete your account and 1 credential?')
  expect(account).toContain('1 share link will stop working')

  expect(await (await visitor.post('/account/delete')).text()).toContain('Your account is deleted')
  expect(await findPerson(wallet.parts, person.id)).toBeUndefined()
  for (const table of ['held_credential', 'share'] as const) {
    expect(await db.selectFrom(table).select('id').where('account_id', '=', person.id).execute()).toEqual([])
  }
  expect(await listPasskeys(db, person.id)).toEqual([])
  expect(await db.selectFrom('session').select('id_hash').where('account_id', '=', person.id).execute()).toEqual([])
  expect((await wallet.parts.outbox.list()).map(({ to }) => to)).not.toContain('leaver@example.org')
  expect((await fetch(shareUrl(wallet.parts, share), { method: 'POST' })).status).toBe(404)
  expect((await visitor.get('/passport')).headers.get('location')).toContain('/sign-in')

  // With the row of a backup and the key file, but another key than the one that was destroyed, nothing opens.
  const another = wallet.parts.keys.createDataKey(person.id)
  expect(() => wallet.parts.keys.open(another, `held_credential/${row.id}`, row.body)).toThrow('was changed')
  expect(Buffer.from(row.body).toString('latin1')).not.toContain('Network')
})

test('writes each deed into a trail that holds together and names nobody', async () => {
  const { person, visitor } = await wallet.enter('trail@example.org', 'Trail')
  await visitor.post('/receive', { claim: issuer.offer(await issuer.award()) })
  const [held] = await listCredentials(wallet.parts, person)
  const made = await visitor.post('/shares', { credential: held?.id ?? '', audience: 'Someone', lasts: '7' })
  await visitor.post(`${made.headers.get('location')}/withdraw`)
  await exported(visitor)
  await visitor.post(`/credentials/${held?.id}/delete`)
  await visitor.post('/account/delete')
  const { db } = wallet.parts.storage
  const rows = await db
    .selectFrom('audit')
    .select(['action', 'detail'])
    .where('actor', '=', `account:${person.id}`)
    .execute()
  expect(rows.map(({ action }) => action)).toEqual([
    'account.created',
    'signIn.link',
    'credential.received',
    'share.created',
    'share.withdrawn',
    'account.exported',
    'credential.deleted',
    'account.deleted',
  ])
  expect(rows.map(({ detail }) => detail).join()).not.toMatch(/trail@|Someone|Ola/)
  expect(await verifyChain(db)).toMatchObject({ intact: true })
})

test('removes a passkey of its owner and of nobody else', async () => {
  const { person, visitor } = await wallet.enter('keys@example.org', 'Keys')
  const passkey = { id: 'cGFzc2tleQ', accountId: person.id, publicKey: new Uint8Array(1), counter: 0, transports: [] }
  await savePasskey(wallet.parts.storage.db, {
    ...passkey,
    name: 'Phone',
    createdAt: person.createdAt,
    lastUsedAt: null,
  })
  const { visitor: stranger } = await wallet.enter('thief@example.org', 'Thief')
  expect((await stranger.post('/account/passkeys/cGFzc2tleQ/delete')).status).toBe(404)
  expect(await (await visitor.get('/account')).text()).toContain('Phone')
  expect((await visitor.post('/account/passkeys/cGFzc2tleQ/delete')).status).toBe(303)
  expect(await (await visitor.get('/account')).text()).not.toContain('Phone')
})

test('makes one account of two first sign-ins at once', async () => {
  const entered = await Promise.all(Array.from({ length: 8 }, () => enterPerson(wallet.parts, 'twice@example.org')))
  expect(new Set(entered.map(({ id }) => id)).size).toBe(1)
})

test('forgets old messages when it sweeps', async () => {
  expect((await wallet.parts.outbox.list()).length).toBeGreaterThan(0)
  const inAMonth = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000)
  await sweep({ storage: wallet.parts.storage, now: () => inAMonth })
  expect(await wallet.parts.outbox.list()).toEqual([])
})
