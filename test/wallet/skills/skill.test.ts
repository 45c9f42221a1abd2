import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { JsonObject } from '#platform'
import { kindsPage } from '../../../verifier/web/kinds-page.tsx'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T10:00:00Z') })
})
afterAll(() => wallet.stop())

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const textOf = async (visitor: Visitor, path: string) => plain(await (await visitor.get(path)).text())
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
  expect(text).toMatch(/Network security(?:, replaced)? 30 RQF\. 1 other skill/)
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
  const toSkill = `href="${skillAt('ST0127-s03')}"`
  for (const from of ['/skills', '/skills/map', '/skills/timeline', '/skills/gap/ST0127', '/skills/search']) {
    expect({ from, leads: (await (await visitor.get(from)).text()).includes(toSkill) }).toEqual({ from, leads: true })
  }
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

const found = async (visitor: Visitor, query: string) => {
  const text = await textOf(visitor, `/skills/search?${query}`)
  return text.slice(text.indexOf('Search Skills') + 1)
}

test('IHE-54: a search for a skill finds a module of a degree, a unit of an HTQ and a vendor’s certificate together, and counts what a filter hides', async () => {
  const { person, visitor } = await wallet.enter('search@example.org', 'Search')
  const degree = { ...module, name: 'Degree module' }
  const htq = { name: 'HTQ unit', achievementType: 'ext:Unit', learningSetting: 'FormalCreditBearing' }
  const vendor = { name: 'Vendor certificate', achievementType: 'Certification', learningSetting: 'FormalNonCredit' }
  for (const one of [degree, htq, vendor])
    await hold(wallet.parts, person, held({ achievement: { ...one, ...NETWORK } }))
  await hold(wallet.parts, person, held({ achievement: { name: 'Welding day' } }))
  const work = { type: 'project', title: 'A kitchen', about: '', contribution: '', link: '' }
  await visitor.post('/portfolio', { ...work, skill: 'Working with others' })
  const together = await found(visitor, 'words=SECURE+network')
  for (const title of ['Secure a small network', 'Degree module', 'HTQ unit', 'Vendor certificate']) {
    expect(together).toContain(title)
  }
  expect(together).toContain('1 of 3 things.')
  expect(await found(visitor, '')).toContain('All 3 things that you have.')
  expect(await found(visitor, 'words=welding')).toContain('It names no skill.')
  const narrowed = await found(visitor, 'words=network&source=professional')
  expect(narrowed).toContain('Vendor certificate')
  expect(narrowed).toContain('2 more show it and do not fit')
  expect(await found(visitor, 'words=network&source=workplace')).toContain(
    '0 of 3 things. 1 more holds these words and does not fit the rest of what you chose.',
  )
  expect((await visitor.get('/skills/search?source=moon')).status).toBe(400)
})

test('IHE-08: transferable and at least confirmed by a manager finds just that, and what nobody can tell is counted apart', async () => {
  const { person, visitor } = await wallet.enter('classes@example.org', 'Classes')
  const b01 = aligned('occupational-standards/digital', 'ST0116-b01')
  const b02 = aligned('occupational-standards/digital', 'ST0116-b02')
  await hold(wallet.parts, person, held({ achievement: b01 }), { allowed: 'PeerOrManagerConfirmed' })
  await hold(wallet.parts, person, held({ achievement: b02 }), { status: 'unknown' })
  await hold(wallet.parts, person, held({ achievement: NETWORK }))
  await hold(wallet.parts, person, held({ achievement: aligned('sector/auto-motorsport', 'AM-HV2') }))
  const planning = { alignment: [{ type: ['Alignment'], targetName: 'Planning and organising' }] }
  await hold(wallet.parts, person, held({ achievement: planning }), { allowed: 'PeerOrManagerConfirmed' })
  const work = { type: 'project', title: 'A kitchen', about: '', contribution: '', link: '' }
  await visitor.post('/portfolio', { ...work, skill: 'Problem solving' })
  const transferable = await found(visitor, 'class=transferable')
  for (const name of [
    'Works well in a delivery team',
    'Takes responsibility for quality',
    'Problem solving',
    'Planning and organising',
  ]) {
    expect(transferable).toContain(name)
  }
  expect(transferable).not.toMatch(/High-voltage|Secure a small/)
  expect(await found(visitor, 'class=technical')).toContain('Secure a small network')
  const applied = await found(visitor, 'class=applied')
  expect(applied).toContain('High-voltage isolation')
  expect(applied).not.toMatch(/Planning and organising|Secure a small/)
  const sure = await found(visitor, 'class=transferable&assurance=PeerOrManagerConfirmed')
  expect(sure).toContain('Works well in a delivery team')
  expect(sure).toContain('Planning and organising')
  expect(sure).not.toMatch(/Takes responsibility|Problem solving|Secure a small/)
  expect(sure).toContain(
    '2 of 6 things. 3 more do not fit the rest of what you chose. Of 1 more nobody can tell how sure it is.',
  )
})

test('IHE-97: the page of a skill points at where other frameworks speak of it, with the licence of each', async () => {
  const { visitor } = await wallet.enter('references@example.org', 'References')
  const text = await textOf(visitor, skillAt('ST0127-s03'))
  expect(text).toContain('Where else it is described')
  expect(text).toMatch(
    /Digital Competence Framework for Citizens 4\.1, Protecting devices.*Licence: CC BY 4\.0; its texts may be copied\./,
  )
  expect(text).toMatch(
    /Skills Framework for the Information Age SCTY.*only pointed at here, none of its text is copied/,
  )
  expect(await textOf(visitor, skillAt('AM-HV2'))).toMatch(
    /National Occupational Standards EXAMPLE-AM-HV2 .*illustrative/,
  )
})

test('a skill of a framework that nothing shows has a page that says so and how to begin; what nobody knows has none; a unit leads to its technique', async () => {
  const { visitor } = await wallet.enter('none@example.org', 'None')
  expect(await textOf(visitor, skillAt('AM-HV2'))).toContain('Nothing shows it yet')
  expect((await visitor.get(skillAt('of nobody'))).status).toBe(404)
  const unit = await visitor.get(skillAt('itq/2003#SS/1'))
  expect(unit.headers.get('location')).toBe(skillAt('eskills/2006#SS'))
})

test('IHE-64: academic or technical, whole or module, and newer provision are explained, each sentence with its source', async () => {
  const { visitor } = await wallet.enter('kinds@example.org', 'Kinds')
  const all = wallet.parts.frameworks.catalogue.ofKind('contrasts').flatMap(({ content }) => content.contrasts)
  expect(all.map(({ id }) => id)).toEqual(['academic-technical', 'whole-module', 'newer-provision'])
  const text = await textOf(visitor, '/skills/relations')
  const ofVerifier = plain(kindsPage(wallet.parts.frameworks))
  for (const { title, sentences } of all) {
    expect(sentences.length).toBeGreaterThan(2)
    for (const page of [text, ofVerifier]) {
      expect(page).toContain(title)
      for (const one of sentences) expect(page).toContain(`${one.text} Source: ${one.source}`)
    }
  }
  expect(text).toContain('recalled, not looked up')
})
