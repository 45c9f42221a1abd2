import { catalogue } from '../language.tsx'

export type ProgressState = 'running' | 'done' | 'failed' | 'cancelled'

const STATES: Readonly<Record<ProgressState, string>> = {
  running: 'Working',
  done: 'Finished',
  failed: 'Stopped by a problem',
  cancelled: 'Cancelled',
}

/** The words around long work and its numbers. */
export const progressBarWords = catalogue({
  en: { states: STATES, of: 'of', lookAgain: 'Look again', cancel: 'Cancel' },
  cy: {
    states: {
      running: 'Yn gweithio',
      done: 'Wedi gorffen',
      failed: 'Wedi’i atal gan broblem',
      cancelled: 'Wedi’i ganslo',
    },
    of: 'o',
    lookAgain: 'Edrych eto',
    cancel: 'Canslo',
  },
})
