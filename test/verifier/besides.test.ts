import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { digestMultibase, isObject, type JsonObject, sha256Hex } from '#platform'
import { validate } from '#schemas'
import { sampleCredential } from '../credential/sample.ts'
import { type College, startCollege } from './college.ts'
import { codesOf, serveVerifier, type TestVerifier } from './service.ts'

let college: College
let verifier: TestVerifier

beforeAll(async () => {
  college = await startCollege()
  verifier = await serveVerifier()
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

const bytes = (text: string) => new TextEncoder().encode(text)

/** A credential about somebody whose address it states only as a hash. */
async function hashed() {
  const plain = await college.issue()
  const subject = isObject(plain.credentialSubject) ? plain.credentialSubject : {}
  const identifier = [
    {
      type: 'IdentityObject',
      hashed: true,
      identityType: 'emailAddress',
      identityHash: `sha256$${sha256Hex('ola@example.orgpepper')}`,
      salt: 'pepper',
    },
  ]
  return college.issue({ credentialSubject: { ...subject, identifier } })
}

/** Sends the page's form, as a browser does. */
async function submit(fields: Record<string, string | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const response = await fetch(`${verifier.url}/check`, {
    method: 'POST',
    body: form,
    headers: { Accept: 'text/html' },
  })
  return { status: response.status, html: await response.text() }
}

describe('whom it is about', () => {
  test('is answered to a program that asks', async () => {
    const credential = await hashed()
    const ask = async (recipient: string) =>
      (await verifier.post(`/api/check?recipient=${encodeURIComponent(recipient)}`, credential)).json
    expect(codesOf(await ask('Ola@Example.org'), 'recipient')).toEqual(['recipient.match'])
    expect(await ask('eve@example.org')).toMatchObject({ verdict: 'rejected', standing: 'genuine' })
    expect((await ask('Ola Adeyemi')).verdict).toBe('undecided')
    expect(codesOf((await verifier.post('/api/check', credential)).json, 'recipient')).toEqual([])
  })

  test('of a presentation is asked of each credential in it', async () => {
    college.share('/s/who', [await hashed(), await college.issue({ id: 'urn:example:2' })])
    const path = `/api/check?recipient=${encodeURIComponent('ola@example.org')}`
    const { json } = await verifier.post(path, `${college.url}/s/who`, 'text/plain')
    expect(json.reports.map((report) => codesOf(report, 'recipient'))).toEqual([
      ['recipient.match'],
      ['recipient.notComparable'],
    ])
  })

  test('can be asked on the page, which says so without keeping what was asked', async () => {
    const credential = JSON.stringify(await hashed())
    const first = await submit({ text: credential })
    expect(first.html).toContain('Stated only as a fingerprint')
    expect(first.html).toContain('name="recipient"')
    const match = await submit({ text: credential, recipient: 'ola@example.org' })
    expect(match.html).toContain('It is about the person whom you named.')
    const other = await submit({ text: credential, recipient: 'eve@example.org' })
    expect(other.html).toContain('Genuine, but not about the person you named')
    const rows = await verifier.parts.storage.db.selectFrom('cached_document').selectAll().execute()
    expect(Buffer.from(JSON.stringify(rows)).toString()).not.toContain('eve@example.org')
  })
})

describe('what a credential says', () => {
  const subject = (changes: JsonObject, achievement: JsonObject = {}) => {
    const { credentialSubject } = sampleCredential('')
    const { currentUntil: _, ...plain } = isObject(credentialSubject) ? credentialSubject : {}
    const sample = isObject(plain.achievement) ? plain.achievement : {}
    return { ...plain, achievement: { ...sample, ...achievement }, ...changes }
  }
  /** The card of a credential on the page: what it says, by the name of the field. */
  const card = async (credential: JsonObject) => {
    const { html } = await submit({ text: JSON.stringify(credential) })
    const [, article = ''] = html.split('<article')
    const rows = article.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)
    return Object.fromEntries(
      [...rows].map(([, label, value = '']) => [label, value.replaceAll(/<[^>]+>/g, '').trim()]),
    )
  }

  test('IHE-10: when it was awarded, by whom and until when is the same to a program and on the page; without an end only its issuer says that there is none', async () => {
    const bodies = { awardedBy: ['https://university.example/'], deliveredBy: ['https://college.example/'] }
    const never = [{ type: ['FieldExplanation'], field: 'Currency', reason: 'DoesNotExpire' }]
    const expected = { awardedOn: '2026-06-25T00:00:00Z', ...bodies }
    const unsaid = 'Not stated by the issuer'
    for (const [changes, told, current, valid] of [
      [{ currentUntil: '2029-06-25' }, { currentUntil: '2029-06-25', doesNotExpire: false }, '25 June 2029', unsaid],
      [{ fieldExplanation: never }, { currentUntil: null, doesNotExpire: true }, 'Does not lapse', 'Does not expire'],
      [{}, { currentUntil: null, doesNotExpire: false }, unsaid, unsaid],
    ] as const) {
      const credential = await college.issue({ credentialSubject: subject(changes, bodies) })
      const { json } = await verifier.post('/api/check', credential)
      expect(json.summary).toMatchObject({ ...expected, ...told })
      expect(await card(credential)).toMatchObject({
        'Awarded on': '25 June 2026',
        'Awarded by': 'university.example',
        'Delivered by': 'college.example',
        'Current until': current,
        'Valid until': valid,
      })
    }
  })

  test('IHE-05: a field that its issuer leaves out is there and said to be left out, and how many are stated is counted', async () => {
    const credential = await college.issue({ credentialSubject: subject({}, { assessmentMethod: undefined }) })
    const { html } = await submit({ text: JSON.stringify(credential) })
    expect(html).toContain('4 of 6 stated or explained. Not: How it was assessed; How long it holds.')
    const whole = await submit({ text: JSON.stringify(await college.issue()) })
    expect(whole.html).toContain('6 of 6 stated or explained.')
    expect(await card(credential)).toMatchObject({
      Skills: 'Secure a small network',
      'How it was assessed': 'Not stated by the issuer',
      'Current until': 'Not stated by the issuer',
      Assurance: 'Externally quality assured, as its issuer claims',
    })
  })

  test('IHE-86: of a degree that one teaches and another awards, checks and oversees, each is named in its part', async () => {
    const achievement = {
      achievementType: 'BachelorDegree',
      deliveredBy: ['https://college.example/'],
      awardedBy: ['https://university.example/'],
      validatedBy: ['https://validation.example/'],
      regulatedBy: ['https://regulator.example/'],
    }
    expect(await card(await college.issue({ credentialSubject: subject({}, achievement) }))).toMatchObject({
      'Awarded by': 'university.example',
      'Delivered by': 'college.example',
      'Checked by': 'validation.example',
      'Regulated by': 'regulator.example',
      'How it was assessed': expect.stringContaining('Project'),
    })
  })

  test('IHE-88: two hours of development and a qualification of 120 credits are both genuine, each with its size', async () => {
    for (const [type, size, words] of [
      ['ext:CPD', { creditValue: '2', creditScheme: 'CPDHours' }, '2 CPD hours'],
      ['Diploma', { creditValue: '120', creditScheme: 'RQF' }, '120 RQF'],
    ] as const) {
      const creditAwarded = [{ type: ['Credit'], ...size }]
      const achievement = { achievementType: type, credit: undefined }
      const credential = await college.issue({ credentialSubject: subject({ creditAwarded }, achievement) })
      expect((await verifier.post('/api/check', credential)).json).toMatchObject({ verdict: 'accepted' })
      expect((await card(credential)).Credits).toContain(words)
    }
  })
})

describe('evidence', () => {
  const withEvidence = async () =>
    college.issue({
      evidence: [
        { id: `${college.url}/report.json`, type: 'Evidence', digestMultibase: digestMultibase('{"score":1}') },
      ],
    })
  const archive = (credential: JsonObject, evidence: string) =>
    zipSync({ 'badge.json': bytes(JSON.stringify(credential)), 'evidence/report.json': bytes(evidence) })

  test('that lies beside the credential in a ZIP file is compared', async () => {
    const credential = await withEvidence()
    const good = await verifier.post('/api/check', archive(credential, '{"score":1}'), 'application/zip')
    expect(good.json.reports.map((report) => codesOf(report, 'evidence'))).toEqual([['evidence.ok']])
    const bad = await verifier.post('/api/check', archive(credential, '{"score":9}'), 'application/zip')
    expect(bad.json.verdict).toBe('rejected')
    expect(bad.json.reports.map((report) => codesOf(report, 'evidence'))).toEqual([['evidence.mismatch']])
  })

  test('is got from the web only when somebody asks for that, and is not kept', async () => {
    const credential = await withEvidence()
    college.pages.set('GET /report.json', { body: '{"score":1}' })
    const asked = () => college.requests.filter((request) => request === 'GET /report.json').length
    expect(codesOf((await verifier.post('/api/check', credential)).json, 'evidence')).toEqual(['evidence.notSupplied'])
    expect(asked()).toBe(0)
    const { json } = await verifier.post('/api/check?evidence=fetch', credential)
    expect(codesOf(json, 'evidence')).toEqual(['evidence.ok'])
    college.pages.set('GET /report.json', { body: '{"score":9}' })
    const page = await submit({ text: JSON.stringify(credential), evidence: 'fetch' })
    expect(page.html).toContain('not the one that was there when it was signed')
    expect(asked()).toBe(2)
    const kept = await verifier.parts.storage.db.selectFrom('cached_document').select('url').execute()
    expect(kept.map(({ url }) => url)).not.toContain(`${college.url}/report.json`)
  })

  test('can be chosen on the page', async () => {
    const text = JSON.stringify(await withEvidence())
    expect((await submit({ text })).html).toContain('name="evidenceFile"')
    const file = (content: string) => new File([content], 'report.json', { type: 'application/json' })
    const good = await submit({ text, evidenceFile: file('{"score":1}') })
    expect(good.html).toContain('is the very one that it names')
    expect((await submit({ text, evidenceFile: file('{"score":9}') })).html).toContain('evidence.mismatch')
  })

  test('that is large beside a credential is left out, and refuses nothing', async () => {
    const credential = await withEvidence()
    const bomb = zipSync({ 'a.json': bytes(JSON.stringify(credential)), 'big.bin': new Uint8Array(30 * 1024 * 1024) })
    const { status, json } = await verifier.post('/api/check', bomb, 'application/zip')
    expect(status).toBe(200)
    expect(json.verdict).toBe('accepted')
  })
})

describe('a learner’s record', () => {
  test('is answered for as a whole, with a report on each part', async () => {
    const [one, two] = [await college.issue({}, 20), await college.issue({ id: 'urn:example:2' }, 21)]
    const record = await college.record([one, two])
    expect(validate('learner-record', record)).toEqual([])
    const before = await verifier.post('/api/check', record)
    expect(before.json).toMatchObject({ verdict: 'accepted', standing: 'genuine', summary: { title: 'Transcript' } })
    expect(before.json.reports.map(({ verdict, summary }) => [verdict, summary?.title])).toEqual([
      ['accepted', 'Network Security Operations'],
      ['accepted', 'Network Security Operations'],
    ])
    await college.revoke(21)
    const after = await verifier.post('/api/check', record)
    expect(after.json).toMatchObject({ verdict: 'rejected', standing: 'genuine' })
    expect(codesOf(after.json, 'parts')).toEqual(['parts.faulty'])
    expect(after.json.reports.map(({ standing }) => standing)).toEqual(['genuine', 'noLongerValid'])
    const viaApi = await verifier.post('/credentials/verify', { verifiableCredential: record })
    expect(viaApi.status).toBe(400)
    expect(viaApi.json.errors.map(({ code }) => code)).toEqual(['parts.faulty'])
  })

  test('is not mistaken for its parts when it is presented or sent with others', async () => {
    const record = await college.record([await college.issue({}, 22)])
    college.share('/s/record', [record])
    const shown = await verifier.post('/api/check', `${college.url}/s/record`, 'text/plain')
    expect(shown.json).toMatchObject({ verdict: 'accepted', summary: { title: 'Transcript' } })
    expect(shown.json.reports).toHaveLength(1)
    expect(shown.json.reports[0]).toMatchObject({
      summary: { title: 'Transcript' },
      reports: [{ verdict: 'accepted' }],
    })
    const zip = zipSync({
      'a.json': bytes(JSON.stringify(record)),
      'b.json': bytes(JSON.stringify(await college.issue({}, 23))),
    })
    const both = await verifier.post('/api/check', zip, 'application/zip')
    expect(both.json.reports.map(({ summary }) => summary?.title)).toEqual([
      'Transcript',
      'Network Security Operations',
    ])
  })

  test('is shown on the page with its parts and how they belong together', async () => {
    const record = await college.record([await college.issue({}, 24)])
    const { html } = await submit({ text: JSON.stringify(record) })
    expect(html).toContain('The 1 credential in this record')
    expect(html).toMatch(/Network Security Operations<\/bdi> comes before/)
    expect(html).toContain('id="verdict-part-1"')
  })
})
