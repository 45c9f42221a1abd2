import type { Answer, Values } from './answer.ts'
import { type GapCode, type GapRow, type GapWorld, gapOf, type SkillEvidence } from './gap.ts'
import type { Target } from './target.ts'

export interface Candidate {
  /** As the asker names them; a blind view names them by a letter. */
  name: string
  /** Their own DIDs. */
  holder: readonly string[]
  evidence: readonly SkillEvidence[]
}

/** One skill, and what is known of it of each candidate, in the order in which they were given. */
export interface ComparisonRow {
  term: string
  name: string
  isEssential: boolean
  candidates: readonly GapRow[]
}

/**
 * Candidates side by side: evidence per skill, and no score, rank or total. Each is asked as if they were alone; `candidate`
 * in the values says of whom a step or an item is.
 */
export function compareCandidates(
  target: Target,
  candidates: readonly Candidate[],
  world: Omit<GapWorld, 'holder'>,
): Answer<readonly ComparisonRow[], GapCode> {
  const answers = candidates.map(({ name, evidence, holder }) => ({
    name,
    ...gapOf(target, evidence, { ...world, holder }),
  }))
  const of = <T extends { values: Values }>(name: string, said: readonly T[]) =>
    said.map((one) => ({ ...one, values: { ...one.values, candidate: name } }))
  return {
    value: target.requirements.map(({ term, name, isEssential }, at) => ({
      term,
      name,
      isEssential,
      candidates: answers.flatMap(({ value }) => value[at] ?? []),
    })),
    steps: answers.flatMap(({ name, steps }) => of(name, steps)),
    rules: answers[0]?.rules ?? target.rules,
    counted: answers.flatMap(({ name, counted }) => of(name, counted)),
    notCounted: answers.flatMap(({ name, notCounted }) => of(name, notCounted)),
  }
}
