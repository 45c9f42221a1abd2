import type { LevelReference } from '#skills'

/** Something that somebody was awarded, as far as the European Learning Model says it and we read it. */
export interface ElmAward {
  /** Its address or URN; null where it has none. */
  id: string | null
  title: string
  description: string | null
  awardedBy: ElmBody[]
  /** ISO 8601, a day or a moment. */
  awardedOn: string | null
  level: ElmLevel | null
  /** Exact decimals, by the name of their scheme. */
  credits: { value: string; scheme: string }[]
  /** Learning outcomes, by name. */
  skills: string[]
  /** What else there is to say of it, in words. */
  notes: string[]
}

export interface ElmBody {
  id: string | null
  name: string
  /** ISO 3166-1, two letters; null where it is not stated. */
  country: string | null
}

/** A level by its name, and which one it is, where that is known. */
export interface ElmLevel {
  name: string
  reference: LevelReference | null
}
