import type { Assurance } from './assurance.ts'

/** A level as a credential or a scope states it. Level addresses are not unique, so it is known by framework and code. */
export interface Level {
  framework: string
  code: string
}

/** A field of study, in the words of a classification. */
export interface Field {
  scheme: FieldScheme
  code: string
}

export type FieldScheme = 'ISCED-F' | 'HECoS'

/** Stands for what is not stated. It is within no scope, since no limit names it. */
export const NOT_STATED = ''

/** What of one credential decides whether its issuer was recognised for it. All of it was verified before. */
export interface AwardFacts {
  /** Compared as a whole string. */
  issuer: string
  /** The key that signed it, as a Multikey; null where that is not known. */
  key: string | null
  /**
   * A good word is an endorsement under no scheme and of no kind that is carried with what it is about; by itself it is an
   * endorsement like any other. A decision says what learning from elsewhere stands for, and awards nothing.
   */
  kind: 'award' | 'endorsement' | 'goodWord' | 'decision'
  /**
   * The days it states: of the award, and from which it is valid. All must lie in one period. None where one of them cannot
   * be read: then no other speaks for it.
   */
  on: readonly Date[]
  /** Of these the day of the award itself, where it is stated. */
  awardedOn: Date | null
  /** When it was signed, by its own word. */
  signedAt: Date | null
  /**
   * By when the issue log held it: by the log's own word, and by that of a list which saw it there. Only the latter counts
   * against the log's own keeper.
   */
  witnessedAt: Date | null
  seenAt: Date | null
  credentialTypes: readonly string[]
  /** Of several achievements, what they state together. Where one of them does not state something, `NOT_STATED` stands for it. */
  achievements: readonly string[]
  /** Who made what is awarded, where it says so. */
  creators: readonly string[]
  achievementTypes: readonly string[]
  levels: readonly Level[]
  /** Of each achievement by itself: they are compared within classifications, of which it may state another. */
  fields: ReadonlyArray<readonly Field[]>
  /** ISO 3166 codes of where it was awarded: of a country, and of its part where that is stated. */
  places: readonly string[]
  deliveries: readonly string[]
  /** Of an endorsement: under which scheme, and of which kind. */
  schemes: readonly string[]
  endorsementKinds: readonly string[]
  assurance: Assurance | null
}
