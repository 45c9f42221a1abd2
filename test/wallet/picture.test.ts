import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bakeImage, readBakedImage } from '#credential'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { itxt, png, svg } from '../credential/bake/pictures.ts'
import { type SmallIssuer, startSmallIssuer } from './issuer.ts'
import { broughtIn } from './visitor.ts'
import { startTestWallet, type TestWallet } from './wallet.ts'

let wallet: TestWallet
let issuer: SmallIssuer

beforeAll(async () => {
  issuer = await startSmallIssuer()
  wallet = await startTestWallet()
})

afterAll(async () => {
  await wallet.stop()
  await issuer.stop()
})

const textsOf = async (person: Parameters<typeof listCredentials>[1]) =>
  (await listCredentials(wallet.parts, person)).map(({ text }) => text)

test.each([
  ['png', 'image/png', png()],
  ['svg', 'image/svg+xml', svg()],
])('a badge comes in as a %s, and goes out and in again identically', async (ending, mediaType, image) => {
  const { person, visitor } = await wallet.enter(`${ending}@example.org`, 'Ola Adeyemi')
  const text = JSON.stringify(await issuer.award())
  const added = await visitor.upload('/add/file', [{ name: 'badge', bytes: bakeImage(image, text) }])
  expect(added.status).toBe(303)
  expect(await textsOf(person)).toEqual([text])

  const [held] = await listCredentials(wallet.parts, person)
  const page = await (await visitor.get(`/credentials/${held?.id}`)).text()
  expect(page).toContain(`/credentials/${held?.id}/picture/${ending}`)
  const picture = await visitor.get(`/credentials/${held?.id}/picture/${ending}`)
  expect(picture.headers.get('content-type')).toBe(mediaType)
  expect(picture.headers.get('content-disposition')).toBe(
    `attachment; filename="network-security-operations.${ending}"`,
  )
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
  expect(picture.headers.get('cache-control')).toContain('no-store')
  const bytes = new Uint8Array(await picture.arrayBuffer())
  expect(readBakedImage(bytes)).toEqual({ generation: 'v3', text })

  const { person: other, visitor: newcomer } = await wallet.enter(`${ending}2@example.org`, 'Ola Adeyemi')
  await newcomer.upload('/add/file', [{ name: 'badge', bytes }])
  expect(await textsOf(other)).toEqual([text])
})

test('a JWT goes into a picture as a JWT, out of its envelope too', async () => {
  const { person, visitor } = await wallet.enter('jwt@example.org')
  await visitor.post('/add/text', { text: JSON.stringify(await issuer.award({}, 'vc-jwt')) })
  const [held] = await listCredentials(wallet.parts, person)
  const picture = await visitor.get(`/credentials/${held?.id}/picture/png`)
  expect(readBakedImage(new Uint8Array(await picture.arrayBuffer())).text).toMatch(/^eyJ[\w.-]+$/)
})

test('only the holder has a picture of a credential, and of one that is not genuine there is none', async () => {
  const { person, visitor } = await wallet.enter('holder@example.org')
  const genuine = await issuer.award()
  const { name: _name, ...rest } = genuine
  await visitor.post('/add/text', { text: JSON.stringify(genuine) })
  const [held] = await listCredentials(wallet.parts, person)
  const { visitor: stranger } = await wallet.enter('stranger@example.org')
  expect((await stranger.get(`/credentials/${held?.id}/picture/png`)).status).toBe(404)
  expect((await visitor.get(`/credentials/${held?.id}/picture/gif`)).status).toBe(404)

  await visitor.post('/add/text', { text: JSON.stringify({ ...rest, name: 'Something better' }) })
  const [forged] = await listCredentials(wallet.parts, person, { state: 'undecided' })
  expect((await visitor.get(`/credentials/${forged?.id}/picture/png`)).status).toBe(409)
  await visitor.post(`/credentials/${forged?.id}/keep`)
  expect((await visitor.get(`/credentials/${forged?.id}/picture/png`)).status).toBe(409)
  expect(await (await visitor.get(`/credentials/${forged?.id}`)).text()).not.toContain('/picture/')
})

test.each([
  ['a picture without a badge', png(), 'There is no credential inside this picture'],
  ['a picture that is cut off', png().subarray(0, 50), 'cut off'],
  ['two badges', png([itxt('openbadgecredential', '{}'), itxt('openbadgecredential', '{}')]), 'more than one badge'],
  ['an SVG with a DOCTYPE', Buffer.from('<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>'), 'DOCTYPE'],
  ['the address of a badge that is not there', png([itxt('openbadges', 'https://a.example/1')]), 'could not reach'],
  ['a badge that is no credential', png([itxt('openbadgecredential', '{}')]), 'not a credential'],
])('says of %s what is wrong, and keeps nothing', async (what, bytes, sentence) => {
  const { person, visitor } = await wallet.enter(`${what.replaceAll(' ', '-')}@example.org`)
  const answer = await visitor.upload('/add/file', [{ name: 'badge.png', bytes }])
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(sentence)
  expect(page).not.toContain('data:image')
  expect(await textsOf(person)).toEqual([])
})

test('a picture that cannot be read stops no other', async () => {
  const { person, visitor } = await wallet.enter('several@example.org')
  const good = bakeImage(svg(), JSON.stringify(await issuer.award()))
  const files = [
    { name: 'empty.png', bytes: png() },
    { name: 'good.svg', bytes: good },
  ]
  expect(await broughtIn(visitor, files)).toContain('1 credential added')
  expect(await textsOf(person)).toHaveLength(1)
})
