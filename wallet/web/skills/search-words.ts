import { catalogue, count, countInWelsh, formatNumber } from '#web'

/** The words of the search among a person's skills. */
export const searchWords = catalogue({
  en: {
    title: 'Search your skills',
    lead: 'Skills, behaviours, certificates and things that you did, wherever they come from.',
    nothing: 'There is nothing to search yet',
    sayWhatYouCanDo: 'Say what you can do',
    howToBegin: 'What you can do stands here as soon as something shows it, or you say so.',
    found: 'What was found',
    words: 'A skill, a behaviour or a name',
    source: 'Where you learnt it',
    anywhere: 'Anywhere',
    class: 'Kind of skill',
    anyKind: 'Any kind',
    atLeast: 'At least',
    anyWord: 'Anyone’s word',
    search: 'Search',
    all: (things: number) => `All ${count(things, 'thing')} that you have.`,
    some: (found: number, things: number) => `${formatNumber(found)} of ${count(things, 'thing')}.`,
    hidden: (things: number) =>
      `${formatNumber(things)} more ${things === 1 ? 'does' : 'do'} not fit the rest of what you chose.`,
    hiddenWithWords: (things: number) =>
      `${formatNumber(things)} more ${things === 1 ? 'holds these words and does' : 'hold these words and do'} not fit the rest of what you chose.`,
    notTold: (things: number) => `Of ${formatNumber(things)} more nobody can tell how sure it is.`,
    showAll: 'Show all',
    namesNone: 'It names no skill.',
    more: (things: number) => `and ${count(things, 'more that fits', 'more that fit')}`,
    left: (things: number) => count(things, 'more shows it and does not fit', 'more show it and do not fit'),
    next: 'Next:',
  },
  cy: {
    title: 'Chwilio eich sgiliau',
    lead: 'Sgiliau, ymddygiadau, tystysgrifau a phethau a wnaethoch, o ble bynnag y dônt.',
    nothing: 'Nid oes dim i’w chwilio eto',
    sayWhatYouCanDo: 'Dweud beth y gallwch ei wneud',
    howToBegin:
      'Bydd yr hyn y gallwch ei wneud yma cyn gynted ag y bydd rhywbeth yn ei ddangos, neu chithau’n dweud hynny.',
    found: 'Beth a gafwyd',
    words: 'Sgìl, ymddygiad neu enw',
    source: 'Ble y’i dysgoch',
    anywhere: 'Unrhyw le',
    class: 'Math o sgìl',
    anyKind: 'Unrhyw fath',
    atLeast: 'O leiaf',
    anyWord: 'Gair unrhyw un',
    search: 'Chwilio',
    all: (things: number) => `Popeth sydd gennych: ${countInWelsh(things, 'peth', 'bethau')}.`,
    some: (found: number, things: number) =>
      `${formatNumber(found)} allan o ${countInWelsh(things, 'peth', 'bethau')}.`,
    hidden: (things: number) => `Nifer arall nad yw’n cyfateb i weddill eich dewis: ${formatNumber(things)}.`,
    hiddenWithWords: (things: number) =>
      `Nifer arall sy’n cynnwys y geiriau hyn ond nad yw’n cyfateb i weddill eich dewis: ${formatNumber(things)}.`,
    notTold: (things: number) => `Nifer arall na all neb ddweud pa mor sicr ydyw: ${formatNumber(things)}.`,
    showAll: 'Dangos y cyfan',
    namesNone: 'Nid yw’n enwi sgìl.',
    more: (things: number) => `a ${countInWelsh(things, 'peth arall sy’n cyfateb', 'bethau eraill sy’n cyfateb')}`,
    left: (things: number) =>
      countInWelsh(
        things,
        'peth arall sy’n ei ddangos ond nad yw’n cyfateb',
        'bethau eraill sy’n ei ddangos ond nad ydynt yn cyfateb',
      ),
    next: 'Nesaf:',
  },
})
