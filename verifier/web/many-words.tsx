import type { VNode } from 'preact'
import { catalogue } from '#web'

/** The words of the pages on which many credentials are checked at once. */
export const manyWords = catalogue({
  en: {
    title: 'Check many credentials',
    description: 'Check the credentials of many people at once: files, or a table with links. No account needed.',
    lead: 'Bring files or a table, and get a table back that says of each whether it is genuine. We keep nothing.',
    files: 'Choose files, or drop them here',
    filesHint:
      'Badges (PNG or SVG), credentials (JSON or JWT), ZIP files, or a table (CSV) with a column of links or credentials',
    links: 'Or paste links, one on each line',
    aboutColumn: 'The column of the table',
    column: 'Name of the column with the links or credentials',
    columnHint: 'Only where it is not found by itself',
    checking: 'Checking',
    doneOf: (done: VNode, all: VNode) => (
      <>
        {done} of {all}
      </>
    ),
    cancel: 'Cancel',
    act: 'Check them',
    checked: 'Many credentials checked',
    checkedLead: 'Each was checked by itself. Genuine is what its issuer signed and that still holds.',
    genuineOf: (genuine: VNode, all: VNode) => (
      <>
        {genuine} of {all} genuine
      </>
    ),
    download: 'Download as a table (CSV)',
    others: 'Check others',
    caption: 'What was checked',
    orderIsYours: 'They stand in the order in which you brought them, which means nothing here.',
    credential: 'Credential',
    issuedBy: 'Issued by',
    verdict: 'Verdict',
    recognised: 'Recognised',
    reason: 'Reason',
    notKnown: 'Not known',
    notAsked: 'Not asked',
    allPassed: 'Every check passed.',
    open: 'Open',
    openWhole: (name: string) => `Open the whole verdict on ${name}`,
  },
  cy: {
    title: 'Gwirio llawer o dystysgrifau',
    description:
      'Gwiriwch dystysgrifau llawer o bobl ar unwaith: ffeiliau, neu dabl gyda dolenni. Nid oes angen cyfrif.',
    lead: 'Dewch â ffeiliau neu dabl, a chael tabl yn ôl sy’n dweud am bob un a yw’n un go iawn. Nid ydym yn cadw dim.',
    files: 'Dewiswch ffeiliau, neu gollyngwch hwy yma',
    filesHint:
      'Bathodynnau (PNG neu SVG), tystysgrifau (JSON neu JWT), ffeiliau ZIP, neu dabl (CSV) gyda cholofn o ddolenni neu dystysgrifau',
    links: 'Neu gludwch ddolenni, un ar bob llinell',
    aboutColumn: 'Colofn y tabl',
    column: 'Enw’r golofn gyda’r dolenni neu’r tystysgrifau',
    columnHint: 'Dim ond lle nas canfyddir ohoni ei hun',
    checking: 'Yn gwirio',
    doneOf: (done: VNode, all: VNode) => (
      <>
        {done} o {all}
      </>
    ),
    cancel: 'Canslo',
    act: 'Eu gwirio',
    checked: 'Llawer o dystysgrifau wedi’u gwirio',
    checkedLead:
      'Gwiriwyd pob un ar ei phen ei hun. Un go iawn yw’r hyn a lofnododd ei dyroddwr ac sy’n dal mewn grym.',
    genuineOf: (genuine: VNode, all: VNode) => (
      <>
        {genuine} o {all} yn rhai go iawn
      </>
    ),
    download: 'Lawrlwytho fel tabl (CSV)',
    others: 'Gwirio eraill',
    caption: 'Beth a wiriwyd',
    orderIsYours: 'Maent yn y drefn y daethoch â hwy, nad yw’n golygu dim yma.',
    credential: 'Tystysgrif',
    issuedBy: 'Dyroddwyd gan',
    verdict: 'Dyfarniad',
    recognised: 'Cydnabyddedig',
    reason: 'Rheswm',
    notKnown: 'Anhysbys',
    notAsked: 'Ni ofynnwyd',
    allPassed: 'Llwyddodd pob gwiriad.',
    open: 'Agor',
    openWhole: (name: string) => `Agor y dyfarniad cyfan ar ${name}`,
  },
})
