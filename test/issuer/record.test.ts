import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openedPart, receiveJson, summarise } from '#credential'
import { asArray, isObject, type JsonObject, parseJsonObject, sha256Hex, uuid } from '#platform'
import { publishedSchema, SKILLS_PASSPORT_SCHEMA, STANDARD_FIELDS_SCHEMA, validate } from '#schemas'
import { awardOf } from '../../issuer/award.ts'
import { createIssuer } from '../../issuer/create-issuer.ts'
import { loadDemonstration } from '../../issuer/demonstration.ts'
import { issue } from '../../issuer/issue.ts'
import { findAchievement } from '../../issuer/records/achievements.ts'
import { findRecord } from '../../issuer/records/credentials.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { expectAccessible, leaveBrowser, sharedBrowser } from '../browser.ts'
import { newIssuer, post, runIssuer, Visitor } from './service.ts'

let running: RunningIssuer
let staff: Visitor
let awards: string[]

const OLA = { name: 'Ola Adeyemi', email: 'ola@example.org', awardedOn: '2026-06-25' }

/** Awards one achievement of the demonstration, and answers its id. */
async function award(slug: string, recipient = OLA): Promise<string> {
  const { parts } = running
  const issuer = await getIssuer(parts.storage.db, 'example-college')
  const achievement = await findAchievement(parts.storage.db, issuer.id, slug)
  if (achievement === undefined) throw new Error(`There is no ${slug}.`)
  const made = awardOf(achievement, recipient, { issuer, baseUrl: parts.config.baseUrl, now: parts.now() })
  return (await issue(made, issuer, { actor: 'test' }, parts)).id
}

async function signedOf(id: string): Promise<JsonObject> {
  const record = await findRecord(running.parts.storage.db, 'example-college', id)
  return parseJsonObject(record?.signed ?? '')
}

beforeAll(async () => {
  running = await runIssuer()
  const { staffSignInUrl } = await loadDemonstration(running.parts)
  staff = new Visitor(running.url)
  await staff.signIn(staffSignInUrl)
  awards = [await award('network-security-operations'), await award('safeguarding-update')]
  await award('safeguarding-update', { ...OLA, name: 'Eve', email: 'eve@example.org' })
}, 60_000)
afterAll(() => running.stop())

const path = () => `/console/credentials/${awards[0]}/record`
const form = (changes: Record<string, string | string[]> = {}) => ({
  name: 'Record of achievement',
  award: awards,
  source: awards,
  relation: ['', 'precedes'],
  target: [awards[1] ?? '', awards[0] ?? ''],
  once: uuid(),
  ...changes,
})

describe('a record of a person’s awards', () => {
  test('begins with everything that was awarded to that person, and nothing of another’s', async () => {
    const { status, html } = await staff.get(path())
    expect(status).toBe(200)
    expect(html.match(/name="award"/g)).toHaveLength(2)
    expect(html).not.toContain('eve@example.org')
  })

  test('is signed as a Comprehensive Learner Record, with how they belong together, and sent', async () => {
    const sent = form()
    const { status, location } = await staff.post(path(), sent)
    expect([status, location]).toEqual([303, `/console/credentials/${sent.once}`])
    const signed = await signedOf(sent.once)
    const withOneStatus = { ...signed, credentialStatus: asArray(signed.credentialStatus)[0] }
    const subject = isObject(signed.credentialSubject) ? signed.credentialSubject : {}
    const parts = asArray(subject.verifiableCredential)
    expect(parts).toEqual([await signedOf(awards[0] ?? ''), await signedOf(awards[1] ?? '')])
    const plain = parts.map((part) =>
      isObject(part) ? { ...part, credentialStatus: asArray(part.credentialStatus)[0] } : part,
    )
    const plainRecord = { ...withOneStatus, credentialSubject: { ...subject, verifiableCredential: plain } }
    expect(validate('learner-record', JSON.parse(JSON.stringify(plainRecord)))).toEqual([])
    expect(signed).toMatchObject({ type: ['VerifiableCredential', 'ClrCredential'], partial: false })
    const { record, recipientName } = summarise(receiveJson(signed))
    expect(recipientName).toBe('Ola Adeyemi')
    expect(record?.associations.map(({ type }) => type)).toEqual(['precedes'])
    expect((await staff.get(`/console/credentials/${sent.once}`)).html).toContain('ola@example.org')
    // A record does not go into the next one.
    expect((await staff.get(path())).html.match(/name="award"/g)).toHaveLength(2)
  })

  test('of a part of them says that there is more', async () => {
    const sent = form({ award: [awards[0] ?? ''], relation: ['', ''] })
    await staff.post(path(), sent)
    expect(await signedOf(sent.once)).toMatchObject({ partial: true })
  })

  test('is one record however often the button is pressed, and under its name no other', async () => {
    const sent = form()
    const [one, two] = await Promise.all([staff.post(path(), sent), staff.post(path(), sent)])
    expect([one.status, two.status]).toEqual([303, 303])
    expect((await staff.post(path(), { ...sent, name: 'Another' })).status).toBe(422)
  })

  test.each([
    ['a name', { name: ' ' }, 'Give the record a name.'],
    ['an award', { award: [] }, 'Choose at least one award.'],
    ['another award to belong to', { relation: ['', 'isPartOf'], target: ['', 'x'] }, 'Choose for each relation'],
    ['an award that goes in', { award: 1, relation: ['', 'isPartOf'] }, 'Choose for each relation'],
    ['a known relation', { relation: ['', 'isBetterThan'] }, 'Choose for each relation'],
  ])('needs %s', async (_what, changes, message) => {
    const sent = form({ ...changes, award: 'award' in changes ? (changes.award === 1 ? awards.slice(1) : []) : awards })
    const { status, html } = await staff.post(path(), sent)
    expect(status).toBe(422)
    expect(html).toContain(message)
  })

  test('is refused for an award that nobody can be found by, and for another provider’s', async () => {
    const issuer = await getIssuer(running.parts.storage.db, 'example-college')
    const credential = openedPart(await signedOf(awards[0] ?? ''))
    const { proof: _, credentialStatus: _status, ...again } = credential
    const { id } = await issue(
      { credential: { ...again, id: 'urn:example:1' } },
      issuer,
      { actor: 'test' },
      running.parts,
    )
    expect((await staff.get(`/console/credentials/${id}/record`)).status).toBe(409)
    const other = await newIssuer(running, { slug: 'other', name: 'Other' })
    const theirs = await post(other.issueUrl, { credential: { ...again, issuer: undefined } }, other.apiKey)
    const theirId = theirs.headers.get('location')?.split('/').at(-1)
    expect((await staff.get(`/console/credentials/${theirId}/record`)).status).toBe(404)
  })

  test('of an issuer whose holders choose what to show says why it cannot be', async () => {
    const selective = await createIssuer(
      { name: 'Selective', slug: 'selective', suite: 'ecdsa-sd-2023', algorithm: 'ES256', status: false },
      running.parts,
    )
    const visitor = new Visitor(running.url)
    await visitor.signIn(selective.staffSignInUrl)
    const issuer = await getIssuer(running.parts.storage.db, 'selective')
    const {
      proof: _,
      credentialStatus: _status,
      issuer: _issuer,
      ...again
    } = openedPart(await signedOf(awards[0] ?? ''))
    const made = await issue({ credential: again, recipient: OLA }, issuer, { actor: 'test' }, running.parts)
    const { status, html } = await visitor.get(`/console/credentials/${made.id}/record`)
    expect(status).toBe(409)
    expect(html).toContain('cannot be put together in a record')
  })
})

test('a program issues a record like any other credential', async () => {
  const other = await newIssuer(running, {
    slug: 'program',
    name: 'Program',
    suite: 'eddsa-rdfc-2022',
    algorithm: 'EdDSA',
  })
  const {
    proof: _,
    credentialStatus: _status,
    issuer: _issuer,
    ...unsigned
  } = await signedOf((await latestRecord()) ?? '')
  const { status, json } = await post(other.issueUrl, { credential: unsigned }, other.apiKey)
  expect(status).toBe(201)
  expect(json.verifiableCredential).toMatchObject({
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: { id: other.did },
  })
  const { name: _name, ...nameless } = unsigned
  const refused = await post(other.issueUrl, { credential: nameless }, other.apiKey)
  expect([refused.status, refused.json.code]).toEqual([422, 'shape.invalid'])
})

test.each([
  ['v1', SKILLS_PASSPORT_SCHEMA, 'skills-passport/v1'],
  ['standard-fields-v1', STANDARD_FIELDS_SCHEMA, 'six standard fields'],
])('our schema %s is served to anyone, as it is applied to credentials that name it', async (name, url, title) => {
  const response = await fetch(`${running.url}/schemas/skills-passport/${name}.json`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/schema+json'])
  const text = await response.text()
  expect(sha256Hex(text)).toBe(sha256Hex(publishedSchema(url)?.bytes ?? ''))
  expect(JSON.parse(text).title).toContain(title)
})

async function latestRecord(): Promise<string | undefined> {
  const rows = await running.parts.storage.db
    .selectFrom('credential')
    .select('id')
    .where('title', '=', 'Record of achievement')
    .where('state', '=', 'issued')
    .execute()
  return rows[0]?.id
}

describe('on a screen', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await sharedBrowser()
  }, 60_000)
  afterAll(() => leaveBrowser(browser))

  test('the form is accessible and fits a phone', async () => {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
    const [name = '', value = ''] = staff.cookie.split('=')
    await page.context().addCookies([{ name, value, url: running.url }])
    await page.goto(new URL(path(), running.url).href)
    expect(await page.textContent('h1')).toBe('Put awards together')
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  }, 60_000)
})
