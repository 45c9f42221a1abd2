import type { TimelineNote } from '../../skills/timeline.ts'
import { learningStatuses } from './learning-words.ts'
import { levelInWords } from './self-words.ts'
import { timelineWords } from './timeline-words.ts'

/** What else is said of something on the timeline, in a few words; what somebody wrote is as they wrote it. */
export function noteInWords(note: TimelineNote): string {
  const words = timelineWords().notes
  switch (note.is) {
    case 'level':
      return words.level(note.framework, note.code)
    case 'techniqueLevel':
      return levelInWords(note.level)
    case 'withHelp':
      return words.withHelp
    case 'hours':
      return note.of === null ? words.hours(note.hours) : words.hoursFor(note.hours, note.of)
    case 'status':
      return learningStatuses()[note.status]
    case 'onPaper':
      return note.withHelp ? words.onPaperWithHelp : words.onPaper
    case 'text':
      return note.text
  }
}
