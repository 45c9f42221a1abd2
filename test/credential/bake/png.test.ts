import { deflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { PNG } from 'pngjs'
import { bakePng, unbakePng } from '#credential'
import { type ErrorCode, encodePng, PassportError, PNG_SIGNATURE, pngChunk } from '#platform'
import { expectQuick } from '../../time.ts'
import { sampleCredential } from '../sample.ts'
import { itxt, png, textChunk } from './pictures.ts'

const JSON_TEXT = JSON.stringify(sampleCredential('did:example:a', { name: 'Größe ]]> 名前 🏅' }))
const claims = Buffer.from('{"type":["VerifiableCredential"]}').toString('base64url')
const JWT = `eyJhbGciOiJub25lIn0.${claims}.c2ln`

function refusal(act: () => unknown): ErrorCode | 'nothing' {
  try {
    act()
  } catch (error) {
    if (error instanceof PassportError) return error.code
    throw error
  }
  return 'nothing'
}

test.each([
  ['JSON', JSON_TEXT],
  ['a JWT', JWT],
])('%s that is baked comes out as it was, and the picture is still the picture', (_what, text) => {
  const image = png()
  const baked = bakePng(image, text)
  expect(unbakePng(baked)).toEqual({ generation: 'v3', text })
  const before = PNG.sync.read(Buffer.from(image))
  const after = PNG.sync.read(Buffer.from(baked))
  expect([after.width, after.height, after.data.equals(before.data)]).toEqual([2, 2, true])
})

test('the badge stands behind the header as the specification writes it, and nothing else changes', () => {
  const image = png([textChunk('tEXt', 'Author', 'A'), pngChunk('prVt', Uint8Array.of(1, 2))])
  const baked = Buffer.from(bakePng(image, JSON_TEXT))
  const badge = itxt('openbadgecredential', JSON_TEXT)
  const after = PNG_SIGNATURE.length + 25
  expect(baked.subarray(after, after + badge.length).equals(badge)).toBe(true)
  expect(Buffer.concat([baked.subarray(0, after), baked.subarray(after + badge.length)]).equals(image)).toBe(true)
})

test('a badge that is there already is replaced, of either generation and in any form', () => {
  const earlier = [
    itxt('openbadgecredential', '{"old":1}'),
    itxt('openbadgecredential', '{"older":1}'),
    itxt('openbadges', '{"oldest":1}'),
    textChunk('tEXt', 'openbadges', 'https://old.example/1'),
    textChunk('zTXt', 'openbadges', Uint8Array.of(0, 1)),
  ]
  const baked = bakePng(png(earlier, 'beforeEnd'), JWT)
  expect(unbakePng(baked).text).toBe(JWT)
  expect(Buffer.from(baked).equals(bakePng(png(), JWT))).toBe(true)
})

test('a JWT in an envelope is baked as the JWT, and space around a text is left out', () => {
  const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${JWT}` }
  expect(unbakePng(bakePng(png(), JSON.stringify(envelope))).text).toBe(JWT)
  expect(unbakePng(bakePng(png(), `\n${JSON_TEXT}\n`)).text).toBe(JSON_TEXT)
})

test.each([
  ['a word', 'hello', 'jwt.malformed'],
  ['JSON with a key twice', '{"a":1,"a":2}', 'json.duplicateKey'],
  ['JSON that is no credential', '{"a":1}', 'shape.invalid'],
  ['a presentation', '{"type":["VerifiableCredential","VerifiablePresentation"]}', 'shape.invalid'],
  [
    'a JWT of something else',
    `eyJhbGciOiJub25lIn0.${Buffer.from('{"a":1}').toString('base64url')}.c2ln`,
    'shape.invalid',
  ],
])('%s is not baked', (_what, text, code) => {
  expect(refusal(() => bakePng(png(), text))).toBe(code)
})

test.each([
  ['v3', 'JSON', itxt('openbadgecredential', ' {"a":1}\n'), '{"a":1}'],
  ['v3', 'JSON in a language', itxt('openbadgecredential', '{"a":"ü"}', { language: 'de' }), '{"a":"ü"}'],
  ['v3', 'a JWT', itxt('openbadgecredential', 'a.b.c'), 'a.b.c'],
  ['v2', 'JSON', itxt('openbadges', '{"type":"Assertion"}'), '{"type":"Assertion"}'],
  ['v2', 'a JWS', itxt('openbadges', 'a.b.c'), 'a.b.c'],
  ['v2', 'an address', itxt('openbadges', 'https://a.example/1'), 'https://a.example/1'],
  ['v2', 'an address of old', textChunk('tEXt', 'openbadges', 'http://a.example/1'), 'http://a.example/1'],
])('reads %s %s, before and behind the pixels', (generation, _what, chunk, text) => {
  expect(unbakePng(png([chunk]))).toEqual({ generation, text })
  expect(unbakePng(png([chunk], 'beforeEnd'))).toEqual({ generation, text })
})

test('a picture is not asked to be unpacked: not its pixels, nor text that is not a badge', async () => {
  const bomb = deflateSync(new Uint8Array(64 * 1024 * 1024))
  const others = [textChunk('zTXt', 'Comment', Buffer.concat([Buffer.of(0), bomb])), itxt('Comment', bomb, { flag: 1 })]
  const picture = png([...others, itxt('openbadgecredential', '{}')])
  await expectQuick(500, () => expect(unbakePng(picture).text).toBe('{}'))
})

const badge = itxt('openbadgecredential', '{}')
const whole = png([badge])
const plain = png()
const change = (image: Uint8Array, at: number, ...bytes: number[]) => {
  const changed = Uint8Array.from(image)
  changed.set(bytes, at < 0 ? image.length + at : at)
  return changed
}
const header = whole.subarray(0, 33)
const packed = Buffer.concat([Buffer.of(0), deflateSync('{}')])

test.each([
  ['nothing', new Uint8Array(), 'image.malformed'],
  ['only the signature', PNG_SIGNATURE, 'image.malformed'],
  ['another file', Buffer.from('GIF89a and more than that'), 'image.malformed'],
  ['a picture without a badge', plain, 'image.noBadge'],
  ['text with another keyword', png([itxt('openbadgecredentials', '{}')]), 'image.noBadge'],
  ['a keyword in other letters', png([itxt('OpenBadgeCredential', '{}')]), 'image.noBadge'],
  ['a keyword without an end', png([pngChunk('iTXt', Buffer.from('openbadgecredential'))]), 'image.noBadge'],
  ['two badges', png([badge, itxt('openbadgecredential', '{"a":1}')]), 'image.severalBadges'],
  ['the same badge twice', png([badge, badge]), 'image.severalBadges'],
  ['badges of both generations', png([badge, itxt('openbadges', '{}')]), 'image.severalBadges'],
  ['a wrong check value', change(whole, 33 + badge.length - 1, 0), 'image.malformed'],
  ['a changed letter', change(whole, 33 + 10, 0x41), 'image.malformed'],
  ['a length of 4 GiB', change(whole, 33, 0xff, 0xff, 0xff, 0xff), 'image.malformed'],
  ['a length of 2 GiB', change(whole, 33, 0x7f, 0xff, 0xff, 0xff), 'image.malformed'],
  ['a length one too long', change(whole, 33, 0, 0, 0, badge.length - 11), 'image.malformed'],
  ['a picture cut off', whole.subarray(0, -5), 'image.malformed'],
  ['a picture without its end', whole.subarray(0, -12), 'image.malformed'],
  ['text after the end', Buffer.concat([whole, Buffer.from('<script>')]), 'image.malformed'],
  ['a ZIP file after the end', Buffer.concat([whole, Buffer.from('PK\x03\x04')]), 'image.malformed'],
  ['a badge after the end', Buffer.concat([plain, badge]), 'image.malformed'],
  ['a second end', Buffer.concat([whole, pngChunk('IEND', new Uint8Array())]), 'image.malformed'],
  [
    'an end that holds something',
    Buffer.concat([whole.subarray(0, -12), pngChunk('IEND', Buffer.of(1))]),
    'image.malformed',
  ],
  ['a badge before the header', Buffer.concat([PNG_SIGNATURE, badge, plain.subarray(8)]), 'image.malformed'],
  ['two headers', Buffer.concat([header, whole.subarray(8)]), 'image.malformed'],
  [
    'a header too short',
    Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', new Uint8Array(12)), whole.subarray(33)]),
    'image.malformed',
  ],
  ['no pixels', Buffer.concat([header, badge, whole.subarray(-12)]), 'image.malformed'],
  ['a chunk without a name', png([pngChunk('\0\0\0\0', new Uint8Array()), badge]), 'image.malformed'],
  ['a compressed badge', png([itxt('openbadgecredential', packed, { flag: 1 })]), 'image.malformed'],
  ['a badge that is called compressed', png([itxt('openbadgecredential', '{}', { flag: 1 })]), 'image.malformed'],
  ['another compression method', png([itxt('openbadgecredential', '{}', { method: 1 })]), 'image.malformed'],
  ['a badge in zTXt', png([textChunk('zTXt', 'openbadgecredential', packed)]), 'image.malformed'],
  ['an old badge in zTXt', png([textChunk('zTXt', 'openbadges', packed)]), 'image.malformed'],
  ['a badge in tEXt', png([textChunk('tEXt', 'openbadgecredential', '{}')]), 'image.malformed'],
  ['iTXt without its fields', png([pngChunk('iTXt', Buffer.from('openbadgecredential\0\0\0a'))]), 'image.malformed'],
  ['iTXt without anything', png([pngChunk('iTXt', Buffer.from('openbadgecredential\0'))]), 'image.malformed'],
  ['what is not UTF-8', png([itxt('openbadgecredential', Buffer.of(0x7b, 0xff, 0x7d))]), 'image.malformed'],
  ['an address as a new badge', png([itxt('openbadgecredential', 'https://a.example/1')]), 'image.malformed'],
  ['HTML as a badge', png([itxt('openbadgecredential', '<script>')]), 'image.malformed'],
  ['another scheme as an old badge', png([textChunk('tEXt', 'openbadges', 'file:///etc/passwd')]), 'image.malformed'],
  ['a badge over 1 MiB', png([itxt('openbadgecredential', `{"a":"${'x'.repeat(1024 * 1024)}"}`)]), 'request.tooLarge'],
  ['a file over 8 MiB', png([pngChunk('prVt', new Uint8Array(8 * 1024 * 1024)), badge]), 'request.tooLarge'],
])('refuses %s', (_what, image, code) => {
  expect(refusal(() => unbakePng(image))).toBe(code)
})

test('reads as many as 10,000 chunks, and not one more', () => {
  const empty = pngChunk('prVt', new Uint8Array())
  const some = (count: number) => png([badge, ...Array.from({ length: count - 4 }, () => empty)])
  expect(unbakePng(some(10_000)).text).toBe('{}')
  expect(refusal(() => unbakePng(some(10_001)))).toBe('image.malformed')
})

test('bakes into no picture that it would not read, and makes none that is too large', () => {
  expect(refusal(() => bakePng(whole.subarray(0, -1), JWT))).toBe('image.malformed')
  const large = png([pngChunk('prVt', new Uint8Array(8 * 1024 * 1024 - plain.length - 50))])
  expect(refusal(() => bakePng(large, JWT))).toBe('request.tooLarge')
})

test('writes pixels that another program reads', () => {
  const pixels = Uint8Array.from({ length: 3 * 2 * 4 }, (_, index) => index * 10)
  const { width, height, data } = PNG.sync.read(Buffer.from(encodePng(3, pixels)))
  expect([width, height, data.equals(pixels)]).toEqual([3, 2, true])
})
