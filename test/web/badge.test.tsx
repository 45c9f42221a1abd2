import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { PNG } from 'pngjs'
import { unbakePng, unbakeSvg } from '#credential'
import { encodePng } from '#platform'
import { badgeFile } from '#web'
import { INKS, PAPER } from '../../web/badge/colours.ts'
import { sampleCredential } from '../credential/sample.ts'

const plain = sampleCredential('did:example:a')
const text = (changes: object = {}) => JSON.stringify({ ...plain, ...changes })
const shown = (bytes: Uint8Array) => PNG.sync.read(Buffer.from(bytes))
const source = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const own = encodePng(3, new Uint8Array(36).fill(77))
const withImage = (mediaType: string, bytes: Uint8Array) =>
  text({ image: { id: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`, type: 'Image' } })

test('the credential is inside the picture, and nothing of it is changed', () => {
  expect(unbakePng(badgeFile(text(), 'png').bytes)).toEqual({ generation: 'v3', text: text() })
  expect(unbakeSvg(badgeFile(text(), 'svg').bytes)).toEqual({ generation: 'v3', text: text() })
})

test('a badge without a picture of its own gets the seal of its document, in ink on paper', () => {
  const { width, height, data } = shown(badgeFile(text(), 'png').bytes)
  expect([width, height]).toEqual([600, 600])
  const pixel = (x: number, y: number) => [...data.subarray((y * 600 + x) * 4, (y * 600 + x) * 4 + 4)]
  expect(pixel(0, 0)[3]).toBe(0)
  const opaque = Array.from({ length: 600 }, (_, x) => pixel(x, 300)).filter(([, , , opacity]) => opacity === 255)
  expect(opaque.length).toBeGreaterThan(590)
  const [red = 0] = opaque.map(([value = 0]) => value).sort((one, other) => one - other)
  expect(red).toBeLessThan(0xb0)
  expect(opaque.filter((one) => one.join() === '250,248,244,255').length).toBeGreaterThan(300)
})

test('the seal is the same for one document, and another for another', () => {
  const drawn = (changes: object) => shown(badgeFile(text(changes), 'png').bytes).data
  expect(drawn({}).equals(drawn({}))).toBe(true)
  expect(drawn({}).equals(drawn({ name: 'Another' }))).toBe(false)
})

test('a badge with a PNG of its own keeps it, and with one that cannot be read gets its seal', () => {
  expect(shown(badgeFile(withImage('image/png', own), 'png').bytes)).toMatchObject({ width: 3, height: 3 })
  const damaged = withImage('image/png', own.subarray(0, -3))
  const { bytes } = badgeFile(damaged, 'png')
  expect(shown(bytes).width).toBe(600)
  expect(unbakePng(bytes).text).toBe(damaged)
})

test('a badge’s own SVG is shown inside ours, as a picture: what it would run or load stays asleep', () => {
  const hostile = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const svg = source(badgeFile(withImage('image/svg+xml', hostile), 'svg').bytes)
  expect(svg).toContain(`<image href="data:image/svg+xml;base64,${hostile.toString('base64')}"`)
  expect(svg).not.toContain('<script')
  expect(shown(badgeFile(withImage('image/svg+xml', hostile), 'png').bytes).width).toBe(600)
})

test('a picture on the web is not fetched, and no address of one is written into the drawing', () => {
  const drawing = source(badgeFile(text({ image: 'https://track.example/1.png' }), 'svg').bytes).split('<title>')[1]
  expect(drawing).not.toContain('track.example')
})

test.each([
  '<script>',
  ']]>',
  '&amp;',
  'a\u0001b',
  '\u202Egniht',
  '"\'',
])('a title like %j spoils no picture', (name) => {
  const achievement = { id: 'https://a.example/1', type: ['Achievement'], name, description: '', criteria: {} }
  const credential = JSON.stringify({ ...plain, credentialSubject: { type: ['AchievementSubject'], achievement } })
  expect(unbakeSvg(badgeFile(credential, 'svg').bytes).text).toBe(credential)
  expect(unbakePng(badgeFile(credential, 'png').bytes).text).toBe(credential)
})

test('the colours are those of our pages by day', () => {
  const css = readFileSync(join(import.meta.dirname, '../../web/styles/colours.css'), 'utf8')
  const byDay = /--paper: (#\w+);/.exec(css)?.[1]
  expect(byDay).toBe(PAPER)
  const inks = [...css.matchAll(/\.ink-\d \{\s*--ink-from: (#\w+);\s*--ink-to: (#\w+);/g)].map(([, from, to]) => [
    from,
    to,
  ])
  expect(inks.slice(0, INKS.length)).toEqual(INKS)
})
