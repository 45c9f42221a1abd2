import type { ComponentChildren } from 'preact'
import { catalogue } from '#web'

/** The words for whoever is asked to confirm what somebody made or did. */
export const portfolioConfirmWords = catalogue({
  en: {
    title: 'Can you confirm this?',
    someone: 'Someone',
    lead: (name: ComponentChildren) => <>{name} asks you to say what you saw. You need no account.</>,
    changed: 'This was changed after you were asked',
    lookAgain: (changes: string) => `${changes} Look at it as it is now, and ask if you are in doubt.`,
    whoDidIt: 'Who did it',
    notLookedAt: (size: string) => `${size}. We have not looked at what is in it.`,
    by: 'Your name',
    email: 'Your e-mail address',
    emailHint: 'Only the person who asks you sees it.',
    relation: 'How do you know this person?',
    relationHint: 'Such as “manager”, “teacher” or “we worked together”',
    words: 'What did you see?',
    wordsHint: 'In your own words. Say only what you know yourself.',
    part: 'If you were in the team: what was your own part?',
    confirm: 'Confirm it',
    ifNot: (day: string) => `If you cannot confirm it, close this page: nothing is kept. The link works until ${day}.`,
    thanks: 'Thank you',
    thePerson: 'The person',
    nowHas: (name: ComponentChildren) => (
      <>{name} now has what you said, with your name and the day. The link does not work any more.</>
    ),
  },
  cy: {
    title: 'Allwch chi gadarnhau hyn?',
    someone: 'Rhywun',
    lead: (name: ComponentChildren) => (
      <>Mae {name} yn gofyn i chi ddweud beth a welsoch. Nid oes angen cyfrif arnoch.</>
    ),
    changed: 'Newidiwyd hyn ar ôl i rywun ofyn i chi',
    lookAgain: (changes: string) => `${changes} Edrychwch arno fel y mae nawr, a gofynnwch os oes gennych amheuaeth.`,
    whoDidIt: 'Pwy a’i gwnaeth',
    notLookedAt: (size: string) => `${size}. Nid ydym wedi edrych ar yr hyn sydd ynddi.`,
    by: 'Eich enw',
    email: 'Eich cyfeiriad e-bost',
    emailHint: 'Dim ond y person sy’n gofyn i chi sy’n ei weld.',
    relation: 'Sut ydych chi’n adnabod y person hwn?',
    relationHint: 'Megis “rheolwr”, “athrawes” neu “buom yn cydweithio”',
    words: 'Beth a welsoch chi?',
    wordsHint: 'Yn eich geiriau eich hun. Dywedwch yr hyn a wyddoch eich hun yn unig.',
    part: 'Os oeddech yn y tîm: beth oedd eich rhan chi?',
    confirm: 'Ei gadarnhau',
    ifNot: (day: string) =>
      `Os na allwch ei gadarnhau, caewch y dudalen hon: ni chedwir dim. Mae’r ddolen yn gweithio tan ${day}.`,
    thanks: 'Diolch',
    thePerson: 'y person',
    nowHas: (name: ComponentChildren) => (
      <>Mae’r hyn a ddywedoch nawr gan {name}, gyda’ch enw a’r diwrnod. Nid yw’r ddolen yn gweithio mwyach.</>
    ),
  },
})
