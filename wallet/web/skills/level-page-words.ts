import type { QualificationRelation } from '#skills'
import { catalogue } from '#web'

const RELATIONS: Readonly<Record<QualificationRelation, string>> = {
  markNotLevel: 'One of them is a mark, not a qualification of a level and size. There is nothing to compare.',
  sameLevel: 'They are at the same level.',
  broadlyComparable: 'They are broadly comparable in level, and no more than that.',
  different: 'They are at different levels.',
  noBasis: 'There is no basis for a comparison.',
}

/** The words of the page that says what a level is elsewhere. */
export const levelPageWords = catalogue({
  en: {
    title: 'What a level means elsewhere',
    lead: 'Levels have other numbers in England, Wales, Scotland and the rest of Europe. See which go with which.',
    choose: 'Choose one',
    aLevel: 'A level',
    show: 'Show it elsewhere',
    elsewhere: (level: string) => `${level} elsewhere`,
    noBasis: 'No basis',
    or: ' or ',
    comparable: 'What “broadly comparable” means',
    source: 'Source',
    held: (level: string) => `What you hold at ${level}`,
    compare: 'Compare two kinds of qualification',
    one: 'This',
    other: 'With this',
    compareThem: 'Compare them',
    relations: RELATIONS,
  },
  cy: {
    title: 'Beth mae lefel yn ei olygu mewn mannau eraill',
    lead: 'Mae gan lefelau rifau eraill yng Nghymru, Lloegr, yr Alban a gweddill Ewrop. Gwelwch pa rai sy’n cyd-fynd.',
    choose: 'Dewiswch un',
    aLevel: 'Lefel',
    show: 'Ei dangos mewn mannau eraill',
    elsewhere: (level: string) => `${level} mewn mannau eraill`,
    noBasis: 'Dim sail',
    or: ' neu ',
    comparable: 'Beth mae “yn fras gymaradwy” yn ei olygu',
    source: 'Ffynhonnell',
    held: (level: string) => `Beth sydd gennych ar ${level}`,
    compare: 'Cymharu dau fath o gymhwyster',
    one: 'Hwn',
    other: 'Â hwn',
    compareThem: 'Eu cymharu',
    relations: {
      markNotLevel: 'Nod yw un ohonynt, nid cymhwyster ac iddo lefel a maint. Nid oes dim i’w gymharu.',
      sameLevel: 'Maent ar yr un lefel.',
      broadlyComparable: 'Maent yn fras gymaradwy o ran lefel, a dim mwy na hynny.',
      different: 'Maent ar lefelau gwahanol.',
      noBasis: 'Nid oes sail dros gymharu.',
    },
  },
})
