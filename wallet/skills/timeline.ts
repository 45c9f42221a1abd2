import type { LearningStatus } from '#skills'

/** What kind of thing an entry is. */
export const TIMELINE_KINDS = ['qualification', 'course', 'development', 'work', 'answers', 'other'] as const
/** Where it was learnt; `notSaid` where nobody says. */
export const TIMELINE_PLACES = ['furtherEducation', 'higherEducation', 'work', 'elsewhere', 'notSaid'] as const
/** Who says so. `ended`: it is genuine, and does not hold any more. `unchecked` is neither a yes nor a no. */
export const TIMELINE_SURENESS = ['verified', 'confirmed', 'ownWord', 'described', 'unchecked', 'ended'] as const

export type TimelineKind = (typeof TIMELINE_KINDS)[number]
export type TimelinePlace = (typeof TIMELINE_PLACES)[number]
export type TimelineSureness = (typeof TIMELINE_SURENESS)[number]

/** One thing that somebody holds or wrote down, on its day. */
export interface TimelineEntry {
  /** The same wherever the passport is: what it is, and its digest or name. */
  item: string
  /** Where it is in the wallet. */
  href: string
  title: string
  /** The day that it is of; null where none is stated. */
  on: string | null
  /** Whether that is only the day on which it was put into the passport. */
  isDayOfEntry: boolean
  kind: TimelineKind
  place: TimelinePlace
  sureness: TimelineSureness
  /** Who says so, as they are called; null where it is the person alone. */
  by: string | null
  /** What else is said of it, such as the level or the hours. */
  note: TimelineNote | null
  /** The skills that it shows, by term where a framework has them. */
  skills: readonly TimelineSkill[]
}

/** A level of a framework or of a technique, hours and what they are for, a step of learning, or a text as somebody wrote it. */
export type TimelineNote =
  | { is: 'level'; framework: string; code: string }
  | { is: 'techniqueLevel'; level: string }
  | { is: 'hours'; hours: number; of: string | null }
  | { is: 'status'; status: LearningStatus }
  | { is: 'withHelp' }
  | { is: 'onPaper'; withHelp: boolean }
  | { is: 'text'; text: string }

/** A skill that an entry shows: `term` leads to its page. */
export interface TimelineSkill {
  term: string
  name: string
}

/** What somebody wants to see of it; an empty text is anything. */
export interface TimelineWish {
  kind: TimelineKind | ''
  place: TimelinePlace | ''
  sureness: TimelineSureness | ''
  /** Words that its title, its skills or whoever says so must hold. */
  words: string
}

/** The entries that fit a wish, in their order. `noteOf` says a note as it is read, for words are looked for in that too. */
export function wishedFor(
  entries: readonly TimelineEntry[],
  wish: TimelineWish,
  noteOf: (note: TimelineNote) => string,
): TimelineEntry[] {
  const words = plain(wish.words)
    .split(/\s+/)
    .filter((word) => word !== '')
  return entries.filter((entry) => {
    if (wish.kind !== '' && wish.kind !== entry.kind) return false
    if (wish.place !== '' && wish.place !== entry.place) return false
    if (wish.sureness !== '' && wish.sureness !== entry.sureness) return false
    if (words.length === 0) return true
    const text = plain(
      [
        entry.title,
        entry.by ?? '',
        entry.note === null ? '' : noteOf(entry.note),
        ...entry.skills.map(({ name }) => name),
      ].join(' '),
    )
    return words.every((word) => text.includes(word))
  })
}

/** Entries by the year of their day, in their order; those without a day are of the year null. */
export function byYear(entries: readonly TimelineEntry[]): [year: string | null, entries: TimelineEntry[]][] {
  return [...Map.groupBy(entries, ({ on }) => on?.slice(0, 4) ?? null)]
}

/** The newest first, of one day by title; what has no day comes last. */
export function inTime(one: TimelineEntry, other: TimelineEntry): number {
  if (one.on !== other.on) return (one.on ?? '') < (other.on ?? '') ? 1 : -1
  return one.title < other.title ? -1 : 1
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
