import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { asText, type JsonObject } from '#platform'
import { expectAccessible, leaveBrowser, screenshot, sharedBrowser } from './browser.ts'
import { approvalForm, attach, award, endorse, openScene, revoke, SCHEME, type Scene, STANDARD } from './marks-scene.ts'

/** Each page is looked at with axe, which takes its time on a busy machine. */
const PATIENCE_MS = 120_000

let scene: Scene
let browser: Browser
let page: Page

beforeAll(async () => {
  scene = await openScene()
  browser = await sharedBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  page.setDefaultTimeout(15_000)
}, 90_000)
afterAll(async () => {
  await leaveBrowser(browser)
  await scene.stop()
})

/** No accessibility violation and nothing that scrolls sideways, at both widths. */
async function expectGood(name: string): Promise<void> {
  await expectAccessible(page)
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    if (process.env.SCREENSHOTS) await screenshot(page, `marks-${name}-${width}`)
  }
}

async function signIn({ browser: visitor }: Scene['office']): Promise<void> {
  const [name = '', value = ''] = visitor.cookie.split('=')
  await page.context().addCookies([{ name, value, url: scene.issuer.url }])
}

async function checkOnPage(credential: JsonObject): Promise<void> {
  await page.goto(`${scene.verifier.url}/check`)
  await page.getByLabel('Paste the link').fill(JSON.stringify(credential))
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.locator('.verdict').waitFor()
}

test(
  'a scheme’s owner fills in the form, puts right what is wrong, sees it, and signs it',
  async () => {
    await signIn(scene.office)
    await page.goto(`${scene.issuer.url}/console/credentials`)
    await page.getByRole('link', { name: 'Endorse' }).click()
    await expectGood('form')
    await page.getByRole('button', { name: 'See it before you sign' }).click()
    await page.locator('.error-summary').waitFor()
    await expectGood('form-wrong')
    const form = approvalForm(scene)
    for (const name of ['name', 'subject', 'scheme', 'approvedAgainst', 'coverage', 'cycle'] as const) {
      await page.locator(`#${name}`).fill(form[name])
    }
    for (const name of ['validFrom', 'firstTeachingOn', 'reviewDueOn'] as const) {
      await page.locator(`#${name}`).fill(form[name])
    }
    await page.locator('#kind').selectOption('QualityMark')
    await page.locator('#outcome').selectOption('ApprovedWithConditions')
    await page.locator('#conditions').fill('Report each year.')
    await page.getByRole('button', { name: 'See it before you sign' }).click()
    await page.getByRole('heading', { name: 'Sign this endorsement?' }).waitFor()
    await page.getByText('Learnt in a workplace only: 1').waitFor()
    await expectGood('preview')
    await page.getByRole('button', { name: 'Sign it' }).click()
    await page.getByText('Download it and hand it').waitFor()
    await expectGood('signed')
  },
  PATIENCE_MS,
)

test(
  'HTQ-20: an employer sees the mark and, with one key, what was approved, against what, how far and by whom',
  async () => {
    const marked = await endorse(scene.office, approvalForm(scene))
    await page.context().clearCookies()
    await signIn(scene.college)
    await page.goto(`${scene.issuer.url}/console/achievements/networks/marks`)
    await expectGood('none-attached')
    await page.getByLabel('Or paste it').fill(marked.file)
    await page.getByRole('button', { name: 'Check and attach' }).click()
    await page.getByText('Attached as version 2').waitFor()
    await expectGood('attached')
    const awarded = await award(scene)

    await checkOnPage(awarded)
    await page.getByText('Take it as assessed by the provider').waitFor()
    const details = page.locator('.marks details').first()
    await details.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    for (const said of [
      'Covered in part: 1',
      '3 statements one by one',
      `${STANDARD}/s02`,
      'Cycle 3',
      '31 August 2030',
      'Register of Schemes',
    ]) {
      await details.getByText(said).first().waitFor()
    }
    await expectGood('verdict')
    await page.locator('.credential a[href="#verdict-marks"]').click()
    expect(new URL(page.url()).hash).toBe('#verdict-marks')

    await page.goto(asText(awarded.id))
    await page.locator('#marks').getByText('HTQ approval').waitFor()
    await expectGood('badge')
    await page.goto(`${scene.issuer.url}/badges/${marked.id}`)
    await expectGood('badge-of-endorsement')

    await revoke(scene.office, marked.id)
    await checkOnPage(awarded)
    await page.locator('.marks').getByText('has withdrawn this quality mark').waitFor()
    expect(await page.locator('.credential a[href="#verdict-marks"]').count()).toBe(0)
    expect(await page.locator('.verdict-genuine').count()).toBe(1)
    await expectGood('withdrawn')
  },
  PATIENCE_MS,
)

test(
  'a forged mark and a manager’s word are shown plainly as what they are',
  async () => {
    const forged = JSON.parse((await endorse(scene.stranger, approvalForm(scene))).file)
    const word = {
      kind: 'ManagerConfirmation',
      name: 'Worked on our network',
      subject: scene.college.did,
      validFrom: '2026-01-10',
      comment: 'They teach what our engineers need.',
    }
    expect((await attach(scene, (await endorse(scene.stranger, word)).file)).status).toBe(303)
    const { proof: _proof, credentialStatus: _status, ...awarded } = await award(scene)
    const credential = { ...awarded, id: 'urn:uuid:6f1c5b1e-7d0b-4c53-9f0b-0a4a0f0c0001', endorsement: [] }
    const carried = JSON.parse(JSON.stringify(credential))
    carried.credentialSubject.achievement.endorsement = [forged]
    const original = await award(scene)
    carried.endorsement = original.endorsement
    const response = await fetch(scene.college.issueUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${scene.college.apiKey}` },
      body: JSON.stringify({ credential: carried }),
    })
    expect(response.status).toBe(201)
    const { verifiableCredential } = await response.json()
    await checkOnPage(verifiableCredential)
    await page.locator('.marks').getByText('was not issued by the scheme owner').waitFor()
    await page.locator('.marks').getByText('It is no quality mark').waitFor()
    for (const summary of await page.locator('.marks .check > div > details > summary').all()) await summary.click()
    expect(await page.locator('.marks').getByText(SCHEME).count()).toBe(1)
    await expectGood('forged')
  },
  PATIENCE_MS,
)
