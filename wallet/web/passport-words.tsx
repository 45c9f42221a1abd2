import type { ComponentChildren } from 'preact'
import { catalogue, count, countInWelsh } from '#web'

/** The words of the passport, and of what is said above and beneath the cards. */
export const passportWords = catalogue({
  en: {
    title: 'Your passport',
    lead: (total: number) => `${count(total, 'credential')}. They are yours to keep and to share.`,
    share: 'Share',
    add: 'Add',
    notArrived: 'One credential has not arrived yet',
    tryAgain: 'Try again to get it',
    notGenuine: 'One of these is not genuine',
    decide: (title: ComponentChildren) => <>Decide what to do with {title}</>,
    nothing: 'Nothing here yet',
    addOne: 'Add a credential',
    howToBegin:
      'Did you get a message with a link? Open that link, and your first credential comes here. Do you have a file? Add it. If you have neither, ask the place where you learnt: they can send you a link.',
    described: (found: number) =>
      `${count(found, 'more award is', 'more awards are')} only described by files, and not verified`,
    lookedAt: (files: number) => `We looked at ${count(files, 'file')} that you brought`,
    seeEach: 'See what became of each',
    saved: 'Everything of yours is saved',
    download: 'Download it',
    failed: 'Something could not be done',
    seeWhat: 'See what, and try again',
    looking: (done: number, files: number) => `We are looking at what you brought: ${done} of ${count(files, 'file')}`,
    saving: (done: number, total: number) => `We are saving everything: ${done} of ${count(total, 'credential')}`,
    seeHowFar: 'See how far it is',
  },
  cy: {
    title: 'Eich pasbort',
    lead: (total: number) => `${countInWelsh(total, 'dystysgrif', 'dystysgrifau')}, i chi eu cadw a’u rhannu.`,
    share: 'Rhannu',
    add: 'Ychwanegu',
    notArrived: 'Mae un dystysgrif heb gyrraedd eto',
    tryAgain: 'Rhowch gynnig arall ar ei chael',
    notGenuine: 'Nid yw un o’r rhain yn un go iawn',
    decide: (title: ComponentChildren) => <>Penderfynwch beth i’w wneud â {title}</>,
    nothing: 'Dim byd yma eto',
    addOne: 'Ychwanegu tystysgrif',
    howToBegin:
      'A gawsoch neges gyda dolen? Agorwch y ddolen honno, a daw eich tystysgrif gyntaf yma. Oes gennych ffeil? Ychwanegwch hi. Os nad oes gennych y naill na’r llall, gofynnwch i’r lle y buoch yn dysgu: gallant anfon dolen atoch.',
    described: (found: number) =>
      `${countInWelsh(found, 'dyfarniad arall a ddisgrifir', 'ddyfarniadau eraill a ddisgrifir')} gan ffeiliau yn unig, heb eu gwirio`,
    lookedAt: (files: number) =>
      `Rydym wedi edrych ar yr hyn y daethoch ag ef: ${countInWelsh(files, 'ffeil', 'ffeiliau')}`,
    seeEach: 'Gweld beth a ddigwyddodd i bob un',
    saved: 'Mae popeth sydd gennych wedi’i gadw',
    download: 'Ei lawrlwytho',
    failed: 'Nid oedd modd gwneud rhywbeth',
    seeWhat: 'Gweld beth, a rhoi cynnig arall arni',
    looking: (done: number, files: number) =>
      `Rydym yn edrych ar yr hyn y daethoch ag ef: ${done} allan o ${countInWelsh(files, 'ffeil', 'ffeiliau')}`,
    saving: (done: number, total: number) =>
      `Rydym yn cadw popeth: ${done} allan o ${countInWelsh(total, 'dystysgrif', 'dystysgrifau')}`,
    seeHowFar: 'Gweld pa mor bell y mae',
  },
})
