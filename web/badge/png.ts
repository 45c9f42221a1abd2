import { encodePng } from '#platform'
import { rosette } from '../rosette.ts'
import { INKS, PAPER } from './colours.ts'

type Point = readonly [x: number, y: number]

const SIZE = 600
/** Pixels per unit of the rosette, whose square is 2000 wide. */
const SCALE = SIZE / 2000
const { sqrt: squareRoot } = Math
const HALF_STROKE = 0.75
/** Straight pieces per curved one. */
const STEPS = 8

/** The seal of a document as a PNG, the same drawing as everywhere. */
export function sealPng(digest: string): Uint8Array {
  const { curves, marks, ink } = rosette(digest)
  const cover = new Float32Array(SIZE * SIZE)
  for (const line of [circle(992), circle(914), ...linesOf(marks), ...curves.flatMap(linesOf)]) stroke(cover, line)
  return encodePng(SIZE, painted(cover, ink))
}

/** Ink over paper, in a disc whose rim fades into nothing. */
function painted(cover: Float32Array, ink: number): Uint8Array {
  const paper = channels(PAPER)
  const [from, to] = (INKS[ink] ?? INKS[0]).map(channels)
  const pixels = new Uint8Array(SIZE * SIZE * 4)
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const at = y * SIZE + x
      const disc = within(996 * SCALE + 0.5 - squareRoot((x + 0.5 - SIZE / 2) ** 2 + (y + 0.5 - SIZE / 2) ** 2))
      const share = within(((x + y) / (2 * SIZE) - 0.1) / 0.8)
      const inked = cover[at] ?? 0
      for (let channel = 0; channel < 3; channel++) {
        const colour = (from?.[channel] ?? 0) * (1 - share) + (to?.[channel] ?? 0) * share
        pixels[at * 4 + channel] = (paper[channel] ?? 0) * (1 - inked) + colour * inked + 0.5
      }
      pixels[at * 4 + 3] = 255 * (disc > inked ? disc : inked) + 0.5
    }
  }
  return pixels
}

/** Covers the pixels along a line, each as far as the stroke reaches into it. */
function stroke(cover: Float32Array, line: readonly Point[]): void {
  let from = line[0]
  for (const to of line) {
    if (from !== undefined) segment(cover, from, to)
    from = to
  }
}

function segment(cover: Float32Array, [x1, y1]: Point, [x2, y2]: Point): void {
  const reach = HALF_STROKE + 0.5
  const [across, down] = [x2 - x1, y2 - y1]
  const length = across * across + down * down || 1
  const [left, right] = x1 < x2 ? [x1, x2] : [x2, x1]
  const [top, bottom] = y1 < y2 ? [y1, y2] : [y2, y1]
  const [firstX, lastX] = [pixel(left - reach), pixel(right + reach)]
  const [firstY, lastY] = [pixel(top - reach), pixel(bottom + reach)]
  for (let y = firstY; y <= lastY; y++) {
    for (let x = firstX; x <= lastX; x++) {
      const dx = x + 0.5 - x1
      const dy = y + 0.5 - y1
      const along = within((dx * across + dy * down) / length)
      const [offX, offY] = [dx - along * across, dy - along * down]
      const squared = offX * offX + offY * offY
      if (squared >= reach * reach) continue
      const covered = within(reach - squareRoot(squared))
      const at = y * SIZE + x
      if (covered > (cover[at] ?? 0)) cover[at] = covered
    }
  }
}

/** The path data that a rosette is made of (`M`, `L`, `c`, `z`) as lines of pixels. */
function linesOf(path: string): Point[][] {
  return path
    .split('M')
    .slice(1)
    .map((part) => {
      const [start = '', ...curves] = part.replace('z', '').split('c')
      const [x = 0, y = 0, ...rest] = numbers(start)
      const line: Point[] = [[x, y]]
      if (rest.length === 2) line.push([rest[0] ?? 0, rest[1] ?? 0])
      let pen: Point = [x, y]
      for (const curve of curves) {
        const points = bezier(pen, numbers(curve))
        pen = points.at(-1) ?? pen
        line.push(...points)
      }
      return line.map(([across, down]) => [across * SCALE + SIZE / 2, down * SCALE + SIZE / 2] as const)
    })
}

function bezier([x, y]: Point, [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0]: readonly number[]): Point[] {
  return Array.from({ length: STEPS }, (_, index) => {
    const t = (index + 1) / STEPS
    const [a, b, c] = [3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
    return [x + a * ax + b * bx + c * cx, y + a * ay + b * by + c * cy] as const
  })
}

function circle(radius: number): Point[] {
  return Array.from({ length: 361 }, (_, degree) => {
    const angle = (degree / 180) * Math.PI
    return [radius * SCALE * Math.cos(angle) + SIZE / 2, radius * SCALE * Math.sin(angle) + SIZE / 2] as const
  })
}

const numbers = (text: string) => [...text.matchAll(/-?\d+/g)].map(Number)
const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
const within = (share: number) => (share < 0 ? 0 : share > 1 ? 1 : share)
const pixel = (value: number) => (value < 0 ? 0 : value >= SIZE ? SIZE - 1 : Math.floor(value))
