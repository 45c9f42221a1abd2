import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { frameworks } from '#skills'
import { remind } from '../../../wallet/remind.ts'
import { calendarOf } from '../../../wallet/skills/currency.ts'
import { factsOf } from '../../../wallet/skills/held-fact.ts'
import { icalendar } from '../../../wallet/skills/icalendar.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

const known = frameworks()
const MOTORS = 'sector/auto-motorsport'
const until = (currentUntil: string) => ({ subject: { currentUntil } })

let today = '2026-11-30'
let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date(`${today}T09:00:00Z`) })
})
afterAll(() => wallet.stop())

test('IHE-10 (partly): each held credential is as current as its issuer and its framework say, the first to end first', () => {
  const old = held({ awardedDate: '2020-01-01T00:00:00Z', ...until('2030-01-01') })
  const status = (one: 'suspended' | 'revoked' | 'unknown') => ({
    stands: { status: one, recognition: 'recognised', allowed: null } as const,
  })
  const policy = { currencyPolicy: { currencyPeriod: 'P10M', gracePeriod: 'P2M', onLapse: 'HistoricOnly' } }
  const named = {
    current: held(until('2028-01-01')),
    dueSoon: held(until('2027-01-10')),
    inGrace: held({ achievement: policy }),
    lapsedHistory: held({ awardedDate: '2023-06-01T00:00:00Z', achievement: aligned(MOTORS, 'AM-HV1') }),
    lapsedNotAuthorised: held({ awardedDate: '2024-06-01T00:00:00Z', achievement: aligned(MOTORS, 'AM-HV2') }),
    superseded: old,
    renewing: held({ subject: { renews: old.received.credential.id ?? null, currentUntil: '2031-01-01' } }),
    suspended: held(until('2028-05-01'), status('suspended')),
    revoked: held(until('2028-06-01'), status('revoked')),
    unknown: held(until('2028-07-01'), status('unknown')),
    notStated: held(),
  }
  const entries = calendarOf(factsOf(Object.values(named), known), '2026-11-30', known)
  const found = Object.fromEntries(entries.map(({ fact, answer }) => [fact.item, answer.value.state]))
  expect(Object.fromEntries(Object.entries(named).map(([name, { id }]) => [name, found[id]]))).toEqual({
    current: 'current',
    dueSoon: 'dueSoon',
    inGrace: 'inGrace',
    lapsedHistory: 'lapsedHistory',
    lapsedNotAuthorised: 'lapsedNotAuthorised',
    superseded: 'superseded',
    renewing: 'current',
    suspended: 'suspended',
    revoked: 'revoked',
    unknown: 'unknown',
    notStated: 'unknown',
  })
  const ends = entries.map(({ answer }) => answer.value.until)
  expect(ends).toEqual([...ends.filter((end) => end !== null).toSorted(), null])
})

test('a file for a calendar has the days to come, with their alarms, in lines that any calendar reads', () => {
  const title = 'Höhere Sicherheit; mit „Komma“, und so weiter, in einem recht langen Namen'
  const ahead = held({ ...until('2027-06-25'), achievement: { name: title } })
  const entries = calendarOf(factsOf([ahead, held(until('2020-01-01')), held()], known), '2026-11-30', known)
  const file = icalendar(entries, {
    now: new Date('2026-11-30T09:00:00Z'),
    on: '2026-11-30',
    remindDays: [90, 30, 7],
    sayOf: ({ fact }) => ({ summary: fact.title, description: 'a\nb' }),
  })
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(file).toContain('DTSTART;VALUE=DATE:20270625\r\n')
  expect(file).toContain('DTSTAMP:20261130T090000Z\r\n')
  expect(file.match(/TRIGGER:-P(\d+)D/g)).toEqual(['TRIGGER:-P90D', 'TRIGGER:-P30D', 'TRIGGER:-P7D'])
  expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(file.replaceAll('\r\n ', '')).toContain('SUMMARY:Höhere Sicherheit\\; mit „Komma“\\, und so weiter')
  expect(file).toContain('DESCRIPTION:a\\nb')
})

test('IHE-35: mails come 90, 30 and 7 days before, once each, only to who asked for them', async () => {
  const { person, visitor } = await wallet.enter('remind@example.org', 'Ola')
  await hold(wallet.parts, person, held({ ...until('2027-02-28'), achievement: { name: 'Pit-lane safety' } }))
  const look = () =>
    remind(wallet.parts)(
      { id: 'j', kind: 'remind', owner: person.id, payload: {}, attempts: 1, leaseId: 'l' },
      async () => {},
    )
  const subjects = async () => (await wallet.parts.outbox.list()).map(({ subject }) => subject)
  expect(await look()).toBeNull()
  today = '2026-11-29'
  await visitor.post('/skills/calendar/reminders', { wanted: 'yes' })
  await look()
  expect(await subjects()).toEqual([])
  for (const day of [
    '2026-11-30',
    '2026-12-20',
    '2027-01-29',
    '2027-02-20',
    '2027-02-21',
    '2027-02-28',
    '2027-03-01',
  ]) {
    today = day
    await Promise.all([look(), look()])
  }
  expect((await subjects()).toSorted()).toEqual([
    'Pit-lane safety: 30 days left',
    'Pit-lane safety: 7 days left',
    'Pit-lane safety: 90 days left',
  ])
  today = '2026-11-30'
  await visitor.post('/skills/calendar/reminders', { wanted: 'no' })
  expect(await look()).toBeNull()
})

test('the page says what wants doing, why each stands so, and what is no day', async () => {
  const { person, visitor } = await wallet.enter('calendar@example.org', 'Ola')
  const empty = await (await visitor.get('/skills/calendar')).text()
  expect(empty).toContain('Nothing to keep an eye on yet')
  const id = await hold(wallet.parts, person, held({ achievement: aligned(MOTORS, 'AM-HV2') }))
  const page = await (await visitor.get('/skills/calendar?on=2028-01-16')).text()
  expect(page).toContain('Of your 1 credential, on 16 January 2028: 1 has run out.')
  expect(page).toContain('Run out, no longer allowed')
  const why = await (await visitor.get(`/skills/calendar/${id}?on=2028-01-16`)).text()
  expect(why).toContain('A rule lets it last for 2 years from the award: up to 15 January 2028.')
  expect(why).toContain('sector/auto-motorsport, version 1.')
  const wrong = await visitor.get('/skills/calendar?on=2027-02-30')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('There is no day “2027-02-30”')
  expect((await visitor.get('/skills/calendar/another')).status).toBe(404)
  const file = await visitor.get('/skills/calendar.ics')
  expect(file.headers.get('content-type')).toContain('text/calendar')
  expect(await file.text()).toContain('DTSTART;VALUE=DATE:20280115')
})

test('IHE-35: hours that were logged renew what hours renew, once they are complete', async () => {
  today = '2028-12-01'
  const { person, visitor } = await wallet.enter('cpd@example.org', 'Ola')
  const id = await hold(wallet.parts, person, held({ achievement: aligned(MOTORS, 'AM-COMP') }))
  const here = `/skills/calendar/${id}`
  const seen = async () => (await (await visitor.get(here)).text()).replaceAll(/<[^>]+>/g, ' ')
  expect(await seen()).toContain('It runs out on 15 January 2029')
  const log = (what: string, hours: string, on: string) => visitor.post(`${here}/cpd`, { what, hours, on })
  expect((await log('Workshop', '6', '2028-11-01')).status).toBe(303)
  expect((await log('Workshop', '6', '2028-11-01')).status).toBe(303)
  expect(await seen()).toContain('6 of 10 hours: not enough to renew it yet.')
  await log('Repair course', '4.5', '2028-11-20')
  expect(await seen()).toContain('It is current up to and including 20 November 2031.')
  const wrong = await log('', 'many', '2029-01-01')
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const fault of ['Say what it was', 'Enter the hours as a number', 'not still to come'])
    expect(page).toContain(fault)
  const name = /name="name" value="([^"]*Repair course)"/.exec(await (await visitor.get(here)).text())?.[1] ?? ''
  await visitor.post(`${here}/cpd/delete`, { name })
  expect(await seen()).toContain('It runs out on 15 January 2029')
})

test('another’s credential is not found', async () => {
  const other = await wallet.enter('other@example.org', 'Other')
  const id = await hold(wallet.parts, other.person, held())
  const { visitor } = await wallet.enter('mine@example.org', 'Mine')
  expect((await visitor.get(`/skills/calendar/${id}`)).status).toBe(404)
  const hours = { what: 'Hours', hours: '1', on: '2026-01-01' }
  expect((await visitor.post(`/skills/calendar/${id}/cpd`, hours)).status).toBe(404)
})
