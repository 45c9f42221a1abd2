import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { closeBrowser, expectAccessible, launchBrowser, screenshot } from './browser.ts'
import { findChromium } from './chromium.ts'

const GOOD = '<!doctype html><html lang="en"><title>Page</title><main><h1>Served here</h1></main></html>'
const BAD = '<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1><img src="/x.png"></main></html>'

let browser: Browser
let server: Server
let address: string
let elsewhere: string

beforeAll(async () => {
  browser = await launchBrowser()
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html').end(request.url === '/bad' ? BAD : GOOD)
  }).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.')
  address = `http://localhost:${bound.port}`
  // This machine too, but under a name that the browser has no leave to use.
  elsewhere = `http://127.0.0.2:${bound.port}`
}, 100_000)

afterAll(async () => {
  await closeBrowser(browser)
  server.close()
})

test('opens a page of a local server and takes its picture', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'screenshot-'))
  const page = await browser.newPage()
  await page.goto(address)
  expect(await page.textContent('h1')).toBe('Served here')
  const path = await screenshot(page, 'served', folder)
  expect((await readFile(path)).subarray(1, 4).toString()).toBe('PNG')
  await page.close()
  await rm(folder, { recursive: true })
})

test('reaches nothing but localhost', async () => {
  const page = await browser.newPage()
  await expect(page.goto(elsewhere, { timeout: 5000 })).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
  await page.close()
})

test('names the rule and the element that an accessible page must not have', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(address)
  await expectAccessible(page)
  await page.goto(`${address}/bad`)
  await expect(expectAccessible(page)).rejects.toThrow(/image-alt[\s\S]+img/)
  await context.close()
})

test('refuses a named browser that does not exist, and says what to do', async () => {
  await expect(findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow(/\/nowhere\/chromium.+npm ci/)
})

test('finds a browser where none is named', async () => {
  await expect(access((await findChromium({})).path)).resolves.toBeUndefined()
})
