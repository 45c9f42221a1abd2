import type { VNode } from 'preact'
import { catalogue, count, countInWelsh, formatDate } from '#web'

/** The words of the page on which somebody takes their passport with them. */
export const exportWords = catalogue({
  en: {
    title: 'Take your passport with you',
    back: 'Your account',
    lead: 'It is yours. Choose a form by what you need it for; you can take as many as you like, at any time.',
    all: 'Everything, to keep or to move',
    allText:
      'A ZIP file with your credentials just as they were signed, your own records, your shares and when they were opened. Any wallet can take it in again.',
    saveAll: 'Save everything',
    document: 'A document to print or send',
    documentText: (credentials: number) =>
      `A PDF: what you can do, who says so, and ${count(credentials, 'credential')}, each as it stood when it was last checked. Paper proves nothing, so share a link beside it.`,
    link: 'The link in it, by which it can be checked',
    noLink: 'No link',
    linkFor: (audience: string, until: string) => `For ${audience}, until ${formatDate(until)}`,
    downloadPdf: 'Download the PDF',
    record: 'One record for a school or an employer’s software',
    recordText: (credentials: number) =>
      `A Comprehensive Learner Record (CLR 2.0) of ${count(credentials, 'credential')}. Each keeps its own signature and can be checked. You put the record together, so the record as a whole is not signed.`,
    nothingIn: 'There is nothing to put into it yet.',
    downloadRecord: 'Download the record',
    downloadRecordOf: (record: number, records: number) => `Download record ${record} of ${records}`,
    europe: 'A description for Europe',
    europeText: (credentials: number) =>
      `In the European Learning Model, which Europass uses (JSON-LD): ${count(credentials, 'credential')} with European levels where there is one. It is a description and not signed; your own records are not in it.`,
    nothingToDescribe: 'There is nothing to describe yet.',
    downloadDescription: 'Download the description',
    table: 'A table for a spreadsheet',
    tableText: (credentials: number, records: number) =>
      `A CSV file with a line for each of ${count(credentials, 'credential')} and of ${count(records, 'record')} of your own. The content of files that you added to your portfolio is not in it.`,
    downloadTable: 'Download the table',
    frameworks: (link: (words: string) => VNode) => (
      <>Do you look for the skills and units themselves, not yours? {link('See the frameworks')}</>
    ),
    leftOut: (credentials: number) => `${count(credentials, 'credential does', 'credentials do')} not go into it`,
    leftOutText: 'Left out is what is not genuine; of a record also Open Badges 2.0, which it has no place for.',
  },
  cy: {
    title: 'Mynd â’ch pasbort gyda chi',
    back: 'Eich cyfrif',
    lead: 'Chi biau ef. Dewiswch ffurf yn ôl yr hyn y mae ei angen arnoch ar ei gyfer; gallwch gymryd cynifer ag y mynnwch, unrhyw bryd.',
    all: 'Popeth, i’w gadw neu ei symud',
    allText:
      'Ffeil ZIP gyda’ch tystysgrifau yn union fel y’u llofnodwyd, eich cofnodion eich hun, yr hyn a rannwyd gennych a phryd y’i hagorwyd. Gall unrhyw waled ei derbyn eto.',
    saveAll: 'Cadw popeth',
    document: 'Dogfen i’w hargraffu neu ei hanfon',
    documentText: (credentials: number) =>
      `PDF: beth y gallwch ei wneud, pwy sy’n dweud hynny, a ${countInWelsh(credentials, 'dystysgrif', 'dystysgrifau')}, fel yr oeddent pan y’u gwiriwyd ddiwethaf. Nid yw papur yn profi dim, felly rhannwch ddolen ochr yn ochr ag ef.`,
    link: 'Y ddolen ynddi, i’w gwirio drwyddi',
    noLink: 'Dim dolen',
    linkFor: (audience: string, until: string) => `Ar gyfer ${audience}, hyd at ${formatDate(until)}`,
    downloadPdf: 'Lawrlwytho’r PDF',
    record: 'Un cofnod ar gyfer meddalwedd ysgol neu gyflogwr',
    recordText: (credentials: number) =>
      `Comprehensive Learner Record (CLR 2.0) o’ch tystysgrifau (${credentials}). Mae pob un yn cadw ei llofnod ei hun a gellir ei gwirio. Chi sy’n rhoi’r cofnod at ei gilydd, felly nid yw’r cofnod yn ei gyfanrwydd wedi’i lofnodi.`,
    nothingIn: 'Nid oes dim i’w roi ynddo eto.',
    downloadRecord: 'Lawrlwytho’r cofnod',
    downloadRecordOf: (record: number, records: number) => `Lawrlwytho cofnod ${record} o ${records}`,
    europe: 'Disgrifiad ar gyfer Ewrop',
    europeText: (credentials: number) =>
      `Yn y Model Dysgu Ewropeaidd, y mae Europass yn ei ddefnyddio (JSON-LD): eich tystysgrifau (${credentials}) gyda lefelau Ewropeaidd lle ceir un. Disgrifiad ydyw, heb ei lofnodi; nid yw eich cofnodion eich hun ynddo.`,
    nothingToDescribe: 'Nid oes dim i’w ddisgrifio eto.',
    downloadDescription: 'Lawrlwytho’r disgrifiad',
    table: 'Tabl ar gyfer taenlen',
    tableText: (credentials: number, records: number) =>
      `Ffeil CSV gyda llinell ar gyfer pob un o’ch tystysgrifau (${credentials}) a phob cofnod o’ch eiddo (${records}). Nid yw cynnwys ffeiliau a ychwanegwyd at eich portffolio ynddi.`,
    downloadTable: 'Lawrlwytho’r tabl',
    frameworks: (link: (words: string) => VNode) => (
      <>Ydych chi’n chwilio am y sgiliau a’r unedau eu hunain, nid eich rhai chi? {link('Gweld y fframweithiau')}</>
    ),
    leftOut: (credentials: number) => `Tystysgrifau nad ydynt yn mynd iddo: ${credentials}`,
    leftOutText:
      'Gadewir allan yr hyn nad yw’n un go iawn; ac o gofnod hefyd Open Badges 2.0, nad oes lle iddynt ynddo.',
  },
})
