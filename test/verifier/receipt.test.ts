import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { loadContexts } from '#contexts'
import { didWebUrl, holdsReceipt } from '#credential'
import { asText, type JsonObject } from '#platform'
import { openReceipt, recheck } from '../../verifier/recheck.ts'
import { type College, startCollege } from './college.ts'
import { serveVerifier, type TestVerifier } from './service.ts'

const contexts = loadContexts()
const SAME = { isSigned: true, isSameInput: true, differs: [], otherRules: null }
const bytesOf = (value: unknown) => strToU8(JSON.stringify(value))
let college: College
let verifier: TestVerifier
let credential: JsonObject
let zip: Uint8Array

async function receiptOf(thing: unknown, query = '', by = verifier): Promise<Uint8Array> {
  const response = await fetch(`${by.url}/api/receipt${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(thing),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/zip')
  return new Uint8Array(await response.arrayBuffer())
}
const again = (receipt: Uint8Array, thing: unknown = credential) =>
  recheck(openReceipt(receipt), { bytes: bytesOf(thing), mediaType: 'application/json' }, contexts)
const receiptIn = (receipt: Uint8Array): JsonObject =>
  JSON.parse(strFromU8(unzipSync(receipt)['receipt.json'] ?? new Uint8Array()))
const withReceipt = (change: (receipt: JsonObject) => JsonObject) =>
  zipSync({ ...unzipSync(zip), 'receipt.json': bytesOf(change(receiptIn(zip))) })

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier({ TRUST_LISTS: `${college.url}/register ${college.did}` })
  credential = await college.issue()
  zip = await receiptOf(credential)
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

describe('a receipt', () => {
  test('says what was found, of what, by which lists and keys, and is signed', () => {
    expect(receiptIn(zip)).toMatchObject({
      type: 'VerificationReceipt',
      rules: 'skills-passport/verify/1',
      verdict: 'accepted',
      results: [
        {
          verdict: 'accepted',
          standing: 'genuine',
          recognition: { outcome: 'recognised', list: `${college.url}/register` },
        },
      ],
      trustLists: [{ url: `${college.url}/register`, signer: college.did }],
      proof: { cryptosuite: 'eddsa-jcs-2022' },
    })
    const consulted = receiptIn(zip).consulted as JsonObject[]
    expect(consulted.map(({ url }) => asText(url).replace(college.url, ''))).toEqual(
      expect.arrayContaining(['/.well-known/did.json', '/status/1', '/register']),
    )
  })

  test('holds nothing of the person, unless that was asked for', async () => {
    const text = Object.values(unzipSync(zip))
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    for (const secret of ['Ola Adeyemi', 'Network Security Operations', 'college.example/modules'])
      expect(text).not.toContain(secret)
    const named = receiptIn(await receiptOf(credential, '?summary=include'))
    expect(named).toMatchObject({
      results: [{ summary: { recipientName: 'Ola Adeyemi', title: 'Network Security Operations' } }],
    })
  })

  test('comes out the same years later, when nobody is there any more', async () => {
    expect(await again(zip)).toEqual(SAME)
  })

  test('of a credential that was revoked since says what was found then', async () => {
    await college.revoke(7)
    const { json } = await verifier.post('/api/check', credential)
    expect(json.verdict).toBe('rejected')
    expect(await again(zip)).toEqual(SAME)
    const rejected = await receiptOf(credential)
    expect(receiptIn(rejected)).toMatchObject({ verdict: 'rejected' })
    expect(await again(rejected)).toEqual(SAME)
  })
})

describe('a receipt of a check by lists that could not be read', () => {
  test('that never could be says so, and comes out the same', async () => {
    const other = await serveVerifier({ TRUST_LISTS: `${college.url}/nowhere ${college.did}` })
    try {
      const receipt = await receiptOf(credential, '', other)
      expect(receiptIn(receipt)).toMatchObject({
        results: [{ recognition: { outcome: 'listUnavailable' } }],
        unavailableLists: [{ url: `${college.url}/nowhere`, code: 'fetch.status' }],
      })
      expect(await again(receipt)).toEqual(SAME)
    } finally {
      await other.stop()
    }
  })

  test('has the last good version beside it, where a newer one was refused', async () => {
    const page = college.pages.get('GET /register') ?? { body: '' }
    college.pages.set('GET /register', { body: page.body.replace('Register of the test', 'Another register') })
    try {
      const receipt = await receiptOf(credential)
      expect(receiptIn(receipt)).toMatchObject({
        results: [{ recognition: { outcome: 'recognised' } }],
        trustLists: [{ refused: 'trust.forged' }],
      })
      expect(await again(receipt)).toEqual(SAME)
    } finally {
      college.pages.set('GET /register', page)
    }
  })
})

test('a receipt made by other rules says so, which is no fault of it', async () => {
  const { otherRules, differs } = await again(
    withReceipt((receipt) => ({ ...receipt, rules: 'skills-passport/verify/0' })),
  )
  expect(otherRules).toEqual({ before: 'skills-passport/verify/0', now: 'skills-passport/verify/1' })
  expect(differs).toEqual([])
})

describe('a receipt that was tampered with', () => {
  test('is not signed any more, and what it claims does not come out', async () => {
    const changed = withReceipt((receipt) => ({ ...receipt, verdict: 'rejected' }))
    expect(await again(changed)).toEqual({ ...SAME, isSigned: false, differs: ['verdict'] })
  })

  test('and says nothing that can be compared differs in all, and breaks nothing', async () => {
    const changed = withReceipt((receipt) => ({ ...receipt, results: [{}] }))
    const { isSigned, differs } = await again(changed)
    expect(isSigned).toBe(false)
    expect(differs).toEqual(expect.arrayContaining(['verdict', 'checks', 'recognition']))
  })

  test('by whoever has a key that its verifier called stolen, or replaced before, is not signed', async () => {
    const receipt = receiptIn(zip)
    const { verificationMethod: keyId } = receipt.proof as JsonObject
    const own = (receipt.consulted as JsonObject[]).find(({ url }) => url === didWebUrl(asText(receipt.verifier), true))
    const document = strFromU8(unzipSync(zip)[`documents/${asText(own?.digest)}`] ?? new Uint8Array())
    const holding = (end: JsonObject) => {
      const ended = JSON.parse(document, (_, value) => (value?.id === keyId ? { ...value, ...end } : value))
      return holdsReceipt(receipt, ended, contexts)
    }
    expect(await holding({})).toBe(true)
    expect(await holding({ revoked: '2099-01-01T00:00:00Z' })).toBe(false)
    expect(await holding({ expires: asText(receipt.checkedAt).replace(/\.\d+/, '') })).toBe(false)
    expect(await holding({ expires: '2099-01-01T00:00:00Z' })).toBe(true)
  })

  test('of another credential says so', async () => {
    const found = await again(zip, await college.issue({ name: 'Another' }, 8))
    expect(found.isSameInput).toBe(false)
    expect(found.differs).toContain('digest')
  })

  test('without its documents decides nothing', async () => {
    const { 'receipt.json': receipt = new Uint8Array() } = unzipSync(zip)
    await expect(again(zipSync({ 'receipt.json': receipt }))).rejects.toMatchObject({ code: 'fetch.failed' })
  })

  test('with a document in place of another is no better', async () => {
    const files = Object.entries(unzipSync(zip)).map(([name, bytes]): [string, Uint8Array] => [
      name,
      name.startsWith('documents/') ? strToU8('{}') : bytes,
    ])
    await expect(again(zipSync(Object.fromEntries(files)))).rejects.toMatchObject({ code: 'fetch.failed' })
  })

  test.each<[string, Uint8Array, string]>([
    ['no ZIP file', strToU8('x'), 'request.malformed'],
    ['a ZIP file of something else', zipSync({ 'a.json': strToU8('{}') }), 'request.malformed'],
    ['no receipt', zipSync({ 'receipt.json': strToU8('{"type":"Other"}') }), 'shape.invalid'],
    ['not JSON', zipSync({ 'receipt.json': strToU8('{') }), 'json.malformed'],
  ])('%s is refused', (_, bytes, code) => {
    expect(() => openReceipt(bytes)).toThrow(expect.objectContaining({ code }))
  })
})

test('a link has no receipt', async () => {
  const { status, json } = await verifier.post('/api/receipt', `${college.url}/x`, 'text/plain')
  expect(status).toBe(400)
  expect(json).toMatchObject({ code: 'request.malformed' })
})

test('the page hands one out, and the command line checks it with nobody to ask', async () => {
  const form = new FormData()
  form.set('text', JSON.stringify(credential))
  const response = await fetch(`${verifier.url}/receipt`, { method: 'POST', body: form })
  expect(response.headers.get('content-disposition')).toContain('receipt.zip')
  const folder = mkdtempSync(join(tmpdir(), 'receipt-'))
  writeFileSync(join(folder, 'receipt.zip'), new Uint8Array(await response.arrayBuffer()))
  writeFileSync(join(folder, 'credential.json'), JSON.stringify(credential))
  const cli = join(import.meta.dirname, '..', '..', 'cli', 'main.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'receipt', 'receipt.zip', 'credential.json'], {
    cwd: folder,
  })
  expect(stdout).toContain('everything comes out the same')
})
