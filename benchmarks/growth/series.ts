/** What one operation costs at several sizes of something, in milliseconds; the smallest size first. */
export interface Series {
  name: string
  points: { size: number; cost: number }[]
}

type Allowed = (from: number, to: number) => number

/** How many times more a cost may be at one size than at a smaller one, to grow no worse than n log n. */
export const nLogN: Allowed = (from, to) => (to / from) * logN(from, to)

/** The same of one operation among n: n of them together then grow no worse than n log n. */
export const logN: Allowed = (from, to) => Math.log2(to + 1) / Math.log2(from + 1)

/** The most that any of them grew between its last two sizes, where what does not grow counts little, as a part of what it may. */
export function worstGrowth(all: readonly Series[], allowed: Allowed): number {
  return Math.max(
    ...all.map(({ points }) => {
      const [before, last] = points.slice(-2)
      return before === undefined || last === undefined
        ? Number.NaN
        : last.cost / before.cost / allowed(before.size, last.size)
    }),
  )
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
