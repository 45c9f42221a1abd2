import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { bakeImage, presentationOf } from '#credential'
import type { JsonObject } from '#platform'
import { expectAccessible, leaveBrowser, screenshot, sharedBrowser } from '../browser.ts'
import { png } from '../credential/bake/pictures.ts'
import { type College, startCollege } from './college.ts'
import { serveVerifier, type TestVerifier } from './service.ts'

let college: College
let verifier: TestVerifier
let credential: JsonObject
let folder: string
let browser: Browser | undefined

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier({ TRUST_LISTS: `${college.url}/register ${college.did}` })
  credential = await college.issue()
  folder = mkdtempSync(join(tmpdir(), 'passport-many-'))
  browser = await sharedBrowser()
}, 60_000)
afterAll(async () => {
  await leaveBrowser(browser)
  rmSync(folder, { recursive: true })
  await verifier.stop()
  await college.stop()
})

type Files = Readonly<Record<string, string | Uint8Array>>

async function send(files: Files, fields: Readonly<Record<string, string>> = {}) {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('file', new Blob([Buffer.from(content)]), name)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const response = await fetch(`${verifier.url}/check/many`, {
    method: 'POST',
    body: form,
    headers: { Accept: 'text/html' },
  })
  return { status: response.status, html: await response.text() }
}

const csvIn = (html: string) =>
  Buffer.from(/data:text\/csv;base64,([\w+/=]+)/.exec(html)?.[1] ?? '', 'base64').toString('utf8')

describe('POST /check/many', () => {
  test('answers for each file, row and line, and for each credential in it, as a page and as a table', async () => {
    const text = JSON.stringify(credential)
    const altered = { ...credential, name: 'Something better' }
    college.share('/s/one', [credential])
    const files = {
      'ola.json': text,
      'ada.png': bakeImage(png(), text),
      'both.json': JSON.stringify(presentationOf([credential, altered])),
      'bad.json': '{"a":1,"a":2}',
      'people.csv': `Name,Link\n=1+1,${college.url}/s/one\nEve,nonsense\n`,
    }
    const { status, html } = await send(files, { links: `\n${college.url}/nothing\n` })
    expect(status).toBe(200)
    const [head, ...rows] = csvIn(html).trim().split('\n')
    expect(head).toMatch(/^Where,What,Issued by/)
    expect(rows.map((row) => row.split(',').slice(0, 6).join(','))).toEqual([
      expect.stringMatching(/^ola\.json,Network Security Operations,Example.*,accepted,Genuine$/),
      expect.stringMatching(/^ada\.png,.*,accepted,Genuine$/),
      expect.stringMatching(/^"both\.json, 1 of 2"/),
      expect.stringMatching(/^"both\.json, 2 of 2"/),
      expect.stringMatching(/^bad\.json,,,,,Could not be checked$/),
      expect.stringMatching(/^Row 2,.*,accepted,Genuine$/),
      expect.stringMatching(/^Row 3,,,,,Could not be checked$/),
      expect.stringMatching(/^Line 2,,,,undecided,Link could not be opened$/),
    ])
    expect(html).toContain('<span data-many-genuine="true">4</span>')
  })

  test('IHE-81: a table of 200 applicants is answered within a minute, each row verified, expired, revoked or not known', async () => {
    const [expired, revoked] = [
      await college.issue({ validUntil: '2026-07-31T00:00:00Z' }),
      await college.issue({}, 31),
    ]
    await college.revoke(31)
    const cells = [...Array(196).fill(JSON.stringify(credential)), JSON.stringify(expired), JSON.stringify(revoked)]
    const rows = [...cells, '{"a":1,"a":2}', `${college.url}/nothing`].map((cell) => `"${cell.replaceAll('"', '""')}"`)
    const began = Date.now()
    const { html } = await send({ 'applicants.csv': `Credential\n${rows.join('\n')}\n` })
    expect(Date.now() - began).toBeLessThan(60_000)
    const [, ...answered] = csvIn(html).trim().split('\n')
    expect(answered).toHaveLength(200)
    expect(answered.filter((row) => row.includes(',accepted,Genuine,Recognised issuer,'))).toHaveLength(196)
    expect(answered.slice(196)).toEqual([
      expect.stringMatching(/^Row 198,.*,rejected,No longer valid,.*It expired on 31 July 2026\./),
      expect.stringMatching(/^Row 199,.*,rejected,No longer valid,.*The issuer has since revoked it/),
      expect.stringMatching(/^Row 200,.*,Could not be checked,/),
      expect.stringMatching(/^Row 201,.*,undecided,Link could not be opened,/),
    ])
  })

  test('keeps a cell from being a formula', async () => {
    const { html } = await send({ '=cmd.json': '{}' })
    expect(csvIn(html)).toContain("\n'=cmd.json,")
  })

  test.each<[string, Files, Readonly<Record<string, string>>, number, string]>([
    ['nothing', {}, {}, 422, 'Choose files or a table'],
    ['a table without credentials', { 'people.csv': 'Name,Age\nOla,17\n' }, {}, 422, 'No column holds'],
    ['a column that is not there', { 'people.csv': 'Name,Link\nOla,x\n' }, { column: 'Proof' }, 422, 'Name, Link'],
    ['too many', { 'people.csv': `Link\n${'x\n'.repeat(1_001)}` }, {}, 413, 'more than 1000'],
  ])('shows the form again for %s', async (_what, files, fields, status, words) => {
    const answer = await send(files, fields)
    expect([answer.status, answer.html.includes(words)]).toEqual([status, true])
  })
})

describe('the page', () => {
  const headline = (page: Page) => page.locator('h1').innerText()

  /** At 360 px and on a desktop: accessible, and nothing wider than the screen. */
  async function expectGood(page: Page, name: string): Promise<void> {
    await expectAccessible(page)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      if (process.env.SCREENSHOTS) await screenshot(page, `verifier-many-${name}-${width}`)
    }
  }

  test('checks a table in parts, and shows and hands out all of it as one', async () => {
    const revoked = await college.issue({}, 21)
    await college.revoke(21)
    const cells = [...Array(26).fill(credential), revoked, { ...credential, name: 'x' }]
    const rows = cells.map((cell) => `Ola,"${JSON.stringify(cell).replaceAll('"', '""')}"`)
    writeFileSync(join(folder, 'people.csv'), `Name,Credential\n${rows.join('\n')}\n`)
    writeFileSync(join(folder, 'one.json'), JSON.stringify(credential))
    const context = await browser?.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context?.newPage()
    if (page === undefined) throw new Error('There is no browser.')
    page.setDefaultTimeout(20_000)
    const posts: string[] = []
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
    await page.goto(`${verifier.url}/check`)
    await page.getByRole('link', { name: 'Check many' }).first().click()
    await expectGood(page, 'start')
    await page.getByLabel('Choose files').setInputFiles(['people.csv', 'one.json'].map((name) => join(folder, name)))
    await page.getByRole('button', { name: 'Check them' }).click()
    await page.getByText('What was checked').waitFor()
    expect(await headline(page)).toBe('27 of 29 genuine')
    expect(posts).toHaveLength(3)
    expect(await page.locator('tbody tr').count()).toBe(29)
    expect(await page.locator('tbody tr').last().locator('td').first().innerText()).toContain('Row 29')
    const counts = await page.locator('.counts li:visible').allInnerTexts()
    expect(counts.map((one) => one.replaceAll(/\s+/g, ' '))).toEqual([
      'Genuine 27',
      'No longer valid 1',
      'Not genuine 1',
    ])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ])
    const saved = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n')
    expect(saved).toHaveLength(30)
    expect(saved.filter((line) => line.includes('Where'))).toHaveLength(1)
    await expectGood(page, 'result')
    await page.getByRole('button', { name: 'Open the whole verdict on Row 28' }).click()
    expect(await headline(page)).toBe('Genuine, but no longer valid')
  }, 60_000)

  test('works without scripts', async () => {
    const context = await browser?.newContext({ javaScriptEnabled: false })
    const page = await context?.newPage()
    if (page === undefined) throw new Error('There is no browser.')
    writeFileSync(join(folder, 'one.json'), JSON.stringify(credential))
    await page.goto(`${verifier.url}/check/many`)
    await page.getByLabel('Choose files').setInputFiles(join(folder, 'one.json'))
    await page.getByLabel('Or paste links').fill('nonsense')
    await page.getByRole('button', { name: 'Check them' }).click()
    expect(await headline(page)).toBe('1 of 2 genuine')
  }, 60_000)
})
