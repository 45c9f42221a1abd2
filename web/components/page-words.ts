import { catalogue } from '../language.tsx'

/** The words of the frame around every page. */
export const frameWords = catalogue({
  en: {
    skip: 'Skip to the content',
    product: 'Skills Passport',
    services: { issuer: 'Issuer', wallet: 'Wallet', verifier: 'Verifier' },
    purposes: {
      issuer: 'The issuer signs credentials of skills and qualifications for providers.',
      wallet: 'The wallet keeps your credentials. You decide what is shared, with whom and for how long.',
      verifier: 'The verifier tells whether a credential is genuine and still holds. It needs no account.',
    },
    nav: 'Main',
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    error: 'Error',
    /** Said above a page that has no words in this language. */
    notYet: '',
    /** How far the words can be relied on; docs/languages.md points here. */
    unread: '',
  },
  cy: {
    skip: 'Neidio i’r cynnwys',
    product: 'Pasbort Sgiliau',
    services: { issuer: 'Dyroddwr', wallet: 'Waled', verifier: 'Gwiriwr' },
    purposes: {
      issuer: 'Mae’r dyroddwr yn llofnodi tystysgrifau digidol sgiliau a chymwysterau ar ran darparwyr.',
      wallet:
        'Mae’r waled yn cadw eich tystysgrifau digidol. Chi sy’n penderfynu beth a rennir, gyda phwy ac am ba hyd.',
      verifier:
        'Mae’r gwiriwr yn dweud a yw tystysgrif ddigidol yn un go iawn ac a yw’n dal mewn grym. Nid oes angen cyfrif.',
    },
    nav: 'Prif ddewislen',
    signedInAs: 'Wedi mewngofnodi fel',
    signOut: 'Allgofnodi',
    error: 'Gwall',
    notYet: 'Nid oes Cymraeg ar y dudalen hon eto. Mae yn Saesneg.',
    unread:
      'Nid yw siaradwr Cymraeg iaith gyntaf wedi darllen y testun Cymraeg eto. Os yw’n aneglur, darllenwch y Saesneg.',
  },
})

export type FrameWords = typeof frameWords.en
