import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { createIssuer } from '../../../issuer/create-issuer.ts'
import { DEMONSTRATION_REGISTER, loadDemonstration } from '../../../issuer/demonstration.ts'
import { listStaff } from '../../../issuer/records/staff.ts'
import { createStaffLink } from '../../../issuer/sign-in.ts'
import type { RunningIssuer } from '../../../issuer/start.ts'
import { expectAccessible, leaveBrowser, screenshot, sharedBrowser } from '../../browser.ts'
import { runIssuer } from '../service.ts'

const WIDTHS = [1280, 360]
const PUBLIC = `/issuers/${DEMONSTRATION_REGISTER}/register`
const CONSOLE = '/console/register'

let browser: Browser
let running: RunningIssuer
/** Two people at the register, each in a browser of their own, and somebody who only reads. */
let [anna, ben, reader]: Page[] = []
let college: { did: string }

beforeAll(async () => {
  running = await runIssuer()
  await loadDemonstration(running.parts)
  college = await createIssuer({ name: 'Harbour Training', slug: 'harbour', status: true }, running.parts)
  browser = await sharedBrowser()
  const people = await listStaff(running.parts.storage.db, DEMONSTRATION_REGISTER)
  const links = await Promise.all(people.map((person) => createStaffLink(person, running.parts)))
  ;[anna, ben, reader] = await Promise.all(
    [...links, undefined].map(async (link) => {
      const page = await (await browser.newContext()).newPage()
      page.setDefaultTimeout(20_000)
      if (link !== undefined) {
        await page.goto(link)
        await page.click('main button')
        await page.waitForURL('**/console')
      }
      return page
    }),
  )
}, 90_000)

afterAll(async () => {
  await leaveBrowser(browser)
  await running.stop()
})

/** What a page shows is in order: accessible on a phone, and at both widths nothing scrolls sideways. */
async function inOrder(page: Page | undefined, name: string, widths = WIDTHS): Promise<Page> {
  if (page === undefined) throw new Error('There is no such page.')
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    if (width === 360) await expectAccessible(page)
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { scrollWidth, clientWidth }
    })
    expect([name, scrollWidth]).toEqual([name, clientWidth])
    if (process.env.SCREENSHOTS) await screenshot(page, `register-${name}-${width}`)
  }
  return page
}

async function at(page: Page | undefined, path: string, name: string, widths = WIDTHS): Promise<Page> {
  await page?.goto(new URL(path, running.url).href)
  return await inOrder(page, name, widths)
}

test('anyone reads who is recognised, for what, and what was changed', async () => {
  const issuer = await at(reader, `/issuers/${DEMONSTRATION_REGISTER}`, 'issuer')
  await issuer.click('main a:has-text("Its register")')
  const register = await inOrder(reader, 'public')
  await register.fill('#text', 'independent')
  await register.click('main button:has-text("Search")')
  await register.click('main table a:has-text("Example Independent College")')
  const entry = await inOrder(reader, 'entry')
  const text = await entry.textContent('main')
  expect(text).toContain('May award modules at RQF level 4 and 5')
  expect(text).toContain('It counts at most as: externally quality assured.')
  expect(text).toContain('the software, when it was set up')
  await at(reader, `${PUBLIC}?text=nobody`, 'nothing-found')
  await at(reader, `${PUBLIC}/changes`, 'changes')
}, 60_000)

test('one proposes, another confirms, and it is published; all by clicking', async () => {
  const form = await at(anna, CONSOLE, 'console')
  await form.click('main a:has-text("Add someone")')
  await inOrder(anna, 'add')
  await form.click('main button:has-text("Propose it")')
  await form.waitForSelector('.error-summary')
  await inOrder(anna, 'add-errors')
  await form.fill('#name', 'Harbour Training')
  await form.fill('#did', college.did)
  await form.check('label:has-text("Units")')
  await form.click('summary:has-text("Levels")')
  await form.check('label:has-text("RQF Level 2")')
  await form.click('summary:has-text("Fields of study")')
  await form.check('label:has-text("104 Transport services")')
  await form.fill('#from', '2026-01-01')
  await form.fill('#note', 'Visited on 3 March.')
  await form.click('main button:has-text("Propose it")')
  await form.waitForSelector('text=You proposed this.')
  await inOrder(anna, 'proposed')
  expect(await form.textContent('main')).toContain(
    'It may award units at RQF level 2 in Transport services from 1 January 2026.',
  )

  const other = await at(ben, CONSOLE, 'waiting')
  await other.click('main table a:has-text("Add to the register")')
  await other.waitForSelector('text=These keys were read from its DID document')
  await inOrder(ben, 'decide')
  await other.click('summary:has-text("Confirm")')
  await inOrder(ben, 'confirm')
  await other.click('button:has-text("Confirm and publish")')
  await other.waitForSelector('text=Confirmed, and published as version 2.')
  await inOrder(ben, 'confirmed')

  await at(reader, `${PUBLIC}?field=ISCED-F+10`, 'by-field')
  expect(await reader?.textContent('main table')).toContain('Harbour Training')
  expect(await reader?.textContent('main table')).not.toContain('Example Independent College')
}, 120_000)

test('every form with which an entry is changed is in order, and what is missing is named', async () => {
  const entry = await at(anna, `${CONSOLE}/entry?did=${encodeURIComponent(college.did)}`, 'entry-console')
  const links = await entry.$$eval('main .actions a', (found) => found.map((one) => one.getAttribute('href') ?? ''))
  expect(links.length).toBeGreaterThan(8)
  for (const link of links) {
    const act = new URL(link, running.url).searchParams.get('act') ?? ''
    const form = await at(anna, link, `form-${act}`, [360])
    await form.click('main button:has-text("Propose it")')
    const refused = await form.waitForSelector('.error-summary, .notice:has-text("You proposed this.")')
    if ((await refused.getAttribute('role')) === 'alert') await inOrder(anna, `form-${act}-errors`, [360])
  }
  await at(anna, `${CONSOLE}/versions`, 'versions')
}, 240_000)

test('a withdrawal is told with its reason, and the entry stays', async () => {
  const form = await at(ben, `${CONSOLE}/propose?act=withdraw&did=${encodeURIComponent(college.did)}`, 'withdraw')
  await form.check('input[name="of"]')
  await form.fill('#from', '2026-06-01')
  await form.fill('#reason', 'Awards were given without assessment.')
  await form.click('main button:has-text("Propose it")')
  await form.waitForSelector('text=You proposed this.')
  const { pathname } = new URL(form.url())
  const other = await at(anna, pathname, 'withdrawal')
  await other.click('summary:has-text("Confirm")')
  await other.click('button:has-text("Confirm and publish")')
  await other.waitForSelector('text=Confirmed, and published')
  const entry = await at(reader, `${PUBLIC}/entry?did=${encodeURIComponent(college.did)}`, 'withdrawn')
  const text = await entry.textContent('main')
  expect(text).toContain('Withdrawn as of 1 June 2026. Reason: Awards were given without assessment.')
  expect(text).toContain('Proposed by an administrator, confirmed by an administrator')
  expect(text).not.toContain('Recognition panel')
}, 60_000)
