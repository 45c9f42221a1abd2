import { catalogue } from '#web'
import type { TimelineKind } from '../../skills/timeline.ts'

const KINDS: Readonly<Record<TimelineKind, string>> = {
  qualification: 'Qualification, or part of one',
  course: 'Course or training',
  development: 'Professional development',
  work: 'Something you made or did',
  answers: 'Your own answers',
  other: 'Other certificate',
}

/** What kind of thing something is, whatever way it came. */
export const itemKinds = catalogue({
  en: KINDS,
  cy: {
    qualification: 'Cymhwyster, neu ran o un',
    course: 'Cwrs neu hyfforddiant',
    development: 'Datblygiad proffesiynol',
    work: 'Rhywbeth a wnaethoch',
    answers: 'Eich atebion eich hun',
    other: 'Tystysgrif arall',
  },
})
