import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { savePersonal } from '../../../wallet/records/personal.ts'
import { expectAccessible, leaveBrowser, sharedBrowser } from '../../browser.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let browser: Browser
let page: Page
let wallet: TestWallet
let confirming: string
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T09:00:00Z') })
  const { person, visitor } = await wallet.enter('pages@example.org', 'Ola')
  const lapsed = { awardedDate: '2024-10-12T00:00:00Z', achievement: aligned('sector/auto-motorsport', 'AM-HV2') }
  await hold(wallet.parts, person, held(lapsed))
  const credit = [{ type: ['Credit'], creditValue: '4', creditScheme: 'RQF' }]
  await hold(
    wallet.parts,
    person,
    held({ subject: { creditAwarded: credit }, achievement: aligned('itq/2009', 'IPU/2') }),
  )
  for (const [at, said] of ['yes', 'yes', 'no', 'yes'].entries()) {
    await visitor.post(`/skills/self-assessment/SS/${at + 1}`, { said })
  }
  await visitor.post('/skills/targets', { technique: 'SS', level: 'Advanced', by: '2027-06-01' })
  const begun = await visitor.post('/skills/journey', {
    ...{ title: 'Web design', provider: 'Example College', status: 'Enrolled', on: '2026-01-10' },
  })
  const journey = begun.headers.get('location')?.replace('#', '/') ?? ''
  await visitor.post(`${journey}/step`, { status: 'OnHold', on: '2026-03-01', credential: '' })
  await visitor.post('/skills/watching', { target: 'ST0127' })
  const earlier = { kind: 'ownTarget', schema: z.record(z.string(), z.json()) }
  await savePersonal(wallet.parts, person, earlier, { technique: 'SS' })
  await visitor.post('/skills/prior-learning', { title: 'A claim', outcomes: 'Lead a team' })
  const which = JSON.stringify(['New CLAiT 2006', 'Unit 2 Creating spreadsheets and graphs', 1])
  const scan = { name: 'scan.jpg', bytes: new Uint8Array(9) }
  await visitor.upload('/skills/certificates', [scan], { paper: 'New CLAiT Unit 2', which, awardedOn: '2026-01-10' })
  await visitor.post('/helpers', { may: ['portfolio'], minutes: '60' })
  const work = { type: 'project', title: 'A bike', about: '', contribution: '', skill: 'Repair bikes', link: '' }
  const item = (await visitor.post('/portfolio', work)).headers.get('location') ?? ''
  await visitor.upload(`${item}/files`, [{ name: 'bike.jpg', bytes: new Uint8Array(9) }])
  await visitor.post(`${item}/ask`)
  confirming = /value="(http[^"]+\/confirm\/[^"]+)"/.exec(await (await visitor.get(item)).text())?.[1] ?? ''
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
  '/skills',
  '/skills/self-assessment',
  '/skills/self-assessment/ready',
  '/skills/self-assessment/SS/1',
  '/skills/self-assessment/SS/result',
  '/skills/targets',
  '/skills/targets/new?technique=SS',
  '/skills/progress?technique=SS',
  '/portfolio',
  '/portfolio/new',
  '/skills/timeline',
  '/skills/map',
  '/skills/map/eskills%2F2006%23SS',
  '/skills/map/named%20Repair%20bikes',
  '/skills/search?words=s&assurance=ProviderAssessed',
  '/skills/calendar',
  '/skills/levels?level=RQF+4&one=HNC-EWNI&other=HNC-SCO',
  '/skills/relations?of=hnc-networks',
  '/skills/relations',
  '/skills/prior-learning',
  '/skills/prior-learning/new?from=itq%2F2003%23SS%2F2',
  '/skills/gap',
  '/skills/readiness/ROLE-EVTECH',
  '/skills/itq?target=itq%2F2009%23L2-CERT&want=SS%2F1',
  '/skills/credit',
  '/skills/decisions',
  '/skills/certificates',
  '/skills/certificates/new?paper=New+CLAiT',
  '/helpers',
  '/skills/journey',
  '/skills/journey/new',
  '/skills/watching',
  '/skills/unreadable',
  '/packs/new',
  '/packs/new?target=ROLE-EVTECH',
  '/packs/new?target=vacancy&title=Trainee&term=AM-HV2&more=Whistling',
  '/shares',
])('%s is accessible with all unfolded, and fits a phone', async (path) => {
  await page.goto(`${wallet.url}${path}`)
  await expectFine()
})

test('a thing in the portfolio and the page of whoever is asked are accessible, and fit a phone', async () => {
  await page.goto(`${wallet.url}/portfolio`)
  await page.getByRole('link', { name: 'A bike' }).click()
  await expectFine()
  await page.goto(confirming)
  await page.getByRole('button', { name: 'Confirm it' }).click()
  await expectFine()
})

test('an old certificate, an invitation and what a helper sees are accessible, and fit a phone', async () => {
  await page.goto(`${wallet.url}/skills/certificates`)
  await page.getByRole('link', { name: 'New CLAiT Unit 2' }).click()
  await expectFine()
  await page.goto(`${wallet.url}/helpers`)
  await page.getByRole('link', { name: /^Invited / }).click()
  await expectFine()
  const link = await page.getByLabel('Give this link').inputValue()
  const helping = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await helping.goto(link)
  await expectAccessible(helping)
  await helping.getByLabel('Your name').fill('Jo')
  await helping.getByRole('button', { name: 'Begin to help' }).click()
  await helping.getByRole('heading', { level: 1, name: 'What you can help with' }).waitFor()
  await expectAccessible(helping)
  await helping.context().close()
  // What was done and looked at stands beside the invitation now.
  await page.reload()
  await page.getByRole('heading', { name: 'What was looked at: 1 time' }).waitFor()
  await expectFine()
})

test('a transition pack, from the form to the page of the college, is accessible, and fits a phone', async () => {
  await page.goto(`${wallet.url}/handover/new`)
  await page.getByLabel('E-mail address of your adviser').fill('adviser@example.org')
  await page.getByRole('button', { name: 'Make the pack' }).click()
  await page.getByText('Tick this if we may tell your adviser').first().waitFor()
  await expectFine()
  await page.getByLabel('Which school or college is it for?').fill('Canal College')
  await page.getByLabel('Spreadsheets: Advanced').check()
  await page.getByLabel('What do you want to do next?').fill('Learn to weld')
  await page.getByLabel('Yes, tell my adviser').check()
  await page.getByRole('button', { name: 'Make the pack' }).click()
  const link = await page.getByLabel('Send this link').inputValue()
  await page.getByText('Nobody has said yet that they have it').waitFor()
  await expectFine()
  const college = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await college.goto(link)
  await expectAccessible(college)
  await college.getByRole('button', { name: 'Open the pack' }).click()
  await college.getByRole('button', { name: 'We have received it' }).waitFor()
  await expectAccessible(college)
  await college.getByRole('button', { name: 'We have received it' }).click()
  await college.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor()
  await expectAccessible(college)
  await college.context().close()
  await page.reload()
  await page.getByText('Received by Canal College on').waitFor()
})

test('what was found in a vacancy is accessible, and fits a phone', async () => {
  await page.goto(`${wallet.url}/packs/new`)
  await page.getByLabel('The text of the vacancy').fill('An EV technician for high-voltage isolation.')
  await page.getByRole('button', { name: 'Find the skills in it' }).click()
  await page.getByRole('heading', { level: 1, name: 'What the vacancy asks for' }).waitFor()
  await expectFine()
})

test('a claim and one of its outcomes are accessible, and fit a phone', async () => {
  await page.goto(`${wallet.url}/skills/prior-learning`)
  await page.getByRole('link', { name: 'A claim', exact: true }).click()
  await expectFine()
  await page.getByRole('link', { name: 'Put something to it for outcome 1' }).click()
  await expectFine()
})

test('a question is answered by the keyboard alone', async () => {
  await page.goto(`${wallet.url}/skills/self-assessment/WP/1`)
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  for (let tabs = 0; tabs < 30 && (await focused()) !== 'Yes'; tabs++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/WP\/2$/)
})

/** Pages of which every word is in Welsh; the questions themselves come from a package of labels. */
const IN_WELSH = [
  '/account',
  '/passport',
  '/skills',
  '/shares',
  '/skills/calendar',
  '/skills/self-assessment',
  '/skills/self-assessment/SS/1',
  '/skills/self-assessment/SS/result',
  '/skills/levels?level=RQF+4&one=HNC-EWNI&other=HNC-SCO',
]

test('IHE-68: with the switch to Welsh every word of a whole page is Welsh, levels are those of Wales, and it is accessible on a phone', async () => {
  const english: string[][] = []
  for (const path of IN_WELSH) {
    await page.goto(`${wallet.url}${path}`)
    english.push(await textsOfPage())
  }
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  expect(page.url()).toBe(`${wallet.url}${IN_WELSH.at(-1)}`)
  await page.getByRole('link', { name: 'FfCChC (CQFW) 4' }).waitFor()
  for (const [at, path] of IN_WELSH.entries()) {
    await page.goto(`${wallet.url}${path}`)
    expect(await page.locator('html').getAttribute('lang')).toBe('cy')
    const left = (await textsOfPage()).filter((text) => english[at]?.includes(text))
    expect({ path, left }).toEqual({ path, left: [] })
    await expectFine()
  }
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Cymraeg' }).waitFor()
})

/** The texts that are words of the page's own: neither somebody's name or document, nor a code, a number or a framework's. */
async function textsOfPage(): Promise<string[]> {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => one.closest('bdi, code, option, svg, [lang]:not(html)') === null)
      .flatMap((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE))
      .map(({ textContent }) => textContent?.trim() ?? ''),
  )
  return texts.filter((text) => /[a-z]{2}/i.test(text) && !/^(?:RQF|SCQF|FHEQ|EQF) \w+$|^Higher National/.test(text))
}

async function expectFine(): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true
  })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}
