import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { summarise } from '#credential'
import { isObject, parseJsonObject } from '#platform'
import { validate } from '#schemas'
import { ownRecords } from '../../wallet/personal-files.ts'
import { type HeldCredential, listCredentials } from '../../wallet/records/credentials.ts'
import { DESCRIBED_AWARD } from '../../wallet/records/described-kind.ts'
import type { Person } from '../../wallet/records/person.ts'
import { listPersonal, type PersonalRecord } from '../../wallet/records/personal.ts'
import { listShares } from '../../wallet/records/shares.ts'
import { competences } from '../skills/packages.ts'
import { broughtIn, type Visitor, visitorOf } from '../wallet/visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet/wallet.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'examples', 'passports')
const LIMITS = { length: 4_000_000, depth: 64, keys: 100_000, stringLength: 500_000, arrayLength: 5_000 }

const packages = mkdtempSync(join(tmpdir(), 'passport-formats-'))
let wallet: TestWallet
beforeAll(async () => {
  writeFileSync(join(packages, 'welding.json'), JSON.stringify(competences({ id: 'sector/welding', title: 'Welding' })))
  wallet = await startTestWallet({ SKILLS_PACKAGES: packages }, { now: () => new Date('2026-12-01T12:00:00Z') })
})
afterAll(async () => {
  await wallet.stop()
  rmSync(packages, { recursive: true })
})

const bytesOf = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}
const wordsOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const sorted = (held: readonly HeldCredential[]) => held.map(({ text }) => text).toSorted()
const byName = (records: readonly PersonalRecord[]) =>
  records.toSorted((one, other) => (one.name < other.name ? -1 : 1))
const described = async (person: Person) =>
  (await listPersonal(wallet.parts, person, DESCRIBED_AWARD)).map(({ content }) => content)

test.each([
  ['no-qualifications', 0],
  ['technician', 8],
  ['graduate', 10],
  ['itq-mixed-levels', 7],
  ['three-providers', 5],
  ['returning', 8],
])(
  'IHE-84 (partly): the passport of %s goes out as a record, a description and a table, and each comes in as what it is',
  async (id, number) => {
    const { person, visitor } = await wallet.enter(`${id}@example.com`, `Somebody ${id}`)
    await broughtIn(visitor, [{ name: 'passport.zip', bytes: new Uint8Array(readFileSync(join(FOLDER, `${id}.zip`))) }])
    const held = await listCredentials(wallet.parts, person)
    const { person: other, visitor: newcomer } = await wallet.enter(`new-${id}@example.com`, 'Somebody else')

    if (number > 0) {
      const description = await bytesOf(visitor, '/export/europass.jsonld')
      const page = wordsOf(
        await (await newcomer.upload('/add/file', [{ name: 'europass.jsonld', bytes: description }])).text(),
      )
      expect(page).toContain(`${number} award${number === 1 ? '' : 's'} noted, not verified`)
      expect(await listCredentials(wallet.parts, other)).toEqual([])
      const awards = await described(other)
      expect(awards.map(({ source }) => [source.format, source.isSealed])).toEqual(Array(number).fill(['elm', false]))
      expect(awards.every(({ notes }) => notes.some((one) => one.startsWith('This is a description')))).toBe(true)
    }

    const table = await bytesOf(visitor, '/export/passport.csv')
    expect([...table.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const came = wordsOf(await (await newcomer.upload('/add/file', [{ name: 'passport.csv', bytes: table }])).text())
    const own = byName(await ownRecords(wallet.parts, person))
    if (own.length > 0) expect(came).toContain(`Your own records: ${own.length} brought in.`)
    const theirs = await ownRecords(wallet.parts, other)
    expect(byName(theirs.filter(({ kind }) => kind !== DESCRIBED_AWARD.kind))).toEqual(own)
    // Of an award that both files describe alike, the first is kept.
    expect((came.match(/Kept as what this file says|A file said the same before/g) ?? []).length).toBe(number)
    const titles = held.map(({ shown }) => summarise(shown).title)
    expect(new Set((await described(other)).map(({ title }) => title))).toEqual(new Set(titles))

    if (number === 0) {
      expect((await visitor.get('/export/record/1')).status).toBe(404)
      return
    }
    const bytes = await bytesOf(visitor, '/export/record/1')
    const record = parseJsonObject(bytes, LIMITS)
    expect([record.proof, validate('learner-record', record)]).toEqual([undefined, []])
    const subject = isObject(record.credentialSubject) ? record.credentialSubject : {}
    expect(subject.verifiableCredential).toEqual(held.map(({ text }) => JSON.parse(text)))
    const result = wordsOf(await (await newcomer.upload('/add/file', [{ name: 'record.json', bytes }])).text())
    expect(result).toContain('Nobody signed this record as a whole')
    const again = await listCredentials(wallet.parts, other)
    expect(sorted(again)).toEqual(sorted(held))
    expect(again.map(({ checked }) => checked.face)).toEqual(Array(number).fill('genuineNotListed'))
    const twice = wordsOf(await (await newcomer.upload('/add/file', [{ name: 'passport.csv', bytes: table }])).text())
    expect(twice.match(/You already have this one/g)).toHaveLength(number)
  },
  20_000,
)

test('a record that somebody puts together keeps how achievements stand to one another', async () => {
  const { visitor } = await wallet.enter('ties@example.com', 'Elin')
  await broughtIn(visitor, [
    { name: 'passport.zip', bytes: new Uint8Array(readFileSync(join(FOLDER, 'graduate.zip'))) },
  ])
  const record = parseJsonObject(await bytesOf(visitor, '/export/record/1'), LIMITS)
  const subject = isObject(record.credentialSubject) ? record.credentialSubject : {}
  expect(Array.isArray(subject.association) && subject.association.length).toBe(8)
})

test('IHE-06 (partly): the PDF of a passport says what its holder can do and who says so, with the link by which it can be checked', async () => {
  const { person, visitor } = await wallet.enter('paper@example.com', 'Tomos Blackwood')
  await broughtIn(visitor, [{ name: 'p.zip', bytes: new Uint8Array(readFileSync(join(FOLDER, 'technician.zip'))) }])
  const [first] = await listCredentials(wallet.parts, person)
  await visitor.post('/shares', { credential: first?.id ?? '', audience: 'Example Employer', lasts: '7' })
  const [share] = await listShares(wallet.parts.storage.db, wallet.parts.keys, person)
  const page = await (await visitor.get('/export')).text()
  expect(page).toContain(`<option value="${share?.id}">For Example Employer, until 8 December 2026</option>`)
  const plain = await bytesOf(visitor, '/export/passport.pdf')
  expect(Buffer.from(plain.subarray(0, 8)).toString()).toBe('%PDF-1.7')
  const linked = Buffer.from(await bytesOf(visitor, `/export/passport.pdf?share=${share?.id}`)).toString('latin1')
  expect(linked).toContain(`/URI (${wallet.url}/s/${share?.token})`)
  expect((await visitor.get('/export/passport.pdf?share=x')).status).toBe(404)
})

test('anyone can take the frameworks away, as CASE has them', async () => {
  const stranger = visitorOf(wallet.url)
  const json = async (path: string) => (await stranger.get(path, { accept: 'application/json' })).json()
  const page = await (await stranger.get('/frameworks')).text()
  const { CFDocuments } = await json('/ims/case/v1p1/CFDocuments')
  expect(wordsOf(page)).toContain('Welding 2 competences and 1 role. Version 1.0.0.')
  expect(CFDocuments.length).toBeGreaterThan(6)
  for (const { identifier, CFPackageURI } of CFDocuments) {
    expect(page).toContain(`/ims/case/v1p1/CFPackages/${identifier}`)
    const { CFDocument, CFItems } = await json(new URL(CFPackageURI.uri).pathname)
    expect(CFDocument.identifier).toBe(identifier)
    expect(await json(new URL(CFItems[0].uri).pathname)).toEqual(CFItems[0])
  }
  expect((await stranger.get('/ims/case/v1p1/CFPackages/x')).status).toBe(404)
  expect((await stranger.get('/ims/case/v1p1/CFItems/x')).status).toBe(404)
})
