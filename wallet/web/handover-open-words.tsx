import type { ComponentChildren } from 'preact'
import { catalogue, formatDate } from '#web'

/** What a transition pack says to the school or college that opens it. */
export const handoverWords = catalogue({
  en: {
    invitation: 'A transition pack was shared with you',
    someone: (audience: ComponentChildren, until: string) => (
      <>
        Someone shares with {audience} what they bring along and what they want to do next. The link works until {until}
        .
      </>
    ),
    open: 'Open the pack',
    noAccount: 'You need no account. Opening it does not say that you have it: a button inside does.',
    title: 'Transition pack',
    madeFor: (audience: ComponentChildren, on: string) => (
      <>
        Transition pack for {audience}, made on {on}
      </>
    ),
    contact: 'How to reach them',
    next: 'What they want to do next',
    ownWords: 'In their own words, as it was on the day that they made the pack.',
    goals: 'Their goals',
    by: (day: string) => `by ${formatDate(day)}`,
    credentials: 'Their credentials',
    notChecked: 'Nothing here has been checked yet.',
    check: 'Check these credentials',
    arrived: 'Has it arrived?',
    tellThem: 'Press the button, and they see that you have it. It promises nothing else.',
    name: 'Your name and role',
    nameHint: 'Without it we say the name of the school or college.',
    received: 'We have received it',
    receivedBy: (by: ComponentChildren, on: string) => (
      <>
        Received by {by} on {on}
      </>
    ),
    theySee: 'They can see that.',
    thanks: 'Thank you',
    nowSee: (name: ComponentChildren, by: ComponentChildren, on: string) => (
      <>
        {name} now sees: received by {by} on {on}.
      </>
    ),
    until: (until: string) => `The link opens the pack until ${until}.`,
    again: 'Open it again',
  },
  cy: {
    invitation: 'Rhannwyd pecyn pontio gyda chi',
    someone: (audience: ComponentChildren, until: string) => (
      <>
        Mae rhywun yn rhannu gyda {audience} yr hyn sydd ganddynt a’r hyn y maent am ei wneud nesaf. Mae’r ddolen yn
        gweithio tan {until}.
      </>
    ),
    open: 'Agor y pecyn',
    noAccount:
      'Nid oes angen cyfrif arnoch. Nid yw ei agor yn dweud ei fod gennych: mae botwm y tu mewn yn gwneud hynny.',
    title: 'Pecyn pontio',
    madeFor: (audience: ComponentChildren, on: string) => (
      <>
        Pecyn pontio i {audience}, a wnaed ar {on}
      </>
    ),
    contact: 'Sut i gysylltu â nhw',
    next: 'Beth y maent am ei wneud nesaf',
    ownWords: 'Yn eu geiriau eu hunain, fel yr oedd ar y diwrnod y gwnaethant y pecyn.',
    goals: 'Eu nodau',
    by: (day: string) => `erbyn ${formatDate(day)}`,
    credentials: 'Eu tystysgrifau',
    notChecked: 'Nid oes dim yma wedi’i wirio eto.',
    check: 'Gwirio’r tystysgrifau hyn',
    arrived: 'A yw wedi cyrraedd?',
    tellThem: 'Pwyswch y botwm, a gwelant ei fod gennych. Nid yw’n addo dim arall.',
    name: 'Eich enw a’ch swydd',
    nameHint: 'Hebddo rydym yn dweud enw’r ysgol neu’r coleg.',
    received: 'Rydym wedi’i dderbyn',
    receivedBy: (by: ComponentChildren, on: string) => (
      <>
        Derbyniwyd gan {by} ar {on}
      </>
    ),
    theySee: 'Gallant weld hynny.',
    thanks: 'Diolch',
    nowSee: (name: ComponentChildren, by: ComponentChildren, on: string) => (
      <>
        Mae {name} yn gweld nawr: derbyniwyd gan {by} ar {on}.
      </>
    ),
    until: (until: string) => `Mae’r ddolen yn agor y pecyn tan ${until}.`,
    again: 'Ei agor eto',
  },
})
