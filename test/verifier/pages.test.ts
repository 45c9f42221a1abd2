import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import QRCode from 'qrcode'
import { ACCEPTED, bakeImage } from '#credential'
import type { JsonObject } from '#platform'
import { en } from '#web'
import { cy } from '../../web/sentences/cy.ts'
import { expectAccessible, leaveBrowser, screenshot, sharedBrowser } from '../browser.ts'
import { type College, startCollege } from './college.ts'
import { serveVerifier, type TestVerifier } from './service.ts'

let browser: Browser | undefined
let page: Page
let college: College
let verifier: TestVerifier
let credential: JsonObject

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier({ TRUST_LISTS: `${college.url}/register ${college.did}` })
  credential = await college.issue()
  browser = await sharedBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  page.setDefaultTimeout(10_000)
}, 60_000)
afterAll(async () => {
  await leaveBrowser(browser)
  await verifier.stop()
  await college.stop()
})

const headline = () => page.locator('h1').innerText()

/** At 360 px and on a desktop: accessible, and nothing wider than the screen. */
async function expectGood(name: string): Promise<void> {
  await expectAccessible(page)
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    if (process.env.SCREENSHOTS) await screenshot(page, `verifier-${name}-${width}`)
  }
}

test('IHE-17 (partly): an employer pastes a credential and reads that it is genuine', async () => {
  await page.goto(`${verifier.url}/`)
  expect(await headline()).toBe('Check a credential')
  await expectGood('start')
  await page.getByLabel('Paste the link').fill(JSON.stringify(credential))
  await page.getByRole('button', { name: 'Check it' }).click()
  expect(await headline()).toBe(en.headlines.genuine)
  await page.locator('.verdict-sentence', { hasText: '25 June 2026' }).waitFor()
  await page.getByRole('heading', { name: 'Network Security Operations' }).waitFor()
  await page.getByText('Recognised issuer').waitFor()
  await expectGood('genuine')
  await page.getByRole('link', { name: 'Check another' }).click()
  expect(await headline()).toBe('Check a credential')
})

test('IHE-68 (partly): an employer reads the verdict in Welsh, and what has no Welsh yet is marked as English', async () => {
  await page.goto(`${verifier.url}/`)
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  expect(await headline()).toBe('Gwirio tystysgrif')
  await page.locator('textarea').fill(JSON.stringify(credential))
  await page.getByRole('button', { name: 'Ei gwirio' }).click()
  expect(await headline()).toBe(cy.headlines.genuine)
  await page.locator('.verdict-sentence', { hasText: '25 Mehefin 2026' }).waitFor()
  await page.getByText('Dyroddwr cydnabyddedig').waitFor()
  await expectGood('genuine-cy')
  for (const path of ['accepts', 'kinds', 'check/many', 'check/find', 'check/compare']) {
    await page.goto(`${verifier.url}/${path}`)
    expect([path, await page.locator('main').getAttribute('lang')]).toEqual([path, null])
  }
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Compare two people' }).waitFor()
})

test('whoever builds an issuer reads what is accepted, from the lists the checks go by', async () => {
  await page.goto(`${verifier.url}/`)
  await page.getByRole('link', { name: 'What we accept' }).first().click()
  expect(await headline()).toBe('What we accept')
  for (const { name } of ACCEPTED.suites) await page.getByText(name, { exact: true }).waitFor()
  for (const method of ACCEPTED.didMethods) await page.getByText(`did:${method}`, { exact: true }).waitFor()
  await expectGood('accepts')
})

test('a shared link shows each credential in it, and how many are genuine', async () => {
  const revoked = await college.issue({ name: 'First Aid' }, 11)
  await college.revoke(11)
  college.share('/s/many', [credential, revoked])
  await page.goto(`${verifier.url}/check?link=${encodeURIComponent(`${college.url}/s/many`)}`)
  expect(await headline()).toBe('1 of 2 genuine')
  expect(await page.locator('.verdict h2').allInnerTexts()).toEqual(
    expect.arrayContaining(['Network Security Operations: genuine', 'Network Security Operations: no longer valid']),
  )
  await page.getByRole('heading', { name: 'What Ola Adeyemi can do' }).waitFor()
  await page.getByText('recognised issuer').first().waitFor()
  await expectGood('several')
  await page.getByRole('link', { name: 'Check another' }).click()
  await page.getByLabel('Paste the link').fill(`${college.url}/s/many`)
  await page.getByLabel('Hide who it is').check()
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByText('You do not see who it is').waitFor()
  expect(await page.content()).not.toMatch(/Ola|Adeyemi|Example Independent College|credentialSubject/)
  await expectGood('blind')
  await page.getByRole('link', { name: 'Compare two people' }).click()
  expect(await page.getByLabel('Hide who it is').isChecked()).toBe(true)
  await page.goto(`${verifier.url}/check?blind=on&link=${encodeURIComponent(`${college.url}/s/many`)}`)
  await page.getByRole('link', { name: 'Show who it is' }).click()
  await page.getByRole('heading', { name: 'What Ola Adeyemi can do' }).waitFor()
})

test('two links are compared for one job, without scripts and at any width', async () => {
  await page.goto(`${verifier.url}/check/compare`)
  await page.getByLabel('What are they compared for?').selectOption({ label: 'Job: EV technician' })
  await expectGood('compare')
  await page.getByLabel('The first person: the link').fill(`${college.url}/s/many`)
  await page.getByLabel('The second person: the link').fill(JSON.stringify(credential))
  await page.getByRole('button', { name: 'Compare them' }).click()
  expect(await headline()).toBe('For EV technician')
  await expectGood('comparison')
})

test('several links are looked through for one skill, and the kinds of learning are explained, at any width', async () => {
  await page.goto(`${verifier.url}/check/find`)
  await page.getByLabel('A skill or a behaviour').fill('network')
  await page.getByText('Ask for more').click()
  await expectGood('find')
  await page.getByLabel('The links that they sent you').fill(`${college.url}/s/many\n${college.url}/s/gone`)
  await page.getByRole('button', { name: 'Find them' }).click()
  expect(await headline()).toMatch(/^\d of 1 person$/)
  await expectGood('found')
  await page.goto(`${verifier.url}/check/compare`)
  await page.getByRole('link', { name: 'Kinds of learning beside each other' }).click()
  await expectGood('kinds')
})

test('a share of one credential is shown as that credential', async () => {
  college.share('/s/one', [credential])
  await page.goto(`${verifier.url}/check?link=${encodeURIComponent(`${college.url}/s/one`)}`)
  expect(await headline()).toBe(en.headlines.genuine)
})

test('a changed credential is shown as not genuine, and its claims as not proven', async () => {
  await page.goto(`${verifier.url}/check`)
  await page.getByLabel('Paste the link').fill(JSON.stringify({ ...credential, name: 'Chief Engineer' }))
  await page.getByRole('button', { name: 'Check it' }).click()
  expect(await headline()).toBe(en.headlines.notGenuine)
  await page.getByText('It is not proven').waitFor()
  await expectGood('not-genuine')
})

test('a link that leads nowhere says so, and what to do', async () => {
  await page.goto(`${verifier.url}/check?link=${encodeURIComponent(`${college.url}/nothing`)}`)
  expect(await headline()).toBe(en.headlines.linkNotOpened)
  await page.getByText('There is nothing at the address').first().waitFor()
  await expectGood('unchecked')
})

test('a learner’s record is shown with each credential in it, and whether it is about a certain person', async () => {
  const lapsed = await college.issue({ id: 'urn:example:lapsed', name: 'First Aid' }, 12)
  await college.revoke(12)
  await page.goto(`${verifier.url}/check`)
  await page.getByText('Is it about a certain person?').click()
  await page.getByLabel('Their e-mail address or name').fill('Ola Adeyemi')
  await page.getByLabel('Paste the link').fill(JSON.stringify(await college.record([credential, lapsed])))
  await page.getByRole('button', { name: 'Check it' }).click()
  expect(await headline()).toBe(en.headlines.genuineInPart)
  await page.getByText('1 of the 2 credentials in it does not hold.').first().waitFor()
  await page.getByText('It is about the person whom you named.').waitFor()
  expect(await page.locator('section[aria-labelledby^="parts"] .verdict h2').allInnerTexts()).toEqual([
    'Network Security Operations: genuine',
    'Network Security Operations: no longer valid',
  ])
  await expectGood('record')
  await page.getByText('Is it about a certain person?').click()
  await page.getByLabel('Their e-mail address or name').fill('Eve Example')
  await page.getByRole('button', { name: 'Check again' }).click()
  expect(await headline()).toBe(en.headlines.genuineOfAnother)
  await expectGood('another-person')
})

test('what cannot be read comes back with the reason, and is not lost', async () => {
  await page.goto(`${verifier.url}/check`)
  await page.getByLabel('Paste the link').fill('good morning')
  await page.getByRole('button', { name: 'Check it' }).click()
  const summary = page.getByRole('alert')
  await summary.getByText('neither a credential nor a link').waitFor()
  expect(await page.getByLabel('Paste the link').inputValue()).toBe('good morning')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await expectGood('unreadable')
  await page.getByLabel('Paste the link').fill('{"a":1}')
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByRole('alert').getByText('no credential').waitFor()
})

test('a chosen file or badge is checked at once; a picture of a QR code is read in the browser', async () => {
  await page.goto(`${verifier.url}/check`)
  const file = { name: 'badge.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(credential)) }
  await page.getByLabel('Or choose a file').setInputFiles(file)
  await page.getByRole('heading', { name: en.headlines.genuine, exact: true }).waitFor()
  const badge = bakeImage(await QRCode.toBuffer(`${college.url}/s/none`, { scale: 6 }), JSON.stringify(credential))
  await page.goto(`${verifier.url}/check`)
  await page
    .getByLabel('Or choose a file')
    .setInputFiles({ name: 'badge.png', mimeType: 'image/png', buffer: Buffer.from(badge) })
  await page.getByRole('heading', { name: en.headlines.genuine, exact: true }).waitFor()
  college.share('/s/qr', [credential])
  const picture = join(verifier.dataDir, 'qr.png')
  writeFileSync(picture, await QRCode.toBuffer(`${college.url}/s/qr`, { scale: 6 }))
  // Whoever is quicker than the script that waits for the file is answered too.
  const chosen = Promise.withResolvers<void>()
  await page.route(/file-drop/, (route) => chosen.promise.then(() => route.continue()))
  await page.goto(`${verifier.url}/check`)
  await page.getByLabel('Or choose a file').setInputFiles(picture)
  chosen.resolve()
  await page.getByRole('heading', { name: en.headlines.genuine, exact: true }).waitFor()
  await page.unroute(/file-drop/)
})

test('it all works without scripts, and from a form on another site', async () => {
  const context = await browser?.newContext({ javaScriptEnabled: false })
  const plain = await context?.newPage()
  await plain?.goto(`${verifier.url}/`)
  await plain?.getByLabel('Paste the link').fill(JSON.stringify(credential))
  await plain?.getByRole('button', { name: 'Check it' }).click()
  expect(await plain?.locator('h1').innerText()).toBe(en.headlines.genuine)
  await context?.close()
  college.share('/s/form', [credential])
  const response = await fetch(`${verifier.url}/check`, {
    method: 'POST',
    headers: { Origin: 'https://other.example', 'Sec-Fetch-Site': 'cross-site', Accept: 'text/html' },
    body: new URLSearchParams({ link: `${college.url}/s/form` }),
  })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(`>${en.headlines.genuine}</h1>`)
})

test('the page for programs, and an address where there is nothing', async () => {
  await page.goto(`${verifier.url}/api`)
  await expectGood('api')
  await page.goto(`${verifier.url}/nothing`)
  await expectGood('nothing')
})
