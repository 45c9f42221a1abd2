import type { VNode } from 'preact'
import { catalogue, count, countInWelsh } from '#web'
import type { ShareState } from '../records/shares.ts'
import type { Viewer } from '../records/views.ts'

/** What became of a share, and who opened it: in a few words. */
interface States {
  states: Readonly<Record<ShareState, string>>
  ended: Readonly<Record<Exclude<ShareState, 'open'>, string>>
  viewers: Readonly<Record<Viewer, string>>
}

const statesInEnglish: States = {
  states: { open: 'Works', withdrawn: 'Taken back', expired: 'Over', usedUp: 'Used up' },
  ended: {
    withdrawn: 'You took it back, or deleted what it showed.',
    expired: 'Its last day is over.',
    usedUp: 'It was opened as often as you allowed.',
  },
  viewers: {
    program: 'A verifier',
    phone: 'Someone in a browser, on a phone or tablet',
    computer: 'Someone in a browser, on a computer',
  },
}

const statesInWelsh: States = {
  states: { open: 'Yn gweithio', withdrawn: 'Wedi’i thynnu’n ôl', expired: 'Ar ben', usedUp: 'Wedi’i defnyddio' },
  ended: {
    withdrawn: 'Fe’i tynnoch yn ôl, neu ddileu’r hyn yr oedd yn ei ddangos.',
    expired: 'Mae ei diwrnod olaf ar ben.',
    usedUp: 'Fe’i hagorwyd gynifer o weithiau ag y caniatawyd gennych.',
  },
  viewers: {
    program: 'Gwiriwr',
    phone: 'Rhywun mewn porwr, ar ffôn neu lechen',
    computer: 'Rhywun mewn porwr, ar gyfrifiadur',
  },
}

/** The words of the pages that show somebody what they shared. */
export const shareWords = catalogue({
  en: {
    ...statesInEnglish,
    title: 'Your shares',
    lead: 'The links that you made, and whether they still work.',
    make: 'Share credentials',
    apply: (link: (words: string) => VNode) => (
      <>Do you apply for something? {link('Put together what shows that you can do it')}.</>
    ),
    handOver: (link: (words: string) => VNode) => (
      <>Do you move on to another school or college? {link('Hand over what should go along')}.</>
    ),
    none: 'You have shared nothing yet',
    noneText: 'A share is a link to credentials that you choose. Only whoever has the link can open it.',
    shares: (shares: number) => count(shares, 'share'),
    audience: 'For',
    state: 'State',
    credentials: 'Credentials',
    until: 'Until',
    shareFor: (audience: string) => `Share for ${audience}`,
    for: (audience: VNode) => <>For {audience}</>,
    send: 'Send this link',
    qr: 'Opens this share on a phone',
    savePdf: 'Save as a PDF',
    saveForVerifier: 'Save for a verifier',
    takeBack: 'Take it back',
    takeBackTitle: 'Take 1 share back?',
    takeBackText: 'The link stops working at once, and you cannot start it again. You can make a new one.',
    takeBackCopies: 'Whoever has opened it already may have kept a copy.',
    endedTitle: 'This link does not work any more',
    makeNew: 'Make a new one',
    appliesFor: 'Applies for',
    shows: 'Shows',
    fromPortfolio: 'From your portfolio',
    things: (things: number) => count(things, 'thing'),
    worksUntil: 'Works until',
    mayBeOpened: 'May be opened',
    anyTimes: 'As often as they like',
    someTimes: (allowed: number, left: number) => `${count(allowed, 'time')}, ${count(left, 'time')} left`,
    made: 'Made',
    notOpened: 'Nobody has opened it yet',
    notOpenedText: 'When someone does, you see it here. Only you see this list.',
    opened: (times: number) => `Opened ${count(times, 'time')}`,
    when: 'When',
    by: 'By',
    leftOut: (kinds: string) => `Left out: ${kinds}`,
    gone: (gone: number) => `${count(gone, 'credential')} that you have deleted`,
  },
  cy: {
    ...statesInWelsh,
    title: 'Yr hyn a rannwyd gennych',
    lead: 'Y dolenni a wnaed gennych, ac a ydynt yn dal i weithio.',
    make: 'Rhannu tystysgrifau',
    apply: (link: (words: string) => VNode) => (
      <>Ydych chi’n gwneud cais am rywbeth? {link('Casglwch ynghyd yr hyn sy’n dangos y gallwch ei wneud')}.</>
    ),
    handOver: (link: (words: string) => VNode) => (
      <>Ydych chi’n symud i ysgol neu goleg arall? {link('Trosglwyddwch yr hyn a ddylai fynd gyda chi')}.</>
    ),
    none: 'Nid ydych wedi rhannu dim eto',
    noneText: 'Dolen at dystysgrifau a ddewiswch yw rhannu. Dim ond pwy bynnag sydd â’r ddolen a all ei hagor.',
    shares: (shares: number) => `Dolenni: ${shares}`,
    audience: 'Ar gyfer',
    state: 'Cyflwr',
    credentials: 'Tystysgrifau',
    until: 'Hyd at',
    shareFor: (audience: string) => `Wedi’i rannu â ${audience}`,
    for: (audience: VNode) => <>Ar gyfer {audience}</>,
    send: 'Anfonwch y ddolen hon',
    qr: 'Yn agor hyn ar ffôn',
    savePdf: 'Cadw fel PDF',
    saveForVerifier: 'Cadw ar gyfer gwiriwr',
    takeBack: 'Ei thynnu’n ôl',
    takeBackTitle: 'Tynnu 1 ddolen yn ôl?',
    takeBackText:
      'Mae’r ddolen yn peidio â gweithio ar unwaith, ac ni allwch ei hailddechrau. Gallwch wneud un newydd.',
    takeBackCopies: 'Efallai fod pwy bynnag sydd wedi’i hagor eisoes wedi cadw copi.',
    endedTitle: 'Nid yw’r ddolen hon yn gweithio bellach',
    makeNew: 'Gwneud un newydd',
    appliesFor: 'Yn gwneud cais am',
    shows: 'Yn dangos',
    fromPortfolio: 'O’ch portffolio',
    things: (things: number) => `${things} peth`,
    worksUntil: 'Yn gweithio hyd at',
    mayBeOpened: 'Gellir ei hagor',
    anyTimes: 'Gynifer o weithiau ag y mynnant',
    someTimes: (allowed: number, left: number) => `${allowed} gwaith, ${left} ar ôl`,
    made: 'Gwnaed',
    notOpened: 'Nid oes neb wedi’i hagor eto',
    notOpenedText: 'Pan fydd rhywun yn gwneud hynny, fe’i gwelwch yma. Dim ond chi sy’n gweld y rhestr hon.',
    opened: (times: number) => `Agorwyd ${times} gwaith`,
    when: 'Pryd',
    by: 'Gan',
    leftOut: (kinds: string) => `Gadawyd allan: ${kinds}`,
    gone: (gone: number) => `${countInWelsh(gone, 'dystysgrif', 'dystysgrifau')} a ddilëwyd gennych`,
  },
})
