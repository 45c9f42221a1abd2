import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bakeImage, imageTypeOf, readBakedImage } from '#credential'
import { PassportError } from '#platform'
import { itxt, png, svg, V3 } from './pictures.ts'

const CREDENTIAL = '{"type":["VerifiableCredential"],"name":"A"}'
const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['a PNG', png(), 'image/png'],
  ['an SVG', svg(), 'image/svg+xml'],
  ['an SVG behind a mark, space and remarks', utf8(`\uFEFF\n<!-- ${'a'.repeat(2_000)} --><svg>`), 'image/svg+xml'],
  ['an SVG with a prefix', utf8('<s:svg xmlns:s="">'), 'image/svg+xml'],
  ['an SVG with a DOCTYPE', utf8('<?xml version="1.0"?><!DOCTYPE svg><svg>'), 'image/svg+xml'],
  ['a web page that shows an SVG', utf8('<!doctype html><p><svg>'), null],
  ['JSON that speaks of an SVG', utf8('{"a":"<svg>"}'), null],
  ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff), null],
  ['nothing', new Uint8Array(), null],
])('knows %s by its content', (_what, bytes, type) => {
  expect(imageTypeOf(bytes)).toBe(type)
})

test('bakes and reads both kinds, and no third', () => {
  for (const image of [png(), svg()]) {
    expect(readBakedImage(bakeImage(image, CREDENTIAL))).toEqual({ generation: 'v3', text: CREDENTIAL })
  }
  const gif = Buffer.from('GIF89a')
  expect(() => bakeImage(gif, CREDENTIAL)).toThrow(expect.objectContaining({ code: 'image.malformed' }))
  expect(() => readBakedImage(gif)).toThrow(expect.objectContaining({ code: 'image.malformed' }))
})

test('whatever happens to a picture, it is read or refused, and nothing else is ever thrown', () => {
  const pictures = [
    bakeImage(png(), CREDENTIAL),
    bakeImage(svg(), CREDENTIAL),
    svg(`<ob:credential ${V3} verify="a.b.c"/>`),
  ]
  const anyByte = fc.record({ at: fc.nat(2_000), to: fc.nat(255) })
  fc.assert(
    fc.property(fc.nat(2), fc.array(anyByte, { minLength: 1, maxLength: 4 }), fc.nat(2_000), (which, changes, cut) => {
      const changed = Uint8Array.from(pictures[which] ?? [])
      for (const { at, to } of changes) changed[at % changed.length] = to
      for (const bytes of [changed, changed.subarray(0, cut)]) {
        try {
          const { text } = readBakedImage(bytes)
          expect(text.length).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(PassportError)
        }
      }
    }),
    { numRuns: 3_000 },
  )
})

test('no changed byte of a PNG badge goes unnoticed', () => {
  const baked = bakeImage(png(), CREDENTIAL)
  const badge = itxt('openbadgecredential', CREDENTIAL)
  for (let index = 0; index < badge.length; index++) {
    const changed = Uint8Array.from(baked)
    changed[33 + index] = (changed[33 + index] ?? 0) ^ 1
    expect(() => readBakedImage(changed)).toThrow(expect.objectContaining({ code: 'image.malformed' }))
  }
})

test('every JSON text survives both kinds of picture', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      fc.pre(!/[\uFFFE\uFFFF]/u.test(name))
      const text = JSON.stringify({ type: 'VerifiableCredential', name })
      for (const image of [png(), svg()]) expect(readBakedImage(bakeImage(image, text)).text).toBe(text)
    }),
    { numRuns: 500 },
  )
})
