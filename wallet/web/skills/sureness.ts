import type { IconName } from '#web'
import type { TimelineSureness } from '../../skills/timeline.ts'
import { selfWords } from './self-words.ts'

/** Who says so, by icon and words. */
export const SURENESS: Readonly<Record<TimelineSureness, { icon: IconName; words: string }>> = {
  verified: { icon: 'badge-check', words: 'Verified' },
  confirmed: { icon: 'check', words: 'Confirmed by someone' },
  ownWord: { icon: 'info', words: selfWords.en.ownWord },
  described: { icon: 'file-check', words: 'Described by a file, not verified' },
  unchecked: { icon: 'circle-question-mark', words: 'Could not be checked' },
  ended: { icon: 'calendar-x', words: 'No longer valid' },
}
