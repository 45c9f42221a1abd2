import { catalogue } from '#web'
import type { TimelineSureness } from '../../skills/timeline.ts'
import { selfWords } from './self-words.ts'

const SURENESS: Readonly<Record<TimelineSureness, string>> = {
  verified: 'Verified',
  confirmed: 'Confirmed by someone',
  ownWord: selfWords.en.ownWord,
  described: 'Described by a file, not verified',
  unchecked: 'Could not be checked',
  ended: 'No longer valid',
}

/** Who says so, in a few words. */
export const surenessWords = catalogue({
  en: SURENESS,
  cy: {
    verified: 'Wedi’i wirio',
    confirmed: 'Wedi’i gadarnhau gan rywun',
    ownWord: selfWords.cy.ownWord,
    described: 'Disgrifir gan ffeil, heb ei wirio',
    unchecked: 'Nid oedd modd gwirio',
    ended: 'Ddim mewn grym mwyach',
  },
})
