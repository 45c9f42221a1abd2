import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strToU8 } from 'fflate'
import type { z } from 'zod'
import { check } from '../../../verifier/check.ts'
import { compareForm, compareSubmitted } from '../../../verifier/compare-on-page.ts'
import { findForm, findSubmitted } from '../../../verifier/find-on-page.ts'
import { readText } from '../../../verifier/read.ts'
import { verdictPage } from '../../../verifier/web/verdict-page.tsx'
import { readClaim } from '../../../wallet/claim-prior-learning.ts'
import { askToConfirm, confirm, confirmUrl, lookAtRequest, versionOf } from '../../../wallet/confirm.ts'
import { claimBlocks } from '../../../wallet/formats/prior-learning-pdf.ts'
import { restoreFile } from '../../../wallet/personal-files.ts'
import { findEntry, listPortfolio } from '../../../wallet/portfolio.ts'
import type { Person } from '../../../wallet/records/person.ts'
import { listPersonal } from '../../../wallet/records/personal.ts'
import { CONFIRMATION, EVIDENCE_BLOCK } from '../../../wallet/records/portfolio-kinds.ts'
import { teamOf } from '../../../wallet/team.ts'
import { PARTS, passport } from '../../verifier/passports.ts'
import { broughtIn, exported, type Visitor, visitorOf } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { held, hold } from './held.ts'

let wallet: TestWallet
let now = new Date('2026-11-25T10:00:00Z')
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => now })
})
afterAll(() => wallet.stop())

const GARDEN = {
  type: 'teamProject',
  title: 'The garden',
  about: 'A yard made green.',
  contribution: 'I led.',
  link: '',
}
const SAM = { by: 'Sam Lee', relation: 'manager', email: 'sam@example.org', words: 'Ola led the team well.' }

/** Puts something into a portfolio. Answers its name there. */
async function put(visitor: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const made = await visitor.post('/portfolio', { ...GARDEN, skill: 'Lead a small team', ...fields })
  return (made.headers.get('location') ?? '').split('/').at(-1) ?? ''
}

/** Opens a link as a stranger, fills the form in, and sends it. */
async function answered(link: string, fields: Record<string, string> = {}, by?: Visitor): Promise<Response> {
  const visitor = by ?? visitorOf(wallet.url)
  const page = await (await visitor.get(link)).text()
  const version = /name="version" value="(\w+)"/.exec(page)?.[1] ?? ''
  return await visitor.post(link, { ...SAM, version, ...fields })
}

const linkTo = async (person: Person, item: string) =>
  confirmUrl(wallet.parts, person, await askToConfirm(wallet.parts, person, item))

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const textOf = async (visitor: Visitor, path: string) => plain(await (await visitor.get(path)).text())

test('IHE-25: somebody else confirms by a link in their own words, once; the skill is then confirmed, and later proven', async () => {
  const { person, visitor } = await wallet.enter('ola@example.org', 'Ola Adeyemi')
  const item = await put(visitor)
  expect(await textOf(visitor, '/skills')).toContain('“Lead a small team”: you say so yourself.')
  const link = await linkTo(person, item)
  const thanks = await answered(link, { part: 'I carried the soil.' })
  expect([thanks.status, (await thanks.text()).includes('Thank you')]).toEqual([200, true])
  const page = await textOf(visitor, `/portfolio/${item}`)
  expect(page).toMatch(/Ola led the team well\. Own part of Sam Lee : I carried the soil\. Sam Lee , manager/)
  expect(page).toContain('we did not check it')
  expect(await textOf(visitor, '/skills')).toContain(
    'You can show “Lead a small team”: Sam Lee, who says they are manager, confirms it.',
  )
  expect((await answered(link)).status).toBe(404)
  expect(await listPersonal(wallet.parts, person, CONFIRMATION)).toHaveLength(1)
  const alignment = [{ type: ['Alignment'], targetName: 'Lead a small team', targetType: 'ceterms:Competency' }]
  await hold(wallet.parts, person, held({ achievement: { alignment } }))
  const proven = /“Lead a small team”: Example College assessed it\. .*and 1 more that shows it/
  expect(await textOf(visitor, '/skills')).toMatch(proven)
  expect(await textOf(visitor, `/portfolio/${item}`)).toContain('Ola led the team well.')
})

test('IHE-02, IHE-03: a team project shows what each of its four members did, in their own words where they confirm it', async () => {
  const { person, visitor } = await wallet.enter('team@example.org', 'Ola')
  const others = 'Kim: the plan\nNoor: paths\nAda: watered it: twice a day'
  const item = await put(visitor, { skill: 'Take turns in leading', team: others })
  expect(await textOf(visitor, `/portfolio/${item}`)).toMatch(
    /Own part in it I led\. .*Kim : the plan \(not confirmed by them\) .*Noor : paths \(not confirmed by them\) .*Ada : watered it: twice a day \(not/,
  )
  const team = [
    { by: 'Kim Lee', email: 'kim@example.org', part: 'I drew the plan.' },
    { by: 'Noor', email: 'noor@example.org', part: 'I laid the paths.' },
  ]
  for (const member of team) await answered(await linkTo(person, item), { relation: 'team-mate', ...member })
  const page = await textOf(visitor, `/portfolio/${item}`)
  expect(page).toContain('I led.')
  // Whoever is asked next is not told what the others said.
  const { pathname } = new URL(await linkTo(person, item))
  const asked = await textOf(visitorOf(wallet.url), pathname)
  expect(asked).toContain('Noor : paths')
  expect(asked).not.toContain('I laid the paths.')
  for (const { by, part } of team) expect(page).toContain(`Own part of ${by} : ${part}`)
  expect(page).toContain('Kim Lee : I drew the plan. (in their own words)')
  expect(page).toContain('Noor : I laid the paths. (in their own words)')
  expect(page).toContain('Ada : watered it: twice a day (not confirmed by them)')
  expect(page).not.toContain('Kim : the plan')
  const said = await listPersonal(wallet.parts, person, CONFIRMATION)
  expect(said).toHaveLength(2)
  // One of two who are called alike speaks for themself only.
  const alike = { ...(await findEntry(wallet.parts, person, item)).item, team: 'Kim: the plan\nKim Lee: the bench' }
  const [kim, other] = teamOf(
    alike,
    said.map(({ content }) => content),
  )
  expect(kim).toEqual({ name: 'Kim', part: 'the plan', saidBy: 'holder' })
  expect(other).toEqual({ name: 'Kim Lee', part: 'I drew the plan.', saidBy: 'themself' })
  expect(await textOf(visitor, '/skills')).toMatch(
    /“Take turns in leading”: (?:Kim Lee|Noor), who says they are team-mate, confirms it, and someone else too\./,
  )
})

test('IHE-02, IHE-08: whoever has nothing but a project that somebody confirmed shares it, and an employer who looks for a behaviour finds them by it', async () => {
  const { person, visitor } = await wallet.enter('only@example.org', 'Only')
  const item = await put(visitor, { skill: 'Works well in a delivery team' })
  await answered(await linkTo(person, item))
  const made = await visitor.post('/packs', {
    ...{ target: 'ST0116', work: item, audience: 'Kestrel Software', lasts: '30' },
  })
  expect(made.status).toBe(303)
  const at = made.headers.get('location') ?? ''
  const page = await (await visitor.get(at)).text()
  const link = /http:\/\/[^"<\s]+\/s\/[\w-]+/.exec(page)?.[0] ?? ''
  expect(await textOf(visitorOf(wallet.url), new URL(link).pathname)).toContain('Someone shares what they made or did')
  const shared = await (await fetch(link, { method: 'POST', headers: { accept: 'application/json' } })).text()
  expect(shared).not.toContain(SAM.email)

  const answer = await check(readText(shared), {}, PARTS)
  expect(answer).toMatchObject({ verdict: 'undecided', reports: [] })
  const verdict = plain(verdictPage(answer))
  expect(verdict).toContain('Shown, and not verified')
  expect(verdict).toContain('Works well in a delivery team Confirmed by Sam Lee , who says they are: manager')
  expect(verdict).not.toMatch(/Proven|Assessed|Genuine/)

  const file = { field: 'file', name: 'only.json', mediaType: '', bytes: strToU8(shared) }
  const college = { field: 'file', name: 'graduate.zip', mediaType: '', bytes: passport('graduate') }
  const looking = { skill: 'delivery team', class: 'transferable', assurance: 'PeerOrManagerConfirmed' }
  const find = async (wish: Partial<z.infer<typeof findForm>>) => {
    const found = await findSubmitted(findForm.parse({ ...looking, ...wish }), [college, file], PARTS)
    return 'html' in found ? plain(found.html) : ''
  }
  const found = await find({})
  expect(found).toContain('1 of 2 people')
  expect(found).toMatch(
    /only\.json Works well in a delivery team .*Confirmed by Sam Lee , who says they are: manager \(not checked by us\)/,
  )
  expect(found).toContain(
    '1 person shows nothing of it here: Elin Hartley . That does not mean that they cannot do it.',
  )
  expect(await find({ assurance: 'ProviderAssessed' })).toContain('0 of 2 people')
  const unread = { ...file, name: 'unread.json', bytes: strToU8('{') }
  const partly = await findSubmitted(findForm.parse(looking), [college, unread, file], PARTS)
  expect('html' in partly ? plain(partly.html) : '').toMatch(/1 of 2 people .*What 1 more shared could not be read\./)
  const blind = await find({ blind: 'on' })
  expect(blind).toContain('Confirmed by somebody')
  expect(blind).not.toMatch(/Sam Lee|Elin|manager/)

  // It stands in a comparison too, as what it is.
  const sides = [
    { ...file, field: 'oneFile' },
    { ...college, field: 'otherFile' },
  ]
  const compared = await compareSubmitted(compareForm.parse({ target: 'ST0116' }), sides, PARTS)
  expect('html' in compared ? plain(compared.html) : '').toMatch(/Works well in a delivery team .*Confirmed by Sam Lee/)

  // Changed after it was confirmed, nothing of it is left to show.
  await visitor.post(`/portfolio/${item}`, { ...GARDEN, about: 'Another one', skill: 'Works well in a delivery team' })
  expect((await fetch(link, { method: 'POST', headers: { accept: 'application/json' } })).status).toBe(410)
})

test('the text of a vacancy is looked through twenty times a minute for one address', async () => {
  const { visitor } = await wallet.enter('vacancy@example.org', 'Vi')
  const asked = await Promise.all(Array.from({ length: 21 }, () => visitor.post('/packs/vacancy', { text: '' })))
  expect(asked.filter(({ status }) => status === 422)).toHaveLength(20)
  expect(asked.filter(({ status }) => status === 429)).toHaveLength(1)
})

test('of two who answer one link at once, one is taken', async () => {
  const { person, visitor } = await wallet.enter('once@example.org', 'Once')
  const token = await askToConfirm(wallet.parts, person, await put(visitor))
  const link = { account: person.id, token, visitor: undefined }
  const version = versionOf(await lookAtRequest(wallet.parts, person.id, token))
  const answers = ['Sam', 'Kim'].map((by) => confirm(wallet.parts, link, { ...SAM, by, part: '', version }))
  const outcomes = (await Promise.allSettled(answers)).map(({ status }) => status)
  expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await listPersonal(wallet.parts, person, CONFIRMATION)).toHaveLength(1)
})

test('nobody confirms their own work: neither signed in as the holder, nor with the holder’s address', async () => {
  const { person, visitor } = await wallet.enter('self@example.org', 'Self')
  const link = await linkTo(person, await put(visitor))
  for (const [fields, by] of [
    [{ email: ' SELF@example.org ' }, undefined],
    [{ email: 'other@example.org' }, visitor],
  ] as const) {
    const refused = await answered(link, fields, by)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Nobody can confirm their own work')
  }
  // Of no team either more is kept than can be read again.
  expect((await answered(link, { part: 'x'.repeat(2_001) })).status).toBe(422)
  expect((await visitor.get('/portfolio')).status).toBe(200)
  expect(await listPersonal(wallet.parts, person, CONFIRMATION)).toEqual([])
})

test('IHE-93: a file that was changed after sharing is noticed by whoever looks, and by the holder', async () => {
  const { person, visitor } = await wallet.enter('file@example.org', 'File')
  const item = await put(visitor)
  const upload = (text: string) =>
    visitor.upload(`/portfolio/${item}/files`, [{ name: 'plan.txt', bytes: strToU8(text) }])
  const replace = async (text: string) => {
    const [file] = (await findEntry(wallet.parts, person, item)).files
    await visitor.post(`/portfolio/${item}/files/${file?.digest}/delete`)
    await upload(text)
  }
  expect((await upload('the plan')).status).toBe(303)
  const link = await linkTo(person, item)
  const first = await linkTo(person, item)
  await answered(first)
  expect(await textOf(visitorOf(wallet.url), link)).not.toContain('was changed')
  await replace('another plan')
  const seen = await textOf(visitorOf(wallet.url), link)
  expect(seen).toContain('This was changed after you were asked')
  expect(seen).toContain('“plan.txt” is not the same file any more')
  expect(await textOf(visitor, `/portfolio/${item}`)).toContain('You changed it after this was said')
  expect(await textOf(visitor, '/skills')).toContain('“Lead a small team”: you say so yourself.')

  // What is changed between the look and the answer was not seen.
  const stranger = visitorOf(wallet.url)
  const version = /name="version" value="(\w+)"/.exec(await (await stranger.get(link)).text())?.[1] ?? ''
  await replace('a third plan')
  const late = await stranger.post(link, { ...SAM, version })
  expect([late.status, (await late.text()).includes('was changed while you were reading')]).toEqual([422, true])
})

test('a file comes back as it was, to its holder and to whoever is asked, and to nobody else', async () => {
  const { person, visitor } = await wallet.enter('bytes@example.org', 'Bytes')
  const item = await put(visitor)
  const bytes = new Uint8Array(500_000).map((_, at) => at % 251)
  await visitor.upload(`/portfolio/${item}/files`, [{ name: 'Plän (1).bin', bytes }])
  const [file] = (await findEntry(wallet.parts, person, item)).files
  const at = `/files/${file?.digest}`
  const saved = await visitor.get(`/portfolio/${item}${at}`)
  expect(saved.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Pl%C3%A4n%20%281%29.bin")
  expect(new Uint8Array(await saved.arrayBuffer())).toEqual(bytes)
  const link = await linkTo(person, item)
  expect((await visitorOf(wallet.url).get(link + at)).status).toBe(200)
  const { visitor: other } = await wallet.enter('nosy@example.org', 'Nosy')
  expect((await other.get(`/portfolio/${item}${at}`)).status).toBe(404)
  expect((await other.get(`/portfolio/${item}`)).status).toBe(404)
  await other.post(`/portfolio/${item}/delete`)
  expect((await visitor.get(`/portfolio/${item}`)).status).toBe(200)
  expect((await visitor.post(`/portfolio/${item}/delete`)).status).toBe(303)
  expect(await listPersonal(wallet.parts, person, EVIDENCE_BLOCK)).toEqual([])
  expect((await visitorOf(wallet.url).get(link)).status).toBe(404)
})

test('a file of 30 MB is refused with the remedy, and so is one that is empty', async () => {
  const { visitor } = await wallet.enter('large@example.org', 'Large')
  const item = await put(visitor)
  const send = (bytes: Uint8Array) => visitor.upload(`/portfolio/${item}/files`, [{ name: 'film.mp4', bytes }])
  const large = await send(new Uint8Array(30_000_000))
  expect([large.status, (await large.text()).includes('Choose smaller ones')]).toEqual([413, true])
  const empty = await send(new Uint8Array(0))
  expect([empty.status, (await empty.text()).includes('must not be empty')]).toEqual([422, true])
})

test('a link ends after thirty days, and when it is taken back', async () => {
  const { person, visitor } = await wallet.enter('ends@example.org', 'Ends')
  const item = await put(visitor)
  const link = await linkTo(person, item)
  now = new Date('2026-12-31T10:00:00Z')
  expect((await visitorOf(wallet.url).get(link)).status).toBe(410)
  now = new Date('2026-11-25T10:00:00Z')
  await visitor.post(`/portfolio/${item}/take-back`, { token: link.split('/').at(-1) ?? '' })
  expect((await visitorOf(wallet.url).get(link)).status).toBe(404)
  expect((await visitorOf(wallet.url).get(`/confirm/${person.id}/none`)).status).toBe(404)
  expect((await visitorOf(wallet.url).get('/confirm/none/none')).status).toBe(404)
})

test('a portfolio is in the saved passport with its files and comes back, and a confirmation that was made up does not', async () => {
  const { person, visitor } = await wallet.enter('keep@example.org', 'Keep')
  const item = await put(visitor)
  await visitor.upload(`/portfolio/${item}/files`, [{ name: 'plan.txt', bytes: strToU8('the plan'.repeat(50_000)) }])
  await answered(await linkTo(person, item))
  const open = (await linkTo(person, item)).split('/').at(-1) ?? ''
  const before = await listPortfolio(wallet.parts, person)
  const [zip = new Uint8Array()] = await exported(visitor)
  expect(Buffer.from(zip).includes(open)).toBe(false)
  await visitor.post('/account/delete')
  const { person: again, visitor: newcomer } = await wallet.enter('keep@example.org', 'Keep')
  await broughtIn(newcomer, [{ name: 'passport.zip', bytes: zip }])
  const after = await listPortfolio(wallet.parts, again)
  expect(after.map(({ requests: _open, ...rest }) => rest)).toEqual(before.map(({ requests: _open, ...rest }) => rest))
  const [file] = after[0]?.files ?? []
  expect((await newcomer.get(`/portfolio/${item}/files/${file?.digest}`)).status).toBe(200)

  const [given] = after[0]?.confirmations ?? []
  const at = '2026-11-30T10:00:00.000Z'
  const record = {
    kind: 'confirmation',
    name: 'made up',
    content: { ...given, by: 'The King' },
    createdAt: at,
    changedAt: at,
  }
  const file2 = JSON.stringify({ format: 'skills-passport-own-records/1', records: [record] })
  expect(await restoreFile(wallet.parts, again, strToU8(file2))).toEqual({ added: 0, there: 0, unknown: 1 })
})

test.each([
  ['no name', { title: ' ' }, 'Give it a name'],
  ['no kind', { type: 'other' }, 'Choose what it is'],
  ['a team and no part of one’s own', { contribution: ' ' }, 'Say what you did yourself'],
  ['a team with somebody who did nothing', { team: 'Kim: the plan\nNoor' }, 'Write one person on each line'],
  ['an address that runs a script', { link: 'javascript:alert(1)' }, 'Enter a whole web address'],
])('something with %s is refused with the remedy', async (_what, fields, sentence) => {
  const { person, visitor } = await wallet.enter('wrong@example.org', 'Wrong')
  const answer = await visitor.post('/portfolio', { ...GARDEN, skill: '', ...fields })
  expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true])
  expect(await listPortfolio(wallet.parts, person)).toEqual([])
})

const CLAIM = { title: 'Team leading', provider: 'A university', outcomes: 'Lead a team\n\n Plan a day ', from: '' }

test('IHE-31: a claim shows outcome by outcome what is put to it and what is missing, and says that the decision rests with the provider', async () => {
  const { person, visitor } = await wallet.enter('claims@example.org', 'Ola')
  const item = await put(visitor)
  const course = held({ achievement: { name: 'A course' } })
  const id = await hold(wallet.parts, person, course)
  await hold(wallet.parts, person, held({ achievement: { name: 'Taken back' } }), { status: 'revoked' })
  const at = (await visitor.post('/skills/prior-learning', CLAIM)).headers.get('location') ?? ''
  expect(await textOf(visitor, at)).toContain('2 outcomes of 2 have nothing yet.')
  const offered = await (await visitor.get(`${at}/outcomes/1`)).text()
  const items = [...offered.matchAll(/name="item" value="([^"]+)"/g)].map(([, one = '']) => one)
  expect(items).toHaveLength(3)
  await visitor.post(`${at}/outcomes/1`, { item: `work ${item}` })
  expect(await textOf(visitor, at)).toContain('1 outcome of 2 has nothing yet.')
  await visitor.post(`${at}/outcomes/1`, { item: [...items, 'credential of somebody else'] })
  const text = await textOf(visitor, at)
  expect(text).toMatch(/Lead a team The garden You say so yourself A course Verified Taken back No longer valid, so it/)
  expect(text).toMatch(/Plan a day Nothing yet/)
  expect(text).toContain('The decision rests with the provider.')
  const page = await (await visitor.get(at)).text()
  expect(page).toContain(`/shares/new?credential=${id}`)
  const read = await readClaim(wallet.parts, person, at.split('/').at(-1) ?? '')
  expect(read.answer.counted.map((one) => one.item).toSorted()).toEqual(
    [`credential ${course.received.digest}`, `work ${item}`].toSorted(),
  )
  const words = JSON.stringify(claimBlocks({ read, name: 'Ola', madeAt: now }))
  expect(words).toContain('The decision rests with the provider.')
  expect(words).toContain('2. Plan a day')
  expect(words).not.toContain('Taken back')
  const pdf = await visitor.get(`${at}/claim.pdf`)
  expect([pdf.status, (await pdf.text()).slice(0, 5)]).toEqual([200, '%PDF-'])
  await visitor.post(`/portfolio/${item}/delete`)
  expect(await textOf(visitor, at)).toContain('Something that is not in your passport any more')

  const { visitor: stranger } = await wallet.enter('nosy@example.org', 'Nosy')
  expect((await stranger.get(at)).status).toBe(404)
  expect((await stranger.post(`${at}/outcomes/1`, { item: items })).status).toBe(404)
  expect((await visitor.get(`${at}/outcomes/3`)).status).toBe(404)

  const { person: again, visitor: newcomer } = await wallet.enter('claims-again@example.org', 'Ola')
  const [saved = new Uint8Array()] = await exported(visitor)
  await broughtIn(newcomer, [{ name: 'passport.zip', bytes: saved }])
  const restored = await readClaim(wallet.parts, again, read.name)
  expect(restored.claim.outcomes).toEqual(read.claim.outcomes)
  await visitor.post(`${at}/delete`)
  expect((await visitor.get(at)).status).toBe(404)
})

test('IHE-31: a claim is changed until it is sent, outcomes of the same words keep what was put to them, and then it stays', async () => {
  const { visitor } = await wallet.enter('changes@example.org', 'Ola')
  const { visitor: stranger } = await wallet.enter('changes-not@example.org', 'Nosy')
  const item = await put(visitor)
  const at = (await visitor.post('/skills/prior-learning', CLAIM)).headers.get('location') ?? ''
  await visitor.post(`${at}/outcomes/1`, { item: `work ${item}` })
  expect(await (await visitor.get(`${at}/edit`)).text()).toContain('Lead a team\nPlan a day')
  const wish = { title: 'Team leading, level 3', provider: '', outcomes: 'Plan a week\nLead a team', from: '' }
  expect((await stranger.post(at, wish)).status).toBe(404)
  expect((await visitor.post(at, { ...wish, title: '' })).status).toBe(422)
  expect((await visitor.post(at, wish)).headers.get('location')).toBe(at)
  expect(await textOf(visitor, at)).toMatch(/Team leading, level 3 .*Plan a week Nothing yet .*Lead a team The garden/)

  expect((await stranger.post(`${at}/sent`)).status).toBe(404)
  await visitor.post(`${at}/sent`)
  expect(await textOf(visitor, at)).toContain('You sent it on')
  expect((await visitor.post(at, { ...wish, title: 'Other' })).status).toBe(409)
  expect((await visitor.post(`${at}/outcomes/1`, { item: `work ${item}` })).status).toBe(409)
  const copy = (await visitor.post(`${at}/copy`)).headers.get('location') ?? ''
  expect((await visitor.post(copy, { ...wish, title: 'Other' })).headers.get('location')).toBe(copy)
  expect(await textOf(visitor, at)).toContain('Team leading, level 3')
})
