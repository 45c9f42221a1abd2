import type { CombinationAnswer } from '#skills'

/** What the first step of each kind says, by the kind. */
export type Figures = Record<string, Record<string, unknown> | undefined>

/** An answer's steps, for a test to look at. */
export function figuresOf({ steps }: Pick<CombinationAnswer, 'steps'>): Figures {
  const figures: Figures = {}
  for (const { code, values, isMet } of steps) figures[code.replace('combination.', '')] ??= { ...values, isMet }
  return figures
}
