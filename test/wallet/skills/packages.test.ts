import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bundled, competences, overlay } from '../../skills/packages.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

/** A wallet that is started with frameworks which the software does not bring along. */

const MOTORS = 'sector/auto-motorsport'
const folder = mkdtempSync(join(tmpdir(), 'passport-wallet-packages-'))
let wallet: TestWallet
beforeAll(async () => {
  const { id, kind, layer, content } = bundled('competences', MOTORS)
  const newer = [...content.competences, { ...content.competences[0], id: 'AM-H2', name: 'Hydrogen awareness' }]
  const statements = { Foundation: ['Book goods in'], Intermediate: ['Count stock'], Advanced: ['Plan a move'] }
  const warehouse = { code: 'WHS', title: 'Warehouse system', sectorSpecific: true, statements }
  for (const [name, value] of Object.entries({
    'v-levels': competences({
      id: 'sector/v-levels',
      roles: [{ id: 'V-HAIR', title: 'V Level in hairdressing', requires: [{ c: 'HV1' }] }],
    }),
    motors: { id, kind, layer, ...content, competences: newer, version: '99.0.0' },
    warehouse: overlay({ id: 'overlay/warehouse', extends: 'eskills/2006', adds: { techniques: [warehouse] } }),
  })) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value))
  }
  wallet = await startTestWallet({ SKILLS_PACKAGES: folder }, { now: () => new Date('2026-11-30T09:00:00Z') })
})
afterAll(async () => {
  await wallet.stop()
  rmSync(folder, { recursive: true })
})

test('IHE-12: a new framework and a new version are there without a change of code, and what is held says what it said', async () => {
  const { person, visitor } = await wallet.enter('new@example.org', 'Ola')
  const wordsAt = async (path: string) =>
    (await (await visitor.get(path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  const old = held({ achievement: { name: 'Isolation certificate', ...aligned(`${MOTORS} 1.0.0`, 'AM-HV2') } })
  const id = await hold(wallet.parts, person, old)
  const choices = await wordsAt('/skills/gap')
  expect(choices).toContain('V Level in hairdressing')
  expect(await wordsAt('/skills/gap/V-HAIR')).toContain('You can show 0 of 1 skill')
  expect(await (await visitor.get(`/credentials/${id}/download`)).text()).toBe(old.text)
  expect(await wordsAt('/skills')).toContain('You can show “High-voltage isolation”: Example College assessed it')
  expect(await wordsAt(`/skills/calendar/${id}`)).toContain('sector/auto-motorsport, version 99.0.0')
})

test('ES-18: a layer adds a sixteenth technique to the fifteen', async () => {
  const { visitor } = await wallet.enter('sixteen@example.org', 'Ola')
  const page = await (await visitor.get('/skills/self-assessment')).text()
  expect(page.match(/href="\/skills\/self-assessment\/[A-Z]+"/g)).toHaveLength(16)
  const first = await (await visitor.get('/skills/self-assessment/WHS/1')).text()
  expect(first).toContain('Book goods in')
})
