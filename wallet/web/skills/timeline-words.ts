import { catalogue, count, countInWelsh, formatNumber } from '#web'
import type { TimelineKind, TimelinePlace } from '../../skills/timeline.ts'

const KINDS: Readonly<Record<TimelineKind, string>> = {
  qualification: 'Qualification, or part of one',
  course: 'Course or training',
  development: 'Professional development',
  work: 'Something you made or did',
  answers: 'Your own answers',
  other: 'Other certificate',
}

/** What kind of thing something is, whatever way it came. */
export const itemKinds = catalogue({
  en: KINDS,
  cy: {
    qualification: 'Cymhwyster, neu ran o un',
    course: 'Cwrs neu hyfforddiant',
    development: 'Datblygiad proffesiynol',
    work: 'Rhywbeth a wnaethoch',
    answers: 'Eich atebion eich hun',
    other: 'Tystysgrif arall',
  },
})

const PLACES: Readonly<Record<TimelinePlace, string>> = {
  furtherEducation: 'Further education',
  higherEducation: 'Higher education',
  work: 'Work',
  elsewhere: 'Outside courses and work',
  notSaid: 'Not said',
}

/** The words of the timeline. */
export const timelineWords = catalogue({
  en: {
    title: 'Your timeline',
    lead: 'All that you learnt and did, wherever it was. The newest is first.',
    nothing: 'It begins with the first thing',
    showWork: 'Show what you did',
    whatWillStand:
      'Certificates, courses, things that you made and answers that you gave all stand here in the order of their days.',
    all: (things: number) => `All ${count(things, 'thing')} that you have.`,
    some: (found: number, things: number, others: number) =>
      `${formatNumber(found)} of ${count(things, 'thing')}. ${count(others, 'does', 'do')} not fit what you chose.`,
    showAll: 'Show all',
    noYear: 'The day is not stated',
    anything: 'Anything',
    what: 'What it is',
    where: 'Where you learnt it',
    who: 'Who says so',
    words: 'A skill or a name',
    show: 'Show these',
    places: PLACES,
    noDay: 'No day',
    dayOfEntry: ', when you put it in',
    toCome: ', still to come',
    whereNotSaid: 'Where it was learnt is not said.',
    shows: 'Shows',
    andMore: (skills: number) => `and ${formatNumber(skills)} more`,
    notes: {
      level: (framework: string, code: string) => `${framework} level ${code}`,
      withHelp: 'completed with help',
      hours: (hours: number) => `${hours} h`,
      hoursFor: (hours: number, title: string) => `${hours} h for ${title}`,
      onPaper: 'on paper',
      onPaperWithHelp: 'on paper, completed with help',
    },
  },
  cy: {
    title: 'Eich llinell amser',
    lead: 'Popeth a ddysgoch ac a wnaethoch, ble bynnag yr oedd. Y diweddaraf sydd gyntaf.',
    nothing: 'Mae’n dechrau gyda’r peth cyntaf',
    showWork: 'Dangos beth a wnaethoch',
    whatWillStand:
      'Bydd tystysgrifau, cyrsiau, pethau a wnaethoch ac atebion a roddoch i gyd yma yn nhrefn eu dyddiau.',
    all: (things: number) => `Popeth sydd gennych: ${countInWelsh(things, 'peth', 'bethau')}.`,
    some: (found: number, things: number, others: number) =>
      `${formatNumber(found)} allan o ${countInWelsh(things, 'peth', 'bethau')}. Nifer nad yw’n cyfateb i’ch dewis: ${formatNumber(others)}.`,
    showAll: 'Dangos y cyfan',
    noYear: 'Ni nodir y diwrnod',
    anything: 'Unrhyw beth',
    what: 'Beth ydyw',
    where: 'Ble y’i dysgoch',
    who: 'Pwy sy’n dweud hynny',
    words: 'Sgìl neu enw',
    show: 'Dangos y rhain',
    places: {
      furtherEducation: 'Addysg bellach',
      higherEducation: 'Addysg uwch',
      work: 'Gwaith',
      elsewhere: 'Y tu allan i gyrsiau a gwaith',
      notSaid: 'Heb ei ddweud',
    },
    noDay: 'Dim diwrnod',
    dayOfEntry: ', pan roddoch ef i mewn',
    toCome: ', eto i ddod',
    whereNotSaid: 'Ni ddywedir ble y’i dysgwyd.',
    shows: 'Yn dangos',
    andMore: (skills: number) => `a ${formatNumber(skills)} arall`,
    notes: {
      level: (framework: string, code: string) => `lefel ${code} ${framework}`,
      withHelp: 'llenwyd gyda chymorth',
      hours: (hours: number) => `${hours} awr`,
      hoursFor: (hours: number, title: string) => `${hours} awr ar gyfer ${title}`,
      onPaper: 'ar bapur',
      onPaperWithHelp: 'ar bapur, llenwyd gyda chymorth',
    },
  },
})
