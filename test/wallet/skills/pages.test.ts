import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { expectAccessible, leaveBrowser, sharedBrowser } from '../../browser.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let browser: Browser
let page: Page
let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T09:00:00Z') })
  const { person } = await wallet.enter('pages@example.org', 'Ola')
  const lapsed = { awardedDate: '2024-10-12T00:00:00Z', achievement: aligned('sector/auto-motorsport', 'AM-HV2') }
  await hold(wallet.parts, person, held(lapsed))
  const credit = [{ type: ['Credit'], creditValue: '4', creditScheme: 'RQF' }]
  await hold(
    wallet.parts,
    person,
    held({ subject: { creditAwarded: credit }, achievement: aligned('itq/2009', 'IPU/2') }),
  )
  browser = await sharedBrowser()
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  await page.goto(await wallet.parts.signIn.createLink({ accountId: person.id }, { minutes: 5 }))
  await page.locator('main button').click()
  await page.getByRole('heading', { level: 1, name: 'Your passport' }).waitFor()
}, 90_000)
afterAll(async () => {
  await leaveBrowser(browser)
  await wallet.stop()
})

test.each([
  '/skills/calendar',
  '/skills/levels?level=RQF+4&one=HNC-EWNI&other=HNC-SCO',
  '/skills/gap',
  '/skills/readiness/ROLE-EVTECH',
  '/skills/itq?target=itq%2F2009%23L2-CERT&want=SS%2F1',
  '/skills/credit',
])('%s is accessible with all unfolded, and fits a phone', async (path) => {
  await page.goto(`${wallet.url}${path}`)
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true
  })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
