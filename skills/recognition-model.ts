import type { Confidence } from './answer.ts'
import type { RecognitionType } from './primitives.ts'

/** A certificate of before, and what it may stand for. */
export interface RecognitionEntry {
  from: { scheme: string; unit?: string; level?: number; awardingBody?: string }
  type: RecognitionType
  /** `ruleset#unit`. */
  satisfies?: readonly string[]
  satisfiesOneOf?: readonly (readonly (string | { exemptionCredit: number; minLevel: number })[])[]
  imports?: { size: number; into: string }
  confidence: Confidence
  source?: string
  note?: string
}

/** What certificates of a scheme are called on paper, the scheme's own name aside. */
export interface CertificateScheme {
  scheme: string
  awardingBody?: string
  names: readonly string[]
}

/** What a body says, in general, of learning that was recognised elsewhere or long ago. It decides case by case. */
export interface TransferPolicy {
  id: string
  body: string
  maxAgeYears?: number
  maxShare?: number
  strict?: boolean
  source: string
  confidence: Confidence
}
