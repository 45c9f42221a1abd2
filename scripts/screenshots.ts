import '../server/tsx.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { closeBrowser, launchBrowser, screenshot } from '../test/browser.ts'

Reflect.deleteProperty(Object.prototype, '__proto__')

const FOLDER = join(import.meta.dirname, '..', 'docs', 'screenshots')
const WIDTHS = [360, 1280]

/** `npm run screenshots`: the demonstration's main pages, at the width of a phone and of a desktop, into docs/screenshots/. */
const { localSettings, startServices } = await import('./services.ts')
const data = await mkdtemp(join(tmpdir(), 'screenshots-'))
const ports = { ISSUER_PORT: '4311', WALLET_PORT: '4312', VERIFIER_PORT: '4313' }
const services = await startServices(localSettings({ ...ports, DATA_DIR: data }))
const browser = await launchBrowser()
try {
  if (services.links === undefined) throw new Error('The demonstration did not load.')
  const { links, issuer, verifier, wallet } = services
  const page = await browser.newPage()
  await page.goto(`${verifier.url}/check`)
  await take(page, 'check')
  await page.goto(links.employer)
  await take(page, 'share')
  await page.getByRole('button', { name: 'Check' }).first().click()
  await take(page, 'verdicts')
  // The lists that vouch for them stand after the credentials.
  const shared = await fetch(links.employer, { method: 'POST', headers: { accept: 'application/json' } })
  const { verifiableCredential } = (await shared.json()) as { verifiableCredential: object[] }
  await page.goto(`${verifier.url}/check`)
  await page.locator('textarea').fill(JSON.stringify(verifiableCredential[0]))
  await page.getByRole('button', { name: 'Check it' }).click()
  await take(page, 'verdict')

  await page.goto(links.learner)
  await page.getByRole('button').first().click()
  await page.goto(`${wallet.url}/passport`)
  await take(page, 'passport')
  await page.locator('main a[href^="/credentials/"]').first().click()
  await take(page, 'credential')
  await page.goto(`${wallet.url}/shares`)
  await take(page, 'shares')

  await page.goto(links.staff)
  await page.getByRole('button').first().click()
  await take(page, 'console')
  await page.goto(`${issuer.url}/console/credentials`)
  await take(page, 'issued')
} finally {
  await closeBrowser(browser)
  await services.stop()
  await rm(data, { recursive: true, force: true })
}

async function take(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
    console.log(await screenshot(page, `${name}-${width}`, FOLDER))
  }
}
