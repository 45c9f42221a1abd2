/** A figure that stands by itself, and the most that it may be for `--gate` to pass. */
export interface Figure {
  name: string
  value: number
  unit: string
  atMost: number
}

/** Something that is measured by itself, with nobody's to compare. One file each, all of this shape. */
export interface Measured {
  name: string
  measure(): Promise<Figure[]>
}

/** `NAME value unit`, and what it may be at most. */
export function figureLine({ name, value, unit, atMost }: Figure): string {
  return `${name} ${rounded(value)} ${unit}, at most ${atMost} ${unit}`
}

/** `gate NAME value bound ok|FAIL` */
export function gateFigure({ name, value, atMost }: Figure): { ok: boolean; line: string } {
  const ok = value <= atMost
  return { ok, line: `gate ${name} ${rounded(value)} ${atMost} ${ok ? 'ok' : 'FAIL'}` }
}

const rounded = (value: number) => value.toPrecision(3)
