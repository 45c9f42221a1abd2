import type { TimelineKind } from '../../skills/timeline.ts'

/** What kind of thing something is, whatever way it came. */
export const ITEM_KINDS: Readonly<Record<TimelineKind, string>> = {
  qualification: 'Qualification, or part of one',
  course: 'Course or training',
  development: 'Professional development',
  work: 'Something you made or did',
  answers: 'Your own answers',
  other: 'Other certificate',
}
