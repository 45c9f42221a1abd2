import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { asText, isObject, type JsonObject } from '#platform'
import { run } from '../cli/run.ts'
import { post } from './issuer/service.ts'
import { approvalForm, attach, award, endorse, openScene, revoke, SCHEME, type Scene } from './marks-scene.ts'
import { startTestWallet } from './wallet/wallet.ts'

let scene: Scene
let marked: { id: string; file: string }
let awarded: JsonObject

beforeAll(async () => {
  scene = await openScene()
}, 60_000)
afterAll(() => scene.stop())

interface Found {
  state: string
  by: { name: string; isListed: boolean }
  schemeOwner: { name: string } | null
}

async function check(credential: JsonObject, at = '') {
  const { json } = await scene.verifier.post(`/api/check${at === '' ? '' : `?at=${at}`}`, JSON.stringify(credential))
  const codes = json.checks.filter((one) => one.check === 'endorsements').map(({ code }) => code)
  const marks = Array.isArray(json.marks) ? (json.marks as Found[]) : []
  return { verdict: json.verdict, codes, states: marks.map(({ state }) => state), mark: marks[0] }
}

/** What the page says of a credential, and the marks on its card. */
async function pageOf(credential: JsonObject, at = ''): Promise<{ html: string; onCard: string[] }> {
  const body = new URLSearchParams({ text: JSON.stringify(credential), at })
  const html = await (await fetch(`${scene.verifier.url}/check`, { method: 'POST', body })).text()
  const marks = html.matchAll(/<a href="#verdict-marks"><bdi>(.*?)<\/bdi>/g)
  return { html, onCard: [...marks].map(([, name = '']) => name) }
}

/** What `skills-passport verify FILE --at DATE` prints. */
async function verifyByCommand(credential: JsonObject, at: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'passport-marks-'))
  writeFileSync(join(folder, 'badge.json'), JSON.stringify(credential))
  const out: string[] = []
  const code = await run(['verify', 'badge.json', '--at', at], {
    environment: { ALLOW_LOOPBACK_FETCH: '1', ...scene.settings },
    folder,
    isTerminal: false,
    input: async function* () {},
    print: (text) => void out.push(text),
    write: () => undefined,
    complain: (text) => void out.push(text),
  })
  rmSync(folder, { recursive: true })
  expect(code).toBe(0)
  return out.join('\n')
}

test('a scheme’s owner sees what it is about to sign, signs it once, and hands it over', async () => {
  const { browser } = scene.office
  const form = approvalForm(scene)
  const once = crypto.randomUUID()
  const preview = await browser.post('/console/endorsements', { ...form, once, step: 'preview' })
  expect(preview.status).toBe(200)
  for (const said of ['Sign this endorsement?', 'HTQ approval', 'Quality mark', 'Covered in part: 1', 'Cycle 3']) {
    expect(preview.html).toContain(said)
  }
  expect((await browser.post('/console/endorsements', { ...form, once, step: 'edit' })).html).toContain(scene.moduleId)
  const twice = [0, 1].map(() => browser.post('/console/endorsements', { ...form, once, step: 'sign' }))
  const answers = await Promise.all(twice)
  expect(answers.some(({ status }) => status === 303)).toBe(true)
  expect((await browser.get('/console/credentials?text=HTQ')).html).toContain('1 credential found')
  const page = await browser.get(`/console/credentials/${once}`)
  expect(page.html).toContain(`/console/endorsements/${once}/download`)
})

test('a form that leaves out what a mark needs says what, and signs nothing', async () => {
  const form = approvalForm(scene, {
    scheme: '',
    outcome: '',
    subject: 'x',
    coverage: 'a b c',
    validFrom: '',
    reviewDueOn: '2030-02-31',
  })
  const { status, html } = await scene.office.browser.post('/console/endorsements', {
    ...form,
    once: crypto.randomUUID(),
    step: 'sign',
  })
  expect(status).toBe(422)
  const faulty = [...html.matchAll(/id="(\w+)-error"/g)].map(([, field]) => field)
  expect(new Set(faulty)).toEqual(new Set(['scheme', 'outcome', 'subject', 'coverage', 'validFrom', 'reviewDueOn']))
})

test('a college attaches a mark to its module, which stays the same achievement, and its awards carry it', async () => {
  marked = await endorse(scene.office, approvalForm(scene))
  expect(await attach(scene, marked.file)).toMatchObject({ status: 303 })
  const page = (await scene.college.browser.get('/console/achievements/networks/marks')).html
  expect(page).toContain('Attached as version 2')
  expect(page).not.toContain('No list used here knows')
  awarded = await award(scene)
  const { credentialSubject: subject } = awarded
  expect(isObject(subject) && isObject(subject.achievement) && subject.achievement.id).toBe(scene.moduleId)
  expect(await check(awarded)).toMatchObject({
    verdict: 'accepted',
    codes: ['endorsements.mark'],
    states: ['shown'],
    mark: { by: { name: 'Office for Marks', isListed: true } },
  })
})

test('the public page of the badge shows the mark, verified', async () => {
  const page = (await scene.college.browser.get(new URL(asText(awarded.id)).pathname)).html
  expect(page).toContain('HTQ approval')
  expect(page).toContain('“Office for Marks” gave this quality mark')
})

test('the wallet shows the mark on its card, where its last check found it good', async () => {
  const wallet = await startTestWallet(scene.settings)
  try {
    const { visitor } = await wallet.enter('ola@example.com', 'Ola Adeyemi')
    expect((await visitor.post('/add/text', { text: JSON.stringify(awarded) })).status).toBe(303)
    const passport = await (await visitor.get('/passport')).text()
    expect(passport).toContain('HTQ approval')
    const [, path = ''] = /href="(\/credentials\/[^"/]+)\/verdict#verdict-marks"/.exec(passport) ?? []
    expect(await (await visitor.get(path)).text()).toContain(`href="${path}/verdict#verdict-marks"`)
    expect(await (await visitor.get(`${path}/verdict`)).text()).toContain('id="verdict-marks"')
  } finally {
    await wallet.stop()
  }
})

test('what is forged, copied, or about something else is not attached', async () => {
  const forged = await endorse(scene.stranger, approvalForm(scene))
  const refused = await attach(scene, forged.file)
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('was not issued by the scheme owner')
  const other = await endorse(scene.office, approvalForm(scene, { subject: `${scene.moduleId}0` }))
  expect((await attach(scene, other.file)).html).toContain('is about something else')
  const altered = marked.file.replace('Cycle 3', 'Cycle 4')
  expect((await attach(scene, altered)).html).toContain('is forged, damaged or no longer valid')
  expect((await attach(scene, marked.file)).html).toContain('It is attached already.')
  expect((await attach(scene, JSON.stringify(awarded))).html).toContain('no endorsement')
  expect((await attach(scene, 'mark')).html).toContain('cannot be read as an endorsement')
})

test('HTQ-02: a forged mark that an award carries anyway, and a mark copied into a stranger’s, do not count', async () => {
  const forged = JSON.parse((await endorse(scene.stranger, approvalForm(scene))).file)
  const issueWith = async (player: Scene['college'], endorsement: JsonObject, issuer: string) => {
    const { proof: _proof, credentialStatus: _status, id: _id, ...unsigned } = awarded
    const subject = isObject(unsigned.credentialSubject) ? unsigned.credentialSubject : {}
    const achievement = isObject(subject.achievement) ? subject.achievement : {}
    const credential = {
      ...unsigned,
      id: `urn:uuid:${crypto.randomUUID()}`,
      issuer: { id: issuer, type: ['Profile'], name: 'Example College' },
      credentialSubject: { ...subject, achievement: { ...achievement, endorsement: [endorsement] } },
    }
    const { status, json } = await post(player.issueUrl, { credential }, player.apiKey)
    expect(status).toBe(201)
    return json.verifiableCredential
  }
  const { college, stranger } = scene
  const carrying = await issueWith(college, forged, college.did)
  expect(await check(carrying)).toMatchObject({
    verdict: 'accepted',
    codes: ['endorsements.notSchemeOwner'],
    mark: { state: 'notSchemeOwner', schemeOwner: { name: 'Office for Marks' } },
  })
  const { html, onCard } = await pageOf(carrying)
  expect(html).toContain('was not issued by the scheme owner')
  expect(onCard).toEqual([])
  expect(await check(await issueWith(stranger, JSON.parse(marked.file), stranger.did))).toMatchObject({
    verdict: 'accepted',
    states: ['unbound'],
  })
})

test('an endorsement issued over VC-API is one like any other', async () => {
  const { office } = scene
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://w3id.org/skills-passport/v1',
    ],
    id: `urn:uuid:${crypto.randomUUID()}`,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Conditional approval',
    validFrom: '2025-02-15T00:00:00Z',
    validUntil: '2026-10-31T00:00:00Z',
    credentialSubject: {
      id: scene.moduleId,
      type: ['EndorsementSubject', 'SkillsPassportEndorsement'],
      endorsementKind: 'QualityMark',
      scheme: SCHEME,
      outcome: 'ApprovedWithConditions',
      conditions: 'Report each year.',
    },
  }
  const { status, json } = await post(office.issueUrl, { credential }, office.apiKey)
  expect(status).toBe(201)
  expect(json.verifiableCredential.credentialStatus).toHaveLength(2)
  expect((await attach(scene, JSON.stringify(json.verifiableCredential))).html).toMatch(/ended\s+on 31 October 2026/)
})

test('HTQ-01: a mark is on the card on a date on which it holds, and on no other', async () => {
  const soon = await endorse(scene.office, approvalForm(scene, { name: 'Trial approval', validUntil: '2099-01-01' }))
  expect((await attach(scene, soon.file)).status).toBe(303)
  const both = await award(scene)
  expect(await check(both, '2099-02-01')).toMatchObject({ states: ['shown', 'expired'] })
  expect(await check(both, '2098-12-31')).toMatchObject({ states: ['shown', 'shown'] })
  expect(await verifyByCommand(both, '2099-02-01')).toMatch(
    /The quality mark by “Office for Marks” ended\s+on 1 January 2099/,
  )
  expect(await verifyByCommand(both, '2098-12-31')).not.toMatch(/mark[^.]* ended/)
  expect((await pageOf(both, '2098-12-31')).onCard).toEqual(['HTQ approval', 'Trial approval'])
  expect((await pageOf(both, '2099-02-01')).onCard).toEqual(['HTQ approval'])
  const remove = await scene.college.browser.post('/console/achievements/networks/marks/remove', {
    place: '1',
    version: '3',
  })
  expect(remove.status).toBe(303)
  expect((await check(await award(scene))).states).toEqual(['shown'])
})

test('what a manager confirms of the college is attached as the JWT that it is, and carried as that', async () => {
  const word = {
    kind: 'ManagerConfirmation',
    name: 'Their engineers work here',
    subject: scene.college.did,
    validFrom: '2026-01-10',
  }
  const empty = await scene.employer.browser.post('/console/endorsements', {
    ...word,
    once: crypto.randomUUID(),
    step: 'sign',
  })
  expect(empty.html).toContain('Enter what you confirm')
  const { file } = await endorse(scene.employer, { ...word, comment: 'They teach what our engineers need.' })
  expect(JSON.parse(file).type).toBe('EnvelopedVerifiableCredential')
  expect((await attach(scene, file)).status).toBe(303)
  const page = (await scene.college.browser.get('/console/achievements/networks/marks')).html
  expect(page).toContain('No list used here knows who signed it')
  const carrying = await award(scene)
  expect(carrying.endorsementJwt).toEqual([expect.stringMatching(/^eyJ/)])
  expect(await check(carrying)).toMatchObject({
    verdict: 'accepted',
    codes: ['endorsements.confirmedByUnlisted', 'endorsements.mark'],
    states: ['shown', 'shown'],
  })
})

test('IHE-14: a mark that its owner withdraws is shown as withdrawn, and the award stays as it was', async () => {
  expect((await revoke(scene.office, marked.id)).status).toBe(303)
  expect(await check(awarded)).toMatchObject({
    verdict: 'accepted',
    codes: ['endorsements.withdrawn'],
    states: ['withdrawn'],
  })
  expect((await pageOf(awarded)).onCard).toEqual([])
  const { html } = await scene.college.browser.get(new URL(asText(awarded.id)).pathname)
  expect(html).toContain('has withdrawn this quality mark')
  expect(html).not.toContain('gave this quality mark')
})

test('a changed achievement is another and has to be endorsed anew; what was said of its issuer stays', async () => {
  const edit = await scene.college.browser.get('/console/achievements/networks/edit')
  expect(edit.html).toContain('Its marks are for what it is now')
  const changed = await scene.college.browser.post('/console/achievements/networks', {
    name: 'Network engineering',
    description: 'An assessed module, changed.',
    criteria: 'Pass both components.',
    type: 'ext:Module',
    skills: 'Secure a small network',
    level: 'RQF 4',
    assessmentMethods: 'Project',
    currency: 'doesNotExpire',
  })
  expect(changed.status).toBe(303)
  const next = await award(scene)
  const { credentialSubject: subject } = next
  expect(isObject(subject) && isObject(subject.achievement) && subject.achievement.id).not.toBe(scene.moduleId)
  expect((await check(next)).codes).toEqual(['endorsements.confirmedByUnlisted'])
})

test('who may only look endorses nothing, and nobody attaches to what is another’s', async () => {
  const { stranger } = scene
  const bytes = new TextEncoder().encode(marked.file)
  const elsewhere = await stranger.browser.upload('/console/achievements/networks/marks', {}, { name: 'm.json', bytes })
  expect(elsewhere.status).toBe(404)
  expect((await stranger.browser.get(`/console/endorsements/${marked.id}/download`)).status).toBe(404)
})
