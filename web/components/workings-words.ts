import type { Confidence } from '#skills'
import { catalogue } from '../language.tsx'
import { confidences } from '../sentences/en-currency.ts'

const UNSURE: Readonly<Record<Exclude<Confidence, 'sourced'>, string>> = confidences

/** The words around how an answer was worked out. */
export const workingsWords = catalogue({
  en: {
    title: 'How this was worked out',
    counted: 'Counted',
    notCounted: 'Not counted',
    by: 'By',
    version: 'version',
    met: 'Met:',
    notMet: 'Not met:',
    confidences: UNSURE,
  },
  cy: {
    title: 'Sut y cyfrifwyd hyn',
    counted: 'Cyfrifwyd',
    notCounted: 'Heb ei gyfrif',
    by: 'Yn ôl',
    version: 'fersiwn',
    met: 'Bodlonwyd:',
    notMet: 'Heb ei fodloni:',
    confidences: { recalled: 'o’r cof, heb ei wirio', illustrative: 'enghreifftiol, heb ffynhonnell' },
  },
})
