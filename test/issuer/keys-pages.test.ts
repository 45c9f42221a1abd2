import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { RunningIssuer } from '../../issuer/start.ts'
import { expectAccessible, leaveBrowser, screenshot, sharedBrowser } from '../browser.ts'
import { newIssuer, PLAIN, post, runIssuer } from './service.ts'

let browser: Browser
let running: RunningIssuer
let page: Page

beforeAll(async () => {
  running = await runIssuer()
  browser = await sharedBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
  page.setDefaultTimeout(20_000)
}, 90_000)

afterAll(async () => {
  await leaveBrowser(browser)
  await running.stop()
})

async function expectGood(name: string): Promise<void> {
  await expectAccessible(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect([page.url(), width]).toEqual([page.url(), 360])
  if (process.env.SCREENSHOTS) await screenshot(page, `issuer-${name}-360`)
}

test('an administrator retires a key and reports it as stolen, all by clicking', async () => {
  const { staffSignInUrl, issueUrl, apiKey } = await newIssuer(running)
  await post(issueUrl, { credential: PLAIN }, apiKey)
  await page.goto(staffSignInUrl)
  await page.click('main button')
  await page.waitForURL('**/console')
  await page.click('a:has-text("Settings")')
  await page.click('a:has-text("Its keys over time")')
  await page.waitForSelector('h1:has-text("Signing keys")')
  await expectGood('keys')

  await page.click('summary:has-text("Retire the key in use")')
  await page.fill('#rotate-reason', 'Yearly')
  await page.click('button:has-text("Retire it")')
  await page.waitForSelector('text=You now sign with key 2')
  await expectGood('keys-retired')

  await page.selectOption('#number', { label: 'Key 1' })
  await page.fill('#since', '2026-01-31T12:00')
  await page.fill('#reason', 'A laptop was lost.')
  await page.click('button:has-text("See what it means")')
  await page.waitForSelector('text=1 credential that it signed since then will be good no more')
  await expectGood('keys-report')
  await page.click('summary:has-text("Report key 1")')
  await page.click('button:has-text("Report it")')
  await page.waitForSelector('text=Key 1 is published as in other hands since')
  await expectGood('keys-reported')
}, 90_000)
