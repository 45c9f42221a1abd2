import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { enqueueJob } from '#storage'
import { findPersonByEmail } from '../../wallet/records/person.ts'
import { keepFile } from '../../wallet/records/transfers.ts'
import { expectAccessible, leaveBrowser, screenshot, sharedBrowser } from '../browser.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let browser: Browser
let wallet: TestWallet
let issuer: SmallIssuer

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet()
  browser = await sharedBrowser()
}, 90_000)

afterAll(async () => {
  await leaveBrowser(browser)
  await wallet.stop()
  await issuer.stop()
})

const SIZES = {
  phone: { width: 360, height: 740, colorScheme: 'light' },
  desktop: { width: 1280, height: 900, colorScheme: 'dark' },
} as const

/** Those that show most of the pieces, looked at on a desk and in the dark too; the pieces themselves have a test of their own. */
const RICHEST = new Set(['passport', 'verdict', 'share', 'opened', 'add-error', 'described', 'export'])

/** Looks at a page as WCAG does: on a phone in the light, at the richest on a desk in the dark too. Nothing may stick out. */
async function look(page: Page, name: string): Promise<void> {
  const isWhole = RICHEST.has(name) || process.env.SCREENSHOTS !== undefined
  for (const size of isWhole ? (['phone', 'desktop'] as const) : (['phone'] as const)) {
    const { colorScheme, ...viewport } = SIZES[size]
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page, { again: size === 'desktop' })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect({ name, size, overflow: Math.max(0, overflow) }).toEqual({ name, size, overflow: 0 })
    if (process.env.SCREENSHOTS) await screenshot(page, `wallet-${name}-${size}`)
  }
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${wallet.url}/`)
  await page.getByRole('link', { name: 'Sign in or start' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const [message] = await wallet.parts.outbox.list()
  await page.getByLabel('Code').fill(/\b\d{6}\b/.exec(message?.text ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('IHE-82 (partly): someone new gets a credential, shares it, sees who opened it, and takes it back, by clicking', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${wallet.url}/`)
  await look(page, 'start')
  await page.goto(`${wallet.url}/sign-in?next=%2Fpassport`)
  await look(page, 'sign-in')
  await signIn(page, 'ola@example.org')
  await look(page, 'welcome')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('.error-summary').textContent()).resolves.toContain('Enter a name')
  await look(page, 'welcome-error')
  await page.getByLabel('Your name').fill('Ola Adeyemi')
  await page.getByRole('button', { name: 'Go on' }).click()
  await look(page, 'passport-empty')
  await page.goto(`${wallet.url}/shares`)
  await look(page, 'shares-empty')
  await page.goto(`${wallet.url}/shares/new`)
  await look(page, 'share-form-empty')

  await page.goto(`${wallet.url}/add`)
  await look(page, 'add')
  await page.getByLabel('Paste the whole text').fill('{"not": "a credential"}')
  await page.getByRole('button', { name: 'Add the text' }).click()
  await look(page, 'add-error')

  await page.getByLabel('The link').fill(issuer.offer(await issuer.award()))
  await page.getByRole('button', { name: 'Open the link' }).click()
  await look(page, 'offer')
  await page.getByRole('button', { name: 'Put it in my passport' }).click()
  await page.getByRole('heading', { level: 1, name: 'Genuine' }).waitFor()
  await look(page, 'verdict')

  for (const [name, code] of [
    ['Business Information Technology', '3'],
    ['Safe use of ladders', '2'],
  ] as const) {
    await receive(page, await second(name, code))
  }
  await page.goto(`${wallet.url}/passport`)
  await look(page, 'passport')
  await page.getByRole('link', { name: 'Network Security Operations' }).click()
  await look(page, 'credential')
  await page.getByText('Delete', { exact: true }).click()
  await page.getByRole('dialog').getByText('Delete 1 credential?').waitFor()
  await look(page, 'credential-delete')
  await page.getByRole('button', { name: 'Go back' }).click()

  await page.getByRole('link', { name: 'Share it' }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await look(page, 'share-form-error')
  expect(await page.locator('.error-summary').evaluate((summary) => summary === document.activeElement)).toBe(true)
  await page.getByLabel('Who is it for?').fill('Example Employer')
  await page.getByLabel('Business Information Technology').check()
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('Send this link').inputValue()
  await look(page, 'share')

  await openAsStranger(link)
  await page.reload()
  await page.getByText('Opened 1 time').waitFor()
  await look(page, 'share-opened')
  await page.goto(`${wallet.url}/shares`)
  await look(page, 'shares')
  await page.getByRole('link', { name: 'Example Employer' }).click()
  await page.getByText('Take it back', { exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('This link does not work any more').waitFor()
  await look(page, 'share-withdrawn')
  const stranger = await (await browser.newContext()).newPage()
  expect((await stranger.goto(link))?.status()).toBe(410)
  await look(stranger, 'share-ended')
  await stranger.context().close()
  await context.close()
}, 240_000)

async function receive(page: Page, link: string): Promise<void> {
  await page.goto(`${wallet.url}/receive?claim=${encodeURIComponent(link)}`)
  await page.getByRole('button', { name: 'Put it in my passport' }).click()
}

async function second(name: string, code: string): Promise<string> {
  const achievement = {
    id: `https://college.example/${code}`,
    type: ['Achievement', 'SkillsPassportAchievement'],
    name,
    description: 'A course.',
    criteria: { narrative: 'Pass it.' },
    awardedBy: ['did:web:awards.example'],
    alignment: [
      {
        type: ['Alignment'],
        targetType: 'ext:QualificationLevel',
        targetFramework: 'RQF',
        targetCode: code,
        targetName: `RQF Level ${code}`,
        targetUrl: `https://levels.example/${code}`,
      },
    ],
  }
  const credentialSubject = { type: ['AchievementSubject', 'SkillsPassportSubject'], achievement }
  return issuer.offer(await issuer.award({ name, credentialSubject }))
}

async function openAsStranger(link: string): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Check these credentials' }).waitFor()
  await look(page, 'invitation')
  await page.getByRole('button', { name: 'Open them here without checking' }).click()
  await page.getByRole('heading', { level: 1, name: '2 shared credentials' }).waitFor()
  await look(page, 'opened')
  expect(await context.cookies()).toEqual([])
  await context.close()
}

test('what is left over has a page of its own', async () => {
  const page = await signedIn('rest@example.org')
  await page.goto(`${wallet.url}/receive?claim=${encodeURIComponent(issuer.offer(await issuer.award(), 'expired'))}`)
  await page.getByRole('heading', { name: 'This link is too old' }).waitFor()
  await look(page, 'offer-expired')
  await page.goto(`${wallet.url}/receive?claim=${encodeURIComponent(`${issuer.url}/nothing`)}`)
  await look(page, 'problem')
  issuer.failNext('breaks')
  await receive(page, issuer.offer(await issuer.award()))
  await page.goto(`${wallet.url}/add`)
  const contents = [await issuer.award(), { ...(await issuer.award()), name: 'Changed' }, {}]
  const files = contents.map((one, index) => ({ name: `${index}.json`, buffer: Buffer.from(JSON.stringify(one)) }))
  await page
    .getByLabel('Choose a file, or drop it here')
    .setInputFiles([...files, ...files.slice(0, 1)].map((file) => ({ ...file, mimeType: 'application/json' })))
  await page.getByRole('button', { name: 'Add the file' }).click()
  await page.getByRole('heading', { level: 1, name: '1 credential added' }).waitFor({ timeout: 60_000 })
  await look(page, 'imported')
  await page.goto(`${wallet.url}/passport`)
  await page.getByText('has not arrived yet').waitFor()
  await look(page, 'passport-unfinished')

  await page.goto(`${wallet.url}/add`)
  const table = {
    name: 'table.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Title,Date,Notes\nWelding,2020-05-01,x\n'),
  }
  await page.getByLabel('Choose a file, or drop it here').setInputFiles([table])
  await page.getByRole('button', { name: 'Add the file' }).click()
  await page.getByRole('heading', { level: 1, name: '1 award noted, not verified' }).waitFor()
  await page.getByText('We do not know what is in these columns: “Notes”.').waitFor()
  await page.goto(`${wallet.url}/described`)
  await look(page, 'described')
  await page.getByRole('link', { name: 'Welding' }).click()
  await look(page, 'described-one')
  await page.goto(`${wallet.url}/export`)
  await look(page, 'export')
  await page.goto(`${wallet.url}/frameworks`)
  await look(page, 'frameworks')

  const saved = page.waitForEvent('download')
  await page.goto(`${wallet.url}/account`)
  await page.getByRole('button', { name: 'Save everything' }).click()
  // Where it takes longer than a moment, a page leads to the file.
  void page
    .getByRole('link', { name: 'Download the ZIP file' })
    .click()
    .catch(() => undefined)
  const zip = unzipSync(new Uint8Array(await readFile(await (await saved).path())))
  const folder = await mkdtemp(join(tmpdir(), 'passport-export-'))
  await writeFile(join(folder, 'index.html'), zip['index.html'] ?? '')
  await page.goto(`file://${folder}/index.html`)
  await page.getByRole('heading', { level: 1, name: 'Your Skills Passport' }).waitFor()
  await look(page, 'export-index')
  await rm(folder, { recursive: true })
  await page.context().close()
}, 120_000)

test('someone leaves parts of a credential out of a share', async () => {
  const page = await signedIn('parts@example.org')
  await receive(page, issuer.offer(await issuer.award({}, 'ecdsa-sd-2023')))
  await page.getByRole('link', { name: 'See the credential' }).click()
  await page.getByText('You can leave parts of this credential out').waitFor()
  await look(page, 'credential-parts')
  await page.getByRole('link', { name: 'Share it' }).click()
  await page.getByText('Leave parts of Network Security Operations out').click()
  await page.getByLabel('Your name, and what else says who you are').check()
  await page.getByLabel('The credits').check()
  await look(page, 'share-form-parts')
  await page.getByLabel('Who is it for?').fill('Example Employer')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await page.getByText('Left out: your name, and what else says who you are; the credits').waitFor()
  await look(page, 'share-parts')
  await page.context().close()
}, 120_000)

test('long work shows how far it is, that it failed, and what it made', async () => {
  const page = await signedIn('long@example.org')
  const { parts } = wallet
  const person = await findPersonByEmail(parts, 'long@example.org')
  if (person === undefined) throw new Error('There is nobody.')
  const { db } = parts.storage
  // Not due for long, so that the page stands still.
  const later = { owner: person.id, payload: {}, total: 250, runAt: new Date('2999-01-01') }
  const bringing = await enqueueJob(db, { ...later, kind: 'import' }, new Date())
  const saving = await enqueueJob(db, { ...later, kind: 'export' }, new Date())
  await db.updateTable('job').set({ progress_done: 90 }).where('owner', '=', person.id).execute()
  await page.goto(`${wallet.url}/add/imports/${bringing}`)
  await page.getByText('90 of 250 files').waitFor()
  await look(page, 'import-running')
  await page.goto(`${wallet.url}/passport`)
  await page.getByText('We are saving everything: 90 of 250 credentials').waitFor()
  await look(page, 'passport-transfers')
  const end = (state: 'failed' | 'done') =>
    db.updateTable('job').set({ state, finished_at: new Date().toISOString() }).where('owner', '=', person.id).execute()
  await end('failed')
  await page.goto(`${wallet.url}/add/imports/${bringing}`)
  await page.getByText('Something went wrong on our side').waitFor()
  await look(page, 'import-failed')
  await end('done')
  for (const number of [1, 2, 3]) {
    await keepFile(parts, person, { job: saving, number }, { name: 'saved', bytes: new Uint8Array([80, 75]) })
  }
  await page.goto(`${wallet.url}/account/exports/${saving}`)
  await page.getByText('Part 2 of 3').waitFor()
  await look(page, 'exported')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download part 2' }).click()
  expect((await download).suggestedFilename()).toBe('saved-part-2.zip')
  await page.context().close()
}, 90_000)

test('a sign-in link shows one button', async () => {
  const { person } = await wallet.enter('link@example.org')
  const page = await (await browser.newContext()).newPage()
  await page.goto(await wallet.parts.signIn.createLink({ accountId: person.id }, { minutes: 5 }))
  await look(page, 'sign-in-link')
  await page.context().close()
}, 60_000)

test('a credential that is not genuine is met with a plain question', async () => {
  const page = await signedIn('asked@example.org')
  await receive(page, issuer.offer({ ...(await issuer.award()), name: 'Changed' }))
  await page.getByRole('heading', { level: 1, name: 'This credential is not genuine' }).waitFor()
  await look(page, 'undecided')
  await page.goto(`${wallet.url}/passport`)
  await look(page, 'passport-undecided')
  await page.context().close()
}, 60_000)

test('everything works without scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await signedIn('plain@example.org', context)
  await receive(page, issuer.offer(await issuer.award()))
  await page.getByRole('link', { name: 'See the credential' }).click()
  await page.getByText('Delete', { exact: true }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await page.getByText('It is deleted.').waitFor()
  await context.close()
}, 60_000)

test('ES-12 (partly): a passkey is made and then signs its owner in', async () => {
  const page = await signedIn('passkey@example.org')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${wallet.url}/account`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Not used yet').waitFor()
  await look(page, 'account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${wallet.url}/sign-in?next=%2Faccount`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()

  await page.getByText('Delete my account', { exact: true }).click()
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await page.getByRole('heading', { level: 1, name: 'Your account is deleted' }).waitFor()
  await look(page, 'deleted')
  expect(await findPersonByEmail(wallet.parts, 'passkey@example.org')).toBeUndefined()
  await page.context().close()
}, 90_000)

async function signedIn(email: string, context?: BrowserContext): Promise<Page> {
  const { person } = await wallet.enter(email, 'Someone Else')
  const page = await (context ?? (await browser.newContext())).newPage()
  await page.goto(await wallet.parts.signIn.createLink({ accountId: person.id }, { minutes: 5, next: '/passport' }))
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}
