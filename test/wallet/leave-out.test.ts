import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { receiveJson, unbakePng, verify } from '#credential'
import { isObject, type JsonObject } from '#platform'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { findShare } from '../../wallet/records/shares.ts'
import { shareUrl } from '../../wallet/share.ts'
import { makeWorld } from '../credential/world.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let issuer: SmallIssuer
let wallet: TestWallet

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet()
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

/** Someone with one credential of that suite, who shares it. */
async function holder(suite: 'ecdsa-sd-2023' | 'bbs-2023' | 'sd-jwt-vc' | 'eddsa-rdfc-2022') {
  const { visitor, person } = await wallet.enter(`${suite}@example.org`, 'Ola Adeyemi')
  await visitor.post('/receive', { claim: issuer.offer(await issuer.award({}, suite)) })
  const [held] = await listCredentials(wallet.parts, person)
  const id = held?.id ?? ''
  const share = async (leaveOut: string[]) => {
    const fields = { credential: id, audience: 'Example Employer', lasts: '7' }
    const answer = await visitor.post('/shares', {
      ...fields,
      leaveOut: leaveOut.map((kind) => (kind.includes('.') ? kind : `${id}.${kind}`)),
    })
    expect(answer.status).toBe(303)
    const place = answer.headers.get('location') ?? ''
    const made = await findShare(wallet.parts, person, place.split('/').at(-1) ?? '')
    return { page: await (await visitor.get(place)).text(), url: shareUrl(wallet.parts, made) }
  }
  return { visitor, person, held, id, share }
}

async function open(url: string): Promise<JsonObject> {
  const answer = await fetch(url, { method: 'POST', headers: { accept: 'application/json' } })
  expect(answer.status).toBe(200)
  const presentation = (await answer.json()) as JsonObject
  const [credential] = presentation.verifiableCredential as JsonObject[]
  if (!isObject(credential)) throw new Error('Nothing is shared.')
  return credential
}

const verdictOf = async (credential: JsonObject) => {
  const received = receiveJson(credential)
  const { verdict } = await verify(received, makeWorld({}, { now: new Date() }))
  // What it says, without the proof: three letters in a row come up there by chance.
  const { proof: _, ...said } = received.credential
  return { verdict, shown: JSON.stringify(said) }
}

describe.each(['ecdsa-sd-2023', 'bbs-2023', 'sd-jwt-vc'] as const)('a credential secured with %s', (suite) => {
  test('IHE-96 (partly): is genuine in the wallet, and shared without what its holder leaves out', async () => {
    const { visitor, held, id, share } = await holder(suite)
    expect(held?.checked.face).toBe('genuineNotListed')
    const form = await (await visitor.get(`/shares/new?credential=${id}`)).text()
    expect(form).toContain('What should the link not show?')
    expect(form).toContain('Your name, and what else says who you are')

    const whole = await verdictOf(await open((await share([])).url))
    expect(whole).toMatchObject({ verdict: 'accepted' })
    for (const value of ['Ola Adeyemi', 'RQF Level 4']) expect(whole.shown).toContain(value)

    const { page, url } = await share(['Recipient', 'Level'])
    expect(page).toContain('Left out: your name, and what else says who you are; the level')
    const part = await verdictOf(await open(url))
    expect(part).toMatchObject({ verdict: 'accepted' })
    expect(part.shown).not.toMatch(/Ola Adeyemi|RQF Level|&quot;RQF&quot;/)
    expect(part.shown).toContain('Secure a small network')
    const opened = await fetch(url, { method: 'POST', headers: { accept: 'text/html' } })
    const html = await opened.text()
    expect(html).not.toMatch(/Ola Adeyemi|RQF Level|&quot;RQF&quot;/)
    expect(html).toContain('Secure a small network')
    expect(html).toContain('Not stated, or left out by its holder')
  }, 60_000)
})

test("a share and a picture never hold a holder's own copy; the holder's download is it", async () => {
  const { visitor, id, share } = await holder('ecdsa-sd-2023')
  const shared = await open((await share(['Other', 'nothing', 'someone-elses.Recipient'])).url)
  expect(await verdictOf(shared)).toMatchObject({ verdict: 'accepted' })
  const picture = await visitor.get(`/credentials/${id}/picture/png`)
  const baked = unbakePng(new Uint8Array(await picture.arrayBuffer()))
  expect(JSON.stringify(baked)).toContain('Ola Adeyemi')
  const own = (await (await visitor.get(`/credentials/${id}/download`)).json()) as JsonObject
  expect(await verdictOf(own)).toMatchObject({ verdict: 'undecided' })
  const ownValue = (own.proof as JsonObject).proofValue
  expect(JSON.stringify([shared, baked])).not.toContain(ownValue)
  expect(await (await visitor.get(`/credentials/${id}`)).text()).toContain('Keep the downloaded file to yourself')
})

test('a credential that can only be shown whole offers nothing to leave out', async () => {
  const { visitor, id, share } = await holder('eddsa-rdfc-2022')
  const form = await (await visitor.get(`/shares/new?credential=${id}`)).text()
  expect(form).not.toContain('What should the link not show?')
  const { shown } = await verdictOf(await open((await share(['Recipient'])).url))
  expect(shown).toContain('Ola Adeyemi')
})

test('POST /credentials/derive answers a part', async () => {
  const verifiableCredential = await issuer.award({}, 'ecdsa-sd-2023')
  const derive = (body: unknown) =>
    fetch(`${wallet.url}/credentials/derive`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const answer = await derive({ verifiableCredential, options: { selectivePointers: ['/awardedDate'] } })
  expect(answer.status).toBe(201)
  const { verifiableCredential: part } = (await answer.json()) as { verifiableCredential: JsonObject }
  expect(part.awardedDate).toBe('2026-06-25T00:00:00Z')
  expect(await verdictOf(part)).toMatchObject({ verdict: 'accepted' })
})
