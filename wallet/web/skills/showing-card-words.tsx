import type { ComponentChildren } from 'preact'
import { catalogue } from '#web'

/** The words of a card of one thing that shows a skill. */
export const showingCardWords = catalogue({
  en: {
    notStated: 'Not stated',
    what: 'What it is',
    who: 'Who says so',
    you: 'You',
    howSure: 'How sure it is',
    isCurrent: 'Current?',
    where: 'Where you learnt it',
    level: 'Level',
    through: (unit: ComponentChildren) => (
      <>The list of old certificates takes it for {unit}, which goes with this skill.</>
    ),
    next: 'Next:',
  },
  cy: {
    notStated: 'Heb ei nodi',
    what: 'Beth ydyw',
    who: 'Pwy sy’n dweud hynny',
    you: 'Chi',
    howSure: 'Pa mor sicr ydyw',
    isCurrent: 'Mewn grym?',
    where: 'Ble y’i dysgoch',
    level: 'Lefel',
    through: (unit: ComponentChildren) => (
      <>Mae’r rhestr o hen dystysgrifau yn ei chymryd fel {unit}, sy’n cyd-fynd â’r sgìl hwn.</>
    ),
    next: 'Nesaf:',
  },
})
