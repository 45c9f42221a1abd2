import type { LearningStatus } from '#skills'

/** How far somebody is with something, in words that blame nobody. */
export const LEARNING_WORDS: Readonly<Record<LearningStatus, string>> = {
  Enrolled: 'Enrolled',
  InProgress: 'Under way',
  OnHold: 'Paused',
  Provisional: 'Done, result to be confirmed',
  Completed: 'Completed',
  Failed: 'Not passed',
  Withdrew: 'Left',
}
