/** One closed curve of a rosette: `A cos t + d cos kt` across and `A sin t - d sin kt` down, with k = lobes/turns - 1. */
interface Hypotrochoid {
  /** The circle that the curve winds about, and how far it swings to either side of it. */
  radius: number
  swing: number
  lobes: number
  turns: number
  phase: number
}

export interface Rosette {
  /** Path data, from the rim inwards, in a square of 2000 whose middle is 0,0. */
  curves: readonly string[]
  /** 64 marks about the rim, one per digit of the digest, as path data. */
  marks: string
  /** Which two inks it is printed in, counted from 0. */
  ink: number
}

/** How many ink pairs the stylesheet defines. */
const INKS = 6
/** Cubic pieces per lobe: four keep within a thousandth of the true curve. */
const PIECES = 4

/**
 * Draws a digest of 64 hexadecimal digits, always the same way. Two digests look different at a glance, but the
 * drawing is there to recognise a document by and says nothing of its being genuine.
 */
export function rosette(digest: string): Rosette {
  const digits = Array.from(digest.toLowerCase())
    .map((digit) => Number.parseInt(digit, 16))
    .filter((digit) => !Number.isNaN(digit))
  const byte = (index: number) => (digits[2 * index] ?? 0) * 16 + (digits[2 * index + 1] ?? 0)
  const pick = (index: number, from: number, to: number) => from + (byte(index) % (to - from + 1))
  const curve = (at: number, lobes: number, turns: number, radius: number, swing: number): Hypotrochoid => ({
    radius,
    swing,
    lobes,
    turns: coprime(lobes, turns),
    phase: (byte(at) / 256) * 2 * Math.PI,
  })
  const waist = pick(0, 560, 640)
  return {
    curves: [
      curve(1, pick(2, 34, 48), pick(3, 7, 11), (900 + waist) / 2, (900 - waist) / 2),
      curve(4, pick(5, 26, 38), pick(6, 5, 9), (830 + waist) / 2 - 40, (830 - waist) / 2 + pick(7, 10, 60)),
      curve(8, pick(9, 17, 25), pick(10, 4, 7), (waist + 300) / 2 + 20, (waist - 300) / 2 + 60),
      curve(11, pick(12, 9, 15), pick(13, 2, 5), pick(14, 190, 230), pick(15, 110, 160)),
    ].map(pathOf),
    marks: marksOf(digits),
    ink: byte(16) % INKS,
  }
}

/** Turns and lobes without a common factor, so that one line draws the whole curve. */
function coprime(lobes: number, turns: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  return divisor(lobes, turns) === 1 ? turns : coprime(lobes, turns + 1)
}

function pathOf({ radius, swing, lobes, turns, phase }: Hypotrochoid): string {
  const k = lobes / turns - 1
  const steps = lobes * PIECES
  const step = (2 * Math.PI * turns) / steps
  const at = (t: number) => ({
    x: radius * Math.cos(t) + swing * Math.cos(k * t + phase),
    y: radius * Math.sin(t) - swing * Math.sin(k * t + phase),
    dx: (-radius * Math.sin(t) - swing * k * Math.sin(k * t + phase)) * (step / 3),
    dy: (radius * Math.cos(t) - swing * k * Math.cos(k * t + phase)) * (step / 3),
  })
  let from = at(0)
  let [penX, penY] = [Math.round(from.x), Math.round(from.y)]
  const parts = [`M${penX} ${penY}`]
  for (let index = 1; index <= steps; index++) {
    const to = at(index * step)
    // Relative to where the pen truly is, so that rounding does not add up.
    const offsets = [from.x + from.dx, from.y + from.dy, to.x - to.dx, to.y - to.dy, to.x, to.y].map((value, axis) =>
      Math.round(value - (axis % 2 === 0 ? penX : penY)),
    )
    parts.push(`c${offsets.join(' ')}`.replaceAll(' -', '-'))
    penX += offsets[4] ?? 0
    penY += offsets[5] ?? 0
    from = to
  }
  return `${parts.join('')}z`
}

/** Longer marks for larger digits. */
function marksOf(digits: readonly number[]): string {
  return digits
    .map((digit, index) => {
      const angle = (index / digits.length) * 2 * Math.PI - Math.PI / 2
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      const outer = 936 + digit * 4
      return `M${Math.round(928 * cos)} ${Math.round(928 * sin)}L${Math.round(outer * cos)} ${Math.round(outer * sin)}`
    })
    .join('')
}
