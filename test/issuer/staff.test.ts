import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { changeStaff, insertStaff, listStaffByEmail, proveEmail } from '../../issuer/records/staff.ts'
import { whoseAddress } from '../../issuer/sign-in.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { newIssuer, runIssuer } from './service.ts'

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
