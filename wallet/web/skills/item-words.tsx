import type { VNode } from 'preact'
import { catalogue } from '#web'

/** What an item of an answer is called that has no title of its own. */
export const itemWords = catalogue({
  en: {
    yourAnswers: (technique: VNode) => <>Your answers: {technique}</>,
    oldCertificate: 'An old certificate',
  },
  cy: {
    yourAnswers: (technique: VNode) => <>Eich atebion: {technique}</>,
    oldCertificate: 'Hen dystysgrif',
  },
})
