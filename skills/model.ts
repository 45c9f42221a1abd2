import type { Assurance } from '#schemas'
import type { Confidence, RuleReference } from './answer.ts'
import type { Labels } from './labels-model.ts'
import type { LevelTable } from './level-table.ts'
import type { CertificateScheme, RecognitionEntry, TransferPolicy } from './recognition-model.ts'
import type { Relations } from './relations-model.ts'
import type { Ruleset } from './ruleset.ts'

export type { LevelRow, LevelTable } from './level-table.ts'
export type { CertificateScheme, RecognitionEntry, TransferPolicy } from './recognition-model.ts'
export type { Relation, RelationNode, Relations, RelationType } from './relations-model.ts'
export type { Cap, Qualification, Ruleset, Unit } from './ruleset.ts'

/** National core, sector profile, and what an organisation or a place adds to them. */
export type Layer = 'core' | 'sector' | 'local'

interface Head extends Omit<RuleReference, 'layers'> {
  layer: Layer
  /** What was laid over it, the sector's first; empty of a package as it was released. */
  overlays: readonly RuleReference[]
}

/** A released package, frozen: what it holds by its kind, known by id, version and digest. */
export type Package<K extends Kind = Kind> = { [Each in K]: Head & { kind: Each; content: Contents[Each] } }[K]

export type Kind = keyof Contents

export interface Contents {
  levels: LevelTable
  qualificationTypes: { types: readonly QualificationType[] }
  techniques: TechniqueFramework
  ruleset: Ruleset
  standards: { standards: readonly Standard[] }
  competences: CompetenceFramework
  recognition: {
    entries: readonly RecognitionEntry[]
    schemes?: readonly CertificateScheme[]
    policies?: readonly TransferPolicy[]
  }
  funding: Funding
  creditSchemes: { schemes: readonly CreditScheme[]; conversions: readonly Conversion[] }
  currency: { dueSoonDays: number; reminderDays: readonly number[]; confidence?: Confidence }
  opportunities: { areas: readonly Area[]; steps: readonly Opportunity[]; confidence?: Confidence }
  ranking: { weights: Readonly<Record<Weight, number>>; confidence?: Confidence }
  relations: Relations
  skillClasses: { classes: readonly SkillClass[] }
  contrasts: { contrasts: readonly Contrast[] }
  alignments: { targets: readonly AlignmentTarget[]; alignments: readonly Alignment[] }
  labels: Labels
  overlay: Overlay
}

export interface QualificationType {
  id: string
  name: string
  /** Framework and level, such as `SCQF 7`; of a mark, what it may be put on. */
  level: string
  /** A mark is put on qualifications; it is neither a level nor a size. */
  isMark: boolean
  typicalCredit?: number
  creditScheme?: string
  minAtLevel?: number
  /** The name that several share, and where it is used: an HNC of Scotland is not one of England. */
  brand?: string
  nations?: readonly string[]
  explain?: string
  source?: string
  confidence: Confidence
}

export const TECHNIQUE_LEVELS = ['Inexperienced', 'Foundation', 'Intermediate', 'Advanced', 'Super-user'] as const

export type TechniqueLevel = (typeof TECHNIQUE_LEVELS)[number]

/** The levels that have statements; the ends of the scale follow from them. */
export const STATED_LEVELS = ['Foundation', 'Intermediate', 'Advanced'] as const

export type StatedLevel = (typeof STATED_LEVELS)[number]

export interface TechniqueFramework {
  levels: readonly TechniqueLevel[]
  /** The rule by which answers come to a level (`skills/self-assessment.ts`), and its words. */
  scoringRule: 'statements/1'
  scoring?: string
  techniques: readonly Technique[]
  /** The National Occupational Standards that techniques and levels go with, as units of a ruleset. */
  standards: { ruleset: string; levels: Readonly<Record<StatedLevel, number>> }
  /** What somebody should be able to do before they assess themselves on a screen. */
  readiness: { technique: string; statements: readonly string[]; confidence?: Confidence }
}

export interface Technique {
  code: string
  title: string
  /** The area of the 2003 standards for IT users; an overlay's own technique may have none. */
  itq2003Area?: string
  sectorSpecific?: boolean
  /** A statement is known as `CODE/Level/number`, counted from one. */
  statements: Readonly<Record<StatedLevel, readonly string[]>>
}

export interface Standard {
  code: string
  title: string
  level: number
  route: string
  soc2020: string
  occ: readonly string[]
  demoVersion: string
  skills: readonly { id: string; kind: 'skill' | 'knowledge' | 'behaviour'; name: string }[]
}

export interface CompetenceFramework {
  grades?: readonly string[]
  competences: readonly Competence[]
  roles?: readonly Role[]
  parentAchievement?: string
  creditBearing?: boolean
  placementHours?: number
}

export const ON_LAPSE = ['HistoricOnly', 'NotAuthorised'] as const

export type OnLapse = (typeof ON_LAPSE)[number]

/** For how long something stays current, and what a lapse means. Periods are of ISO 8601. */
export interface CurrencyPolicy {
  /** Null where it does not lapse; absent where nothing is said. */
  currency?: string | null
  grace?: string
  onLapse?: OnLapse
  renewal?: string
  renewalHours?: number
}

export interface Competence extends CurrencyPolicy {
  id: string
  name: string
  requires?: readonly string[]
  /** The competence of the layer below that this one is a special case of. */
  specialises?: string
  platform?: string
  method?: readonly string[]
  confidence?: Confidence
}

export interface Role {
  id: string
  title: string
  requires: readonly RoleRequirement[]
}

export interface RoleRequirement {
  /** The competence. */
  c: string
  minAssurance?: Assurance
  mustBeCurrent?: boolean
  /** Absent is essential. */
  essential?: boolean
}

export interface Funding {
  jurisdiction: string
  sources: readonly string[]
  coursesFrom: string
  levels: readonly number[]
  hoursPerCredit: number
  moduleMinCredit: number
  bundlingAllowed: boolean
  moduleMustHaveParentCourse: boolean
  fullEntitlement: { credits: number; poundsAt2025_26: number; annualFeeCap2025_26: number }
  maxCreditPerYear: number
}

export interface CreditScheme {
  id: string
  /** Notional hours of one credit; null where the scheme has no such rule. */
  hours: number | null
  confidence?: Confidence
  source?: string
}

/** An exact ratio, so that nothing is rounded on the way. */
export interface Conversion {
  id: string
  from: string
  to: string
  numerator: number
  denominator: number
  caveat: string
  confidence: Confidence
}

export interface Area {
  code: string
  name: string
  neighbours: readonly string[]
}

export interface Opportunity {
  id: string
  kind: string
  title: string
  /** Null where it can be done from anywhere. */
  area: string | null
  mode?: string
  /** What it gives: competences, skills of a standard, or `ruleset#unit`. */
  closes?: readonly string[]
  /** What has to be held to enter. */
  needs?: readonly string[]
  hours?: number
  credit?: number
  /** In pounds. */
  cost?: number
  demand?: string
  lleEligible?: boolean
}

export const WEIGHTS = [
  'renewsLapsed',
  'renewsDueSoon',
  'closesEssential',
  'closesOther',
  'sameArea',
  'neighbouringArea',
  'anywhere',
  'preferredMode',
  'affordable',
  'highDemand',
  'entryUnmet',
] as const

export type Weight = (typeof WEIGHTS)[number]

/** A class by which employers ask for skills: which terms and names are of it, and who says so. */
export interface SkillClass {
  id: string
  name: string
  about: string
  members: readonly SkillClassMember[]
}

/** All terms of a framework, those of one kind, or what is called so. */
export type SkillClassMember = { source?: string; confidence: Confidence } & (
  | { names: readonly string[]; framework?: never; termKind?: never }
  | { framework: string; termKind?: Standard['skills'][number]['kind']; names?: never }
)

/** What to know of two kinds of learning beside each other, each sentence with where it is from. */
export interface Contrast {
  id: string
  title: string
  one: string
  other: string
  sentences: readonly { text: string; source: string; confidence: Confidence }[]
}

/** Somebody else's framework, and what its licence allows of it. */
export interface AlignmentTarget {
  id: string
  name: string
  version: string
  owner: string
  url: string
  licence: {
    name: string
    url?: string
    /** Whether its texts may be copied, or only pointed at. */
    text: 'mayBeCopied' | 'referencesOnly' | 'notConfirmed'
    confidence: Confidence
  }
  confidence: Confidence
}

/** Where a target speaks of terms of ours. It is a reference: nobody says that the two are the same. */
export interface Alignment {
  target: string
  code: string
  name?: string
  url?: string
  /** Of the code: that the target has it. */
  confidence: Confidence
  terms: readonly string[]
}

/** What a sector or a local layer says on top of the package that it extends. */
export interface Overlay {
  extends: string
  owner: string
  /** New terms, under the name of the list that they go into. */
  adds?: Readonly<Record<string, readonly object[]>>
  /** What is made stricter of a term that is there. */
  tightens?: readonly { term: string; set: object }[]
}
