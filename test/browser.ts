import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import { type Browser, type CDPSession, chromium, type Frame, type Page } from 'playwright-core'
import { findChromium, REMEDY } from './chromium.ts'
import { shared } from './once-per-process.ts'

const LAUNCH_LIMIT_MS = 30_000
const CLOSE_LIMIT_MS = 10_000
/** WCAG 2.2 AA. What passes is not listed, which is most of the answer. */
const ACCESSIBILITY: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
}
/** The rules of these that go by size or light. The others read the document, which is the same in each. */
const APPEARANCE: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable'] },
  resultTypes: ['violations'],
}
/** Ends in `true`, and is ASCII only, which a browser keeps in half the space and reads in half the time. */
const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8').then(
  (text) =>
    `${text.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)};true`,
)

/** Keeps the browser to our own servers: it looks nothing up, reports nothing, updates nothing. */
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
]

/**
 * A headless Chromium, ready within 30 s or refused with the remedy; close it with `closeBrowser`. It reaches loopback
 * only. `args` are further command-line flags, a pretended camera say.
 */
export async function launchBrowser({ args = [] }: { args?: readonly string[] } = {}): Promise<Browser> {
  const { path, env } = await findChromium(process.env)
  try {
    return await chromium.launch({
      executablePath: path,
      env: { ...process.env, ...env },
      args: [...FLAGS, ...args],
      // Chromium has no sandbox for root, nor in most containers; it is shown nothing but our own pages.
      chromiumSandbox: false,
      timeout: LAUNCH_LIMIT_MS,
    })
  } catch (cause) {
    const seconds = LAUNCH_LIMIT_MS / 1000
    throw new Error(`Chromium (${path}) did not start within ${seconds} s. ${REMEDY}`, { cause })
  }
}

/** Closes a browser that `launchBrowser` may or may not have given. Throws if it has not gone within 10 s. */
export async function closeBrowser(browser: Browser | undefined): Promise<void> {
  if (!browser) return
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('Chromium did not close.')), CLOSE_LIMIT_MS)
  await Promise.race([browser.close(), late.promise]).finally(() => clearTimeout(timer))
}

/** The browser of this test process. Leave it with `leaveBrowser`. */
export const sharedBrowser = shared(
  () => launchBrowser(),
  (browser) => closeBrowser(browser),
  (browser) => browser.isConnected(),
)

/** Closes what was opened in the shared browser, and leaves it to the next test file. */
export async function leaveBrowser(browser: Browser | undefined): Promise<void> {
  for (const context of browser?.contexts() ?? []) await context.close()
}

/**
 * Throws unless axe finds nothing at WCAG 2.2 AA; the message names each rule, its help page and the elements. A page that
 * was looked at and is now shown in another size or light is looked at `again`, by the rules that go by these.
 */
export async function expectAccessible(page: Page, { again = false } = {}): Promise<void> {
  for (const frame of page.frames()) await bringAxe(frame)
  const violations = await page.evaluate(lookWithAxe, again ? APPEARANCE : ACCESSIBILITY)
  if (violations.length === 0) return
  const found = violations.map(({ id, impact, help, helpUrl, nodes }) => {
    const elements = nodes.map((node) => `    ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`)
    return [`  ${id} (${impact}): ${help}. ${helpUrl}`, ...elements].join('\n')
  })
  throw new Error(`${page.url()} has ${violations.length} accessibility violations:\n${found.join('\n')}`)
}

/** Kept as long as the page: to end one would take its pretended passkeys away. */
const sessions = new WeakMap<Page, CDPSession>()

/**
 * Brings axe where it is not yet. To hand its text over takes as long as to run it, so a tab keeps it beside the pages
 * of one origin, and it is handed over once; the DevTools protocol also needs no leave of the page's policy to run it.
 */
async function bringAxe(frame: Frame): Promise<void> {
  if (await frame.evaluate(() => 'axe' in window)) return
  if (frame.parentFrame()) {
    await frame.evaluate(await axe)
    return
  }
  const page = frame.page()
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  const run = async (expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression })
    if (exceptionDetails) throw new Error(`axe did not start: ${exceptionDetails.text}`)
    return result.value === true
  }
  if (await run(`sessionStorage.axe !== undefined && Boolean((0, eval)(sessionStorage.axe))`)) return
  await run(`sessionStorage.axe = ${JSON.stringify(await axe)}; Boolean((0, eval)(sessionStorage.axe))`)
}

/** Runs in the page. */
async function lookWithAxe(options: RunOptions): Promise<AxeResults['violations']> {
  if (!hasAxe(window)) throw new Error('The page has no axe.')
  return (await window.axe.run(document, options)).violations

  function hasAxe(at: object): at is { axe: { run(context: Document, options: RunOptions): Promise<AxeResults> } } {
    return 'axe' in at
  }
}

/** Writes the whole page as `NAME.png`, by default into `test/screenshots/`, which git ignores; answers the path. */
export async function screenshot(page: Page, name: string, folder = join(import.meta.dirname, 'screenshots')) {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
  return path
}
