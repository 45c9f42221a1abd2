import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { JsonObject } from '#platform'
import { type Visitor, visitorOf } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T10:00:00Z') })
})
afterAll(() => wallet.stop())

const SELF = '/skills/self-assessment'
const textOf = async (visitor: Visitor) =>
  (await (await visitor.get('/skills')).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const named = (...skills: string[]): JsonObject => ({
  alignment: skills.map((targetName) => ({ type: ['Alignment'], targetName, targetType: 'ceterms:Competency' })),
})

test('IHE-32: whoever has nothing at all is one click from saying what they can do, and completes a passport without any qualification', async () => {
  const { visitor } = await wallet.enter('nothing@example.org', 'Nothing')
  const page = await (await visitor.get('/skills')).text()
  expect(page).toContain('Everyone can do something')
  expect(page).toContain(`href="${SELF}"`)
  expect(page).not.toContain('Certificates and qualifications')
  await visitor.post(`${SELF}/SS/1`, { said: 'yes' })
  await visitor.post(`${SELF}/SS/2`, { said: 'yes' })
  const text = await textOf(visitor)
  expect(text).toContain('Spreadsheets : Foundation')
  expect(text).toContain('You can enter data and add it up; make a simple chart.')
  expect(text).toContain('You say so yourself')
  expect(text).not.toMatch(/Certificates and qualifications|Proven|Confirmed by/)
  expect(text).toContain('Your passport: 1 of 3')
  const work = { type: 'artefact', title: 'A bike', about: '', contribution: '', skill: 'Repair bikes', link: '' }
  const item = (await visitor.post('/portfolio', work)).headers.get('location') ?? ''
  await visitor.post(`${item}/ask`)
  const link = /value="(http[^"]+\/confirm\/[^"]+)"/.exec(await (await visitor.get(item)).text())?.[1] ?? ''
  const stranger = visitorOf(wallet.url)
  const version = /name="version" value="(\w+)"/.exec(await (await stranger.get(link)).text())?.[1] ?? ''
  expect(await textOf(visitor)).toContain('Your passport: 2 of 3')
  const sam = { by: 'Sam', relation: 'a customer', email: 'sam@example.org', words: 'It rides well.' }
  await stranger.post(link, { ...sam, version })
  const complete = await textOf(visitor)
  expect(complete).toContain('Your passport is complete')
  expect(complete).not.toContain('Certificates and qualifications')
})

test('IHE-60, IHE-85 (partly): what one can do comes first, each with who says so and how current it is, and qualifications second', async () => {
  const { person, visitor } = await wallet.enter('has@example.org', 'Has')
  const proven = held({ achievement: { name: 'Network award', ...named('Set up a network') } })
  await hold(wallet.parts, person, proven)
  await hold(wallet.parts, person, held({ achievement: named('Lead a team') }), { allowed: 'PeerOrManagerConfirmed' })
  await visitor.post(`${SELF}/SS/1`, { said: 'yes' })
  const text = await textOf(visitor)
  const places = [
    'Set up a network',
    'Proven by a credential of Example College',
    'Lead a team',
    'Confirmed by Example College',
    'Spreadsheets',
    'You say so yourself',
    'Certificates and qualifications',
    'Network award',
  ].map((words) => text.indexOf(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test('what was taken back shows nothing; what could not be checked is neither proven nor missing', async () => {
  const { person, visitor } = await wallet.enter('taken@example.org', 'Taken')
  await hold(wallet.parts, person, held({ achievement: named('Weld steel') }), { status: 'revoked' })
  await hold(wallet.parts, person, held({ achievement: named('Lay bricks') }), { status: 'unknown' })
  const text = await textOf(visitor)
  expect(text).not.toContain('Weld steel')
  expect(text).toContain('Lay bricks')
  expect(text).toContain('it could not be checked the last time')
  expect(text).not.toContain('Proven by')
  expect(text).toContain('Taken back by the issuer')
})

test('a credential of a technique and one’s own answers are one skill, the surer first', async () => {
  const { person, visitor } = await wallet.enter('both@example.org', 'Both')
  await hold(wallet.parts, person, held({ achievement: aligned('itq/2003', 'SS/2') }))
  for (const number of [1, 2, 3]) await visitor.post(`${SELF}/SS/${number}`, { said: 'yes' })
  const text = await textOf(visitor)
  expect(text).toMatch(
    /Spreadsheets : Intermediate Proven by a credential of Example College .* and 1 more that shows it/,
  )
  expect(text.match(/Spreadsheets/g)).toHaveLength(1)
})
