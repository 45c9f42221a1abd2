import type { Confidence } from './answer.ts'
import type { RecognitionType } from './primitives.ts'

export interface Ruleset {
  title: string
  sizeUnit: 'points' | 'credit'
  warning?: string
  sources: readonly string[]
  units: readonly Unit[]
  qualifications: readonly Qualification[]
}

export interface Unit {
  id: string
  area: string
  title: string
  group?: string
  /** A number, or `E1` to `E3`. */
  level: number | string
  /** Its size is under the name of the ruleset's size unit; null where each award declares it. */
  points?: number | null
  credit?: number | null
  unitNo?: number
  ofqualUnit?: string
  glh?: number
  confidence: Confidence
}

export interface Qualification {
  id: string
  title: string
  level: number
  min: number
  mandatory: readonly string[]
  minAtLevel?: { level: number; min: number } | null
  maxPerArea?: number
  excludeFromAtLevel?: readonly string[]
  optionalShareAtLevel?: { level: number; minShare: number; measure: 'units' }
  recognition: Readonly<Partial<Record<RecognitionType | '*', Cap>>>
  source?: string
}

/** What an awarding body lets count of one type of recognition. Shares are of the qualification's `min`. */
export interface Cap {
  maxShare?: number
  /** Whether the share itself is already too much. */
  strict?: boolean
  maxAgeYears?: number
  ageMeasuredAt?: 'registration'
  notFor?: readonly string[]
  maxUnits?: number
  mustBeShownIn?: 'mandatory'
  confidence?: string
}
