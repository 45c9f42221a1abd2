import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expectAccessible, leaveBrowser, sharedBrowser } from '../browser.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } }

let gallery: ChildProcess
let base: string
let browser: Browser

beforeAll(async () => {
  gallery = spawn(process.execPath, ['scripts/gallery.ts'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  if (!gallery.stdout) throw new Error('The gallery has no output.')
  const [line] = await once(createInterface({ input: gallery.stdout }), 'line')
  base = String(line).replace('gallery ', '')
  browser = await sharedBrowser()
}, 90_000)

afterAll(async () => {
  await leaveBrowser(browser)
  gallery.kill()
}, 30_000)

async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: base, ...options })
  try {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await use(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

/** Every piece is seen in both sizes and in both lights; what differs in kind, in each size in each light. */
const VIEWS = [
  { size: 'phone', colorScheme: 'dark', telling: false },
  { size: 'desk', colorScheme: 'light', telling: false },
  { size: 'phone', colorScheme: 'light', telling: true },
  { size: 'desk', colorScheme: 'dark', telling: true },
] as const
const TELLING = new Set(['/credential', '/verdict-revoked', '/form', '/batch'])

test('the pieces keep WCAG 2.2 AA and fit the screen, on a phone and on a desk, in the light and in the dark', async () => {
  await withPage({ viewport: SIZES.phone, reducedMotion: 'reduce' }, async (page) => {
    await page.goto('/')
    const all = await page.$$eval('main li a', (links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(all.length).toBeGreaterThan(15)
    expect(all).toEqual(expect.arrayContaining([...TELLING]))
    for (const path of all) {
      await page.goto(path)
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details:not([data-confirm])')) one.setAttribute('open', '')
      })
      for (const [views, { size, colorScheme, telling }] of VIEWS.entries()) {
        if (telling && !TELLING.has(path)) continue
        await page.setViewportSize(SIZES[size])
        await page.emulateMedia({ colorScheme })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect({ path, size, wide }).toEqual({ path, size, wide: SIZES[size].width })
        await expectAccessible(page, { again: views > 0 })
      }
    }
  })
}, 240_000)

test('a question before a final act opens as a dialog, begins at the way back, and closes by Escape', async () => {
  await withPage({ viewport: SIZES.phone }, async (page) => {
    await page.goto('/credential')
    await page.getByText('Withdraw this share', { exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Withdraw this share?' })
    expect(await dialog.isVisible()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Go back')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
  })
}, 60_000)

test('without scripts the question unfolds, its form posts, and nothing that needs scripts is shown', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto('/credential')
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0)
    await page.getByText('Withdraw this share', { exact: true }).click()
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    expect(await page.title()).toContain('Gallery')
    await page.goto('/check')
    expect(await page.locator('button:visible').allInnerTexts()).toEqual(['Check it'])
  })
}, 60_000)

test('the copy button copies the link and says so', async () => {
  await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto('/credential')
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('Copied.').waitFor()
    const link = await page.getByLabel('Link to this share').inputValue()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  })
}, 60_000)

test('the bar follows the work', async () => {
  await withPage({}, async (page) => {
    await page.goto('/batch')
    await page.getByText('16 of 25 badges').waitFor()
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('16')
  })
}, 60_000)

test('a picture of a QR code becomes the text that is sent; any other file is sent as it is', async () => {
  await withPage({}, async (page) => {
    await page.goto('/credential')
    const link = await page.getByLabel('Link to this share').inputValue()
    const picture = await page.locator('.qr svg').screenshot()
    await page.goto('/check')
    await page.locator('[data-file-drop=awake]').waitFor()
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.setInputFiles('#file', { name: 'qr.png', mimeType: 'image/png', buffer: picture })
    expect((await sent).postData()).toContain(link)
    await page.getByRole('heading', { name: 'Gallery' }).waitFor()
    await page.goto('/check')
    await page.locator('[data-file-drop=awake]').waitFor()
    const next = page.waitForRequest((request) => request.method() === 'POST')
    await page.setInputFiles('#file', {
      name: 'badge.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"a":1}'),
    })
    // The browser does not show a body that holds a file; that it hides this one tells that the file is in it.
    const file = await next
    expect(file.headers()['content-type']).toContain('multipart/form-data')
    expect(file.postData()).toBeNull()
  })
}, 60_000)
