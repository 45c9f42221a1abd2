import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { JsonObject } from '#platform'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T10:00:00Z') })
})
afterAll(() => wallet.stop())

const textOf = async (visitor: Visitor, path: string) =>
  (await (await visitor.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const skillAt = (term: string) => `/skills/map/${encodeURIComponent(term)}`

const credit = (creditValue: string): JsonObject => ({
  creditAwarded: [{ type: ['Credit'], creditValue, creditScheme: 'RQF' }],
})
const NETWORK = aligned('occupational-standards/digital', 'ST0127-s03')
const module = { name: 'Network security', achievementType: 'ext:Module', learningSetting: 'FormalCreditBearing' }

test('IHE-59: the page of a skill lists the credit that evidences it, each achievement once, and says which other skills it evidences', async () => {
  const { person, visitor } = await wallet.enter('credit@example.org', 'Credit')
  const both = aligned('occupational-standards/digital', 'ST0127-s03', 'ST0127-s05')
  const same = { id: 'https://college.example/nso' }
  await hold(wallet.parts, person, held({ subject: credit('30'), achievement: { ...module, ...same, ...both } }))
  const again = { ...module, ...same, name: 'Network security, replaced', ...both }
  await hold(wallet.parts, person, held({ subject: credit('30'), achievement: again }))
  const further = { name: 'Firewalls', learningSetting: 'FormalCreditBearing', ...NETWORK }
  await hold(wallet.parts, person, held({ subject: credit('15'), achievement: further }))
  const text = await textOf(visitor, skillAt('ST0127-s03'))
  expect(text).toContain('3 things show it')
  expect(text).toContain('Network security 30 RQF. 1 other skill')
  expect(text).toContain('Not counted: it is the same achievement as another, and counts once.')
  expect(text).toContain('Firewalls 15 RQF. Nothing else')
  expect(text).toContain('Together: 45 RQF.')
  expect(await textOf(visitor, skillAt('ST0127-s05'))).toContain('Together: 30 RQF.')
})

test('IHE-54, IHE-85: on the page of a skill a module, a unit, a vendor’s certificate, training at work and one’s own work stand side by side, each with a sentence and what to do next', async () => {
  const { person, visitor } = await wallet.enter('routes@example.org', 'Routes')
  await hold(wallet.parts, person, held({ achievement: { ...module, ...NETWORK } }))
  const vendor = { name: 'Vendor certificate', achievementType: 'Certification', learningSetting: 'FormalNonCredit' }
  const until = { subject: { currentUntil: '2026-12-20' }, achievement: { ...vendor, ...NETWORK } }
  await hold(wallet.parts, person, held(until), { allowed: 'ExternallyQualityAssured' })
  const atWork = { name: 'At work', achievementType: 'Course', learningSetting: 'EmployerTraining' }
  await hold(wallet.parts, person, held({ achievement: { ...atWork, ...NETWORK } }), { allowed: 'AttendanceRecorded' })
  const work = { type: 'project', title: 'A café’s network', about: '', contribution: '', link: '' }
  await visitor.post('/portfolio', { ...work, skill: 'secure a small network' })
  const text = await textOf(visitor, skillAt('ST0127-s03'))
  const cards = [
    'Network security This shows “Secure a small network”: Example College assessed it.',
    'Vendor certificate This shows “Secure a small network”: Example College assessed it, and it lasts until 20 December 2026.',
    'At work This shows “Secure a small network”: Example College noted that you took part.',
    'A café’s network This shows “Secure a small network”: you say so yourself.',
  ]
  for (const card of cards) expect(text).toContain(card)
  expect(text).toContain('4 things show it')
  for (const where of ['School, college or university', 'A professional certificate', 'Training at work']) {
    expect(text).toContain(`Where you learnt it ${where}`)
  }
  expect(
    text.match(/Next: (?:Renew it|Show it to an employer|Ask a college to assess it|Ask someone to confirm it)/g),
  ).toHaveLength(4)
})

test('ES-21: a certificate of ECDL evidences the technique that it leads to, at its level and as sure as it is, and says by what', async () => {
  const { person, visitor } = await wallet.enter('ecdl@example.org', 'Ecdl')
  const ecdl = { name: 'ECDL Spreadsheets', ...aligned('ECDL/ICDL module (BCS)', 'Spreadsheets') }
  await hold(wallet.parts, person, held({ achievement: ecdl }))
  expect(await textOf(visitor, '/skills')).toContain(
    '“Spreadsheets” at the level Foundation: Example College assessed it.',
  )
  const text = await textOf(visitor, skillAt('eskills/2006#SS'))
  expect(text).toContain('How sure it is Assessed by the provider')
  expect(text).toContain('The list of old certificates takes it for Spreadsheet software, level 1')
})

test('a skill of a framework that nothing shows has a page that says so and how to begin; what nobody knows has none', async () => {
  const { visitor } = await wallet.enter('none@example.org', 'None')
  expect(await textOf(visitor, skillAt('AM-HV2'))).toContain('Nothing shows it yet')
  expect((await visitor.get(skillAt('of nobody'))).status).toBe(404)
})
