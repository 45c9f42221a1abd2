import type { LearningStatus } from '#skills'
import { catalogue } from '#web'

const STATUSES: Readonly<Record<LearningStatus, string>> = {
  Enrolled: 'Enrolled',
  InProgress: 'Under way',
  OnHold: 'Paused',
  Provisional: 'Done, result to be confirmed',
  Completed: 'Completed',
  Failed: 'Not passed',
  Withdrew: 'Left',
}

/** How far somebody is with something, in words that blame nobody. */
export const learningStatuses = catalogue({
  en: STATUSES,
  cy: {
    Enrolled: 'Wedi cofrestru',
    InProgress: 'Ar y gweill',
    OnHold: 'Wedi’i oedi',
    Provisional: 'Wedi’i wneud, canlyniad i’w gadarnhau',
    Completed: 'Wedi’i gwblhau',
    Failed: 'Heb ei basio',
    Withdrew: 'Wedi gadael',
  },
})
