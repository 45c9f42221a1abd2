import type { ComponentChildren } from 'preact'
import { catalogue, count, countInWelsh } from '#web'

/** What a share says to whoever opens it. */
export const shareWords = catalogue({
  en: {
    someoneShares: (credentials: number, audience: ComponentChildren, until: string) => (
      <>
        Someone shares {count(credentials, 'credential')} with {audience}, until {until}.
      </>
    ),
    someoneSharesWork: (audience: ComponentChildren, until: string) => (
      <>
        Someone shares what they made or did with {audience}, until {until}.
      </>
    ),
    onlyWork: 'Something was shared with you',
    look: 'Look at it',
    one: 'A credential was shared with you',
    several: 'Credentials were shared with you',
    check: 'Check these credentials',
    verifier:
      'The verifier tells you whether they are genuine, who stands behind them and whether they still hold. You need no account.',
    open: 'Open them here without checking',
    opensLeft: (left: number) => `This link can be opened ${count(left, 'more time', 'more times')}.`,
    title: 'Shared credentials',
    notChecked: (audience: ComponentChildren) => <>Shared with {audience}. Nothing here has been checked yet.</>,
    shared: (credentials: number) => count(credentials, 'shared credential'),
    work: 'What they made or did',
    workNote: 'These are no credentials, and no verifier checks them. Who confirmed them is what they say.',
    confirmedBy: (by: ComponentChildren, relation: ComponentChildren) => (
      <>
        Confirmed by {by}, who says they are: {relation}
      </>
    ),
  },
  cy: {
    someoneShares: (credentials: number, audience: ComponentChildren, until: string) => (
      <>
        Mae rhywun yn rhannu {countInWelsh(credentials, 'dystysgrif', 'dystysgrifau')} gyda {audience}, tan {until}.
      </>
    ),
    someoneSharesWork: (audience: ComponentChildren, until: string) => (
      <>
        Mae rhywun yn rhannu’r hyn a wnaethant gyda {audience}, tan {until}.
      </>
    ),
    onlyWork: 'Rhannwyd rhywbeth gyda chi',
    look: 'Edrych arno',
    one: 'Rhannwyd tystysgrif gyda chi',
    several: 'Rhannwyd tystysgrifau gyda chi',
    check: 'Gwirio’r tystysgrifau hyn',
    verifier:
      'Mae’r gwiriwr yn dweud wrthych a ydynt yn rhai go iawn, pwy sy’n sefyll y tu ôl iddynt ac a ydynt yn dal mewn grym. Nid oes angen cyfrif arnoch.',
    open: 'Eu hagor yma heb wirio',
    opensLeft: (left: number) => `Sawl gwaith eto y gellir agor y ddolen hon: ${left}.`,
    title: 'Tystysgrifau a rannwyd',
    notChecked: (audience: ComponentChildren) => <>Rhannwyd gyda {audience}. Nid oes dim yma wedi’i wirio eto.</>,
    shared: (credentials: number) => `${countInWelsh(credentials, 'dystysgrif', 'dystysgrifau')} wedi’u rhannu`,
    work: 'Beth a wnaethant',
    workNote: 'Nid tystysgrifau yw’r rhain, ac nid oes gwiriwr yn eu gwirio. Eu gair nhw yw pwy a’u cadarnhaodd.',
    confirmedBy: (by: ComponentChildren, relation: ComponentChildren) => (
      <>
        Cadarnhawyd gan {by}, sy’n dweud mai hyn ydynt: {relation}
      </>
    ),
  },
})
