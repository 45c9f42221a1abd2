import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { RunningIssuer } from '../../issuer/start.ts'
import { expectAccessible, leaveBrowser, screenshot, sharedBrowser } from '../browser.ts'
import { College, copies } from './dependents.ts'
import { runIssuer } from './service.ts'

const NORTH = 'https://north-campus.college.example/departments/engineering'

let browser: Browser
let running: RunningIssuer
let college: College
let page: Page

beforeAll(async () => {
  running = await runIssuer()
  college = await College.open(running)
  const { id } = await college.award('Ada', { centre: [NORTH], assessor: 'did:example:sam' })
  await copies(college, id, { count: 47, learners: 20 })
  const revoked = await college.award('Bea', { achievement: 'casting', centre: [NORTH] })
  await college.staff.post(`/console/credentials/${revoked.id}/status`, { act: 'revoke' })
  browser = await sharedBrowser()
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const [name = '', value = ''] = college.staff.cookie.split('=')
  await context.addCookies([{ name, value, url: running.url }])
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
}, 90_000)

afterAll(async () => {
  await leaveBrowser(browser)
  await running.stop()
})

/** No accessibility violation on a phone, and at both widths nothing that scrolls sideways. */
async function expectGood(name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    if (width === 360) await expectAccessible(page)
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { scrollWidth, clientWidth }
    })
    expect([page.url(), scrollWidth]).toEqual([page.url(), clientWidth])
    if (process.env.SCREENSHOTS) await screenshot(page, `issuer-suspension-${name}-${width}`)
  }
}

test('staff suspend what depends on a centre, see it at work, and lift it, all by clicking', async () => {
  await page.goto(`${running.url}/console/credentials`)
  await page.click('a:has-text("Suspend what depends on …")')
  await page.waitForSelector('h1:has-text("Suspend what depends on …")')
  await expectGood('list')
  await page.goto(`${running.url}/console/suspensions?text=nothing+like+it`)
  await expectGood('not-found')
  await page.click('main a:has-text("Show all")')
  await page.click(`main table a:has-text("${NORTH}")`)
  await page.waitForSelector('h2:has-text("Suspend 48 credentials?")')
  await expectGood('preview')
  await page.click('button.button-danger')
  await page.waitForSelector('.error-summary')
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('error-summary')
  await expectGood('error')
  await college.award('Cat', { centre: [NORTH] })
  await page.fill('#reason', 'Results were entered by someone who was not there.')
  await page.fill('#publicReason', 'The centre is being looked into.')
  await page.click('button.button-danger')
  await page.waitForSelector('text=The count changed while you looked')
  await expectGood('changed')
  expect(await page.inputValue('#reason')).toContain('Results were entered')
  await page.click('button.button-danger:has-text("Suspend 49 credentials")')
  await page.waitForSelector('h1:has-text("Suspended")')
  await expectGood('suspended')
  const { pathname } = new URL(page.url())

  await page.goto(`${running.url}/console/credentials?status=suspended`)
  await page.click('main table a')
  await page.waitForSelector('text=Suspended with')
  await expectGood('credential')
  await page.click('a:has-text("What anyone may see")')
  await page.waitForSelector('text=The centre is being looked into.')
  await expectGood('badge')

  const { db } = college
  await db.updateTable('suspension').set({ state: 'suspending', done: 12, at: '~' }).execute()
  await page.goto(`${running.url}${pathname}`)
  await page.waitForSelector('h1:has-text("Suspending")')
  await expectGood('at-work')
  // The page follows the work and turns by itself once it has ended.
  await db.updateTable('suspension').set({ state: 'suspended', done: 49, at: '' }).execute()
  await page.click('summary:has-text("Lift this suspension")')
  await page.waitForSelector('h2:has-text("Reinstate 49 credentials?")')
  await expectGood('lift')
  await page.click('button.button-danger:has-text("Lift it")')
  await page.waitForSelector('h1:has-text("Suspension lifted")')
  await expectGood('lifted')
  await page.goto(`${running.url}/console/suspensions`)
  await expectGood('list-after')
}, 240_000)
