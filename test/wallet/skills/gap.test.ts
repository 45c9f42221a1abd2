import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Person } from '../../../wallet/records/person.ts'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

const MOTORS = 'sector/auto-motorsport'

let wallet: TestWallet
let visitor: Visitor
let person: Person
let isolation: string
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-01T09:00:00Z') })
  ;({ person, visitor } = await wallet.enter('technician@example.org', 'Sam'))
  const award = (name: string, code: string, awarded: string) =>
    held({ awardedDate: `${awarded}T00:00:00Z`, achievement: { name, ...aligned(MOTORS, code) } })
  isolation = await hold(wallet.parts, person, award('Isolation certificate', 'AM-HV2', '2024-10-12'))
  await hold(wallet.parts, person, award('Pit certificate', 'AM-PIT', '2026-06-01'))
  await hold(wallet.parts, person, award('Composite certificate', 'AM-COMP', '2026-06-01'))
  await hold(wallet.parts, person, award('Diagnosis certificate', 'AM-DIAG', '2026-06-01'), {
    recognition: 'notListed',
    allowed: null,
  })
})
afterAll(() => wallet.stop())

async function seen(path: string, status = 200): Promise<string> {
  const answer = await visitor.get(path)
  expect([path, answer.status]).toEqual([path, status])
  return (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('IHE-11, IHE-67: a lapsed isolation certificate says from when on, and the other role is ready', async () => {
  const technician = await seen('/skills/readiness/ROLE-EVTECH?on=2026-11-01')
  expect(technician).toContain('EV technician: Not ready yet')
  expect(technician).toContain('High-voltage isolation ran out on 12 October 2026')
  const mechanic = await seen('/skills/readiness/ROLE-RACEMECH')
  expect(mechanic).toContain('Race mechanic: Ready')
  expect(mechanic).toContain('It stays so up to 1 June 2027.')
  const before = await seen('/skills/readiness/ROLE-EVTECH?on=2026-10-12')
  expect(before).toContain('EV technician: Ready')
})

test('IHE-11: what is booked makes ready after its day', async () => {
  const booked = await seen('/skills/readiness/ROLE-EVTECH?on=2026-11-01&term=AM-HV2&day=2026-12-10')
  expect(booked).toContain('EV technician: Ready when renewed')
  expect(booked).toContain('You are ready after 10 December 2026')
  expect(await seen('/skills/readiness/ROLE-EVTECH?term=AM-HV2&day=2026-02-30', 422)).toContain('Enter the day')
  expect(await seen('/skills/readiness/ROLE-EVTECH?booked=nonsense&booked=AM-HV2%40never')).toContain('Not ready yet')
})

test('IHE-48: each skill says what is known of it and what shows it; next steps go by the area, with their reasons', async () => {
  const page = await (await visitor.get('/skills/gap/ROLE-EVTECH')).text()
  expect(page).toContain(`href="/credentials/${isolation}"`)
  const text = await seen('/skills/gap/ROLE-EVTECH')
  expect(text).toContain('You can show 1 of 3 skills.')
  expect(text).toMatch(/High-voltage isolation Run out Isolation certificate/)
  expect(text).toMatch(/Structured electronic diagnosis Confirmed by someone Diagnosis certificate/)
  expect(text).toMatch(/Driver-assistance sensor calibration \(wanted, not a must\) Nothing shows it yet/)
  expect(text).toContain('High-voltage isolation reassessment, one day Renewal · Midvale · in-person · 7 hours · £180')
  expect(text).toContain('It renews what ran out: High-voltage isolation.')
  expect(text).toContain('By sector/auto-motorsport')
  expect(text).toMatch(/From opportunities\/demo, version 1\.\d+\.\d+ illustrative/)
  const course = /Network security operations \(30 credits, L4\) Module/
  const near = await seen('/skills/gap/ST0127?area=DEMO-A&travel=neighbouring')
  expect(near).toMatch(course)
  expect(near).toMatch(/It is in your area\. \(\+12\)/)
  expect(await seen('/skills/gap/ST0127?area=DEMO-C&travel=neighbouring')).not.toMatch(course)
})

test('IHE-63: what a wish hides is there with a count and why', async () => {
  const text = await seen('/skills/gap/ROLE-EVTECH?area=DEMO-A&travel=sameArea&budget=100')
  expect(text).toContain(
    'High-voltage isolation reassessment, one day is too far away, and costs more than you want to spend.',
  )
  expect(text).toMatch(/\d more are hidden/)
  expect(await seen('/skills/gap/ROLE-EVTECH?budget=abc')).toContain('£180')
})

test('ES-14 (partly): one’s own goals are compared with what one says and holds', async () => {
  expect((await visitor.get('/skills/gap/goals')).status).toBe(404)
  await visitor.post('/skills/targets', { technique: 'SS', level: 'Intermediate', by: '2027-06-01' })
  expect(await seen('/skills/gap/goals')).toContain('Nothing shows it yet')
  await hold(wallet.parts, person, held({ achievement: { name: 'Spreadsheets unit', ...aligned('itq/2003', 'SS/2') } }))
  expect(await seen('/skills/gap/goals')).toMatch(/Proven Spreadsheets unit/)
})

test('HTQ-06: each of the three digital standards can be chosen, and a qualification, and what is neither is not found', async () => {
  const choice = await seen('/skills/gap')
  expect(choice).toContain('Network engineer')
  expect(choice).toContain('Am I ready for it?')
  for (const [code, skills] of [
    ['ST0127', 18],
    ['ST1021', 16],
    ['ST0116', 18],
  ]) {
    expect(await seen(`/skills/gap/${code}`)).toContain(`You can show 0 of ${skills} skills.`)
  }
  expect(await seen(`/skills/gap/${encodeURIComponent('itq/2003#ITQ-L2')}`)).toContain(
    'These are its compulsory units.',
  )
  expect(await seen(`/skills/gap/${encodeURIComponent('itq/2009#L1-AWD')}`)).toContain('No unit of it is compulsory.')
  await seen('/skills/gap/NOTHING', 404)
  await seen('/skills/readiness/ST0127', 404)
})
