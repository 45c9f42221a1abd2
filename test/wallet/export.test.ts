import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { ARCHIVE_LIMITS, type ArchiveEntry, readArchive } from '../../wallet/read-archive.ts'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { broughtIn, exported } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
let issuer: SmallIssuer

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet()
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

const textsOf = async (person: Parameters<typeof listCredentials>[1]) =>
  (await listCredentials(wallet.parts, person)).map(({ text }) => text).sort()

test('IHE-69: what is exported comes back into an empty wallet byte for byte, and the second time is recognised', async () => {
  const { person, visitor } = await wallet.enter('export@example.org', 'Ola Adeyemi')
  const spaced = `${JSON.stringify(await issuer.award({ name: 'Ünïcode — “quotes”' }), null, 3)}\n`
  const envelope = await issuer.award({}, 'vc-jwt')
  const jwt = JSON.stringify(await issuer.award({}, 'vc-jwt')).match(/eyJ[\w.-]+/)?.[0] ?? ''
  await visitor.post('/receive', { claim: issuer.offer(envelope) })
  expect((await visitor.post('/add/text', { text: jwt })).status).toBe(303)
  expect((await visitor.upload('/add/file', [{ name: 'mine.json', bytes: strToU8(spaced) }])).status).toBe(303)
  const [first] = await listCredentials(wallet.parts, person)
  await visitor.post('/shares', { credential: first?.id ?? '', audience: 'Example Employer', lasts: '7' })
  const before = await textsOf(person)
  expect(before).toEqual([JSON.stringify(envelope), jwt, spaced.trim()].sort())

  const [zip = new Uint8Array()] = await exported(visitor)
  const files = unzipSync(zip)
  expect(Object.keys(files).filter((name) => name.startsWith('credentials/')).length).toBe(3)
  const index = Buffer.from(files['index.html'] ?? []).toString()
  expect(index).toContain('Ola Adeyemi')
  expect(index).not.toMatch(/<script|<link|src="http/)
  for (const name of ['README.txt', 'account.json', 'view-log.json', 'passport.csv', 'passport.pdf'])
    expect(files[name]?.length).toBeGreaterThan(2)
  const shares = Buffer.from(files['shares.json'] ?? []).toString()
  expect(JSON.parse(shares)).toMatchObject([{ audience: 'Example Employer', state: 'open' }])
  expect(shares).not.toContain('token')

  const { person: other, visitor: newcomer } = await wallet.enter('import@example.org', 'Ola Adeyemi')
  const report = await broughtIn(newcomer, [{ name: 'passport.zip', bytes: zip }])
  expect(report).toContain('3 credentials added')
  expect(await textsOf(other)).toEqual(before)
  expect(await broughtIn(newcomer, [{ name: 'passport.zip', bytes: zip }])).toContain('You already have this one')
  expect(await textsOf(other)).toEqual(before)
  const [again = new Uint8Array()] = await exported(newcomer)
  const filesAgain = unzipSync(again)
  const contents = (all: typeof files) =>
    Object.keys(all)
      .filter((name) => name.startsWith('credentials/'))
      .map((name) => Buffer.from(all[name] ?? []).toString())
      .sort()
  expect(contents(filesAgain)).toEqual(contents(files))
})

test('the download of one is exactly what was received', async () => {
  const { person, visitor } = await wallet.enter('download@example.org', 'D')
  const text = JSON.stringify(await issuer.award(), null, 2)
  const added = await visitor.post('/add/text', { text })
  const [held] = await listCredentials(wallet.parts, person)
  expect(added.headers.get('location')).toBe(`/credentials/${held?.id}/verdict`)
  const download = await visitor.get(`/credentials/${held?.id}/download`)
  expect(await download.text()).toBe(text.replaceAll('\r\n', '\n'))
  expect(download.headers.get('content-disposition')).toBe('attachment; filename="network-security-operations.json"')
})

test('takes each credential of a presentation, and tells a claim link and a share link from a credential', async () => {
  const { person, visitor } = await wallet.enter('links@example.org', 'L')
  const held = [await issuer.award(), await issuer.award()]
  const presentation = { '@context': [], type: ['VerifiablePresentation'], verifiableCredential: held }
  await visitor.post('/add/text', { text: JSON.stringify(presentation) })
  expect(await textsOf(person)).toEqual(held.map((one) => JSON.stringify(one)).sort())

  const offer = issuer.offer(await issuer.award())
  const followed = await visitor.post('/add/link', { link: offer })
  expect(followed.headers.get('location')).toBe(`/receive?claim=${encodeURIComponent(offer)}`)
  const [one] = await listCredentials(wallet.parts, person)
  const made = await visitor.post('/shares', { credential: one?.id ?? '', audience: 'X', lasts: '7' })
  const share = await (await visitor.get(made.headers.get('location') ?? '')).text()
  const link = /value="(http[^"]+\/s\/[\w-]+)"/.exec(share)?.[1] ?? ''
  expect(await (await visitor.post('/add/link', { link })).text()).toContain('This is a share link')
  expect(await (await visitor.post('/add/link', { link: `${issuer.url}/page` })).text()).toContain('is a web page')
})

test('fetches a credential from its address, and says why it cannot', async () => {
  const { person, visitor } = await wallet.enter('fetch@example.org', 'F')
  const credential = await issuer.award()
  const link = issuer.publish(credential)
  const added = await visitor.post('/add/link', { link: ` ${link} ` })
  const [held] = await listCredentials(wallet.parts, person)
  expect(added.headers.get('location')).toBe(`/credentials/${held?.id}/verdict`)
  expect(held?.text).toBe(JSON.stringify(credential))
  expect((await visitor.post('/add/link', { link })).headers.get('location')).toBe(`/credentials/${held?.id}`)
  for (const [wrong, sentence] of [
    ['', 'Paste the link first'],
    ['not a link', 'does not lead to a public web address'],
    ['file:///etc/passwd', 'does not lead to a public web address'],
    [`${issuer.url}/none`, 'no credential at this address'],
    ['http://localhost:9/x', 'could not reach this address'],
  ] as const) {
    const response = await visitor.post('/add/link', { link: wrong })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(sentence)
  }
})

test.each([
  ['nothing', '', 'Paste the text first'],
  ['other words', 'hello', 'cannot read this as a credential'],
  ['half a JSON', '{"type": ["Veri', 'cannot read this as a credential'],
  ['keys that are there twice', '{"type": 1, "type": 2}', 'cannot read this as a credential'],
  ['a forbidden key', '{"__proto__": {}, "type": "VerifiableCredential"}', 'cannot read this as a credential'],
  ['nesting without end', '['.repeat(10_000), 'cannot read this as a credential'],
  ['JSON of another kind', '{"type": "Invoice"}', 'not a credential that we can read'],
  ['an empty presentation', '{"type": "VerifiablePresentation"}', 'no credential in this presentation'],
])('answers %s with a sentence, and keeps nothing', async (_what, text, sentence) => {
  const { person, visitor } = await wallet.enter('bad@example.org', 'Bad')
  const response = await visitor.post('/add/text', { text })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(sentence)
  expect(await textsOf(person)).toEqual([])
})

test('a file that cannot be read stops no other, and none leads to a place on the disk', async () => {
  const { person, visitor } = await wallet.enter('mixed@example.org', 'Mixed')
  const good = JSON.stringify(await issuer.award())
  const zip = zipSync({ '../../../etc/one.json': strToU8(good), 'notes.txt': strToU8('x'), 'bad.json': strToU8('{') })
  const files = [
    { name: 'many.zip', bytes: zip },
    { name: 'broken.zip', bytes: zip.subarray(0, 40) },
    { name: 'text.json', bytes: Uint8Array.of(0xff, 0xfe, 0x00) },
  ]
  const page = await broughtIn(visitor, files)
  expect(page).toContain('1 credential added')
  expect(page.match(/Not added\./g)).toHaveLength(3)
  expect(page).toMatch(/notes\.txt.*Left out\. It is no credential/)
  expect(await textsOf(person)).toEqual([good])
  expect((await visitor.upload('/add/file', [])).status).toBe(422)
})

const entriesIn = async (bytes: Uint8Array) => {
  const entries: ArchiveEntry[] = []
  for await (const entry of readArchive(bytes)) entries.push(entry)
  return entries
}

test('takes a file that is packed tightly, and refuses a ZIP that is too much before it is unpacked', async () => {
  const zeros = zipSync({ 'a.json': new Uint8Array(1024 * 1024) }, { level: 9 })
  expect(await entriesIn(zeros)).toMatchObject([{ name: 'a.json', bytes: { length: 1024 * 1024 } }])
  const files = Array.from({ length: ARCHIVE_LIMITS.entries + 1 }, (_, index): [string, Uint8Array] => [
    `${index}.json`,
    new Uint8Array(1),
  ])
  await expect(entriesIn(zipSync(Object.fromEntries(files), { level: 0 }))).rejects.toThrow('more than 20,000 files')
  expect(await entriesIn(zipSync(Object.fromEntries(files.slice(1)), { level: 0 }))).toHaveLength(20_000)
  await expect(entriesIn(claiming(300 * 1024 * 1024, 300 * 1024 * 1024))).rejects.toThrow('more than 200 MiB')
  await expect(entriesIn(zipSync({}))).rejects.toThrow('nothing in this ZIP')
})

test('names every entry that it does not take, with the reason', async () => {
  const large = ARCHIVE_LIMITS.entryBytes
  const zip = zipSync(
    {
      'good.json': strToU8('{}'),
      'large.json': new Uint8Array(large + 1),
      'just.json': new Uint8Array(large),
      'folder/': new Uint8Array(0),
      'account.json': strToU8('{}'),
      'holiday.jpg': strToU8('x'),
    },
    { level: 0 },
  )
  const entries = await entriesIn(zip)
  expect(entries.map((entry) => [entry.name, 'bytes' in entry ? entry.bytes.length : 'problem' in entry])).toEqual([
    ['large.json', true],
    ['good.json', 2],
    ['account.json', false],
    ['holiday.jpg', false],
    ['just.json', large],
  ])
})

test('an entry that holds more than it says is cut off where it said; one that cannot be unpacked stops no other', async () => {
  const [entry] = await entriesIn(claiming(10, undefined))
  expect(entry).toMatchObject({ bytes: { length: 10 } })
  const zip = zipSync({ 'a.json': strToU8('{"a": 1}'), 'b.json': strToU8('{"b": 2}') })
  const view = new DataView(zip.buffer, zip.byteOffset)
  const index = view.getUint32(zip.length - 6, true)
  // An unknown way of packing, in the index (APPNOTE §4.3.12).
  view.setUint16(index + 10, 99, true)
  expect(await entriesIn(zip)).toMatchObject([
    { name: 'a.json', problem: { code: 'media.unsupported' } },
    { name: 'b.json', bytes: { length: 8 } },
  ])
})

test('two entries of one name are both taken', async () => {
  const zip = zipSync({ 'a.json': strToU8('{"a": 1}'), 'b.json': strToU8('{"b": 2}') })
  const renamed = Buffer.from(Buffer.from(zip).toString('latin1').replaceAll('b.json', 'a.json'), 'latin1')
  const entries = await entriesIn(new Uint8Array(renamed))
  expect(entries.map((one) => 'bytes' in one && Buffer.from(one.bytes).toString())).toEqual(['{"a": 1}', '{"b": 2}'])
})

/** A ZIP of one entry whose index lies about how large it is. */
function claiming(originalSize: number, size: number | undefined): Uint8Array {
  const zip = zipSync({ 'a.json': strToU8('{"a": 1}'.repeat(500)) })
  const view = new DataView(zip.buffer, zip.byteOffset)
  const start = view.getUint32(zip.length - 6, true)
  if (size !== undefined) view.setUint32(start + 20, size, true)
  view.setUint32(start + 24, originalSize, true)
  return zip
}
