import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bakeImage, readBakedImage } from '#credential'
import { type JsonObject, keyObject } from '#platform'
import { signClaims } from '../../credential/proof/vc-jwt.ts'
import { check } from '../../wallet/check.ts'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { png, svg, textChunk } from '../credential/bake/pictures.ts'
import { makeSigner } from '../credential/keys.ts'
import { serveVerifier, type TestVerifier } from '../verifier/service.ts'
import { broughtIn, exported } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

const CONTEXT = 'https://w3id.org/openbadges/v2'
/** Two months ahead: it is due for renewal soon. */
const RENEWAL = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
const { publicKey, signer } = makeSigner('RS256')

let wallet: TestWallet
let verifier: TestVerifier
let website: Server
let home: string
let hosted: JsonObject
let jws: string
/** What the issuer's website has, by path; a test may take it down. */
const site = new Map<string, JsonObject>()

beforeAll(async () => {
  website = createServer((request, response) => {
    const found = site.get(request.url ?? '')
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/ld+json' }).end(JSON.stringify(found ?? {}))
  })
  await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve))
  home = `http://localhost:${(website.address() as AddressInfo).port}`
  verifier = await serveVerifier()
  wallet = await startTestWallet({ VERIFIER_URL: verifier.url })
  // What Comprehensive Learner Record 1.0 adds to an Assertion: the number of the vendor's licence.
  const licence = { licenseNumber: 'EV-2019-0042', expires: `${RENEWAL}T12:00:00Z` }
  const common = { '@context': CONTEXT, badge: `${home}/class`, issuedOn: '2019-06-25T00:00:00Z', ...licence }
  const recipient = { type: 'email', hashed: false, identity: 'ola@example.org' }
  hosted = { ...common, type: 'Assertion', id: `${home}/1`, recipient, verification: { type: 'HostedBadge' } }
  const verification = { type: 'SignedBadge', creator: `${home}/key` }
  jws = await signClaims({ ...common, type: 'Assertion', id: 'urn:uuid:1', recipient, verification }, {}, signer)
  publish()
}, 30_000)

afterAll(async () => {
  await wallet.stop()
  await verifier.stop()
  website.close()
  website.closeAllConnections()
})

function publish(): void {
  const publicKeyPem = keyObject(publicKey).export({ format: 'pem', type: 'spki' }).toString()
  const key = {
    '@context': CONTEXT,
    type: 'CryptographicKey',
    id: `${home}/key`,
    owner: `${home}/issuer`,
    publicKeyPem,
  }
  const profile = { type: 'Issuer', id: `${home}/issuer`, name: 'Example College', url: home, publicKey: key.id }
  const badge = { type: 'BadgeClass', id: `${home}/class`, name: 'Welding', description: 'A course.' }
  const rest = { image: `${home}/image`, criteria: { narrative: 'Pass.' }, issuer: `${home}/issuer` }
  site.set('/key', key)
  site.set('/issuer', { '@context': CONTEXT, ...profile })
  site.set('/class', { '@context': CONTEXT, ...badge, ...rest })
  site.set('/1', hosted)
}

const heldBy = async (person: Parameters<typeof listCredentials>[1]) => listCredentials(wallet.parts, person)

test.each([
  ['hosted, as JSON', () => JSON.stringify(hosted)],
  ['signed, as a JWS', () => jws],
])('IHE-92: a vendor’s Open Badge 2.0 with its licence number and renewal, %s, is kept, shown as what it is, shared, and comes back from an export', async (what, textOf) => {
  const text = textOf()
  const { person, visitor } = await wallet.enter(`${what.length}@example.org`, 'Ola')
  expect((await visitor.post('/add/text', { text })).status).toBe(303)
  const [held] = await heldBy(person)
  expect(held).toMatchObject({ text, state: 'held', checked: { face: 'genuineNotListed' } })
  const page = await (await visitor.get(`/credentials/${held?.id}`)).text()
  for (const words of ['Welding', 'Example College', 'This is an Open Badge of version 2.0', 'EV-2019-0042', RENEWAL])
    expect(page).toContain(words)
  const calendar = await (await visitor.get('/skills/calendar')).text()
  for (const words of ['Welding', RENEWAL]) expect(calendar).toContain(words)

  const download = await visitor.get(`/credentials/${held?.id}/download`)
  expect(download.headers.get('content-type')).toMatch(/^application\/(?:ld\+json|jwt)/)
  expect(download.headers.get('content-disposition')).toContain('"welding.')
  expect(await download.text()).toBe(text)

  const choices = await (await visitor.get('/shares/new')).text()
  expect(choices).toContain('e-mail address')
  const made = await visitor.post('/shares', { credential: held?.id ?? '', audience: 'Example Employer', lasts: '7' })
  const shared = await (await visitor.get(made.headers.get('location') ?? '')).text()
  const link = /http:\/\/localhost:\d+\/s\/[\w-]+/.exec(shared)?.[0] ?? ''
  const { json } = await verifier.post('/api/check', link, 'text/plain')
  expect(json).toMatchObject({ verdict: 'accepted', securing: 'open-badges-2', summary: { title: 'Welding' } })

  const [zip = new Uint8Array()] = await exported(visitor)
  const { person: other, visitor: newcomer } = await wallet.enter(`${what.length}b@example.org`, 'Ola')
  expect(await broughtIn(newcomer, [{ name: 'passport.zip', bytes: zip }])).toContain('1 credential added')
  expect((await heldBy(other)).map((one) => one.text)).toEqual([text])
})

test.each([
  'png',
  'svg',
])('it comes in inside a %s, and goes out in one that says of which version it is', async (ending) => {
  for (const [number, text] of [JSON.stringify(hosted), jws].entries()) {
    const { person, visitor } = await wallet.enter(`${ending}${number}@example.org`)
    const image = bakeImage(ending === 'png' ? png() : svg(), text)
    expect((await visitor.upload('/add/file', [{ name: 'badge', bytes: image }])).status).toBe(303)
    const [held] = await heldBy(person)
    const picture = await visitor.get(`/credentials/${held?.id}/picture/${ending}`)
    expect(readBakedImage(new Uint8Array(await picture.arrayBuffer()))).toEqual({ generation: 'v2', text })
  }
})

test('a picture that holds only its address is kept with what is there', async () => {
  const { person, visitor } = await wallet.enter('address@example.org')
  const image = png([textChunk('tEXt', 'openbadges', `${home}/1`)])
  await visitor.upload('/add/file', [{ name: 'badge.png', bytes: image }])
  expect((await heldBy(person)).map(({ text }) => text)).toEqual([JSON.stringify(hosted)])
  const gone = png([textChunk('tEXt', 'openbadges', `${home}/nothing`)])
  const { html, status } = await visitor
    .upload('/add/file', [{ name: 'badge.png', bytes: gone }])
    .then(async (answer) => ({ status: answer.status, html: await answer.text() }))
  expect(status).toBe(422)
  expect(html).toContain('there is no badge there')
})

test('one that its issuer’s website contradicts is not taken in silently, and one whose website is gone is still shown', async () => {
  const { person, visitor } = await wallet.enter('late@example.org')
  const forged = { ...hosted, issuedOn: '2012-01-01T00:00:00Z' }
  await visitor.post('/add/text', { text: JSON.stringify(forged) })
  expect(await heldBy(person)).toEqual([])
  await visitor.post('/add/text', { text: JSON.stringify(hosted) })
  const [held] = await heldBy(person)
  site.clear()
  const { world } = wallet.parts
  wallet.parts.world = async () => ({ ...(await world()), now: new Date(Date.now() + 3_600_000) })
  await check(wallet.parts, person, held?.id ?? '')
  const [later] = await heldBy(person)
  expect(later?.checked.face).toBe('unchecked')
  expect(await (await visitor.get(`/credentials/${held?.id}`)).text()).toContain('Welding')
})
