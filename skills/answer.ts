/** How sure the data are of a number or a name: looked up, from general knowledge, or chosen to make a sample work. */
export type Confidence = 'sourced' | 'recalled' | 'illustrative'

/** From the surest to the least sure. */
const CONFIDENCES: readonly Confidence[] = ['sourced', 'recalled', 'illustrative']

/** The least sure of several, since what rests on all of them is no surer than that; sourced where there are none. */
export function leastSure(marks: readonly (Confidence | undefined)[]): Confidence {
  const worst = Math.max(0, ...marks.map((mark) => CONFIDENCES.indexOf(mark ?? 'sourced')))
  return CONFIDENCES[worst] ?? 'illustrative'
}

/** How sure something is, as a step or an item carries it: nothing where nothing is said. */
export function confidenceOf({ confidence }: { confidence?: Confidence }): { confidence?: Confidence } {
  return confidence === undefined ? {} : { confidence }
}

/** What a code is about, in values that need no translation: identifiers, days (`YYYY-MM-DD`), numbers, exact decimals as texts. */
export type Values = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** The rule that an answer rests on. Whoever has that version, of that digest, gets the same answer again. */
export interface RuleReference {
  id: string
  version: string
  /** SHA-256 of the package's canonical form, as a Multibase text; of what came out where layers were laid over it. */
  digest: string
  /** The layers that were laid over it, the sector's first. */
  layers?: readonly RuleReference[]
}

/** One thing that was looked at on the way to an answer. */
export interface Step<Code extends string = string> {
  code: Code
  values: Values
  /** Whether it is as the rule wants it; null where the step only tells something, or could not be decided. */
  isMet: boolean | null
  /** Of the number that decided it, where that is not sourced. */
  confidence?: Confidence
}

/** One thing that somebody holds, and why it was counted, or was not. */
export interface Item<Code extends string = string> {
  /** As the asker named it: a unit, a credential, a statement, an opportunity. */
  item: string
  code: Code
  values: Values
  confidence?: Confidence
}

/**
 * What every question to this folder is answered with. Whatever the asker handed in is in `counted` or in `notCounted`,
 * never in neither; sentences are made of the codes elsewhere.
 */
export interface Answer<Value, Code extends string = string> {
  value: Value
  steps: readonly Step<Code>[]
  /** The packages it rests on, the one that decides first. */
  rules: readonly RuleReference[]
  counted: readonly Item<Code>[]
  notCounted: readonly Item<Code>[]
}
