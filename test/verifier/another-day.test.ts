import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { JsonObject } from '#platform'
import { type College, startCollege } from './college.ts'
import { serveVerifier, type TestVerifier } from './service.ts'

let college: College
let verifier: TestVerifier
let credential: JsonObject

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier({})
  credential = await college.issue()
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

async function pageFor(at: string): Promise<{ status: number; html: string }> {
  const body = new FormData()
  body.set('text', JSON.stringify(credential))
  body.set('at', at)
  const response = await fetch(`${verifier.url}/check`, { method: 'POST', body })
  return { status: response.status, html: await response.text() }
}

test('the page checks for another day, and says which', async () => {
  const { status, html } = await pageFor('2026-01-01')
  expect(status).toBe(200)
  expect(html).toContain('It becomes valid on 30 June 2026')
  expect(html).toContain('as for 1 January 2026')
  expect((await pageFor('')).html).not.toContain('as for')
})

test.each([
  'tomorrow',
  '2026-02-30',
  '2026-13-01',
  "'; drop table",
])('%j is no day, which the page says', async (at) => {
  const { status, html } = await pageFor(at)
  expect(status).toBe(400)
  expect(html).toContain('Enter a day such as 2027-06-25.')
})

test('a link is checked for another day too', async () => {
  college.share('/s/1', [credential])
  const link = encodeURIComponent(`${college.url}/s/1`)
  const html = await (await fetch(`${verifier.url}/check?link=${link}&at=2026-01-01`)).text()
  expect(html).toContain('as for 1 January 2026')
})
