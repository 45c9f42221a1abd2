import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { resumeBatches } from '../../issuer/award-results.ts'
import { DEMONSTRATION_COLLEGE, loadDemonstration } from '../../issuer/demonstration.ts'
import { findAchievement } from '../../issuer/records/achievements.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { latenciesDuring } from '../latencies.ts'
import { expectQuick } from '../time.ts'
import { runIssuer, Visitor } from './service.ts'

let running: RunningIssuer
let registrar: Visitor
let achievement: string

const COLUMNS = { name: 'Name', email: 'Email', awardedOn: 'Date' }

beforeAll(async () => {
  running = await runIssuer()
  registrar = new Visitor(running.url)
  await registrar.signIn((await loadDemonstration(running.parts)).staffSignInUrl)
  const { db } = running.parts.storage
  achievement = (await findAchievement(db, DEMONSTRATION_COLLEGE, 'safeguarding-update'))?.id ?? ''
})

afterAll(() => running.stop())

function csv(lines: readonly string[]): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  return { name: 'large.csv', bytes: new TextEncoder().encode(['Name;Email;Date;Note', ...lines].join('\n')) }
}

const NOTE = 'x'.repeat(300)
const line = (index: number) =>
  `Person ${index};person${index}@example.com;${index % 100 === 7 ? 'soon' : '25/06/2026'};${NOTE}`

async function ended(path: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (JSON.parse((await registrar.get(`${path}/progress`)).html).state === 'done') return
    await sleep(50)
  }
  throw new Error('The work did not end.')
}

async function rowsKept(): Promise<number> {
  const { total } = await running.parts.storage.db
    .selectFrom('batch_row')
    .select((column) => column.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

test('a file of 40,000 rows is read and checked beside the answers to others, with its progress, and paged', async () => {
  const file = csv(Array.from({ length: 40_000 }, (_, index) => line(index)))
  const seen: string[] = []
  let path = ''
  const latencies = await latenciesDuring(`${running.url}/health`, async () => {
    path = (await registrar.upload('/console/imports', { achievement }, file)).location ?? ''
    seen.push((await registrar.get(path)).html)
    await ended(path)
    await registrar.post(`${path}/columns`, COLUMNS)
    seen.push((await registrar.get(path)).html)
    // While that goes on it can neither be begun again nor be awarded.
    expect((await registrar.post(`${path}/columns`, COLUMNS)).status).toBe(409)
    expect((await registrar.post(`${path}/award`)).status).toBe(409)
    await ended(path)
  })
  expect(seen.map((html) => /<h1>([^<]+)/.exec(html)?.[1])).toEqual(['Reading the file', 'Checking the rows'])
  for (const html of seen) {
    expect(html).toMatch(/<progress max="\d+" value="\d+"/)
    expect(html).toContain('Look again')
  }
  expect(latencies.usual).toBeLessThan(200)
  expect(latencies.slowest).toBeLessThan(1_000)
  expect(latencies.count).toBeGreaterThan(20)

  const first = (await registrar.get(path)).html
  expect(first).toContain('39,600 rows can be awarded, 400 rows cannot.')
  expect(first).toContain('Page 1 of 8')
  expect(first).toContain('“soon” is not a date')
  const rowsOn = (html: string) =>
    [...html.matchAll(/data-label="Row"[^>]*>(?:<[^>]+>)*(\d+)/g)].map(([, row]) => Number(row))
  const last = (await registrar.get(`${path}?page=8`)).html
  expect(rowsOn(first).slice(0, 2)).toEqual([9, 109])
  expect(rowsOn(last).slice(0, 1)).toEqual([9 + 350 * 100])
  await expectQuick(1_000, () => registrar.get(`${path}?page=4`))
  expect((await registrar.get(`${path}/not-awarded.csv`)).html.trim().split('\n')).toHaveLength(401)
  expect((await registrar.post(`${path}/discard`)).status).toBe(303)
  expect(await rowsKept()).toBe(0)
}, 60_000)

test('a fault that is found late is told on the page of the upload, and nothing of the file is kept', async () => {
  const good = Array.from({ length: 30_000 }, (_, index) => line(index))
  const before = await rowsKept()
  const file = csv([...good, '"never closed;a@b.example;25/06/2026;'])
  const { location, status, html } = await registrar.upload('/console/imports', { achievement }, file)
  // Where it was found within a moment, the form says so.
  if (status === 422) expect(html).toContain('A quote in')
  else {
    await ended(location ?? '')
    const page = (await registrar.get(location ?? '')).html
    expect(page).toContain('This file cannot be read')
    expect(page).toContain('A quote in')
    expect((await registrar.post(`${location}/columns`, COLUMNS)).status).toBe(409)
  }
  const { db } = running.parts.storage
  expect(await db.selectFrom('batch_piece').select('number').execute()).toEqual([])
  expect(await rowsKept()).toBe(before)
}, 60_000)

test('whoever got the award elsewhere after the check does not get it twice', async () => {
  const rows = csv(['Ada;ada.twice@example.com;25/06/2026;', 'Bo;bo.once@example.com;25/06/2026;'])
  const { location } = await registrar.upload('/console/imports', { achievement }, rows)
  await registrar.post(`${location}/columns`, COLUMNS)
  const one = { achievement, name: 'Ada', email: 'ada.twice@example.com', awardedOn: '2026-06-25', grade: '' }
  expect((await registrar.post('/console/issue', { ...one, once: crypto.randomUUID() })).status).toBe(303)
  expect((await registrar.post(`${location}/award`)).status).toBe(303)
  await ended(location ?? '')
  const { html } = await registrar.get(location ?? '')
  expect(html).toContain('1 credential issued')
  expect(html).toContain('This person has this award already')
  expect((await registrar.get(`${location}/not-awarded.csv`)).html).toMatch(/^2,"?Signing: This person has this award/m)
})

test('an upload whose service was stopped is taken up again, one from the release before too', async () => {
  const { storage, now } = running.parts
  const { location } = await registrar.upload('/console/imports', { achievement }, csv([line(1), line(2)]))
  const id = location?.split('/').at(-1) ?? ''
  await storage.db.deleteFrom('batch_row').where('batch_id', '=', id).execute()
  const content = 'Name,Email\nCy,cy.again@example.com\n'
  const mapping = JSON.stringify({ columns: { name: 'Name', email: 'Email' }, awardedOn: '2026-06-25' })
  await storage.db
    .updateTable('batch')
    .set({ state: 'running', content, mapping, columns: null })
    .where('id', '=', id)
    .execute()
  await storage.db.deleteFrom('job').where('state', '!=', 'running').execute()
  await resumeBatches(running.parts)
  const waiting = storage.db
    .selectFrom('job')
    .selectAll()
    .where('kind', '=', 'batch')
    .where('created_at', '<=', now().toISOString())
  expect(await waiting.execute()).toHaveLength(1)
  running.parts.wake()
  await ended(location ?? '')
  expect((await registrar.get(location ?? '')).html).toContain('1 credential issued')
})
