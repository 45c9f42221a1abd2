import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readTrustList, sign, verifyPresentation } from '#credential'
import { asArray, asText, isObject, type JsonObject } from '#platform'
import { type Job, listAudit, listJobs, storesOf } from '#storage'
import { formatDate } from '#web'
import { NUDGE_JOB, nudgeAdviser } from '../../wallet/nudge-adviser.ts'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { findShare } from '../../wallet/records/shares.ts'
import { shareUrl } from '../../wallet/share.ts'
import { makeSigner } from '../credential/keys.ts'
import { contexts, makeWorld } from '../credential/world.ts'
import { sharedPostgres, type TestPostgres } from '../postgres.ts'
import { entity, unsignedList } from '../trust/list.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { type Visitor, visitorOf } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

/** A job that was taken up just before its owner's account was deleted. */
const GONE: Job = {
  ...{ id: 'gone', kind: NUDGE_JOB, owner: '', payload: {}, state: 'running', done: 0, total: 0, attempts: 1 },
  ...{ result: null, error: null, createdAt: '', finishedAt: null },
}

let issuer: SmallIssuer
let list: ReturnType<typeof listAt>
let elsewhere: ReturnType<typeof listAt>

/** A trust list that the wallet follows, which nobody serves. */
function listAt(url: string) {
  const { did, signer } = makeSigner()
  return { url, signer: did, key: signer }
}

beforeAll(async () => {
  issuer = await startSmallIssuer()
  list = listAt(`${issuer.url}/list`)
  elsewhere = listAt(`${issuer.url}/another-list`)
})

afterAll(async () => {
  await issuer.stop()
})

describe.each(['sqlite', 'postgresql'] as const)('on %s', (engine) => {
  let wallet: TestWallet
  let postgres: TestPostgres | undefined

  beforeAll(async () => {
    if (engine === 'postgresql') postgres = await sharedPostgres()
    const settings = { TRUST_LISTS: [list, elsewhere].map(({ url, signer }) => `${url} ${signer}`).join(',') }
    wallet = await startTestWallet(
      postgres === undefined ? settings : { ...settings, DATABASE_URL: await postgres.newDatabase() },
    )
  })

  afterAll(async () => {
    await wallet.stop()
  })

  /** Someone with one credential of each form. */
  async function holder(email: string) {
    const entered = await wallet.enter(email, 'Canary Holder')
    const credentials = [await issuer.award(), await issuer.award({}, 'vc-jwt')]
    for (const one of credentials) await entered.visitor.post('/receive', { claim: issuer.offer(one) })
    const held = await listCredentials(wallet.parts, entered.person)
    return { ...entered, credentials, ids: held.map(({ id }) => id) }
  }

  async function makeShare(visitor: Visitor, ids: string[], wish: Record<string, string> = {}) {
    const fields = { credential: ids, audience: 'Example Employer', lasts: '7', ...wish }
    const made = await visitor.post('/shares', fields)
    expect(made.status).toBe(303)
    const place = made.headers.get('location') ?? ''
    return { place, id: place.split('/').at(-1) ?? '' }
  }

  const open = (url: string, accept = 'application/json') => fetch(url, { method: 'POST', headers: { accept } })

  /** A transition pack, its link, and what becomes of the nudge of it when `copies` of the service come to it after so many days. */
  async function handOver(
    { person, visitor }: Awaited<ReturnType<TestWallet['enter']>>,
    wish: Record<string, string | string[]>,
  ) {
    const fields = {
      plan: 'Learn to weld',
      name: 'Canary',
      reach: '0161 496 0000',
      audience: 'Canal College',
      lasts: '90',
    }
    const made = await visitor.post('/handover', { ...fields, ...wish })
    expect(made.status).toBe(303)
    const place = made.headers.get('location') ?? ''
    const id = place.split('/').at(-1) ?? ''
    const url = shareUrl(wallet.parts, await findShare(wallet.parts, person, id))
    const nudge = async (days: number, copies = 1, mail = wallet.parts.mail) => {
      const now = () => new Date(Date.now() + days * 24 * 60 * 60 * 1_000)
      const handle = nudgeAdviser({ ...wallet.parts, mail, now })
      const work = async () => {
        const jobs = await listJobs(wallet.parts.storage.db, person.id, NUDGE_JOB)
        const payload = { share: id }
        const job = jobs.find((one) => JSON.stringify(one.payload) === JSON.stringify(payload)) ?? GONE
        return await handle({ ...job, owner: person.id, payload, leaseId: 'lease' }, async () => undefined)
      }
      return await Promise.all(Array.from({ length: copies }, work))
    }
    const done = async () => (await listAudit(wallet.parts.storage.db, { subject: id })).map(({ action }) => action)
    return { place, id, url, nudge, done }
  }

  const words = async (response: Response) =>
    (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

  test('answers a verifier with the very credentials, and spends nothing on those who only look', async () => {
    const { person, visitor, credentials, ids } = await holder('share@example.org')
    const { place, id } = await makeShare(visitor, ids, { uses: '1' })
    const url = shareUrl(wallet.parts, await findShare(wallet.parts, person, id))
    for (let look = 0; look < 3; look++) {
      const looked = await fetch(url, { headers: { accept: 'application/json' } })
      expect(await looked.json()).toEqual({ type: 'CredentialShare', method: 'POST' })
      const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text()
      expect(page).toContain('Example Employer')
      expect(page).not.toMatch(/Canary|Ola|Network Security|share@/)
    }
    const answered = await open(url)
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    const presentation = (await answered.json()) as JsonObject
    expect(presentation.type).toEqual(['VerifiablePresentation'])
    const shown = presentation.verifiableCredential
    if (!Array.isArray(shown)) throw new Error('There is no list of credentials.')
    expect(shown).toHaveLength(2)
    for (const one of credentials) expect(shown).toContainEqual(one)
    expect(shown.filter(isObject).map(({ type }) => type)).toContain('EnvelopedVerifiableCredential')

    expect((await open(url)).status).toBe(410)
    const log = await (await visitor.get(place)).text()
    expect(log).toContain('Opened 1 time')
    expect(log).toContain('A verifier')
  })

  test('the lists that know an issuer of what is shown go with it, and serve a verifier that cannot have its own', async () => {
    const { person, visitor, credentials, ids } = await holder('stapled@example.org')
    const [award] = credentials
    const by = isObject(award?.issuer) ? asText(award.issuer.id) : asText(award?.issuer)
    const { id } = await makeShare(visitor, ids)
    const url = shareUrl(wallet.parts, await findShare(wallet.parts, person, id))
    const answer = async () => (await (await open(url)).json()) as JsonObject
    const held = async () => asArray((await answer()).verifiableCredential).length
    const { trustLists } = storesOf(wallet.parts.storage)
    const keep = async (place: typeof list, did: string, sequence: number, validUntil = '2099-01-01T00:00:00Z') => {
      const { credential } = unsignedList(place.signer, [entity(did)], { url: place.url, sequence, validUntil })
      const now = new Date('2026-11-25T12:00:00Z')
      const signed = await sign(credential, { suite: 'eddsa-rdfc-2022', signer: place.key, now, contexts })
      const body = Buffer.from(JSON.stringify(signed))
      const { digest } = await readTrustList(body, { ...place, asOf: now }, makeWorld())
      await trustLists.keep(place, { name: 'Register', sequence, digest, body, asOf: now })
    }
    expect(await held()).toBe(2)
    await keep(elsewhere, 'did:web:others.example', 1)
    expect(await held()).toBe(2)
    await keep(list, by, 1)
    const missing = { name: 'Register', code: 'fetch.failed', asOf: null, place: 0, seen: null, ...list }
    const { reports } = await verifyPresentation(await answer(), makeWorld({}, { unavailableLists: [missing] }))
    expect(reports).toHaveLength(2)
    expect(reports[0]?.recognition).toMatchObject({ outcome: 'recognised', isStapled: true })
    await keep(list, by, 2, '2026-11-26T00:00:00Z')
    expect(await held()).toBe(2)
  })

  test('IHE-33: a learner hands over what they choose, and sees who at the college says with one button that they have it', async () => {
    const learner = await holder('leaver@example.org')
    const by = `${new Date().getUTCFullYear() + 2}-06-30`
    await learner.visitor.post('/skills/targets', { technique: 'WP', level: 'Advanced', by })
    const asked = await (await learner.visitor.get('/handover/new')).text()
    const [, target = ''] = /name="target" value="([^"]+)"/.exec(asked) ?? []
    const pack = await handOver(learner, { credential: learner.ids.slice(0, 1), target })
    const college = visitorOf(wallet.url)
    // Whoever follows links, and opens them, has not said that it is there.
    const looked = await words(await college.get(pack.url))
    expect(looked).toContain('Canal College')
    expect(looked).not.toMatch(/Canary|weld|0161/)
    expect((await college.get(`${pack.url}/acknowledge`)).status).toBe(405)
    const opened = await words(await college.post(pack.url))
    for (const told of [
      'Canary',
      '0161 496 0000',
      'Learn to weld',
      'Advanced',
      `by ${formatDate(by)}`,
      'Network Security',
    ]) {
      expect(opened).toContain(told)
    }
    expect(await words(await learner.visitor.get(pack.place))).toContain('Nobody has said yet that they have it')
    expect((await learner.visitor.post(`${pack.url}/acknowledge`)).status).toBe(409)

    const thanked = await words(await college.post(`${pack.url}/acknowledge`, { by: 'Ms Lock, admissions' }))
    expect(thanked).toMatch(/Canary now sees: received by Ms Lock, admissions on/)
    // The first word stands.
    expect(await words(await college.post(`${pack.url}/acknowledge`, { by: 'Mr Weir' }))).toContain('Ms Lock')
    expect(await words(await learner.visitor.get(pack.place))).toMatch(/Received by Ms Lock, admissions on \d/)
    expect(await words(await college.post(pack.url))).toContain('Received by Ms Lock, admissions on')
    expect((await pack.done()).filter((action) => action === 'handover.acknowledged')).toHaveLength(1)
    const plain = await makeShare(learner.visitor, learner.ids)
    const other = shareUrl(wallet.parts, await findShare(wallet.parts, learner.person, plain.id))
    expect((await college.post(`${other}/acknowledge`)).status).toBe(404)
  })

  test('IHE-33: unless somebody says within 14 days that they have it, an adviser is told once, and only with consent', async () => {
    const adviser = 'adviser@example.org'
    const learner = await wallet.enter('moving@example.org', 'Canary Holder')
    const sent = async () => (await wallet.parts.outbox.list()).filter(({ to }) => to === adviser)
    const before = (await sent()).length
    const withoutConsent = await learner.visitor.post('/handover', {
      plan: 'Weld',
      name: 'Canary',
      reach: '0161',
      audience: 'C',
      lasts: '30',
      adviser,
    })
    expect(withoutConsent.status).toBe(422)
    expect(await words(withoutConsent)).toContain('Tick this if we may tell your adviser')
    const consent = { adviser, mayTell: 'yes' }
    const unnamed = await handOver(learner, {})
    const tempting = { name: 'Canary\nhttps://x.example/a', audience: 'St. Mary’s evil@x.example' }
    const told = await handOver(learner, { ...consent, ...tempting })
    const [withdrawn, stopped, received] = [
      await handOver(learner, consent),
      await handOver(learner, consent),
      await handOver(learner, consent),
    ]
    await learner.visitor.post(`${withdrawn.place}/withdraw`)
    await learner.visitor.post(`${stopped.place}/stop-telling`)
    await visitorOf(wallet.url).post(`${received.url}/acknowledge`)
    const jobs = await listJobs(wallet.parts.storage.db, learner.person.id, NUDGE_JOB)
    expect(jobs.map(({ state }) => state)).toEqual(['queued', 'queued', 'queued', 'queued'])
    for (const pack of [unnamed, withdrawn, stopped, received]) await pack.nudge(14.01)
    await told.nudge(13.99)
    expect(await sent()).toHaveLength(before)
    // A mail server that is down today costs a day, and no mail.
    const down = { send: () => Promise.reject(new Error('down')), close: () => undefined }
    expect(await told.nudge(14.01, 1, down)).toEqual([{ nudged: 0 }])
    expect(await words(await learner.visitor.get(told.place))).toContain(`We write to ${adviser} on`)

    const answers = await told.nudge(15, 4)
    await told.nudge(16)
    expect(answers.filter((answer) => JSON.stringify(answer) === '{"nudged":1}')).toHaveLength(1)
    const mails = (await sent()).slice(0, (await sent()).length - before)
    expect(mails).toHaveLength(1)
    const text = `${mails[0]?.subject} ${mails[0]?.text}`
    // Nothing in it is an address, so no mail program makes a link of what the learner wrote.
    expect(text).toContain('Canary https x example a made a transition pack for St. Mary’s evil x example')
    expect(text).not.toMatch(/weld|0161|moving@|Holder|https?:/)
    expect(await words(await learner.visitor.get(told.place))).toContain(`We wrote to ${adviser} on`)
    expect((await told.done()).toSorted()).toEqual([
      'handover.nudgeNotSent',
      'handover.nudged',
      'handover.nudged',
      'share.created',
    ])

    const last = await handOver(learner, consent)
    await learner.visitor.post('/account/delete', { confirm: 'moving@example.org' })
    expect(await last.nudge(15)).toEqual([null])
    expect(await listJobs(wallet.parts.storage.db, learner.person.id, NUDGE_JOB)).toEqual([])
    expect((await fetch(last.url)).status).toBe(404)
    expect((await visitorOf(wallet.url).post(`${last.url}/acknowledge`)).status).toBe(404)
  })

  test('gives a share with 5 uses to exactly 5 of 32 who ask at once', async () => {
    const { person, visitor, ids } = await holder('uses@example.org')
    const { id } = await makeShare(visitor, ids, { uses: '5' })
    const url = shareUrl(wallet.parts, await findShare(wallet.parts, person, id))
    const answers = await Promise.all(Array.from({ length: 32 }, () => open(url)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    expect(statuses.filter((status) => status === 410)).toHaveLength(27)
    expect(
      await wallet.parts.storage.db.selectFrom('share_view').select('id').where('share_id', '=', id).execute(),
    ).toHaveLength(5)
  })

  test('IHE-79 (partly): tells nothing of the person once a share has ended, whatever the reason', async () => {
    const { person, visitor, ids } = await holder('ended@example.org')
    const withdrawn = await makeShare(visitor, ids)
    expect((await visitor.post(`${withdrawn.place}/withdraw`)).status).toBe(303)
    const expired = await makeShare(visitor, ids)
    await wallet.parts.storage.db
      .updateTable('share')
      .set({ expires_at: '2020-01-01T00:00:00.000Z' })
      .where('id', '=', expired.id)
      .execute()
    const emptied = await makeShare(visitor, ids.slice(0, 1))
    await visitor.post(`/credentials/${ids[0]}/delete`)

    const said = new Set<string>()
    for (const { id } of [withdrawn, expired, emptied]) {
      const url = shareUrl(wallet.parts, await findShare(wallet.parts, person, id))
      for (const accept of ['application/json', 'text/html']) {
        for (const response of [await fetch(url, { headers: { accept } }), await open(url, accept)]) {
          expect(response.status).toBe(410)
          const text = `${JSON.stringify([...response.headers])}${await response.text()}`
          expect(text).toContain('share.ended')
          expect(text).not.toMatch(/Canary|Ola|Example Employer|Network Security|ended@/)
          if (accept === 'application/json') said.add(JSON.parse(text.slice(text.indexOf(']]') + 2)).detail)
        }
      }
    }
    expect(said.size).toBe(1)
  })

  test('knows no link but whole ones, and no share of someone else', async () => {
    const { person, visitor, ids } = await holder('links@example.org')
    const { id, place } = await makeShare(visitor, ids)
    const url = shareUrl(wallet.parts, await findShare(wallet.parts, person, id))
    for (const wrong of [url.slice(0, -1), `${url}A`, `${wallet.url}/s/${id}`]) {
      expect((await open(wrong)).status).toBe(404)
      expect((await fetch(wrong, { headers: { accept: 'text/html' } })).status).toBe(404)
    }
    const { visitor: stranger } = await wallet.enter('nosy@example.org', 'Nosy')
    expect((await stranger.get(place)).status).toBe(404)
    expect((await stranger.post(`${place}/withdraw`)).status).toBe(404)
    expect((await open(url)).status).toBe(200)
  })

  test('lets someone without a verifier read it here, and leads them to one', async () => {
    const { person, visitor, ids } = await holder('here@example.org')
    const { id, place } = await makeShare(visitor, ids)
    const url = shareUrl(wallet.parts, await findShare(wallet.parts, person, id))
    const invitation = await fetch(url, { headers: { accept: 'text/html' } })
    expect(invitation.headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:4003")
    const agent = {
      accept: 'text/html',
      'user-agent': 'Mozilla/5.0 (iPhone) Mobile',
      origin: 'https://elsewhere.example',
    }
    const page = await (await fetch(url, { method: 'POST', headers: agent })).text()
    expect(page).toContain('action="http://localhost:4003/check"')
    // Another language would ask for the share once more, which may have ended by being opened.
    expect(await invitation.text()).toContain('>Cymraeg</a>')
    expect(page).not.toContain('>Cymraeg</a>')
    expect(page).toContain('It is not proven')
    expect(page).toContain('Network Security Operations')
    expect(await (await visitor.get(place)).text()).toContain('Someone in a browser, on a phone or tablet')
  })
})
