import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addOtherLearners, DEMONSTRATION_COLLEGE, loadDemonstration } from '../../issuer/demonstration.ts'
import { describeAchievement } from '../../issuer/describe-achievement.ts'
import { summaryOf } from '../../issuer/issue.ts'
import { findAchievement, insertAchievement, listAchievements } from '../../issuer/records/achievements.ts'
import { getIssued } from '../../issuer/records/credentials.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { newIssuer, runIssuer, Visitor } from './service.ts'

let running: RunningIssuer
let registrar: Visitor
let stranger: Visitor
let moduleId: string

const RESULTS = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'results.csv'))
const csv = (text: string) => ({ name: 'results.csv', bytes: new TextEncoder().encode(text) })

beforeAll(async () => {
  running = await runIssuer()
  const { staffSignInUrl } = await loadDemonstration(running.parts)
  const other = await newIssuer(running, { slug: 'other', staff: { name: 'Other', email: 'other@other.example' } })
  registrar = new Visitor(running.url)
  await registrar.signIn(staffSignInUrl)
  stranger = new Visitor(running.url)
  await stranger.signIn(other.staffSignInUrl)
  const achievements = await listAchievements(running.parts.storage.db, DEMONSTRATION_COLLEGE)
  moduleId = achievements.find(({ body }) => body.code === 'NSO4')?.id ?? ''
})

afterAll(() => running.stop())

const mapped = {
  givenName: 'Forename',
  familyName: 'Surname',
  email: 'Student Email',
  awardedOn: 'Award Date',
  grade: 'Overall Mark',
}

const faultyFields = (html: string) => [...html.matchAll(/id="(\w+)-error"/g)].map(([, field]) => field)

async function finished(path: string): Promise<{ done: number; total: number; state: string }> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const progress = JSON.parse((await registrar.get(`${path}/progress`)).html)
    if (progress.state === 'done') return progress
    await sleep(50)
  }
  throw new Error('The batch did not end.')
}

test('IHE-75: of the 25 rows of the example, 22 are awarded and 3 are named with row, column and reason', async () => {
  const upload = await registrar.upload(
    '/console/imports',
    { achievement: moduleId },
    { name: 'results.csv', bytes: new Uint8Array(RESULTS) },
  )
  expect(upload.status).toBe(303)
  const path = upload.location ?? ''
  expect((await registrar.get(path)).html).toContain('Which column is what?')
  expect((await registrar.post(`${path}/columns`, { ...mapped, saveAs: 'SIS' })).location).toBe(path)
  const preview = (await registrar.get(path)).html
  expect(preview).toContain('22 rows can be awarded, 3 rows cannot.')
  for (const text of ['31/06/2026', 'The name is missing', 'precious.moyo(at)example.com'])
    expect(preview).toContain(text)
  const [first, second] = await Promise.all([registrar.post(`${path}/award`), registrar.post(`${path}/award`)])
  expect(new Set([first.status, second.status])).toEqual(new Set([303, 409]))
  expect(await finished(path)).toEqual({ done: 22, total: 22, state: 'done' })
  expect((await registrar.get(path)).html).toContain('22 credentials issued')
  const bad = (await registrar.get(`${path}/not-awarded.csv`)).html
  expect(bad.trim().split('\n')).toHaveLength(4)
  expect(bad).toContain('14,"Award Date: There is no day 31/06/2026.')
  const rows = await running.parts.storage.db
    .selectFrom('credential')
    .select('recipient_email')
    .where('batch_id', '=', path.split('/').at(-1) ?? '')
    .where('state', '=', 'issued')
    .execute()
  expect(new Set(rows.map(({ recipient_email }) => recipient_email)).size).toBe(22)

  const again = await registrar.upload(
    '/console/imports',
    { achievement: moduleId },
    { name: 'results.csv', bytes: new Uint8Array(RESULTS) },
  )
  expect((await registrar.get(again.location ?? '')).html).toContain('Filled in as you saved it under “SIS”.')
  await registrar.post(`${again.location}/columns`, mapped)
  expect((await registrar.get(again.location ?? '')).html).toContain('0 rows can be awarded')
})

test('says of a file that cannot be read what to do, and keeps nothing of it', async () => {
  const workbook = { name: 'results.xlsx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4) }
  const { status, html } = await registrar.upload('/console/imports', { achievement: moduleId }, workbook)
  expect(status).toBe(422)
  expect(html).toContain('Excel workbook')
  expect((await registrar.upload('/console/imports', { achievement: moduleId }, csv('Name\n'))).status).toBe(422)
  expect((await registrar.upload('/console/imports', { achievement: 'x' }, csv('Name\nAda\n'))).status).toBe(404)
})

test('a file whose columns it does not know asks, and refuses a column that is not there', async () => {
  const { location } = await registrar.upload(
    '/console/imports',
    { achievement: moduleId },
    csv('Shoe,Size\nleft,41\n'),
  )
  const { status, html } = await registrar.post(`${location}/columns`, {})
  expect(status).toBe(422)
  expect(html).toContain('Choose the column with the full name')
  const unknown = await registrar.post(`${location}/columns`, { name: 'Shoe', email: 'Hat' })
  expect([unknown.status, faultyFields(unknown.html)]).toEqual([422, ['email']])
  const dateless = await registrar.post(`${location}/columns`, { name: 'Shoe' })
  expect([dateless.status, faultyFields(dateless.html)]).toEqual([422, ['awardedOn']])
  expect((await registrar.post(`${location}/discard`)).status).toBe(303)
  expect((await registrar.get('/console/imports')).html).toContain('The import is deleted.')
  expect((await registrar.get(location ?? '')).status).toBe(404)
})

test('awards to one person, once however often the button is pressed', async () => {
  const form = {
    achievement: moduleId,
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    awardedOn: '2026-06-25',
    grade: '71',
    once: crypto.randomUUID(),
  }
  const [first, second] = await Promise.all([
    registrar.post('/console/issue', form),
    registrar.post('/console/issue', form),
  ])
  expect(first.location).toBe(`/console/credentials/${form.once}`)
  expect(second.location).toBe(first.location)
  expect((await registrar.get('/console/credentials?text=lovelace')).html).toContain('1 credential found')
  expect((await registrar.post('/console/issue', form)).location).toBe(first.location)
  for (const change of [
    { name: 'Grace Hopper' },
    { email: 'g@example.com' },
    { awardedOn: '2026-06-24' },
    { grade: '72' },
  ]) {
    const other = await registrar.post('/console/issue', { ...form, ...change })
    expect(other.status).toBe(422)
    expect(other.html).toContain('sent already with other content')
  }
  const { db } = running.parts.storage
  await db.updateTable('credential').set({ state: 'failed' }).where('id', '=', form.once).execute()
  expect((await registrar.post('/console/issue', form)).status).toBe(409)
  const wrong = await registrar.post('/console/issue', {
    ...form,
    once: crypto.randomUUID(),
    email: 'nowhere',
    awardedOn: '2999-01-01',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('is not an e-mail address')
  expect(wrong.html).toContain('lies in the future')
  expect(wrong.html).toContain('Ada Lovelace')
})

test('revokes with a reason that only staff see, and says why it cannot be undone', async () => {
  const { html } = await registrar.get('/console/credentials?text=adeyemi')
  const path = /\/console\/credentials\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''
  expect((await registrar.post(`${path}/status`, { act: 'revoke', revokeReason: 'Wrong module' })).status).toBe(303)
  expect((await registrar.get(path)).html).toContain('Wrong module')
  const badge = (await registrar.get(path.replace('/console/credentials', '/badges'))).html
  expect(badge).toContain('The issuer has revoked this award')
  expect(badge).not.toContain('Wrong module')
  const again = await registrar.post(`${path}/status`, { act: 'reinstate' })
  expect(again.status).toBe(409)
  expect(again.html).toContain('that is final')
})

test('erases a person wherever they are kept: reason, messages, and their rows in the uploaded file', async () => {
  const { parts } = running
  const theirs = 'erin.gone@example.com'
  const lines = [
    'Name,Email,Date',
    'Ada Stays,ada.stays@example.com,25/06/2026',
    '',
    `"Erin ""E"", Goneforever",${theirs.toUpperCase()},25/06/2026`,
    `Erin Goneforever,${theirs},25/06/2026`,
    'Bo Wrong,bo.wrong(at)example.com,25/06/2026',
  ]
  const { location } = await registrar.upload('/console/imports', { achievement: moduleId }, csv(lines.join('\n')))
  const path = location ?? ''
  await registrar.post(`${path}/columns`, { name: 'Name', email: 'Email', awardedOn: 'Date' })
  await registrar.post(`${path}/award`)
  expect(await finished(path)).toMatchObject({ done: 2 })
  const found = async (text: string) => {
    const tables = ['credential', 'batch', 'batch_piece', 'batch_row'] as const
    const rows = await Promise.all(tables.map((table) => parts.storage.db.selectFrom(table).selectAll().execute()))
    return JSON.stringify([rows, await parts.outbox.list()])
      .toLowerCase()
      .includes(text)
  }
  const messagesTo = async (address: string) => (await parts.outbox.list()).filter(({ to }) => to === address).length
  for (let attempt = 0; attempt < 200 && (await messagesTo(theirs)) === 0; attempt++) await sleep(50)
  expect(await messagesTo(theirs)).toBe(1)
  const list = (await registrar.get('/console/credentials?text=erin.gone')).html
  const credential = /\/console\/credentials\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
  await registrar.post(`${credential}/status`, { act: 'suspend', suspendReason: 'Misconduct of the canary' })
  expect([await found('misconduct'), await found('erin.gone'), await found('goneforever')]).toEqual([true, true, true])
  expect((await registrar.get(`${path}/not-awarded.csv`)).html).toContain(theirs)

  expect((await registrar.post(`${credential}/erase`)).status).toBe(303)
  expect([await found('misconduct'), await found('erin.gone'), await found('goneforever')]).toEqual([
    false,
    false,
    false,
  ])
  expect(await messagesTo(theirs)).toBe(0)
  const { html } = await registrar.get(path)
  expect(html).toContain('2 rows erased')
  // Who is not theirs stays, under the numbers of before.
  expect(html).toContain('bo.wrong(at)example.com')
  expect((await registrar.get(`${path}/not-awarded.csv`)).html).toMatch(/^6,.*Bo Wrong/m)
  expect(await found('ada.stays@example.com')).toBe(true)
  expect((await registrar.post(`${credential}/erase`)).status).toBe(404)
})

test('IHE-49, IHE-57, IHE-58: a form that lacks a standard field says which, and keeps what was written', async () => {
  const form = { name: 'Welding', description: 'x', level: 'Level four' }
  const { status, html } = await registrar.post('/console/achievements', form)
  expect(status).toBe(422)
  expect(faultyFields(html)).toEqual(expect.arrayContaining(['skills', 'level', 'assessmentMethods', 'currency']))
  for (const text of ['Choose a level', 'Choose how long it counts', 'Enter a skill', 'value="Welding"']) {
    expect(html).toContain(text)
  }
})

test('IHE-51: any title and any size is taken where the fields are filled in', async () => {
  for (const [name, creditValue] of [
    ['Ï', '0.5'],
    ['½ day on “£-welding” & the rest, part 2: as taught in 1987', '997.25'],
  ]) {
    const { location } = await registrar.post('/console/achievements', {
      name: name ?? '',
      description: 'A part of something.',
      criteria: 'Take part.',
      type: 'ext:Module',
      skillsReason: 'NotApplicable',
      level: 'NotApplicable',
      assessmentReason: 'NotApplicable',
      currency: 'notRecorded',
      creditValue: creditValue ?? '',
      creditScheme: 'CATS',
    })
    const slug = /^\/console\/achievements\/(.+)/.exec(location ?? '')?.[1]
    const described = await fetch(`${running.url}/issuers/${DEMONSTRATION_COLLEGE}/achievements/${slug}/1`)
    expect(await described.json()).toMatchObject({ name, credit: [{ creditValue, creditScheme: 'CATS' }] })
  }
})

test('an achievement changed is a new version, and what was awarded keeps its own', async () => {
  const form = {
    name: 'Welding',
    description: 'Joining metal.',
    criteria: 'Three welds.',
    type: 'Course',
    skills: 'Weld a joint',
    level: 'NotApplicable',
    assessmentMethods: ['PracticalObservation'],
    currency: 'current',
    months: '12',
  }
  expect((await registrar.post('/console/achievements', form)).location).toBe('/console/achievements/welding')
  await registrar.post('/console/achievements/welding', { ...form, description: 'Joining metals.' })
  const at = async (version: number) =>
    (await (await fetch(`${running.url}/issuers/${DEMONSTRATION_COLLEGE}/achievements/welding/${version}`)).json()) as {
      description: string
    }
  expect([(await at(1)).description, (await at(2)).description]).toEqual(['Joining metal.', 'Joining metals.'])
})

test('IHE-49: the issuer sees on the page of an achievement how much its awards say, and what to mend', async () => {
  const { html } = await registrar.get('/console/achievements/welding')
  const words = html.replaceAll(/<[^>]*>/g, '')
  expect(words).toContain('Quality: 3 of 8')
  expect(words).toContain('Met: It says how it is assessed.')
  expect(words).toContain('Not met: Choose its level in a framework.')
  expect(words).toContain('Not met: Say in words why each field')
  const level = { level: 'RQF 2', levelReason: '', skills: 'Weld a joint | https://skills.example/weld' }
  const form = { name: 'Welding', description: 'Joining metal.', criteria: 'Three welds.', type: 'Course', ...level }
  await registrar.post('/console/achievements/welding', {
    ...form,
    ...{
      assessmentMethods: ['PracticalObservation'],
      currency: 'current',
      months: '12',
      assurance: 'ProviderAssessed',
    },
    validatedBy: 'https://university.example/',
  })
  expect((await registrar.get('/console/achievements/welding')).html).toContain('Quality: 8 of 8')
  expect((await registrar.get('/console/achievements/welding/edit')).html).toContain(level.skills)
  const open = await fetch(`${running.url}/issuers/${DEMONSTRATION_COLLEGE}/achievements/welding`)
  expect(await open.text()).not.toContain('Quality')
})

test('IHE-57: no row of a file is awarded with a field missing, whatever its achievement was kept with', async () => {
  const { storage, now } = running.parts
  const found = await findAchievement(storage.db, DEMONSTRATION_COLLEGE, 'welding', 1)
  if (found === undefined) throw new Error('There is no such achievement.')
  const wanted = { issuerId: DEMONSTRATION_COLLEGE, slug: 'welding', body: { ...found.body, explanations: {} } }
  const { id } = await storage.transaction((together) => insertAchievement(together, wanted, now()))
  const file = csv('Name,Date\nAda Example,25/06/2026\n')
  const { location: path } = await registrar.upload('/console/imports', { achievement: id }, file)
  await registrar.post(`${path}/columns`, { name: 'Name', awardedOn: 'Date' })
  await registrar.post(`${path}/award`)
  await finished(path ?? '')
  expect((await registrar.get(path ?? '')).html).toContain('its level, by the address of a framework’s level')
})

test('IHE-61, IHE-92: a part names its whole, comes with a licence number, and says of what type its issuer is', async () => {
  expect((await registrar.post('/console/settings/type', { issuerType: 'Bank' })).status).toBe(422)
  await registrar.post('/console/settings/type', { issuerType: 'Manufacturer' })
  const edit = (await registrar.get('/console/achievements/new')).html
  const whole = /<option value="([^"]+)"[^>]*>Welding</.exec(edit)?.[1] ?? ''
  const form = {
    ...{ name: 'Weld inspection', description: 'Looking at welds.', criteria: 'Find five faults.', type: 'ext:Unit' },
    ...{ skills: 'Inspect a weld', level: 'RQF 2', assessmentMethods: ['PracticalObservation'] },
    ...{ currency: 'current', months: '12' },
  }
  const nowhere = await registrar.post('/console/achievements', { ...form, partOf: 'https://elsewhere.example/' })
  expect([nowhere.status, faultyFields(nowhere.html)]).toEqual([422, ['partOf']])
  expect((await registrar.post('/console/achievements', { ...form, partOf: whole })).status).toBe(303)
  const chosen = /<option value="([^"]+)"[^>]*>Weld inspection</.exec((await registrar.get('/console/issue')).html)
  const { location } = await registrar.post('/console/issue', {
    ...{ once: crypto.randomUUID(), achievement: chosen?.[1] ?? '', name: 'Ada', email: 'ada@example.com' },
    ...{ awardedOn: '2026-06-25', licenceNumber: 'WI-2026-0042' },
  })
  const id = location?.split('/').at(-1) ?? ''
  const signed = (await getIssued(running.parts.storage.db, DEMONSTRATION_COLLEGE, id)).signed ?? ''
  const { partOf, licenceNumber, issuerType, skill } = summaryOf(signed)
  expect({ partOf, licenceNumber, issuerType, skill }).toEqual({
    ...{ partOf: [{ name: 'Welding', url: whole }], licenceNumber: 'WI-2026-0042' },
    ...{ issuerType: 'Manufacturer', skill: ['Inspect a weld'] },
  })
  const page = await (await fetch(whole, { headers: { accept: 'text/html' } })).text()
  expect(page).toMatch(/Its parts[\s\S]*Weld inspection/)
  const issuer = await fetch(`${running.url}/issuers/${DEMONSTRATION_COLLEGE}`, { headers: { accept: 'text/html' } })
  expect(await issuer.text()).toContain('Manufacturer')
  await registrar.post('/console/settings/type', { issuerType: '' })
  expect((await getIssuer(running.parts.storage.db, DEMONSTRATION_COLLEGE)).profile.issuerType).toBeUndefined()
})

test('refuses an achievement whose awards would not say, nor explain, a standard field', async () => {
  const issuer = await getIssuer(running.parts.storage.db, DEMONSTRATION_COLLEGE)
  const found = await findAchievement(running.parts.storage.db, issuer.id, 'welding')
  if (found === undefined) throw new Error('There is no such achievement.')
  const body = { ...found.body, explanations: {} }
  await expect(describeAchievement(issuer, { body }, 'test', running.parts)).rejects.toMatchObject({
    code: 'award.incomplete',
    message: expect.stringContaining('its level'),
  })
})

describe('two issuers', () => {
  test("never see each other's things", async () => {
    const { html } = await registrar.get('/console/credentials?text=adeyemi')
    const credential = /\/console\/credentials\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''
    const batch =
      (await registrar.upload('/console/imports', { achievement: moduleId }, csv('Name\nAda\n'))).location ?? ''
    for (const path of [credential, batch, `${batch}/progress`, '/console/achievements/welding']) {
      expect((await registrar.get(path)).status).toBe(200)
      expect((await stranger.get(path)).status).toBe(404)
    }
    expect((await stranger.post(`${credential}/status`, { act: 'revoke' })).status).toBe(404)
    expect((await stranger.post(`${credential}/erase`)).status).toBe(404)
    expect((await stranger.post(`${batch}/award`)).status).toBe(404)
    expect((await stranger.get('/console/credentials?text=adeyemi')).html).toContain('0 credentials found')
    expect((await stranger.upload('/console/imports', { achievement: moduleId }, csv('Name\nAda\n'))).status).toBe(404)
  })

  test('a visitor is sent to the sign-in', async () => {
    expect((await new Visitor(running.url).get('/console')).location).toBe('/sign-in?next=%2Fconsole')
  })
})

describe('roles', () => {
  test('ES-07 (partly): a viewer looks and does nothing, and an API key that has ended opens nothing', async () => {
    const { parts } = running
    const form = { personName: 'Viewer', personEmail: 'viewer@example-college.example', role: 'viewer' }
    expect((await registrar.post('/console/settings/people', form)).status).toBe(303)
    const viewer = new Visitor(running.url)
    await viewer.post('/sign-in', { email: 'viewer@example-college.example' })
    const mail = (await parts.outbox.list()).find(({ to }) => to === 'viewer@example-college.example')
    const page = await viewer.post('/sign-in', { email: 'viewer@example-college.example' })
    expect(page.html).toContain('Enter your code')
    const code = /\b\d{6}\b/.exec(mail?.subject ?? '')?.[0]
    expect(code).toBeDefined()
    expect(JSON.stringify(await parts.storage.db.selectFrom('mail').selectAll().execute())).not.toContain(code)

    const { storage } = parts
    const member = await storage.db
      .selectFrom('staff')
      .selectAll()
      .where('name', '=', 'Viewer')
      .executeTakeFirstOrThrow()
    const { createStaffLink } = await import('../../issuer/sign-in.ts')
    const who = {
      id: member.id,
      issuerId: member.issuer_id,
      email: member.email,
      name: '',
      role: member.role,
      createdAt: '',
      isProven: true,
    }
    await viewer.signIn(await createStaffLink(who, parts))
    expect((await viewer.get('/console')).status).toBe(200)
    expect((await viewer.get('/console/settings')).html).not.toContain('API keys')
    for (const path of ['/console/issue', '/console/achievements/new'])
      expect((await viewer.get(path)).status).toBe(403)
    expect((await viewer.post('/console/settings/keys', { keyName: 'x' })).status).toBe(403)

    const made = (await registrar.post('/console/settings/keys', { keyName: 'Timetable' })).html
    const key = /spk_[\w-]{32}/.exec(made)?.[0] ?? ''
    const use = async () =>
      (
        await fetch(`${running.url}/issuers/${DEMONSTRATION_COLLEGE}/credentials/issue`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: '{}',
        })
      ).status
    expect(await use()).toBe(422)
    const { id } = await storage.db
      .selectFrom('api_key')
      .select('id')
      .where('name', '=', 'Timetable')
      .executeTakeFirstOrThrow()
    expect((await registrar.get('/console/settings')).html).toContain('<span>End the key “Timetable”</span>')
    expect((await stranger.post(`/console/settings/keys/${id}/revoke`)).status).toBe(404)
    expect((await registrar.post(`/console/settings/keys/${id}/revoke`)).status).toBe(303)
    expect(await use()).toBe(401)
    expect((await registrar.post(`/console/settings/people/${member.id}/remove`)).status).toBe(303)
    expect((await viewer.get('/console')).status).not.toBe(200)
  })
})

test('the other learners get one award each, and the status that an interruption left out', async () => {
  const { db } = running.parts.storage
  const learners = () =>
    db
      .selectFrom('credential')
      .select(['recipient_name', 'status'])
      .where('issuer_id', '=', DEMONSTRATION_COLLEGE)
      .where('recipient_name', 'in', ['Siân Price', 'Callum O’Neill', 'Amina Yusuf', 'Thomas Nguyễn'])
      .orderBy('recipient_name')
      .execute()
  await addOtherLearners(running.parts)
  const first = await learners()
  expect(first.map(({ status }) => status)).toEqual(['revoked', 'valid', 'valid', 'suspended'])
  await db.updateTable('credential').set({ status: 'valid' }).where('recipient_name', '=', 'Thomas Nguyễn').execute()
  await addOtherLearners(running.parts)
  expect(await learners()).toEqual(first)
})
