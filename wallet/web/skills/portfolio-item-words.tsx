import type { ComponentChildren } from 'preact'
import { catalogue, count, countInWelsh } from '#web'

/** The words of one thing in the portfolio, its files, and who confirms it. */
export const portfolioItemWords = catalogue({
  en: {
    change: 'Change it',
    files: 'Files',
    addFirst: 'Add a photo or a file',
    addAnother: 'Add another',
    largest: 'At most 10 MB. Of something larger, add a smaller copy, or its link.',
    addFile: 'Add the file',
    whoConfirms: 'Who confirms it',
    ownWord: (ownWord: string) => `${ownWord}. Someone who saw it can confirm it in their own words.`,
    deleteIt: 'Delete it',
    deleteTitle: 'Delete 1 thing from your portfolio?',
    goesWith: (files: number, confirmations: number) =>
      `It goes with ${count(files, 'file')} and ${count(confirmations, 'confirmation')}. This cannot be undone.`,
    about: 'What it is about',
    ownPart: 'Own part in it',
    done: 'What was done',
    team: 'The others in the team',
    shows: 'Shows',
    onTheWeb: 'On the web',
    howFilledIn: 'How it was filled in',
    inOwnWords: '(in their own words)',
    notConfirmed: '(not confirmed by them)',
    delete: 'Delete',
    ownPartOf: (by: ComponentChildren, part: ComponentChildren) => (
      <>
        Own part of {by}: {part}
      </>
    ),
    notChecked: 'This is who they say they are; we did not check it.',
    changedAfterSaid: 'You changed it after this was said',
    countsNoMore: (changes: string) => `${changes} So this does not count for how it is now. You can ask again.`,
    sendLink: 'Send this link to one person',
    worksUntil: (time: string) => `It works once, until ${time}. Whoever has it sees this page’s text and files.`,
    changedAfterAsked: 'You changed it after you made this link',
    isTold: (changes: string) => `${changes} Whoever opens the link is told so.`,
    takeBack: 'Take it back',
    ask: 'Ask someone to confirm it',
    askElse: 'Ask someone else',
  },
  cy: {
    change: 'Ei newid',
    files: 'Ffeiliau',
    addFirst: 'Ychwanegu llun neu ffeil',
    addAnother: 'Ychwanegu un arall',
    largest: 'Dim mwy na 10 MB. O rywbeth mwy, ychwanegwch gopi llai, neu ei ddolen.',
    addFile: 'Ychwanegu’r ffeil',
    whoConfirms: 'Pwy sy’n ei gadarnhau',
    ownWord: (ownWord: string) => `${ownWord}. Gall rhywun a’i gwelodd ei gadarnhau yn ei eiriau ei hun.`,
    deleteIt: 'Ei ddileu',
    deleteTitle: 'Dileu 1 peth o’ch portffolio?',
    goesWith: (files: number, confirmations: number) =>
      `Mae’n mynd gyda hyn: ${countInWelsh(files, 'ffeil', 'ffeiliau')}, ${countInWelsh(confirmations, 'cadarnhad', 'gadarnhadau')}. Ni ellir dadwneud hyn.`,
    about: 'Am beth y mae’n sôn',
    ownPart: 'Rhan y person ei hun ynddo',
    done: 'Beth a wnaed',
    team: 'Y lleill yn y tîm',
    shows: 'Yn dangos',
    onTheWeb: 'Ar y we',
    howFilledIn: 'Sut y’i llenwyd',
    inOwnWords: '(yn eu geiriau eu hunain)',
    notConfirmed: '(heb ei gadarnhau ganddynt)',
    delete: 'Dileu',
    ownPartOf: (by: ComponentChildren, part: ComponentChildren) => (
      <>
        Rhan {by} ei hun: {part}
      </>
    ),
    notChecked: 'Dyna pwy y maent yn dweud ydynt; nid ydym wedi gwirio hynny.',
    changedAfterSaid: 'Fe’i newidiwyd gennych ar ôl i hyn gael ei ddweud',
    countsNoMore: (changes: string) => `${changes} Felly nid yw hyn yn cyfrif am yr hyn ydyw nawr. Gallwch ofyn eto.`,
    sendLink: 'Anfonwch y ddolen hon at un person',
    worksUntil: (time: string) =>
      `Mae’n gweithio unwaith, tan ${time}. Mae pwy bynnag sydd â hi yn gweld testun a ffeiliau’r dudalen hon.`,
    changedAfterAsked: 'Fe’i newidiwyd gennych ar ôl i chi wneud y ddolen hon',
    isTold: (changes: string) => `${changes} Dywedir hynny wrth bwy bynnag sy’n agor y ddolen.`,
    takeBack: 'Ei thynnu’n ôl',
    ask: 'Gofyn i rywun ei gadarnhau',
    askElse: 'Gofyn i rywun arall',
  },
})
