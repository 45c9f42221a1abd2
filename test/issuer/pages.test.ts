import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { loadDemonstration } from '../../issuer/demonstration.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { expectAccessible, leaveBrowser, screenshot, sharedBrowser } from '../browser.ts'
import { runIssuer } from './service.ts'

const RESULTS = join(import.meta.dirname, '..', '..', 'examples', 'results.csv')

let browser: Browser
let running: RunningIssuer
let page: Page
let links: { staffSignInUrl: string; claimUrls: string[] }

beforeAll(async () => {
  running = await runIssuer()
  links = await loadDemonstration(running.parts)
  browser = await sharedBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
  page.setDefaultTimeout(20_000)
}, 90_000)

afterAll(async () => {
  await leaveBrowser(browser)
  await running.stop()
})

/** No accessibility violation, and nothing that makes a small screen scroll sideways. */
async function expectGood(): Promise<void> {
  await expectAccessible(page)
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect([page.url(), scrollWidth]).toEqual([page.url(), clientWidth])
}

async function pictures(name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await screenshot(page, `issuer-${name}-${width}`)
  }
}

async function open(path: string, heading: string): Promise<void> {
  await page.goto(new URL(path, running.url).href)
  expect(await page.textContent('h1')).toBe(heading)
  await expectGood()
}

test('what anyone may see is in order at 360 px', async () => {
  await open('/', 'Award what people have learned')
  await open('/issuers/example-college', 'Example Independent College')
  await open('/issuers/example-college/achievements/safeguarding-update', 'Safeguarding update')
  await open(links.claimUrls[0] ?? '', 'Something is waiting for you')
  await open('/sign-in', 'Sign in')
  await open('/issuers/nobody', 'Not found')
  await open('/outbox', 'Outbox')
}, 90_000)

test('staff sign in by a link, import results, and revoke one, all by clicking', async () => {
  await open(links.staffSignInUrl, 'Sign in')
  await page.click('main button')
  await page.waitForURL('**/console')
  await expectGood()

  await page.click('main a:has-text("Import results")')
  await page.waitForURL('**/console/imports')
  await expectGood()
  await page.selectOption('#achievement', { label: 'Network Security Operations' })
  await page.setInputFiles('#file', RESULTS)
  await page.click('button:has-text("Upload and check")')
  await page.waitForSelector('h1:has-text("Which column is what?")')
  await expectGood()
  const { db } = running.parts.storage
  const { pathname } = new URL(page.url())
  const put = (state: 'uploaded' | 'checking' | 'refused' | 'read') =>
    db
      .updateTable('batch')
      .set({ state, done: 9_000, total: 40_000, refusal: 'A quote in row 3 is not closed.' })
      .execute()
  await put('uploaded')
  await open(pathname, 'Reading the file')
  await put('checking')
  await open(pathname, 'Checking the rows')
  if (process.env.SCREENSHOTS) await pictures('checking')
  // The page follows the work and turns by itself once it has ended.
  await put('refused')
  await page.waitForSelector('h1:has-text("This file cannot be read")')
  await expectGood()
  if (process.env.SCREENSHOTS) await pictures('refused')
  await put('read')
  await open(pathname, 'Which column is what?')
  await page.click('button:has-text("Check the rows")')
  await page.waitForSelector('h1:has-text("Check before you award")')
  if (process.env.SCREENSHOTS) await pictures('preview')
  await expectGood()
  await page.click('summary:has-text("Award to 22 people")')
  await expectGood()
  await page.click('button:has-text("Sign 22 credentials")')
  await page.waitForSelector('h1:has-text("22 credentials issued")', { timeout: 60_000 })
  await expectGood()

  await page.click('a:has-text("See these credentials")')
  await page.waitForSelector('h1:has-text("Credentials")')
  await expectGood()
  await page.click('main table a')
  await page.waitForSelector('summary:has-text("Revoke")')
  await expectGood()
  await page.click('summary:has-text("Revoke")')
  await page.fill('#revokeReason', 'Awarded to the wrong person')
  await page.click('button.button-danger:has-text("Revoke")')
  await page.waitForSelector('text=Revoked, and the list is published.')
  await expectGood()
  await page.click('a:has-text("What anyone may see")')
  await page.waitForSelector('text=The issuer has revoked this award')
  await expectGood()
}, 120_000)

test('every other page of the console is in order, errors and empty places included', async () => {
  await open('/console/achievements', 'Achievements')
  await open('/console/achievements/safeguarding-update', 'Safeguarding update')
  await open('/console/achievements/safeguarding-update/edit', 'Change an achievement')
  await open('/console/achievements/new', 'Describe an achievement')
  await page.click('main form button.button-primary')
  await page.waitForSelector('.error-summary')
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('error-summary')
  await expectGood()
  await open('/console/issue', 'Award to one person')
  await page.click('main form button.button-primary')
  await page.waitForSelector('.error-summary')
  await expectGood()
  await open('/console/credentials?text=nobody+of+that+name', 'Credentials')
  await open('/console/recognition', 'Recognise learning from elsewhere')
  await open('/console/settings', 'Settings')
  await page.fill('#keyName', 'Timetable')
  await page.click('button:has-text("Make a key")')
  await page.waitForSelector('text=Copy the new key now')
  await expectGood()
}, 120_000)
