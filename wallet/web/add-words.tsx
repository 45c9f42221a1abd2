import type { VNode } from 'preact'
import { catalogue, formatDate } from '#web'

/** The words of the pages on which a credential comes into the passport. */
export const addWords = catalogue({
  en: {
    title: 'Add a credential',
    lead: 'Use whichever you have: a link, a file or a text. We check it before it goes into your passport.',
    haveLink: 'You have a link',
    link: 'The link',
    linkHint: 'From the message that you got, or from a QR code',
    scan: 'Scan a QR code',
    openLink: 'Open the link',
    haveFile: 'You have a file',
    file: 'Choose a file, or drop it here',
    fileHint:
      'The picture of a badge (PNG or SVG), a credential ending in .json or .jwt, a passport that you saved (ZIP), or a description: a Europass file or a table (CSV)',
    addFile: 'Add the file',
    haveText: 'You have a text',
    text: 'Paste the whole text',
    textHint: 'It begins with { or with eyJ',
    addText: 'Add the text',
    onPaper: (link: (words: string) => VNode) => (
      <>Only on paper, such as ECDL or CLAiT? {link('Add an old certificate')}.</>
    ),
    none: 'You have none of these? Ask the place where you learnt or worked. If they award credentials, they can send you a link.',
    tooOld: 'This link is too old',
    tooOldText: (until: string) => `It worked until ${formatDate(until)}. Ask for a new one.`,
    taken: 'This credential was taken already',
    takenText: 'If it was you, it is in your passport. If it was not you, tell the place that sent it.',
    wasAbout: (title: VNode, issuer: VNode) => (
      <>
        It was about {title}, from {issuer}.
      </>
    ),
    toPassport: 'Go to my passport',
    forYou: 'A credential for you',
    ready: (issuer: VNode, title: VNode) => (
      <>
        {issuer} has {title} ready for you.
      </>
    ),
    put: 'Put it in my passport',
    checkFirst: 'We check it first. Nobody else sees it unless you share it.',
    comesFrom: (host: VNode, until: string) => (
      <>
        The link comes from {host} and works until {formatDate(until)}.
      </>
    ),
  },
  cy: {
    title: 'Ychwanegu tystysgrif',
    lead: 'Defnyddiwch beth bynnag sydd gennych: dolen, ffeil neu destun. Fe’i gwiriwn cyn iddi fynd i’ch pasbort.',
    haveLink: 'Mae gennych ddolen',
    link: 'Y ddolen',
    linkHint: 'O’r neges a gawsoch, neu o god QR',
    scan: 'Sganio cod QR',
    openLink: 'Agor y ddolen',
    haveFile: 'Mae gennych ffeil',
    file: 'Dewiswch ffeil, neu gollyngwch hi yma',
    fileHint:
      'Llun bathodyn (PNG neu SVG), tystysgrif sy’n gorffen yn .json neu .jwt, pasbort a gadwyd gennych (ZIP), neu ddisgrifiad: ffeil Europass neu dabl (CSV)',
    addFile: 'Ychwanegu’r ffeil',
    haveText: 'Mae gennych destun',
    text: 'Gludwch y testun cyfan',
    textHint: 'Mae’n dechrau gyda { neu gydag eyJ',
    addText: 'Ychwanegu’r testun',
    onPaper: (link: (words: string) => VNode) => (
      <>Ar bapur yn unig, megis ECDL neu CLAiT? {link('Ychwanegwch hen dystysgrif')}.</>
    ),
    none: 'Nid oes gennych yr un o’r rhain? Gofynnwch i’r lle y buoch yn dysgu neu’n gweithio. Os ydynt yn dyfarnu tystysgrifau digidol, gallant anfon dolen atoch.',
    tooOld: 'Mae’r ddolen hon yn rhy hen',
    tooOldText: (until: string) => `Gweithiodd hyd at ${formatDate(until)}. Gofynnwch am un newydd.`,
    taken: 'Cymerwyd y dystysgrif hon eisoes',
    takenText: 'Os chi a’i cymerodd, mae yn eich pasbort. Os nad chi, dywedwch wrth y lle a’i hanfonodd.',
    wasAbout: (title: VNode, issuer: VNode) => (
      <>
        Roedd yn ymwneud â {title}, gan {issuer}.
      </>
    ),
    toPassport: 'Mynd i’m pasbort',
    forYou: 'Tystysgrif i chi',
    ready: (issuer: VNode, title: VNode) => (
      <>
        Mae gan {issuer} rywbeth yn barod i chi: {title}.
      </>
    ),
    put: 'Ei rhoi yn fy mhasbort',
    checkFirst: 'Fe’i gwiriwn yn gyntaf. Nid oes neb arall yn ei gweld oni bai eich bod yn ei rhannu.',
    comesFrom: (host: VNode, until: string) => (
      <>
        Daw’r ddolen o {host} ac mae’n gweithio hyd at {formatDate(until)}.
      </>
    ),
  },
})
