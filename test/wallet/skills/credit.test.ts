import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { frameworks, ledgerOf } from '#skills'
import { creditEntries } from '../../../wallet/skills/credit.ts'
import { factsOf } from '../../../wallet/skills/held-fact.ts'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { held, hold } from './held.ts'

const known = frameworks()
const LEVEL_4 = 'http://data.europa.eu/snb/qdr/c_308a1766'
const LEVEL_5 = known.levels.content.rows.find(({ rqf }) => rqf === '5')?.rqfUri ?? ''
const credit = (creditScheme: string, creditValue: string, level: object = { creditLevel: LEVEL_4 }) => ({
  creditAwarded: [{ type: ['Credit'], creditValue, creditScheme, ...level }],
})
const by = (name: string) => ({ issuer: { id: `did:web:${name}.example`, name } })

let wallet: TestWallet
const wordsAt = async (visitor: Visitor, path: string) =>
  (await (await visitor.get(path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T09:00:00Z') })
})
afterAll(() => wallet.stop())

const ledger = (...credentials: Parameters<typeof factsOf>[0][number][]) =>
  ledgerOf(known.schemes, creditEntries(factsOf(credentials, known)), '2026-11-30')

test('IHE-52: credit of three providers is totalled by level, and what was certified twice counts once', async () => {
  const { person, visitor } = await wallet.enter('three@example.org', 'Jo')
  const twice = { achievement: { id: 'https://one.example/module', name: 'Module one' } }
  for (const one of [
    held({ ...by('one'), ...twice, subject: credit('CATS', '15') }),
    held({ ...by('one'), ...twice, subject: credit('CATS', '15') }),
    held({ ...by('two'), subject: credit('CATS', '30') }),
    held({ ...by('three'), subject: credit('CATS', '30', { creditLevel: LEVEL_5 }) }),
  ]) {
    await hold(wallet.parts, person, one)
  }
  const text = await wordsAt(visitor, '/skills/credit')
  expect(text).toMatch(/CATS (?:recalled, not looked up )?RQF 4 45 CATS (?:recalled, not looked up )?RQF 5 30 /)
  expect(text).toMatch(/Module one.*?: is the same achievement as another, and counts once\./)
})

test.each([
  ['taken back', { stands: { status: 'revoked', recognition: 'recognised', allowed: null } }, 'credit.doesNotStand'],
  ['not checked', { stands: { status: 'unknown', recognition: 'recognised', allowed: null } }, 'credit.notChecked'],
] as const)('IHE-52: what was %s is not counted, and told', (_, checked, code) => {
  expect(ledger(held({ subject: credit('CATS', '30') }, checked)).notCounted.map((one) => one.code)).toEqual([code])
})

test('IHE-59 (partly): the same achievement twice is once, in two schemes as each says, and inside a larger one not again', () => {
  const twice = { achievement: { id: 'https://college.example/nso' } }
  const both = [
    { type: ['Credit'], creditValue: '30', creditScheme: 'CATS', creditLevel: LEVEL_4 },
    { type: ['Credit'], creditValue: '15', creditScheme: 'ECTS', creditLevel: LEVEL_4 },
  ]
  const first = held({ ...twice, subject: { creditAwarded: both } })
  const again = held({ ...twice, subject: credit('CATS', '30') })
  const whole = held({ achievement: { id: 'https://college.example/htq' }, subject: credit('CATS', '120') })
  const association = [
    {
      type: ['Association'],
      associationType: 'isPartOf',
      sourceId: 'https://college.example/nso',
      targetId: 'https://college.example/htq',
    },
  ]
  const found = ledger(first, again)
  expect(found.value.totals.map(({ scheme, value }) => [scheme, value])).toEqual([
    ['CATS', '30'],
    ['ECTS', '15'],
  ])
  expect(found.notCounted.map(({ code }) => code)).toEqual(['credit.duplicate'])
  const inside = ledger(first, whole, held({ subject: { association } }))
  expect(inside.value.totals.find(({ scheme }) => scheme === 'CATS')?.value).toBe('120')
  expect(inside.notCounted.map(({ code }) => code)).toContain('credit.partOf')
})

test('IHE-89: what gives no credit says so, counts among the skills, and not among the credits', async () => {
  const { person, visitor } = await wallet.enter('none@example.org', 'Asha')
  const alignment = [{ type: ['Alignment'], targetName: 'Weld a joint', targetType: 'ceterms:Competency' }]
  const id = await hold(wallet.parts, person, held({ achievement: { name: 'Welding day', alignment } }))
  expect(await wordsAt(visitor, `/credentials/${id}`)).toContain('Credits No credit attached')
  expect(await wordsAt(visitor, '/skills')).toContain('You can show “Weld a joint”: Example College assessed it')
  expect(await wordsAt(visitor, '/skills/credit')).toContain('No credit yet')
})

test('the page never adds up two schemes, but by a conversion that is asked for by name', async () => {
  const { person, visitor } = await wallet.enter('credit@example.org', 'Ola')
  expect(await (await visitor.get('/skills/credit')).text()).toContain('No credit yet')
  await hold(wallet.parts, person, held({ subject: credit('CATS', '30') }))
  await hold(wallet.parts, person, held({ subject: credit('ECTS', '5', {}) }))
  const page = await (await visitor.get('/skills/credit')).text()
  expect(page).toContain('Credit of CATS, ECTS is not added up')
  expect(page).toContain('recalled, not looked up')
  const converted = await (await visitor.get('/skills/credit?conversion=CATS-ECTS')).text()
  expect(converted).toContain('30 CATS are taken as 15 ECTS.')
  expect(converted).toContain('<strong>20 ECTS</strong>')
  expect(await (await visitor.get('/skills/credit?conversion=nonsense')).text()).toContain('is not added up')
})
