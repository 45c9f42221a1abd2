import type { Answer, Confidence, Step } from '../answer.ts'
import type { Day } from '../calendar.ts'
import type { RecognitionType } from '../primitives.ts'

/** How a unit came to be held: earned as a unit of this ruleset, or recognised in one of the ways that the rules name. */
export type Basis = 'Earned' | RecognitionType

/** A unit that somebody holds. A unit that the ruleset does not size itself needs `size`, and one that it does not list `level` too. */
export interface Holding {
  unit: string
  /** The day it was achieved; null where nobody knows. */
  on: Day | null
  /** Earned, unless given. */
  as?: Basis
  /** In the ruleset's size unit, a whole number. */
  size?: number
  /** A number, or `E1` to `E3`. */
  level?: number | string
  /** What the asker calls it, such as a credential's id; the unit, unless given. */
  item?: string
}

/** A unit that somebody may still take. */
export type Planned = Pick<Holding, 'unit' | 'as' | 'size' | 'level'>

/** How a plan is to be shaped. */
export interface Wishes {
  /** Has to be in the plan, held or added. */
  wanted?: readonly Planned[]
  /** Is not added. Where it is held already it may count as ever. */
  unwanted?: readonly string[]
  /** The level that the qualification has to be at. */
  level?: number
}

export interface Question {
  qualification: string
  held: readonly Holding[]
  /** Of this person for this qualification: ages are measured on that day. */
  registered: Day
  /** The day as of which is asked. What is dated later is not counted. */
  on: Day
  wishes?: Wishes
  /** How many completions are listed at most: 10, unless given; 100 at the most. */
  most?: number
}

export type StepCode =
  | 'combination.min'
  | 'combination.mandatory'
  | 'combination.minAtLevel'
  | 'combination.optionalShareAtLevel'
  | 'combination.maxPerArea'
  | 'combination.maxShare'
  | 'combination.maxUnits'
  | 'combination.mustBeShownIn'

export type ItemCode =
  /** Counts, and was earned. */
  | 'combination.earned'
  /** Counts by recognition, and is no credit of this person's. */
  | 'combination.recognised'
  | 'combination.duplicate'
  | 'combination.areaTaken'
  | 'combination.areaMandatory'
  | 'combination.overCap'
  | 'combination.overShare'
  | 'combination.inFuture'
  | 'combination.noSuchDay'
  | 'combination.noDate'
  | 'combination.tooOld'
  | 'combination.notFor'
  | 'combination.notOffered'
  | 'combination.unknownUnit'
  | 'combination.noSize'
  | 'combination.noLevel'

export type CombinationCode = StepCode | ItemCode

/** A unit that a completion adds. */
export interface Addition {
  unit: string
  as: Basis
  level: number | string
  size: number
  confidence?: Confidence
}

/** One legal way to the qualification. */
export interface Completion {
  add: readonly Addition[]
  /** What is counted now and would not be then, since something else takes its place. */
  leftOut: readonly string[]
  /** The rules with the figures of this way. */
  steps: readonly Step<CombinationCode>[]
}

/** A wish that, with the others named beside it, no plan can honour. */
export interface Conflict {
  wish: 'wanted' | 'unwanted' | 'level'
  /** The unit, or the level. */
  value: string | number
  /** `unknownUnit`, `noSize`, `noLevel`, `notOffered` or `notFor` say what the unit lacks; `rules` that the rules leave no way. */
  reason: 'unknownUnit' | 'noSize' | 'noLevel' | 'notOffered' | 'notFor' | 'rules'
}

export interface Completions {
  /** What the cheapest ways add, in the ruleset's size unit and in units; null where there is no way. */
  further: { size: number; units: number } | null
  /** All of them equally cheap; none where there is no way, one that adds nothing where nothing is missing. */
  ways: readonly Completion[]
  /** Whether there are more that are as cheap. */
  hasMore: boolean
  /** A smallest set of wishes that together leave no way; empty if the rules alone leave none, or if there is one. */
  conflicts: readonly Conflict[]
}

/** Whether a qualification's rules are met by what is held, and the cheapest ways to meet them. */
export interface Combination {
  qualification: string
  title: string
  level: number
  sizeUnit: string
  isMet: boolean
  completions: Completions
  /** Where the qualification's figures are from, as its ruleset says. */
  source: string | null
}

export type CombinationAnswer = Answer<Combination, CombinationCode>
