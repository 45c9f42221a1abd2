import { expect, test } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import { Seal } from '../../web/components/Seal.tsx'
import { rosette } from '../../web/rosette.ts'
import { bare } from './summary.ts'

const OTHER = `f${bare.digest.slice(1)}`

test('one document has one seal, wherever it is drawn', () => {
  expect(rosette(bare.digest)).toEqual(rosette(bare.digest.toUpperCase()))
})

test('a digest that differs in any byte gives another seal', () => {
  for (let index = 0; index < 64; index++) {
    const digit = bare.digest[index] === '0' ? 'f' : '0'
    const changed = bare.digest.slice(0, index) + digit + bare.digest.slice(index + 1)
    expect(rosette(changed)).not.toEqual(rosette(bare.digest))
  }
  expect(rosette(OTHER).curves).toHaveLength(4)
})

test('every curve closes where it began and stays inside the rim', () => {
  for (const curve of rosette(bare.digest).curves) {
    const [start = '', ...pieces] = curve.slice(0, -1).split('c')
    let [x = 0, y = 0] = numbers(start)
    const [fromX, fromY] = [x, y]
    for (const piece of pieces) {
      const offsets = numbers(piece)
      x += offsets[4] ?? Number.NaN
      y += offsets[5] ?? Number.NaN
      expect(Math.hypot(x, y)).toBeLessThan(960)
    }
    expect(Math.hypot(x - fromX, y - fromY)).toBeLessThan(2)
  }
})

test('says what it is to those who do not see it', () => {
  expect(renderToString(<Seal digest={bare.digest} />)).toContain('role="img" aria-label="Seal of this credential"')
})

test('shows a picture only where that asks no other server', () => {
  const drawn = (image: string) => renderToString(<Seal digest={bare.digest} image={image} />).includes('<image')
  expect(drawn('data:image/png;base64,AAAA')).toBe(true)
  expect(drawn('/badges/1.png')).toBe(true)
  for (const image of [
    'https://track.example/1.png',
    '//track.example/1.png',
    '/\\track.example',
    'data:text/html,x',
  ]) {
    expect(drawn(image)).toBe(false)
  }
})

function numbers(path: string): number[] {
  return [...path.matchAll(/-?\d+/g)].map(Number)
}
