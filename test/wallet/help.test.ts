import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { appendAudits, listAudit } from '#storage'
import { MAX_REQUESTS } from '../../wallet/help.ts'
import type { Person } from '../../wallet/records/person.ts'
import { listPersonal, savePersonal } from '../../wallet/records/personal.ts'
import { SELF_ANSWER } from '../../wallet/records/personal-kinds.ts'
import { PORTFOLIO_ITEM } from '../../wallet/records/portfolio-kinds.ts'
import { broughtIn, exported, type Visitor, visitorOf } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

const BEGIN = new Date('2026-11-30T10:00:00Z')
let wallet: TestWallet
let now = BEGIN
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => now })
})
beforeEach(() => {
  now = BEGIN
})
afterAll(() => wallet.stop())

const SHELF = { type: 'artefact', title: 'A shelf', about: '', contribution: '', skill: 'Joinery', link: '' }

interface Invitation {
  person: Person
  holder: Visitor
  id: string
  /** Its path. */
  link: string
}

const textOf = async (visitor: Visitor, path: string) =>
  (await (await visitor.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Someone who invites a helper. */
async function invited(name: string, may: string[], minutes = '30'): Promise<Invitation> {
  const { person, visitor: holder } = await wallet.enter(`${name}@example.org`, name)
  const made = await holder.post('/helpers', { may, minutes })
  const at = made.headers.get('location') ?? ''
  const link = /value="(http[^"]+\/help\/[\w-]+)"/.exec(await (await holder.get(at)).text())?.[1] ?? ''
  return { person, holder, id: at.split('/').at(-1) ?? '', link: new URL(link).pathname }
}

/** A helper with a browser of their own, who took the invitation. */
async function helperOf({ link }: Invitation): Promise<Visitor> {
  const helper = visitorOf(wallet.url)
  expect((await helper.post(link, { name: 'Jo Helper' })).headers.get('location')).toBe('/helping')
  return helper
}

test('ES-26: a helper fills in what the holder allowed, for a time, and every entry shows "Completed with help"', async () => {
  const invitation = await invited('Mira', ['selfAssessment', 'portfolio'])
  const { person, holder, id, link } = invitation
  expect(await textOf(visitorOf(wallet.url), link)).toMatch(/help Mira with their Skills Passport, for 30 minutes/)
  const helper = await helperOf(invitation)
  expect(await textOf(helper, '/helping')).toMatch(/Jo Helper helping Mira until .*10:30/)

  await helper.post('/skills/self-assessment/SS/1', { said: 'yes' })
  const made = await helper.post('/portfolio', SHELF)
  const item = made.headers.get('location') ?? ''
  await helper.upload(`${item}/files`, [{ name: 'shelf.txt', bytes: Buffer.from('a shelf') }])
  const [answer] = await listPersonal(wallet.parts, person, SELF_ANSWER)
  expect(answer).toMatchObject({ withHelp: true, content: { said: 'yes', withHelp: true } })
  expect(await textOf(holder, '/skills/self-assessment/SS/result')).toContain('Completed with help')
  expect(await textOf(holder, '/skills/self-assessment')).toContain('Completed with help')
  for (const page of ['/portfolio', item, '/skills/timeline']) {
    expect((await textOf(holder, page)).toLowerCase()).toContain('completed with help')
  }
  // What its holder changes later was still completed with help.
  await holder.post(item, { ...SHELF, title: 'My shelf' })
  expect(await textOf(holder, item)).toContain('Completed with help')

  const log = await textOf(holder, `/helpers/${id}`)
  expect(log).toMatch(/Wrote in Answering what you can do \/skills\/self-assessment\/SS\/1/)
  expect(log).toContain(`Wrote in The portfolio ${item}/files`)
  expect(log).toContain('Began to help')
  const entries = await listAudit(wallet.parts.storage.db, { subject: person.id })
  const actions = entries.map(({ action }) => action)
  for (const action of ['help.invited', 'help.begun', 'help.looked', 'help.wrote']) expect(actions).toContain(action)

  now = new Date('2026-11-30T10:30:00Z')
  const late = await helper.post('/portfolio', SHELF)
  expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('Help has ended')])
  expect((await helper.get('/portfolio')).headers.get('location')).toMatch(/^\/sign-in/)
})

test('IHE-68 (partly): whoever invites and whoever helps reads in Welsh what may be done and what was', async () => {
  const invitation = await invited('Mair', ['portfolio'], '60')
  const { holder, id, link } = invitation
  const welsh = { 'accept-language': 'cy' }
  const textOfAnswer = async (answer: Promise<Response>) => (await (await answer).text()).replace(/\s+/g, ' ')
  const helper = visitorOf(wallet.url)
  const looked = await textOfAnswer(helper.get(link, welsh))
  expect(looked).toContain('Fe’ch gwahoddir i helpu <bdi>Mair</bdi> gyda’u Pasbort Sgiliau, am 1 awr.')
  await helperOf(invitation).then((other) => other.get('/portfolio'))
  const pages = [
    looked,
    ...(await Promise.all(['/helpers', `/helpers/${id}`].map((path) => textOfAnswer(holder.get(path, welsh))))),
  ]
  for (const page of pages) expect(page).toContain('<main id="main" tabindex="-1">')
  expect(pages.at(-1)).toContain('Yr hyn yr edrychwyd arno: 1 tro')
})

test('a helper is told that something of its holder cannot be read, and is not led to where they may not be', async () => {
  const invitation = await invited('Unread', ['portfolio'])
  const earlier = { kind: PORTFOLIO_ITEM.kind, schema: z.record(z.string(), z.json()) }
  await savePersonal(wallet.parts, invitation.person, earlier, { of: 'earlier' })
  const page = await (await (await helperOf(invitation)).get('/portfolio')).text()
  expect(page).toContain('1 thing that they wrote down cannot be read any more')
  expect(page).not.toContain('/skills/unreadable')
})

test('an invitation is taken once, however many try at once, and looking takes nothing', async () => {
  const { link } = await invited('Once', ['portfolio'])
  for (let look = 0; look < 2; look++) expect((await visitorOf(wallet.url).get(link)).status).toBe(200)
  expect((await visitorOf(wallet.url).post(link, { name: ' ' })).status).toBe(422)
  const tries = await Promise.all(Array.from({ length: 5 }, () => visitorOf(wallet.url).post(link, { name: 'Jo' })))
  expect(tries.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(tries.filter(({ status }) => status === 410)).toHaveLength(4)
  expect((await visitorOf(wallet.url).get(link)).status).toBe(410)
  expect((await visitorOf(wallet.url).get('/help/nobody')).status).toBe(404)
})

test('an invitation ends after a day, and when its holder takes it back; nobody takes their own', async () => {
  const { holder, id, link } = await invited('Own', ['portfolio'])
  const own = await holder.post(link, { name: 'Own' })
  expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('This is your own invitation')])
  expect((await holder.get('/account')).status).toBe(200)
  await holder.post(`/helpers/${id}/end`)
  expect((await visitorOf(wallet.url).post(link, { name: 'Jo' })).status).toBe(410)
  expect(await textOf(holder, `/helpers/${id}`)).toContain('You took it back')

  const other = await invited('Later', ['portfolio'])
  now = new Date('2026-12-01T10:00:00Z')
  expect((await visitorOf(wallet.url).post(other.link, { name: 'Jo' })).status).toBe(410)
})

test('a helper can do nothing that was not consented to, and all that nobody may is shut', async () => {
  const invitation = await invited('Shut', ['portfolio'])
  const { holder, id } = invitation
  const mine = (await holder.post('/portfolio', SHELF)).headers.get('location') ?? ''
  await holder.post(`${mine}/ask`)
  const helper = await helperOf(invitation)
  const looks = [
    '/passport',
    '/skills',
    '/skills/self-assessment',
    '/account',
    '/shares',
    '/export',
    '/helpers',
    '/add',
  ]
  for (const path of looks) expect([path, (await helper.get(path)).status]).toEqual([path, 403])
  const acts: [string, Record<string, string>][] = [
    ['/skills/self-assessment/SS/1', { said: 'yes' }],
    ['/account/name', { name: 'Taken' }],
    ['/shares', { credential: 'one' }],
    ['/helpers', { may: 'portfolio', minutes: '240' }],
    ...['/export', '/account/delete', `${mine}/delete`, `${mine}/ask`, `/helpers/${id}/end`].map(
      (path): [string, Record<string, string>] => [path, {}],
    ),
  ]
  for (const [path, fields] of acts) {
    expect([path, (await helper.post(path, fields)).status]).toEqual([path, 403])
  }
  // A link by which somebody else confirms is for them alone.
  expect(await (await helper.get(mine)).text()).not.toContain('/confirm/')
  expect((await holder.get(mine)).status).toBe(200)
  const options = wallet.parts.signIn.passkeys.registrationOptions({ accountId: `helper:${id}` })
  await expect(options).rejects.toMatchObject({ code: 'access.required' })
  expect(await textOf(holder, `/helpers/${id}`)).toMatch(/Was refused .*\/account\/delete/)
})

test('each can end it at once, and it reaches no other person’s passport', async () => {
  const first = await invited('First', ['portfolio'])
  const second = await invited('Second', ['portfolio'])
  const theirs = (await second.holder.post('/portfolio', SHELF)).headers.get('location') ?? ''
  const helper = await helperOf(first)
  expect((await helper.get(theirs)).status).toBe(404)
  expect((await helper.post(theirs, SHELF)).status).toBe(404)
  expect((await second.holder.get(`/helpers/${first.id}`)).status).toBe(404)
  expect((await second.holder.post(`/helpers/${first.id}/end`)).status).toBe(404)
  await first.holder.post(`/helpers/${first.id}/end`)
  expect((await helper.post('/portfolio', SHELF)).status).toBe(410)
  expect(await textOf(first.holder, '/portfolio')).not.toContain('A shelf')

  const other = await helperOf(second)
  expect(await (await other.post('/helping/end')).text()).toContain('Thank you for helping')
  expect((await other.get('/portfolio')).headers.get('location')).toMatch(/^\/sign-in/)
  expect(await textOf(second.holder, `/helpers/${second.id}`)).toContain('Ended by them')
})

test('no looking hides what a helper did: all of a session is told, and the most requests that it may have end it', async () => {
  const invitation = await invited('Flooded', ['portfolio'])
  const { person, holder, id } = invitation
  const item = (await holder.post('/portfolio', SHELF)).headers.get('location') ?? ''
  const helper = await helperOf(invitation)
  await helper.post(item, { ...SHELF, title: 'Gone' })
  const { storage } = wallet.parts
  const look = { actor: `helper:${id}`, action: 'help.looked', subject: person.id, detail: { place: '/helping' } }
  // As many looks as there can be: the change was one request, and the last is still to come.
  const looks = MAX_REQUESTS - 2
  await storage.transaction(async (together) => {
    await together
      .updateTable('help_session')
      .set({ acts: MAX_REQUESTS - 1 })
      .where('id', '=', id)
      .execute()
    await appendAudits(
      together,
      Array.from({ length: looks }, () => look),
      now,
    )
  })
  const log = await textOf(holder, `/helpers/${id}`)
  expect(log).toContain('What was done: 2 entries')
  expect(log).toContain(`Wrote in The portfolio ${item}`)
  expect(log).toContain('What was looked at: 1,998 times')

  const lasts = await Promise.all(Array.from({ length: 3 }, () => helper.post('/portfolio', SHELF)))
  expect(lasts.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(lasts.filter(({ status }) => status === 410 || status === 401)).toHaveLength(2)
  expect((await helper.get('/portfolio')).headers.get('location')).toMatch(/^\/sign-in/)
  const after = await textOf(holder, `/helpers/${id}`)
  expect(after).toMatch(/It ended by itself .* 2,000 pages, which is the most/)
  expect(after).toContain('What was done: 3 entries')
  expect(after).toContain('Began to help')
  const [end] = await listAudit(storage.db, { subject: person.id, action: 'help.ended' })
  expect(end).toMatchObject({ actor: 'system', detail: { session: id } })
})

test('what was completed with help is still marked in a saved passport that comes in again', async () => {
  const invitation = await invited('Saves', ['portfolio'])
  await (await helperOf(invitation)).post('/portfolio', SHELF)
  const [zip = new Uint8Array()] = await exported(invitation.holder)
  const { visitor } = await wallet.enter('anew@example.org', 'Anew')
  await broughtIn(visitor, [{ name: 'passport.zip', bytes: zip }])
  expect(await textOf(visitor, '/portfolio')).toMatch(/A shelf .*Completed with help/)
})
