import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { type Report, verify } from '#credential'
import { deleteAccount } from '../../wallet/delete-account.ts'
import { startImport } from '../../wallet/import-files.ts'
import { eachCredentials, readCredential, saveCredential } from '../../wallet/records/credentials.ts'
import { enterPerson, type Person } from '../../wallet/records/person.ts'
import { sweep } from '../../wallet/sweep.ts'
import { latenciesDuring } from '../latencies.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { broughtIn, ended, exported } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
let issuer: SmallIssuer
let report: Report

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet({}, { exportLimits: { credentials: 60, bytes: 700 * 1024 } })
  report = await verify(readCredential(JSON.stringify(await issuer.award({}, 'vc-jwt'))), await wallet.parts.world())
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

/** Puts texts into a passport as receiving them would, without looking at each again. */
async function hold(person: Person, texts: readonly string[]): Promise<void> {
  const { parts } = wallet
  await parts.storage.transaction(async (together) => {
    for (const text of texts) {
      await saveCredential(parts, together, person, { text, received: readCredential(text), report })
    }
  })
}

const award = async (count: number, changes: () => object = () => ({})) => {
  const texts: string[] = []
  for (let index = 0; index < count; index++) {
    const id = `urn:uuid:${crypto.randomUUID()}`
    texts.push(JSON.stringify(await issuer.award({ id, ...changes() }, 'vc-jwt')))
  }
  return texts
}

/** Everything that is held. */
async function textsOf(person: Person): Promise<string[]> {
  const texts: string[] = []
  for await (const slice of eachCredentials(wallet.parts, person, 50)) texts.push(...slice.map(({ text }) => text))
  return texts.sort()
}

test('a passport too large for one ZIP is saved in several, and brought in again whole from them', async () => {
  const { person, visitor } = await wallet.enter('many@example.org', 'Many')
  // Some that pack very tightly, one that packs badly, and most of the usual kind; many arrived at the same time.
  const tight = await award(2, () => ({ name: 'A'.repeat(100_000) }))
  const noise = await award(1, () => ({ name: randomBytes(90_000).toString('base64') }))
  await hold(person, [...(await award(130)), ...tight, ...noise])
  const before = await textsOf(person)
  expect(before).toHaveLength(133)

  const zips = await exported(visitor)
  expect(zips.length).toBeGreaterThan(2)
  const names = zips.map((zip) => Object.keys(unzipSync(zip)))
  const credentials = names.flat().filter((name) => name.startsWith('credentials/'))
  expect(new Set(credentials).size).toBe(133)
  expect(names.map((all) => all.includes('shares.json'))).toEqual([...zips.slice(1).map(() => false), true])
  const readme = Buffer.from(unzipSync(zips[0] ?? new Uint8Array())['README.txt'] ?? []).toString()
  expect(readme).toContain('This is part 1, and more follow.')
  for (const [index, zip] of zips.entries()) {
    const page = Buffer.from(unzipSync(zip)['index.html'] ?? []).toString()
    expect(page.match(/<article/g)).toHaveLength(names[index]?.filter((name) => name.startsWith('cred')).length ?? 0)
    expect(page).toMatch(/^<!doctype html><html.*<\/html>$/s)
  }

  const { person: other, visitor: newcomer } = await wallet.enter('many-again@example.org', 'Many')
  for (const [index, zip] of zips.entries()) {
    const page = await broughtIn(newcomer, [{ name: `part-${index + 1}.zip`, bytes: zip }])
    expect(page).not.toContain('Not added.')
  }
  expect(await textsOf(other)).toEqual(before)
}, 60_000)

test('others are answered while hundreds are brought in and saved, and each shows how far it is', async () => {
  const { person, visitor } = await wallet.enter('busy@example.org', 'Busy')
  const texts = await award(250)
  const zip = zipSync(Object.fromEntries(texts.map((text, index) => [`${index}.json`, strToU8(text)])))
  let at = ''
  const latencies = await latenciesDuring(`${wallet.url}/health`, async () => {
    at = (await visitor.upload('/add/file', [{ name: 'all.zip', bytes: zip }])).headers.get('location') ?? ''
    const page = await (await visitor.get(at)).text()
    expect(page).toMatch(/<progress max="250" value="\d+"/)
    expect(page).toContain('Look again')
    expect(await (await visitor.get('/passport')).text()).toContain('We are looking at what you brought')
    const figures = await ended(visitor, at)
    expect(new Set(figures.map(({ done }) => done)).size).toBeGreaterThan(3)
    const { location } = Object.fromEntries((await visitor.post('/export')).headers)
    await ended(visitor, location ?? '')
  })
  expect(latencies.usual).toBeLessThan(200)
  expect(latencies.slowest).toBeLessThan(1_000)
  expect(await textsOf(person)).toEqual(texts.sort())

  const page = await (await visitor.get(at)).text()
  expect(page).toContain('250 credentials added')
  expect(page).toContain('Page 1 of 5')
  expect(await (await visitor.get('/passport')).text()).toContain('We looked at 250 files that you brought')
  expect((await visitor.post(`${at}/forget`)).headers.get('location')).toBe('/passport')
  expect((await visitor.get(at)).status).toBe(404)
  expect(await (await visitor.get('/passport')).text()).not.toContain('that you brought')
}, 90_000)

test('what could not be added is named first, and only its owner sees any of it', async () => {
  const { person, visitor } = await wallet.enter('owner@example.org', 'Owner')
  const { visitor: stranger } = await wallet.enter('stranger@example.org', 'Stranger')
  const [good = ''] = await award(1)
  const files = { 'a.json': strToU8(good), 'b.json': strToU8('{'), 'c.json': new Uint8Array(5 * 1024 * 1024) }
  const answer = await visitor.upload('/add/file', [{ name: 'x.zip', bytes: zipSync(files) }])
  const at = answer.headers.get('location') ?? ''
  await ended(visitor, at)
  const page = await (await visitor.get(at)).text()
  const order = ['b.json', 'c.json', 'a.json'].map((name) => page.indexOf(`<bdi>${name}`))
  expect(order.every((place) => place > 0)).toBe(true)
  expect(Math.max(order[0] ?? 0, order[1] ?? 0)).toBeLessThan(order[2] ?? 0)
  expect(page).toContain('It is larger than 4 MiB')
  await hold(person, await award(70))
  const saved = (await visitor.post('/export')).headers.get('location') ?? ''
  await ended(visitor, saved)
  for (const path of [at, `${at}/progress`, saved, `${saved}/progress`, `${saved}/1`]) {
    expect((await stranger.get(path)).status).toBe(404)
    expect((await visitor.get(path)).status).toBe(200)
  }
  // A job is not shown as one of another kind.
  expect((await visitor.get(at.replace('/add/imports', '/account/exports'))).status).toBe(404)
  expect((await stranger.post(`${at}/forget`)).status).toBe(404)
})

test('files and results are kept sealed, the files no longer than needed, and all goes with the account', async () => {
  const { person, visitor } = await wallet.enter('sealed@example.org', 'Sealed')
  const { db } = wallet.parts.storage
  const [good = ''] = await award(1)
  const zip = zipSync({ 'canary.json': strToU8(good) }, { level: 0 })
  const job = await startImport(wallet.parts, person, [{ name: 'canary.zip', bytes: zip }])
  await ended(visitor, `/add/imports/${job}`)
  const own = (table: 'import_result' | 'transfer_file' | 'transfer_block') =>
    db.selectFrom(table).selectAll().where('account_id', '=', person.id).execute()
  expect(await own('transfer_block')).toEqual([])
  const [result] = await own('import_result')
  expect(Buffer.from((result as { body: Uint8Array }).body).toString('latin1')).not.toContain('canary')
  await visitor.post('/export')
  await hold(person, await award(70))
  const saved = (await visitor.post('/export')).headers.get('location') ?? ''
  await ended(visitor, saved)
  const blocks = await own('transfer_block')
  expect(blocks.length).toBeGreaterThan(1)
  const all = Buffer.concat(blocks.map((block) => (block as { body: Uint8Array }).body)).toString('latin1')
  expect(all).not.toContain('README.txt')

  const later = new Date(Date.now() + 25 * 60 * 60 * 1_000)
  await sweep({ storage: wallet.parts.storage, now: () => later })
  expect(await own('transfer_block')).toEqual([])
  expect(await own('import_result')).toHaveLength(1)
  await deleteAccount(wallet.parts, person)
  expect(await own('import_result')).toEqual([])
  expect(await db.selectFrom('job').selectAll().where('owner', '=', person.id).execute()).toEqual([])
})

test('an import goes on where it was when its service was stopped in the middle', async () => {
  const issued = await award(60)
  const folder = mkdtempSync(join(tmpdir(), 'passport-transfer-'))
  const zip = zipSync(Object.fromEntries(issued.map((text, index) => [`${index}.json`, strToU8(text)])))
  const first = await startTestWallet({ DATA_DIR: folder })
  const person = await enterPerson(first.parts, 'resumed@example.org')
  const job = await startImport(first.parts, person, [{ name: 'all.zip', bytes: zip }])
  const done = async ({ parts }: TestWallet) => {
    const rows = await parts.storage.db
      .selectFrom('import_result')
      .select('outcome')
      .where('job_id', '=', job)
      .execute()
    return rows.map(({ outcome }) => outcome)
  }
  for (let attempt = 0; attempt < 500 && (await done(first)).length < 5; attempt++) await sleep(5)
  await first.stop()
  const second = await startTestWallet({ DATA_DIR: folder })
  const begun = (await done(second)).length
  expect(begun).toBeGreaterThanOrEqual(5)
  expect(begun).toBeLessThan(60)
  for (let attempt = 0; attempt < 1_000 && (await done(second)).length < 60; attempt++) await sleep(20)
  expect(await done(second)).toEqual(issued.map(() => 'added'))
  await second.stop()
  rmSync(folder, { recursive: true })
}, 60_000)
