import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { asArray, type JsonObject } from '#platform'
import { DESCRIBED_AWARD } from '../../../wallet/records/described-kind.ts'
import { savePersonal } from '../../../wallet/records/personal.ts'
import { CPD_ENTRY } from '../../../wallet/records/personal-kinds.ts'
import { expectQuick } from '../../time.ts'
import { type Visitor, visitorOf } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T10:00:00Z') })
})
afterAll(() => wallet.stop())

const SELF = '/skills/self-assessment'
const textOf = async (visitor: Visitor, path = '/skills') =>
  (await (await visitor.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

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
  expect(text).toContain('You can show “Spreadsheets” at the level Foundation: you say so yourself.')
  expect(text).not.toMatch(/Certificates and qualifications|assessed it|College confirms it/)
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

test('IHE-60, IHE-85: what one can do comes first, each with one plain sentence, who says so and what to do next, and qualifications second', async () => {
  const { person, visitor } = await wallet.enter('has@example.org', 'Has')
  const proven = held({ achievement: { name: 'Network award', ...named('Set up a network') } })
  await hold(wallet.parts, person, proven)
  await hold(wallet.parts, person, held({ achievement: named('Lead a team') }), { allowed: 'PeerOrManagerConfirmed' })
  await visitor.post(`${SELF}/SS/1`, { said: 'yes' })
  const text = await textOf(visitor)
  const places = [
    'You can show “Set up a network”: Example College assessed it.',
    'Next: Show it to an employer',
    'You can show “Lead a team”: Example College confirms it.',
    'Next: Ask a college to assess it',
    'You can show “Spreadsheets”: you say so yourself.',
    'Next: See what leads to the next level',
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
  expect(text).toContain('Next: Check it again')
  expect(text).not.toContain('assessed it')
  expect(text).toContain('Taken back by the issuer')
})

test('a credential of a technique and one’s own answers are one skill, the surer first', async () => {
  const { person, visitor } = await wallet.enter('both@example.org', 'Both')
  await hold(wallet.parts, person, held({ achievement: aligned('itq/2003', 'SS/2') }))
  for (const number of [1, 2, 3]) await visitor.post(`${SELF}/SS/${number}`, { said: 'yes' })
  const text = await textOf(visitor)
  expect(text).toMatch(
    /“Spreadsheets” at the level Intermediate: Example College assessed it\. .* and 1 more that shows it/,
  )
  expect(text.match(/You can show/g)).toHaveLength(1)
})

const TIMELINE = '/skills/timeline'
const rqf = (targetCode: string): JsonObject => ({
  alignment: [{ type: ['Alignment'], targetType: 'ext:QualificationLevel', targetFramework: 'RQF', targetCode }],
})

test('IHE-21, IHE-90: twenty things of college, university, work and own words stand on one timeline in their order, and what a filter leaves out is counted', async () => {
  const { person, visitor } = await wallet.enter('timeline@example.org', 'Time')
  const learnt = (name: string, year: number, achievement: JsonObject) =>
    held({ awardedDate: `${year}-05-01T00:00:00Z`, achievement: { name, ...achievement } })
  for (let at = 0; at < 5; at++) {
    const formal = { achievementType: 'ext:Unit', learningSetting: 'FormalCreditBearing' }
    await hold(wallet.parts, person, learnt(`College ${at}`, 2010 + at, { ...formal, ...rqf('2') }))
    await hold(wallet.parts, person, learnt(`University ${at}`, 2015 + at, { ...formal, ...rqf('5') }))
    const atWork = { achievementType: 'Course', learningSetting: 'EmployerTraining' }
    await hold(wallet.parts, person, learnt(`Works ${at}`, 2020 + at, atWork))
  }
  await hold(wallet.parts, person, learnt('No place', 2025, named('Lay bricks')), { status: 'unknown' })
  await visitor.post(`${SELF}/SS/1`, { said: 'yes' })
  const bike = { type: 'artefact', title: 'A bike', about: '', contribution: '', skill: 'Repair bikes', link: '' }
  await visitor.post('/portfolio', bike)
  const hours = { credential: 'of one that is gone', what: 'A talk on welding', hours: 2, on: '2026-02-03' }
  await savePersonal(wallet.parts, person, CPD_ENTRY, hours)
  await savePersonal(wallet.parts, person, DESCRIBED_AWARD, {
    ...{ title: 'O level', about: '', awardedBy: [], awardedOn: '', until: '', level: '', credits: [], skills: [] },
    ...{ notes: [], person: '' },
    source: { format: 'csv', file: 'a.csv', digest: '0'.repeat(64), issuer: '', isSealed: false, on: '2026-11-01' },
  })
  const all = await textOf(visitor, TIMELINE)
  expect(all).toContain('All 20 things that you have.')
  const order = ['A bike', 'Spreadsheets', 'A talk on welding', 'No place', 'Works 4', 'University 0', 'College 4']
  const places = [...order, 'The day is not stated', 'O level'].map((words) => all.indexOf(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  const shown = async (query: string) => {
    const text = await textOf(visitor, `${TIMELINE}?${query}`)
    return /(\d+) of 20 things\. (\d+) (?:does|do) not fit/.exec(text)?.slice(1).map(Number)
  }
  expect(await shown('place=furtherEducation')).toEqual([5, 15])
  expect(await shown('place=higherEducation')).toEqual([5, 15])
  expect(await shown('place=work')).toEqual([6, 14])
  expect(await shown('place=notSaid')).toEqual([4, 16])
  expect(await shown('kind=development')).toEqual([1, 19])
  expect(await shown('sureness=unchecked')).toEqual([1, 19])
  expect(await shown('sureness=described')).toEqual([1, 19])
  expect(await shown('words=BIKES')).toEqual([1, 19])
  expect(await shown('kind=course&place=furtherEducation')).toEqual([0, 20])
  expect((await visitor.get(`${TIMELINE}?kind=nonsense`)).status).toBe(400)
  expect(await textOf((await wallet.enter('other@example.org', 'Other')).visitor, TIMELINE)).not.toContain('A bike')
})

test('a map has each skill in its area with the level and who says so, drawn and as a table; levels of two frameworks are not drawn on one scale', async () => {
  const { person, visitor } = await wallet.enter('map@example.org', 'Map')
  expect(await textOf(visitor, '/skills/map')).toContain('Your map is still white')
  await hold(wallet.parts, person, held({ achievement: { ...aligned('sector/auto-motorsport', 'AM-HV2') } }))
  const weld = held({ achievement: { alignment: [...list(named('Weld <b>')), ...list(rqf('2'))] } })
  await hold(wallet.parts, person, weld)
  for (const number of [1, 2, 3]) await visitor.post(`${SELF}/SS/${number}`, { said: 'yes' })
  const page = await (await visitor.get('/skills/map')).text()
  expect(page.match(/ class="chart"/g)).toHaveLength(2)
  expect(page).toContain('aria-label="Using computers. Spreadsheets: Foundation, your own word."')
  expect(page).toContain('Weld &lt;b')
  expect(page).not.toContain('<b>')
  const text = await textOf(visitor, '/skills/map')
  expect(text).toMatch(/Sector: auto motorsport .*High-voltage isolation Not stated Proven by a credential of/)
  expect(text).toMatch(/Named by whoever says so .*RQF level 2 Proven by/)
  const scottish = { targetType: 'ext:QualificationLevel', targetFramework: 'SCQF', targetCode: '5' }
  await hold(wallet.parts, person, held({ achievement: { alignment: [...list(named('Rivet')), scottish] } }))
  expect((await (await visitor.get('/skills/map')).text()).match(/ class="chart"/g)).toHaveLength(1)
})

const list = ({ alignment }: JsonObject) => asArray(alignment)

test('a passport of 500 credentials opens in under 300 ms, and its page weighs under 200 kB compressed', async () => {
  const { person, visitor } = await wallet.enter('five-hundred@example.org', 'Five Hundred')
  const units = wallet.parts.frameworks.rulesets.flatMap(({ id, content }) =>
    content.units.map((one) => [id, one.id] as const),
  )
  const criteria = { narrative: 'Shows it in work of their own, seen by an assessor on two days. '.repeat(12) }
  for (let at = 0; at < 500; at++) {
    const [framework, unit] = units[at % units.length] ?? []
    const about = at % 2 === 0 ? named(`Skill ${at}`, `Practice ${at % 40}`) : aligned(framework ?? '', unit ?? '')
    const achievement = { name: `Award ${at}`, description: `What was learnt for award ${at}.`, criteria, ...about }
    await hold(wallet.parts, person, held({ achievement, proof: { proofValue: 'z'.repeat(88) } }))
  }
  let page = ''
  await expectQuick(300, async () => {
    page = await (await visitor.get('/skills')).text()
  })
  expect(page).toContain('Skill 498')
  expect(gzipSync(page).length).toBeLessThan(200_000)
}, 30_000)
