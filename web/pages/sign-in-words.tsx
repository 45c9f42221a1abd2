import { catalogue } from '../language.tsx'

/** The words of the way into a service. */
export const signInWords = catalogue({
  en: {
    signIn: 'Sign in',
    lead: 'There is no password. We send a code to your e-mail address.',
    email: 'E-mail address',
    send: 'Send me a code',
    passkey: 'Sign in with a passkey',
    enterCode: 'Enter your code',
    sentTo: (email: string, minutes: number) => (
      <>
        We sent it to <bdi>{email}</bdi>. It lasts {minutes} minutes and works once.
      </>
    ),
    demonstration: 'This is a demonstration',
    noMail: 'No mail is sent.',
    readHere: 'Read the message here',
    code: 'Code',
    codeHint: '6 digits, from the message',
    noMessage: (again: string) => (
      <>
        No message? Look in your spam folder, or <a href={again}>ask for another code</a>.
      </>
    ),
    errors: {
      email: 'Enter your e-mail address, like name@example.org.',
      wrong: 'That is not the code we sent. Check the newest message and try again.',
      ended: 'This code has ended: it was used, tried too often, or is too old. Ask for a new one.',
    },
  },
  cy: {
    signIn: 'Mewngofnodi',
    lead: 'Nid oes cyfrinair. Rydym yn anfon cod i’ch cyfeiriad e-bost.',
    email: 'Cyfeiriad e-bost',
    send: 'Anfon cod ataf',
    passkey: 'Mewngofnodi ag allwedd mynediad',
    enterCode: 'Rhowch eich cod',
    sentTo: (email: string, minutes: number) => (
      <>
        Fe’i hanfonwyd at <bdi>{email}</bdi>. Mae’n para {minutes} munud ac yn gweithio unwaith.
      </>
    ),
    demonstration: 'Arddangosiad yw hwn',
    noMail: 'Ni anfonir e-bost.',
    readHere: 'Darllenwch y neges yma',
    code: 'Cod',
    codeHint: '6 digid, o’r neges',
    noMessage: (again: string) => (
      <>
        Dim neges? Edrychwch yn eich ffolder sbam, neu <a href={again}>gofynnwch am god arall</a>.
      </>
    ),
    errors: {
      email: 'Rhowch eich cyfeiriad e-bost, fel enw@example.org.',
      wrong: 'Nid dyna’r cod a anfonwyd. Edrychwch ar y neges ddiweddaraf a rhowch gynnig arall arni.',
      ended:
        'Mae’r cod hwn wedi dod i ben: mae wedi’i ddefnyddio, wedi’i roi’n anghywir yn rhy aml, neu mae’n rhy hen. Gofynnwch am un newydd.',
    },
  },
})
