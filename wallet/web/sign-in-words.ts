import { catalogue } from '#web'

/** The most characters of a name. */
export const MAX_NAME = 100

/** What is wrong with a name. */
export const nameFaults = catalogue({
  en: {
    missing: 'Enter a name, such as the one that your friends use.',
    long: `Use ${MAX_NAME} characters or fewer.`,
  },
  cy: {
    missing: 'Rhowch enw, fel yr un y mae eich ffrindiau’n ei ddefnyddio.',
    long: `Defnyddiwch ${MAX_NAME} nod neu lai.`,
  },
})

/** What the ways into the wallet are for. */
export const walletSignInWords = catalogue({
  en: {
    title: 'Sign in or start',
    lead: 'Type your e-mail address and we send you a code. There is no password. If you are new, this makes your passport.',
    linkTitle: 'Sign in to your passport',
    linkSentence: 'This link signs you in. It works once.',
    linkButton: 'Sign in',
    welcome: 'Welcome',
    welcomeLead: 'This passport is yours. What should we call you?',
    name: 'Your name',
    nameHint: 'Only you see it here. You can change it later.',
    goOn: 'Go on',
  },
  cy: {
    title: 'Mewngofnodi neu ddechrau',
    lead: 'Teipiwch eich cyfeiriad e-bost ac anfonwn god atoch. Nid oes cyfrinair. Os ydych yn newydd, bydd hyn yn creu eich pasbort.',
    linkTitle: 'Mewngofnodi i’ch pasbort',
    linkSentence: 'Mae’r ddolen hon yn eich mewngofnodi. Mae’n gweithio unwaith.',
    linkButton: 'Mewngofnodi',
    welcome: 'Croeso',
    welcomeLead: 'Chi piau’r pasbort hwn. Beth ddylem eich galw?',
    name: 'Eich enw',
    nameHint: 'Dim ond chi sy’n ei weld yma. Gallwch ei newid yn ddiweddarach.',
    goOn: 'Ymlaen',
  },
})
