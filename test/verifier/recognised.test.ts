import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import { sign } from '#credential'
import { isObject, type JsonObject } from '#platform'
import { en } from '#web'
import { type MadeSigner, makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { actionFor, entity, unsignedList } from '../trust/list.ts'
import { type College, startCollege } from './college.ts'
import { serveVerifier, type TestVerifier } from './service.ts'

/** A verifier that goes by two registers: the college's own, and one on which a sector's owner lets others award. */

const keeper = makeSigner()
const owner = makeSigner()
const deliverer = makeSigner()
const day = (text: string) => new Date(`${text}T00:00:00Z`)

let college: College
let verifier: TestVerifier

beforeAll(async () => {
  college = await startCollege()
  const [sector, owners] = [`${college.url}/sector`, `${college.url}/owners`]
  const letting = actionFor({ action: 'recognise', until: day('2028-12-31') })
  await publish(
    keeper,
    sector,
    'Register of the Sector',
    entity(owner.did, { name: 'Example Motors', recognisedIn: owners, actions: [letting] }),
  )
  await publish(
    owner,
    owners,
    'Deliverers of Example Motors',
    entity(deliverer.did, { name: 'Midvale Training', actions: [actionFor({ until: day('2027-12-31') })] }),
  )
  const registers = [`${college.url}/register ${college.did}`, `${sector} ${keeper.did}`]
  verifier = await serveVerifier({ TRUST_LISTS: registers.join(',') })
})
afterAll(async () => {
  await verifier.stop()
  await college.stop()
})

async function publish(by: MadeSigner, url: string, name: string, one: ReturnType<typeof entity>): Promise<void> {
  const { credential } = unsignedList(by.did, [one], { url, name })
  college.pages.set(`GET ${new URL(url).pathname}`, { body: JSON.stringify(await signed(by, credential)) })
}

const signed = ({ signer }: MadeSigner, credential: JsonObject) =>
  sign(credential, { suite: 'eddsa-rdfc-2022', signer, now: new Date(), contexts: loadContexts() })

/** The sample’s subject, with its achievement changed. */
function achieving(changes: JsonObject): JsonObject {
  const { credentialSubject } = sampleCredential('did:example:nobody')
  const subject = isObject(credentialSubject) ? credentialSubject : {}
  return { ...subject, achievement: { ...(isObject(subject.achievement) ? subject.achievement : {}), ...changes } }
}

/** What the page says of a credential: its heading, and all its words. */
async function read(credential: JsonObject): Promise<{ headline: string; words: string }> {
  const response = await fetch(`${verifier.url}/check`, {
    method: 'POST',
    headers: { Accept: 'text/html' },
    body: new URLSearchParams({ text: JSON.stringify(credential) }),
  })
  const html = await response.text()
  const words = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  return { headline: /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '', words }
}

test('IHE-87: what is forged, revoked, expired, by a stranger or not its issuer’s to award is told apart, each with why', async () => {
  const good = await college.issue()
  expect(await read(good)).toMatchObject({
    headline: en.headlines.genuine,
    words: expect.stringContaining('is recognised by the Register of the test to award modules'),
  })
  const revoked = await college.issue({}, 11)
  await college.revoke(11)
  const stranger = makeSigner()
  const { headlines } = en
  const cases: [JsonObject, string, string][] = [
    [{ ...good, name: 'Chief Engineer' }, headlines.notGenuine, 'changed after it was signed'],
    [revoked, headlines.noLongerValid, 'The issuer has since revoked it'],
    [
      await college.issue({ validUntil: '2026-07-31T00:00:00Z' }),
      headlines.noLongerValid,
      'It expired on 31 July 2026.',
    ],
    [
      await signed(stranger, sampleCredential(stranger.did)),
      headlines.genuineNotListed,
      'no list that we use names this issuer',
    ],
    [
      await college.issue({ credentialSubject: achieving({ achievementType: 'Degree' }) }),
      headlines.genuineNotRecognised,
      'This award is outside of that: its kind is another',
    ],
  ]
  const whys = cases.map(([, , why]) => why)
  for (const [credential, headline, why] of cases) {
    const found = await read(credential)
    expect([found.headline, whys.filter((one) => found.words.includes(one))]).toEqual([headline, [why]])
  }
})

test('IHE-43, IHE-73: whom a sector’s owner lets award is recognised until its day, for what is the owner’s, beside the issuers of another register', async () => {
  const by = (changes: JsonObject) =>
    signed(deliverer, sampleCredential(deliverer.did, { credentialSubject: achieving(changes) }))
  const creator = { id: owner.did, type: ['Profile'] }
  const authorised =
    'Midvale Training is recognised by Example Motors, which the Register of the Sector lets recognise others, to award modules and certificates at RQF level 4 from 1 January 2020 until 31 December 2027'
  const within = await read(await by({ creator }))
  expect(within.headline).toBe(en.headlines.genuine)
  expect(within.words).toContain(authorised)
  for (const [changes, why] of [
    [{ creator, achievementType: 'Degree' }, 'This award is outside of that: its kind is another'],
    [{}, 'Example Motors may let others award what is its own, and this is not shown to be.'],
  ] as const) {
    const outside = await read(await by(changes))
    expect(outside.headline).toBe(en.headlines.genuineNotRecognised)
    expect(outside.words).toContain(why)
  }
  expect((await read(await college.issue())).words).toContain('is recognised by the Register of the test')
})
