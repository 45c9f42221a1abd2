import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import { logCpd } from '../../wallet/log-cpd.ts'
import { personalFiles, restoreFile } from '../../wallet/personal-files.ts'
import { LEARNING_JOURNEY } from '../../wallet/records/journey-kind.ts'
import {
  deletePersonal,
  findPersonal,
  listPersonal,
  listUnreadable,
  type PersonalKind,
  restorePersonal,
  savePersonal,
} from '../../wallet/records/personal.ts'
import { CPD_ENTRY, PERSONAL_KINDS, SELF_ANSWER, type SelfAnswer } from '../../wallet/records/personal-kinds.ts'
import { broughtIn, exported } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet()
})
afterAll(() => wallet.stop())

const answer = (said: SelfAnswer['said'], statement = 'SS/Foundation/1'): SelfAnswer => ({
  framework: 'eskills/2006',
  statement,
  said,
  on: '2026-11-30',
  withHelp: false,
})

test('under one name there is one record, the last that was saved, of its owner alone', async () => {
  const { parts } = wallet
  const { person } = await wallet.enter('own@example.org', 'Own')
  const { person: other } = await wallet.enter('other@example.org', 'Other')
  await Promise.all(Array.from({ length: 5 }, () => savePersonal(parts, person, SELF_ANSWER, answer('yes'), 'one')))
  await savePersonal(parts, other, SELF_ANSWER, answer('no'), 'one')
  await savePersonal(parts, person, SELF_ANSWER, answer('notSure'), 'one')
  const held = await listPersonal(parts, person, SELF_ANSWER)
  expect(held.map(({ content }) => content.said)).toEqual(['notSure'])
  expect((await findPersonal(parts, other, SELF_ANSWER, 'one')).content.said).toBe('no')
  expect(await deletePersonal(parts, person, SELF_ANSWER, 'two')).toBe(false)
  expect(await deletePersonal(parts, person, SELF_ANSWER, 'one')).toBe(true)
  await expect(findPersonal(parts, person, SELF_ANSWER, 'one')).rejects.toMatchObject({ code: 'request.notFound' })
  expect(await listPersonal(parts, other, SELF_ANSWER)).toHaveLength(1)
})

test('a record is sealed, and goes with the account', async () => {
  const { parts } = wallet
  const { person, visitor } = await wallet.enter('gone@example.org', 'Gone')
  await savePersonal(parts, person, SELF_ANSWER, answer('yes', 'Canary'))
  const rows = () =>
    parts.storage.db.selectFrom('personal_record').selectAll().where('account_id', '=', person.id).execute()
  const [row] = await rows()
  expect(Buffer.from(row?.body ?? []).toString('latin1')).not.toContain('Canary')
  expect((await visitor.post('/account/delete')).status).toBe(200)
  expect(await rows()).toEqual([])
})

test('own records are in the saved passport and come back, and what is there already stays', async () => {
  const { parts } = wallet
  const { person, visitor } = await wallet.enter('saves@example.org', 'Saves')
  await savePersonal(parts, person, SELF_ANSWER, answer('yes'), 'first')
  await savePersonal(parts, person, SELF_ANSWER, answer('no'), 'second')
  const [zip = new Uint8Array()] = await exported(visitor)
  expect(Object.keys(unzipSync(zip))).toContain('own-records/1.json')

  const { person: again, visitor: newcomer } = await wallet.enter('again@example.org', 'Again')
  await savePersonal(parts, again, SELF_ANSWER, answer('notSure'), 'second')
  const report = await broughtIn(newcomer, [{ name: 'passport.zip', bytes: zip }])
  expect(report).toContain('Your own records: 1 brought in. 1 was here already and stayed as it is.')
  const first = await findPersonal(parts, person, SELF_ANSWER, 'first')
  const held = await listPersonal(parts, again, SELF_ANSWER)
  expect(held.find(({ name }) => name === 'first')).toEqual(first)
  expect(held.find(({ name }) => name === 'second')?.content.said).toBe('notSure')
})

test('of a file that says it holds own records only those are taken that we know', async () => {
  const { person, visitor } = await wallet.enter('strange@example.org', 'Strange')
  const at = '2026-11-30T00:00:00.000Z'
  const record = (kind: string, content: object) => ({ kind, name: kind, content, createdAt: at, changedAt: at })
  const file = (records: object[]) => Buffer.from(JSON.stringify({ format: 'skills-passport-own-records/1', records }))
  const strange = file([
    record('selfAnswer', { said: 'maybe' }),
    record('other', {}),
    record('selfAnswer', answer('yes')),
  ])
  expect(await restoreFile(wallet.parts, person, strange)).toEqual({ added: 1, there: 0, unknown: 2 })
  expect(await restoreFile(wallet.parts, person, Buffer.from('{'))).toBeUndefined()
  const zip = zipSync({ 'own-records/1.json': Buffer.from('{"records": "none"}') })
  expect(await broughtIn(visitor, [{ name: 'a.zip', bytes: zip }])).toContain('Not added.')
  const names: string[] = []
  for await (const { name } of personalFiles(wallet.parts, person)) names.push(name)
  expect(names).toEqual(['own-records/1.json'])
})

test('what its kind does not hold is refused before it is kept, however it comes', async () => {
  const { parts } = wallet
  const { person } = await wallet.enter('long@example.org', 'Long')
  const journey = { title: 'x'.repeat(201), provider: '', credential: '', steps: [] }
  const refused = { code: 'request.invalid', message: expect.stringContaining('too long') }
  await expect(savePersonal(parts, person, LEARNING_JOURNEY, journey)).rejects.toMatchObject(refused)
  const at = '2026-11-30T00:00:00.000Z'
  const record = { name: 'one', content: journey, createdAt: at, changedAt: at }
  await expect(restorePersonal(parts, person, LEARNING_JOURNEY, record)).rejects.toMatchObject(refused)
  expect(await listPersonal(parts, person, LEARNING_JOURNEY)).toEqual([])
})

test('what was kept and cannot be read any more takes no page down, is said, and can be deleted', async () => {
  const { parts } = wallet
  const { person, visitor } = await wallet.enter('unread@example.org', 'Unread')
  /** As an earlier version kept it. */
  const earlier: PersonalKind = { kind: LEARNING_JOURNEY.kind, schema: z.record(z.string(), z.json()) }
  await savePersonal(parts, person, earlier, { title: 'Welding', credential: 'a'.repeat(300) }, 'old')
  await savePersonal(parts, person, LEARNING_JOURNEY, { title: 'Brazing', provider: '', credential: '', steps: [] })
  for (const path of ['/skills', '/skills/journey', '/skills/timeline']) {
    const page = await visitor.get(path)
    expect([path, page.status]).toEqual([path, 200])
    expect(await page.text()).toContain('1 thing that you wrote down cannot be read any more')
  }
  const step = { status: 'OnHold', on: '2026-01-01', credential: '' }
  expect((await visitor.post('/skills/journey/old/step', step)).status).toBe(404)
  expect(await (await visitor.get('/skills/unreadable')).text()).toContain('Something that you learn')
  const welsh = await (await visitor.get('/skills/unreadable', { 'accept-language': 'cy' })).text()
  expect(welsh).toContain('Rhywbeth rydych yn ei ddysgu')
  expect(welsh).toContain('<main id="main" tabindex="-1">')
  const { visitor: stranger } = await wallet.enter('other-unread@example.org', 'Stranger')
  for (const who of [stranger, visitor]) {
    expect(await listUnreadable(parts, person, [LEARNING_JOURNEY])).toHaveLength(1)
    await who.post('/skills/unreadable/delete', { kind: 'learningJourney', name: 'old' })
  }
  expect(await (await visitor.get('/skills/journey')).text()).not.toContain('cannot be read')
  expect(await (await visitor.get('/skills/unreadable')).text()).toContain('All that you wrote down can be read')
  expect((await listPersonal(parts, person, LEARNING_JOURNEY)).map(({ content }) => content.title)).toEqual(['Brazing'])
})

/** With one such record of each kind: of how many each page speaks. Parts of files are not counted. */
const UNREADABLE_ON: Readonly<Record<string, number>> = {
  '/account': 0,
  '/add': 0,
  '/described': 1,
  '/passport': 1,
  '/portfolio': 4,
  '/portfolio/new': 0,
  '/shares': 0,
  '/skills': 12,
  '/skills/calendar': 2,
  '/skills/certificates': 1,
  '/skills/gap': 4,
  '/skills/itq': 2,
  '/skills/journey': 1,
  '/skills/map': 7,
  '/skills/prior-learning': 1,
  '/skills/progress': 2,
  '/skills/self-assessment': 1,
  '/skills/targets': 2,
  '/skills/timeline': 12,
  '/skills/unreadable': 0,
  '/skills/watching': 1,
}

test('every page that reads what somebody wrote down says how much of it cannot be read, and no other does', async () => {
  const { parts } = wallet
  const { person, visitor } = await wallet.enter('unread-all@example.org', 'All')
  for (const { kind } of PERSONAL_KINDS) {
    await savePersonal(parts, person, { kind, schema: z.record(z.string(), z.json()) }, { of: 'earlier' })
  }
  const said: Record<string, number> = {}
  for (const path of Object.keys(UNREADABLE_ON)) {
    const main = (await (await visitor.get(path)).text()).split('<main')[1] ?? ''
    said[path] = Number(/(\d+) things? that you wrote down/.exec(main)?.[1] ?? 0)
  }
  expect(said).toEqual(UNREADABLE_ON)
})

test('hours with the longest words come back with the saved passport', async () => {
  const { parts } = wallet
  const { person, visitor } = await wallet.enter('words@example.org', 'Words')
  const what = 'w'.repeat(200)
  const hours = { what, hours: '1.5', on: '2026-01-01' }
  expect(await logCpd(parts, person, { digest: 'd'.repeat(64) }, hours)).toBeNull()
  const [zip = new Uint8Array()] = await exported(visitor)
  const { person: again, visitor: newcomer } = await wallet.enter('words-again@example.org', 'Words')
  await broughtIn(newcomer, [{ name: 'passport.zip', bytes: zip }])
  expect((await listPersonal(parts, again, CPD_ENTRY)).map(({ content }) => content.what)).toEqual([what])
})
