import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import { bakeImage, presentationOf } from '#credential'
import type { JsonObject } from '#platform'
import { createWorld } from '#server'
import type { CheckAnswer } from '../../verifier/answer.ts'
import { check } from '../../verifier/check.ts'
import { createCheckPool } from '../../verifier/check-pool.ts'
import { thingOf } from '../../verifier/read.ts'
import { poisoned } from '../credential/poisoned.ts'
import { type College, startCollege } from './college.ts'
import { codesOf, serveVerifier, type TestVerifier } from './service.ts'

let college: College
let verifier: TestVerifier
let credential: JsonObject

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier({ TRUST_LISTS: `${college.url}/register ${college.did}` })
  credential = await college.issue()
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

const pictureOf = (text: string) =>
  Buffer.from(bakeImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), text)).toString('utf8')

describe('POST /api/check/batch', () => {
  test('answers for each as it would by itself, and asks for each document once', async () => {
    const items = [
      credential,
      { ...credential, name: 'x' },
      await college.issue({ validUntil: '2026-07-31T00:00:00Z' }),
      await college.record([credential]),
      { ...presentationOf([credential, { ...credential, name: 'x' }]) },
      await college.issue({ type: ['VerifiableCredential', 'AchievementCredential'] }),
    ]
    await college.revoke(9)
    items.push(await college.issue({}, 9))
    const alone = await Promise.all(items.map(async (item) => (await verifier.post('/api/check', item)).json))
    college.requests.length = 0
    const { json } = await verifier.post('/api/check/batch', { items: items.flatMap((item) => Array(20).fill(item)) })
    const timeless = ({ checkedAt: _, at: __, ...rest }: CheckAnswer) =>
      JSON.stringify(rest).replaceAll(/"(?:asOf|checkedAt|at|on)":"[^"]*"/g, '')
    const together = json.results as unknown as CheckAnswer[]
    expect(together).toHaveLength(items.length * 20)
    for (const [index, one] of alone.entries()) {
      expect(timeless(together[index * 20] as CheckAnswer)).toBe(timeless(one as unknown as CheckAnswer))
    }
    for (const path of ['/.well-known/did.json', '/status/1', '/register']) {
      // Each of the two workers begins with nothing, and those who ask at the same time are answered together.
      expect(college.requests.filter((asked) => asked === `GET ${path}`).length).toBeLessThanOrEqual(2)
    }
  })

  test('takes credentials as objects, texts, files and links', async () => {
    const text = JSON.stringify(credential)
    college.share('/s/batch', [credential])
    const items = [
      credential,
      text,
      { mediaType: 'application/vc', content: text },
      { mediaType: 'image/svg+xml', content: pictureOf(text) },
      `${college.url}/s/batch`,
      { mediaType: 'image/png', content: 'AAAA' },
      { mediaType: 'application/pdf', content: '' },
      '{"a":1,"a":2}',
      `${college.url}/nothing`,
      null,
    ]
    college.requests.length = 0
    const { status, json } = await verifier.post('/api/check/batch', { items })
    expect(status).toBe(200)
    expect(json.results.map(({ verdict, code }) => verdict ?? code)).toEqual([
      ...Array(5).fill('accepted'),
      'image.malformed',
      'media.unsupported',
      'json.duplicateKey',
      'undecided',
      'request.malformed',
    ])
    expect(college.requests.filter((asked) => asked === 'POST /s/batch')).toHaveLength(1)
  })

  test('compares each with the person who is asked about, and gets evidence where that is asked', async () => {
    const items = Array(6).fill(credential)
    const { json } = await verifier.post('/api/check/batch?recipient=ola%40example.org&evidence=fetch&at=2026-12-01', {
      items,
    })
    expect(json.results.map((one) => codesOf(one, 'recipient'))).toEqual(Array(6).fill(['recipient.notComparable']))
    expect(json.results.map(({ at }) => at)).toEqual(Array(6).fill('2026-12-01T00:00:00.000Z'))
  })
})

describe('something that takes too long to check', () => {
  const contexts = loadContexts()
  const world = createWorld({
    contexts,
    load: async () => ({ bytes: new Uint8Array(), asOf: new Date() }),
    allowLoopback: true,
    statusMaxAgeSeconds: 60,
    trustLists: [],
  })
  const fetch = () => Promise.reject(new Error('There is no network here.'))

  test('could not be checked, and keeps nobody else from an answer', async () => {
    const workers = createCheckPool({ extraContexts: undefined, size: 1, budgetMs: 1 })
    try {
      const item = { kind: 'document', json: JSON.stringify(poisoned(8)) } as const
      const [result] = await workers.checkAll([item], {}, { world, fetch })
      const answer = result !== undefined && 'value' in result ? JSON.parse(result.value) : result
      expect(answer).toMatchObject({ verdict: 'undecided', standing: 'unchecked', credential: null })
      expect(answer.checks).toMatchObject([{ check: 'proof', outcome: 'unknown', code: 'proof.overBudget' }])
    } finally {
      await workers.close()
    }
  })

  test('is checked in another thread where it might be, and what is small is not', async () => {
    const sent: number[] = []
    const workers = {
      checkAll: async (items: readonly unknown[]) => {
        sent.push(items.length)
        return [{ error: new Error('It went there.') }]
      },
    }
    const parts = { world, fetch, workers }
    await expect(check(thingOf(poisoned(1)), {}, parts)).rejects.toThrow('It went there.')
    await expect(check(thingOf({ ...credential, image: 'x'.repeat(40_000) }), {}, parts)).rejects.toThrow(
      'It went there.',
    )
    expect(sent).toEqual([1, 1])
    expect(await check(thingOf(credential), {}, parts)).toMatchObject({
      summary: { title: 'Network Security Operations' },
    })
  })
})
