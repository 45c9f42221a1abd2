import type { CombinationAnswer } from '#skills'

/** What the first step of each kind says, by the kind. */
export type Figures = Record<string, Readonly<Record<string, string | number | boolean | null>> | undefined>

/** An answer's steps, for a test to look at. */
export function figuresOf({ steps }: Pick<CombinationAnswer, 'steps'>): Figures {
  const figures: Figures = {}
  for (const { code, values, isMet } of steps) {
    const simple = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? String(value) : value,
    ])
    figures[code.replace('combination.', '')] ??= { ...Object.fromEntries(simple), isMet }
  }
  return figures
}
