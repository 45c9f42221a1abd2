import { catalogue, formatDate } from '#web'
import type { HandoverFault } from '../hand-over.ts'
import { shareFormWords } from './share-form-words.tsx'

interface FormWords {
  title: string
  lead: string
  back: string
  audience: string
  audienceHint: string
  credentials: string
  noCredentials: string
  reveals: (kinds: readonly string[]) => string
  work: string
  workHint: string
  targets: string
  targetsHint: string
  by: (day: string) => string
  plan: string
  planHint: string
  name: string
  nameHint: string
  reach: string
  reachHint: string
  lasts: string
  days: (count: number) => string
  adviserTitle: string
  adviserLead: (days: number) => string
  adviserTells: readonly string[]
  adviserNever: string
  adviser: string
  adviserHint: string
  consent: string
  mayTell: string
  make: string
  faults: Readonly<Record<HandoverFault, string>>
}

/** The words of the form of a transition pack. */
export const handoverFormWords = catalogue<FormWords>({
  en: {
    title: 'Hand over to a school or college',
    lead: 'You choose what goes along and who gets the link. They need no account, and tell you that they have it with one button. You can take it back at any time.',
    back: 'Your shares',
    audience: 'Which school or college is it for?',
    audienceHint: 'They see this name on the page.',
    credentials: 'Which credentials go along?',
    noCredentials: 'You hold none yet. You can hand over your plan and how to reach you all the same.',
    reveals: (kinds) => shareFormWords.en.reveals(kinds),
    work: 'What else that you made or did?',
    workHint: 'Only what others confirm is here.',
    targets: 'Which of your goals?',
    targetsHint: 'They go along as they are today.',
    by: (day) => `by ${formatDate(day)}`,
    plan: 'What do you want to do next?',
    planHint: 'In your own words: what you want to learn, and what would help you to start well.',
    name: 'Your name',
    nameHint: 'As the school or college should call you.',
    reach: 'How can they reach you?',
    reachHint: 'Such as an e-mail address or a phone number. Only whoever opens the pack sees it.',
    lasts: 'How long should the link work?',
    days: (count) => `${count} days`,
    adviserTitle: 'If nobody answers',
    adviserLead: (days) =>
      `If you like, we write to an adviser once, when nobody has said within ${days} days that they have your pack. The mail tells them:`,
    adviserTells: [
      'your name, as you wrote it above',
      'which school or college the pack is for',
      'on which day you made it, and that nobody has said that they have it',
    ],
    adviserNever:
      'It tells them nothing of what is in the pack, not how to reach you, and holds no link to it. You can change your mind later.',
    adviser: 'E-mail address of your adviser',
    adviserHint: 'Leave it empty if nobody should be told.',
    consent: 'May we tell them?',
    mayTell: 'Yes, tell my adviser these three things if nobody answers',
    make: 'Make the pack',
    faults: {
      audience: 'Say which school or college it is for, in 120 characters or fewer.',
      credential:
        'Choose at least one thing to hand over, or write what you want to do next. At most 50 credentials go along, and only genuine ones.',
      plan: 'Use 2,000 characters or fewer.',
      name: 'Enter your name, in 120 characters or fewer.',
      reach: 'Say how they can reach you, in 200 characters or fewer.',
      lasts: 'Choose how long the link works.',
      adviser: 'Enter the e-mail address of your adviser, such as name@example.org, or take the tick away below.',
      mayTell: 'Tick this if we may tell your adviser, or leave the address empty.',
    },
  },
  cy: {
    title: 'Trosglwyddo i ysgol neu goleg',
    lead: 'Chi sy’n dewis beth sy’n mynd gyda chi a phwy sy’n cael y ddolen. Nid oes angen cyfrif arnynt, ac maent yn dweud wrthych ag un botwm ei bod wedi cyrraedd. Gallwch ei thynnu’n ôl unrhyw bryd.',
    back: 'Yr hyn rydych yn ei rannu',
    audience: 'I ba ysgol neu goleg y mae?',
    audienceHint: 'Maent yn gweld yr enw hwn ar y dudalen.',
    credentials: 'Pa dystysgrifau sy’n mynd gyda chi?',
    noCredentials: 'Nid oes gennych yr un eto. Gallwch drosglwyddo eich cynllun a sut i gysylltu â chi er hynny.',
    reveals: (kinds) => shareFormWords.cy.reveals(kinds),
    work: 'Beth arall a wnaethoch?',
    workHint: 'Dim ond yr hyn y mae eraill yn ei gadarnhau sydd yma.',
    targets: 'Pa rai o’ch nodau?',
    targetsHint: 'Maent yn mynd fel y maent heddiw.',
    by: (day) => `erbyn ${formatDate(day)}`,
    plan: 'Beth ydych am ei wneud nesaf?',
    planHint: 'Yn eich geiriau eich hun: beth ydych am ei ddysgu, a beth fyddai’n eich helpu i ddechrau’n dda.',
    name: 'Eich enw',
    nameHint: 'Fel y dylai’r ysgol neu’r coleg eich galw.',
    reach: 'Sut y gallant gysylltu â chi?',
    reachHint: 'Megis cyfeiriad e-bost neu rif ffôn. Dim ond pwy bynnag sy’n agor y pecyn sy’n ei weld.',
    lasts: 'Am ba hyd y dylai’r ddolen weithio?',
    days: (count) => `${count} diwrnod`,
    adviserTitle: 'Os nad oes neb yn ateb',
    adviserLead: (days) =>
      `Os mynnwch, rydym yn ysgrifennu at gynghorydd unwaith, pan nad oes neb wedi dweud o fewn ${days} diwrnod bod eich pecyn ganddynt. Mae’r neges yn dweud wrthynt:`,
    adviserTells: [
      'eich enw, fel y’i hysgrifennoch uchod',
      'i ba ysgol neu goleg y mae’r pecyn',
      'ar ba ddiwrnod y gwnaethoch ef, ac nad oes neb wedi dweud ei fod ganddynt',
    ],
    adviserNever:
      'Nid yw’n dweud dim wrthynt am yr hyn sydd yn y pecyn, na sut i gysylltu â chi, ac nid oes dolen iddo ynddi. Gallwch newid eich meddwl wedyn.',
    adviser: 'Cyfeiriad e-bost eich cynghorydd',
    adviserHint: 'Gadewch ef yn wag os na ddylid dweud wrth neb.',
    consent: 'A gawn ni ddweud wrthynt?',
    mayTell: 'Cewch, dywedwch y tri pheth hyn wrth fy nghynghorydd os nad oes neb yn ateb',
    make: 'Gwneud y pecyn',
    faults: {
      audience: 'Dywedwch i ba ysgol neu goleg y mae, mewn 120 nod neu lai.',
      credential:
        'Dewiswch o leiaf un peth i’w drosglwyddo, neu ysgrifennwch beth ydych am ei wneud nesaf. Mae hyd at 50 tystysgrif yn mynd, a dim ond rhai go iawn.',
      plan: 'Defnyddiwch 2,000 nod neu lai.',
      name: 'Rhowch eich enw, mewn 120 nod neu lai.',
      reach: 'Dywedwch sut y gallant gysylltu â chi, mewn 200 nod neu lai.',
      lasts: 'Dewiswch am ba hyd y mae’r ddolen yn gweithio.',
      adviser: 'Rhowch gyfeiriad e-bost eich cynghorydd, megis enw@example.org, neu tynnwch y tic isod.',
      mayTell: 'Ticiwch hwn os cawn ddweud wrth eich cynghorydd, neu gadewch y cyfeiriad yn wag.',
    },
  },
})
