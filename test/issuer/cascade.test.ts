import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { learnerRecord } from '#credential'
import { asArray, asText, digestMultibase, isObject, type JsonObject } from '#platform'
import { verifyChain } from '#storage'
import { changeStatus } from '../../issuer/change-status.ts'
import { issue } from '../../issuer/issue.ts'
import { countUntraced } from '../../issuer/records/dependencies.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { traceOlder } from '../../issuer/trace-dependencies.ts'
import { sharedPostgres, type TestPostgres } from '../postgres.ts'
import { ENGINES } from '../storage/engines.ts'
import { College, copies, countIn, dependent } from './dependents.ts'
import { post, runIssuer } from './service.ts'

const NORTH = 'https://north.example/'
const SAM = 'did:example:sam'

describe.each(ENGINES)('on %s', (engine) => {
  let postgres: TestPostgres | undefined
  let running: RunningIssuer
  let number = 0
  const college = (changes: Parameters<typeof College.open>[1] = {}) =>
    College.open(running, { slug: `college-${++number}`, ...changes })

  beforeAll(async () => {
    if (engine === 'postgresql') postgres = await sharedPostgres()
    running =
      postgres === undefined
        ? await runIssuer()
        : await runIssuer({ DATABASE_URL: await postgres.newDatabase() }, false)
  }, 60_000)
  afterAll(async () => {
    await running.stop()
  })

  // Each statement goes to another process on PostgreSQL: a fifth as many shows the same of it.
  const many = engine === 'sqlite' ? 2_000 : 400
  const inWords = many.toLocaleString('en-GB')

  test('thousands of credentials are counted, suspended, told of and reinstated within seconds', async () => {
    const one = await college()
    const { id, verifiableCredential } = await one.award('Ada', { centre: [NORTH] })
    await copies(one, id, { count: many - 1, learners: many / 2 - 1 })
    const centre = await one.dependency('centre', NORTH)
    const page = (await one.staff.get(`/console/suspensions/new?dependency=${centre}`)).html
    expect(countIn(page)).toEqual({ credentials: String(many), learners: String(many / 2) })
    expect(page).toContain(`The newest 10 of ${inWords} credentials`)

    const before = await versionsOf(one)
    const began = performance.now()
    const path = await one.suspend(centre, { publicReason: 'The centre is under inquiry.' })
    const suspended = performance.now() - began
    expect(await statuses(one)).toEqual({ suspended: many })
    expect(await one.verdictOf(verifiableCredential)).toEqual(['status.suspended', 'status.ok'])
    expect((await one.staff.get(path)).html).toContain(`>${inWords} of ${inWords}</progress>`)
    const after = await versionsOf(one)
    // One new version of a list for each slice, not for each credential.
    expect((after ?? 0) - (before ?? 0)).toBeLessThanOrEqual(11)
    await one.lift(path)
    const lifted = performance.now() - began - suspended
    expect(await statuses(one)).toEqual({ valid: many })
    expect(await one.verdictOf(verifiableCredential)).toEqual(['status.ok', 'status.ok'])
    // A few seconds, with room for a machine that others use too.
    expect(suspended).toBeLessThan(30_000)
    expect(lifted).toBeLessThan(30_000)
    expect(await verifyChain(one.db)).toMatchObject({ intact: true })
    const mail = one.db.selectFrom('job').select('id').where('kind', '=', 'mail').where('owner', '=', one.id)
    // The link to the one that was really awarded; then each learner twice: that it is suspended, and that it holds again.
    expect(await mail.execute()).toHaveLength(1 + many)
  }, 240_000)

  test('what was suspended or revoked for another reason is left as it was, and lifting does not touch it', async () => {
    const one = await college()
    const good = await one.award('Ada', { centre: [NORTH], assessor: SAM })
    const byHand = await one.award('Bea', { centre: [NORTH] })
    const revoked = await one.award('Cat', { centre: [NORTH] })
    const elsewhere = await one.award('Dot', { centre: ['https://south.example/'] })
    await change(one, byHand.id, 'suspend')
    await change(one, revoked.id, 'revoke')
    const north = await one.dependency('centre', NORTH)
    const page = (await one.staff.get(`/console/suspensions/new?dependency=${north}`)).html
    expect(countIn(page)).toEqual({ credentials: '1', learners: '1' })
    expect(page).toContain('Left as they are: suspended one by one')
    expect(page).toContain('Left as they are: revoked')
    const path = await one.suspend(north, { publicReason: 'The centre is under inquiry.' })
    expect(await all(one, good, byHand, revoked, elsewhere)).toEqual(['suspended', 'suspended', 'revoked', 'valid'])
    expect(await one.verdictOf(good.verifiableCredential)).toEqual(['status.suspended', 'status.ok'])
    const badge = await one.staff.get(`/badges/${good.id}`)
    expect(badge.html).toContain('The centre is under inquiry.')
    expect(badge.html).not.toContain('Under inquiry</')
    expect((await one.staff.get(`/badges/${byHand.id}`)).html).not.toContain('The centre is under inquiry.')
    expect((await one.staff.get(`/console/credentials/${good.id}`)).html).toContain('Suspended with')
    await one.lift(path)
    expect(await all(one, good, byHand, revoked, elsewhere)).toEqual(['valid', 'suspended', 'revoked', 'valid'])
    expect(await one.verdictOf(good.verifiableCredential)).toEqual(['status.ok', 'status.ok'])
    expect(await one.verdictOf(byHand.verifiableCredential)).toEqual(['status.suspended', 'status.ok'])
    expect((await one.staff.get(`/badges/${good.id}`)).html).not.toContain('under inquiry')
  })

  test('what two suspensions hold is reinstated when both are lifted, in either order', async () => {
    const one = await college()
    const both = await one.award('Ada', { centre: [NORTH], assessor: SAM })
    const north = await one.suspend(await one.dependency('centre', NORTH))
    const sam = await one.suspend(await one.dependency('assessor', SAM))
    await one.lift(north)
    expect(await one.statusOf(both.id)).toBe('suspended')
    expect(await one.verdictOf(both.verifiableCredential)).toEqual(['status.suspended', 'status.ok'])
    await one.lift(sam)
    expect(await one.statusOf(both.id)).toBe('valid')
  })

  test('the list says why, in the words for everyone and for no other place, as long as that holds it', async () => {
    const one = await college({ suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA' })
    const both = await one.award('Ada', { centre: [NORTH], assessor: SAM })
    const byHand = await one.award('Bea', { centre: [NORTH] })
    const said = async () => ({
      both: await reasonsFor(both.verifiableCredential),
      byHand: await reasonsFor(byHand.verifiableCredential),
    })
    await change(one, byHand.id, 'suspend')
    expect(await said()).toEqual({ both: [], byHand: [] })
    const north = await one.suspend(await one.dependency('centre', NORTH), {
      publicReason: 'The centre is under inquiry.',
    })
    expect(await said()).toEqual({ both: ['The centre is under inquiry.'], byHand: [] })
    const silent = await one.dependency('assessor', SAM)
    const sam = await one.suspend(silent)
    await one.lift(north)
    expect(await one.statusOf(both.id)).toBe('suspended')
    expect(await said()).toEqual({ both: [], byHand: [] })
    await one.lift(sam)
    await one.suspend(silent, { publicReason: 'The assessor is under inquiry.' })
    expect((await said()).both).toEqual(['The assessor is under inquiry.'])
    await change(one, both.id, 'suspend')
    expect((await said()).both).toEqual([])
    expect(await one.verdictOf(both.verifiableCredential)).toEqual(['status.suspended', 'status.ok'])
  })

  test('a word of staff about one credential counts over the suspension of what it depends on', async () => {
    const one = await college()
    const kept = await one.award('Ada', { centre: [NORTH] })
    const freed = await one.award('Bea', { centre: [NORTH] })
    const ended = await one.award('Cat', { centre: [NORTH] })
    const path = await one.suspend(await one.dependency('centre', NORTH))
    await change(one, kept.id, 'suspend')
    await change(one, freed.id, 'reinstate')
    await change(one, ended.id, 'revoke')
    expect(await all(one, kept, freed, ended)).toEqual(['suspended', 'valid', 'revoked'])
    await change(one, freed.id, 'suspend')
    await one.lift(path)
    expect(await all(one, kept, freed, ended)).toEqual(['suspended', 'suspended', 'revoked'])
  })

  test('a count that changed since it was seen is said, and nothing is done until it is confirmed anew', async () => {
    const one = await college()
    await one.award('Ada', { centre: [NORTH] })
    const north = await one.dependency('centre', NORTH)
    const seen = countIn((await one.staff.get(`/console/suspensions/new?dependency=${north}`)).html)
    const late = await one.award('Bea', { centre: [NORTH] })
    const asked = { dependency: north, ...seen, reason: 'Under inquiry', tell: 'yes' }
    const refused = await one.staff.post('/console/suspensions', asked)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('it was 1 credential of 1 learner, and is now 2 credentials of 2 learners')
    expect(countIn(refused.html)).toEqual({ credentials: '2', learners: '2' })
    expect(await one.statusOf(late.id)).toBe('valid')
    await one.award('Cat', { centre: [NORTH] })
    expect((await one.staff.post('/console/suspensions', { ...asked, reason: '' })).status).toBe(422)
    const path = await one.suspend(north)
    expect((await one.staff.post('/console/suspensions', { ...asked, credentials: '0', learners: '0' })).status).toBe(
      409,
    )
    expect((await one.staff.post(`${path}/lift`, { credentials: '2' })).status).toBe(409)
    expect(await statuses(one)).toEqual({ suspended: 3 })
    await one.lift(path)
    expect((await one.staff.post(`${path}/lift`, { credentials: '0' })).status).toBe(409)
    expect(await statuses(one)).toEqual({ valid: 3 })
  })

  test('nothing more is awarded that depends on it: not by the form, a file or a program', async () => {
    const one = await college()
    const achievement = await one.describe('Welding', [NORTH])
    const file = `Name,Email\nAda,ada@example.com\nBea,bea@example.com\n`
    const before = await upload(one, achievement, file)
    const path = await one.suspend(await one.dependency('centre', NORTH))
    const form = { achievement, name: 'Ada', email: 'ada@example.com', awardedOn: '2026-06-25', grade: '' }
    const given = await one.staff.post('/console/issue', { ...form, once: crypto.randomUUID() })
    expect(given.status).toBe(422)
    expect(given.html).toContain(`The centre “${NORTH}” is suspended.`)
    const checked = await upload(one, achievement, file)
    expect(checked.html).toContain('0 rows can be awarded, 2 rows cannot.')
    expect(checked.html.match(/is suspended/g)?.length).toBe(2)
    expect((await one.staff.post(`${before.path}/award`)).status).toBe(422)
    const asked = await post(one.created.issueUrl, { credential: dependent({ centre: [NORTH] }) }, one.created.apiKey)
    expect(asked.status).toBe(422)
    expect(asked.json).toMatchObject({ code: 'award.suspended' })
    expect(asked.json.detail).toContain(`The centre “${NORTH}” is suspended. Nothing that depends on it can be awarded`)
    const free = await post(one.created.issueUrl, { credential: dependent({}) }, one.created.apiKey)
    expect(free.status).toBe(201)
    await one.lift(path)
    expect((await one.staff.post('/console/issue', { ...form, once: crypto.randomUUID() })).status).toBe(303)
    expect((await one.staff.post(`${before.path}/award`)).status).toBe(303)
  })

  test('what was written down before, and not kept yet, is not kept', async () => {
    const one = await college()
    const issuer = await getIssuer(one.db, one.id)
    await one.award('Ada', { centre: [NORTH] })
    const north = await one.dependency('centre', NORTH)
    const counted = countIn((await one.staff.get(`/console/suspensions/new?dependency=${north}`)).html)
    const { parts } = running
    // Between its being written down and its being kept, its centre is suspended.
    let suspended: Promise<unknown> | undefined
    const keys = {
      ...parts.keys,
      signer: async (...asked: Parameters<typeof parts.keys.signer>) => {
        suspended ??= one.staff.post('/console/suspensions', { dependency: north, ...counted, reason: 'Inquiry' })
        await suspended
        return await parts.keys.signer(...asked)
      },
    }
    const award = { credential: dependent({ centre: [NORTH] }) }
    const issued = issue(award, issuer, { actor: 'test' }, { ...parts, keys })
    await expect(issued).rejects.toMatchObject({ code: 'award.suspended' })
    const states = await one.db.selectFrom('credential').select('state').where('issuer_id', '=', one.id).execute()
    expect(states.map(({ state }) => state).sort()).toEqual(['failed', 'issued'])
  })

  test('a qualification is one in all its versions, and a learner record depends on what its parts do', async () => {
    const one = await college()
    const first = await one.describe('Welding')
    const form = (achievement: string, name: string) => ({
      ...{ achievement, name, email: `${name}@example.com`, awardedOn: '2026-06-25', grade: '' },
      once: crypto.randomUUID(),
    })
    const given = [form(first, 'ada')]
    await one.staff.post('/console/issue', given[0] ?? {})
    const second = await nextVersion(one)
    given.push(form(second, 'bea'))
    await one.staff.post('/console/issue', given[1] ?? {})
    const rows = await one.db.selectFrom('credential').selectAll().where('issuer_id', '=', one.id).execute()
    expect(rows).toHaveLength(2)
    const record = learnerRecord({
      id: 'urn:uuid:7d1f0e0a-7a1f-4c0e-9a52-8c4b8b7a5c11',
      name: 'Record',
      issuer: one.created.did,
      validFrom: new Date('2026-11-01T00:00:00Z'),
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'ada', identityType: 'name' }],
      credentials: rows.slice(0, 1).map(({ signed }) => JSON.parse(signed ?? '')),
      associations: [],
      partial: false,
    })
    const { issuer: _ours, ...credential } = record
    const made = await post(one.created.issueUrl, { credential }, one.created.apiKey)
    expect([made.status, made.json.detail]).toEqual([201, undefined])
    const target = `${running.parts.config.baseUrl}/issuers/${one.id}/achievements/welding`
    await one.suspend(await one.dependency('achievement', target))
    expect(await statuses(one)).toEqual({ suspended: 3 })
    expect(await one.verdictOf(made.json.verifiableCredential)).toEqual(['status.suspended', 'status.ok'])
  })

  test('an SD-JWT VC is suspended in its Token Status List; what has no status is counted apart', async () => {
    const one = await college({ suite: 'sd-jwt-vc' })
    const { id, verifiableCredential } = await one.award('Ada', { centre: [NORTH] })
    const path = await one.suspend(await one.dependency('centre', NORTH))
    expect(await one.verdictOf(verifiableCredential)).toEqual(['status.suspended'])
    await one.lift(path)
    expect([await one.statusOf(id), await one.verdictOf(verifiableCredential)]).toEqual(['valid', ['status.ok']])
    const without = await college({ status: false })
    await without.award('Ada', { centre: [NORTH] })
    const north = await without.dependency('centre', NORTH)
    const page = (await without.staff.get(`/console/suspensions/new?dependency=${north}`)).html
    expect(countIn(page)).toEqual({ credentials: '0', learners: '0' })
    expect(page).toContain('Cannot be suspended: issued without a status')
    await without.suspend(north)
    expect(await statuses(without)).toEqual({ valid: 1 })
    await expect(without.award('Bea', { centre: [NORTH] })).rejects.toMatchObject({ code: 'award.suspended' })
  })

  test('each learner is told once, of all of theirs, with the public reason; or nobody is', async () => {
    const one = await college()
    for (const achievement of ['forging', 'casting']) {
      await one.award(`Learner${number}`, { achievement, centre: [NORTH] })
    }
    await one.award(`Other${number}`, { achievement: 'forging', centre: [NORTH] })
    const address = `learner${number}@example.com`
    const told = async () => (await one.messagesTo(address)).filter((text) => /^(Suspended|It holds)/.test(text))
    const path = await one.suspend(await one.dependency('centre', NORTH), { publicReason: 'A check is under way.' })
    const [message, ...more] = await told()
    expect(more).toEqual([])
    for (const text of ['- forging', '- casting', 'The reason it gives: A check is under way.']) {
      expect(message).toContain(text)
    }
    expect(message).not.toContain('Under inquiry')
    await one.lift(path, { tell: '' })
    expect(await told()).toHaveLength(1)
    const again = await one.suspend(await one.dependency('centre', NORTH), { tell: '' })
    expect(await told()).toHaveLength(1)
    await one.lift(again)
    expect(await told()).toHaveLength(2)
  })

  test('what was issued before is looked through first, even what cannot be read any more', async () => {
    const one = await college()
    const achievement = await one.describe('Welding')
    const once = crypto.randomUUID()
    const form = { achievement, name: 'Ada', email: 'ada@example.com', awardedOn: '2026-06-25', grade: '', once }
    expect((await one.staff.post('/console/issue', form)).status).toBe(303)
    await one.award('Bea', { centre: [NORTH], assessor: SAM })
    await one.staff.post(`/console/credentials/${once}/erase`)
    const ofThis = (table: 'credential' | 'dependency') =>
      one.db.selectFrom(table).select('id').where('issuer_id', '=', one.id)
    const before = await linksOf(one)
    await one.db.deleteFrom('credential_dependency').where('credential_id', 'in', ofThis('credential')).execute()
    await one.db.updateTable('credential').set({ is_traced: 0 }).where('issuer_id', '=', one.id).execute()
    const north = await one.dependency('centre', NORTH)
    const page = (await one.staff.get('/console/suspensions')).html
    expect(page).toContain('2 older credentials')
    const asked = { dependency: north, credentials: '0', learners: '0', reason: 'Inquiry' }
    const early = await one.staff.post('/console/suspensions', asked)
    expect([early.status, early.html.includes('still looking through 2 older')]).toEqual([409, true])
    await one.db.deleteFrom('dependency').where('id', 'in', ofThis('dependency')).execute()
    const lease = { id: '', kind: '', owner: '', payload: {}, attempts: 1, leaseId: '' }
    await traceOlder(running.parts, new AbortController().signal)(lease, async () => undefined)
    expect(await countUntraced(one.db, one.id)).toBe(0)
    expect(await linksOf(one)).toEqual(before)
    await one.suspend(await one.dependency('centre', NORTH))
    expect(await statuses(one)).toEqual({ suspended: 1, valid: 1 })
  })

  test('another issuer’s staff, and staff who may only look, cannot suspend', async () => {
    const one = await college()
    const other = await college()
    await one.award('Ada', { centre: [NORTH] })
    const north = await one.dependency('centre', NORTH)
    const path = await one.suspend(north)
    for (const place of [`/console/suspensions/new?dependency=${north}`, path, `${path}/progress`]) {
      expect((await other.staff.get(place)).status).toBe(404)
    }
    expect((await other.staff.post(`${path}/lift`, { credentials: '1' })).status).toBe(404)
    const asked = { dependency: north, credentials: '0', learners: '0', reason: 'Mine' }
    expect((await other.staff.post('/console/suspensions', asked)).status).toBe(404)
    await one.db.updateTable('staff').set({ role: 'viewer' }).where('issuer_id', '=', one.id).execute()
    expect((await one.staff.get(path)).html).not.toContain('Lift this suspension')
    expect((await one.staff.post(`${path}/lift`, { credentials: '1' })).status).toBe(403)
    expect((await one.staff.post('/console/suspensions', asked)).status).toBe(403)
    expect((await one.staff.get('/console/suspensions')).status).toBe(200)
    expect(await statuses(one)).toEqual({ suspended: 1 })
  })

  test('what awards depend on is found by name or address, and by kind', async () => {
    const one = await college()
    await one.award('Ada', { centre: [NORTH], assessor: SAM })
    const found = async (query: string) => {
      const { html } = await one.staff.get(`/console/suspensions?${query}`)
      return [...html.matchAll(/dependency=[^"]+"><bdi>([^<]+)/g)].map(([, name]) => name)
    }
    expect(await found('')).toEqual([NORTH, 'Sam Sharp', 'welding'])
    expect(await found('kind=assessor')).toEqual(['Sam Sharp'])
    expect(await found('text=NORTH')).toEqual([NORTH])
    expect(await found('text=did:example')).toEqual(['Sam Sharp'])
    expect(await found('text=%25')).toEqual([])
  })
})

async function change({ running, id: issuerId }: College, id: string, act: 'revoke' | 'suspend' | 'reinstate') {
  await changeStatus(issuerId, id, { act, reason: 'By hand', actor: 'test' }, running.parts)
}

const all = (college: College, ...issued: { id: string }[]) => Promise.all(issued.map(({ id }) => college.statusOf(id)))

async function statuses({ db, id }: College): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('credential')
    .select(['status', (row) => row.fn.countAll<number>().as('count')])
    .where('issuer_id', '=', id)
    .where('state', '=', 'issued')
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
}

async function versionsOf({ db, id }: College): Promise<number | undefined> {
  const list = await db
    .selectFrom('published_list')
    .select('version')
    .where('issuer_id', '=', id)
    .where('kind', '=', 'suspension')
    .executeTakeFirst()
  return list?.version
}

/** What depends on what, by names that stay when all is looked through anew. */
async function linksOf({ db, id }: College): Promise<string[]> {
  const rows = await db
    .selectFrom('credential_dependency')
    .innerJoin('dependency', 'dependency.id', 'credential_dependency.dependency_id')
    .select(['credential_id', 'kind', 'target'])
    .where('issuer_id', '=', id)
    .execute()
  return rows.map(({ credential_id, kind, target }) => `${credential_id} ${kind} ${target}`).sort()
}

async function nextVersion(college: College): Promise<string> {
  const { db, id } = college
  const before = await db.selectFrom('achievement').selectAll().where('issuer_id', '=', id).executeTakeFirstOrThrow()
  const next = { ...before, id: crypto.randomUUID(), version: 2 }
  await db.insertInto('achievement').values(next).execute()
  return next.id
}

async function upload(college: College, achievement: string, text: string): Promise<{ path: string; html: string }> {
  const { staff } = college
  const file = { name: 'results.csv', bytes: new TextEncoder().encode(text) }
  const path = (await staff.upload('/console/imports', { achievement }, file)).location ?? ''
  await college.ended(path)
  await staff.post(`${path}/columns`, { name: 'Name', email: 'Email', sameDate: '2026-06-25' })
  await college.ended(path)
  return { path, html: (await staff.get(path)).html }
}

/** The reasons that the suspension list gives for a credential's place in it, as a verifier can read them. */
async function reasonsFor({ credentialStatus }: JsonObject): Promise<string[]> {
  const entry = asArray(credentialStatus).find((one) => isObject(one) && one.statusPurpose === 'suspension')
  if (!isObject(entry)) throw new Error('It has no place in a suspension list.')
  const list = await (await fetch(asText(entry.statusListCredential))).json()
  return asArray(list.relatedResource).flatMap((related: { id: string; digestMultibase: string }) => {
    const document = Buffer.from(related.id.replace('data:application/json;base64,', ''), 'base64')
    expect(related.digestMultibase).toBe(digestMultibase(document))
    const { reasons } = JSON.parse(document.toString())
    const isSet = ({ encodedList }: { encodedList: string }) => {
      const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
      const index = Number(entry.statusListIndex)
      return ((bits[Math.floor(index / 8)] ?? 0) & (0x80 >> (index % 8))) !== 0
    }
    return reasons.filter(isSet).map(({ reason }: { reason: string }) => reason)
  })
}
