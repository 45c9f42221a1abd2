import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readTrustList, sign, verifyPresentation } from '#credential'
import { asArray, asText, isObject, type JsonObject } from '#platform'
import { storesOf } from '#storage'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { findShare } from '../../wallet/records/shares.ts'
import { shareUrl } from '../../wallet/share.ts'
import { makeSigner } from '../credential/keys.ts'
import { contexts, makeWorld } from '../credential/world.ts'
import { sharedPostgres, type TestPostgres } from '../postgres.ts'
import { entity, unsignedList } from '../trust/list.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import type { Visitor } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

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
