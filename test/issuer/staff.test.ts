import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { changeStaff, insertStaff, listStaffByEmail, proveEmail } from '../../issuer/records/staff.ts'
import { whoseAddress } from '../../issuer/sign-in.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { newIssuer, runIssuer, Visitor } from './service.ts'

let running: RunningIssuer
const BOSS = 'boss@third.example'
const found = async () => whoseAddress(await listStaffByEmail(running.parts.storage.db, BOSS))

beforeAll(async () => {
  running = await runIssuer()
  await newIssuer(running, { slug: 'other', staff: { name: 'Mallory', email: 'mallory@other.example' } })
  await newIssuer(running, { slug: 'third', staff: { name: 'Boss', email: BOSS } })
})

afterAll(() => running.stop())

test('whoever writes another’s address as their own does not get their sign-ins, though they were here first', async () => {
  const { db } = running.parts.storage
  const [mallory] = await listStaffByEmail(db, 'mallory@other.example')
  await changeStaff(db, 'other', mallory?.id ?? '', { email: BOSS })
  expect(await found()).toMatchObject({ issuerId: 'third', name: 'Boss' })
})

test('of several who never showed that an address is theirs nobody is taken, until one has', async () => {
  const { db } = running.parts.storage
  const now = running.parts.now()
  const email = 'new@nowhere.example'
  const one = await insertStaff(db, { issuerId: 'other', email, name: 'One', role: 'viewer' }, now)
  expect(whoseAddress(await listStaffByEmail(db, email))).toMatchObject({ id: one.id })
  const two = await insertStaff(db, { issuerId: 'third', email, name: 'Two', role: 'viewer' }, now)
  expect(whoseAddress(await listStaffByEmail(db, email))).toBeUndefined()
  await proveEmail(db, two, now)
  expect(whoseAddress(await listStaffByEmail(db, email))).toMatchObject({ id: two.id })
})

test('who signs in by a code comes to the console; the demonstration says where the code can be read', async () => {
  await newIssuer(running, { slug: 'fourth', staff: { name: 'Ida', email: 'ida@fourth.example' } })
  const ida = new Visitor(running.url)
  expect((await ida.get('/sign-in')).html).toContain('name="next" value="/console"')
  const asked = await ida.post('/sign-in', { email: 'ida@fourth.example' })
  expect(asked.html).toContain('<a href="/outbox">')
  const request = /name="request" value="([^"]+)"/.exec(asked.html)?.[1] ?? ''
  const code = /(\d{6}) is your sign-in code/.exec((await ida.get('/outbox')).html)?.[1] ?? ''
  const entered = await ida.post('/sign-in/code', { request, email: 'ida@fourth.example', code })
  expect([entered.status, entered.location]).toEqual([303, '/console'])
  expect((await ida.get('/')).html).toContain('<a class="button button-primary" href="/console">')
  expect((await ida.get('/sign-in')).location).toBe('/console')
})

test('a staff link that was used says so, and leads to the other way in', async () => {
  const { staffSignInUrl } = await newIssuer(running, { slug: 'fifth' })
  const visitor = new Visitor(running.url)
  await visitor.signIn(staffSignInUrl)
  const spent = await new Visitor(running.url).get(new URL(staffSignInUrl).pathname)
  expect(spent.status).toBe(410)
  expect(spent.html).toContain('href="/sign-in"')
})
