import { countInWelsh } from '../dates.ts'
import type { CodeSentences, Facts, SentenceCode } from './sentences.ts'

const ASK_ISSUER = 'Gofynnwch i’r dyroddwr.'

/** Whoever endorsed it, by name, or "somebody". */
const who = ({ name }: Facts) => (typeof name === 'string' && name !== '' ? `“${name}”` : 'rhywun')

const WHAT: Readonly<Record<string, string>> = {
  credential: 'y dyfarniad hwn',
  achievement: 'yr hyn a gyflawnwyd',
  issuer: 'y dyroddwr',
}
const what = ({ about }: Facts) => WHAT[String(about)] ?? 'hyn'

/** So many of them, as they stand after "o"; "rhai" where their number is not known. */
const number = ({ count: found }: Facts, one: string, many: string) =>
  typeof found === 'number' ? countInWelsh(found, one, many) : `nifer o ${many}`
const files = (facts: Facts) => number(facts, 'ffeil', 'ffeiliau')

/** What a credential carries besides its own words: schemas, marks of others, files, other credentials, and whom it is about. */
export const insideCodes = {
  'schema.ok': { says: 'Mae fel y dywed y sgema y mae’n ei henwi.' },
  'schema.invalid': { says: 'Nid yw fel y dywed y sgema y mae’n ei henwi.', todo: { employer: ASK_ISSUER } },
  'schema.unknown': { says: 'Mae’n enwi sgema nad yw gennym, felly nid ydym wedi’i chymharu â honno.' },
  'endorsements.none': { says: 'Nid yw’n cario nodau ansawdd.' },
  'endorsements.notRun': { says: 'Ni edrychwyd ar nodau ansawdd.' },
  'endorsements.notChecked': {
    says: (facts) => `Nodau ansawdd gan eraill ynddi, heb eu gwirio yma: ${number(facts, 'nod', 'nodau')}.`,
  },
  'endorsements.ok': {
    says: (facts) => `Mae ${who(facts)} yn ategu ${what(facts)}, ac mae rhestr a ddefnyddiwn yn ei gydnabod.`,
  },
  'endorsements.notListed': {
    says: (facts) =>
      `Mae ${who(facts)} yn ategu ${what(facts)}, ac nid yw ar unrhyw restr a ddefnyddiwn. Penderfynwch drosoch eich hun a ydych yn ei adnabod.`,
  },
  'endorsements.unbound': {
    says: (facts) =>
      `Mae ${who(facts)} yn ategu ${what(facts)} o’r enw hwnnw. Gan nad oes rhestr a ddefnyddiwn yn cydnabod y dyroddwr, gall y nod berthyn i ddyfarniad rhywun arall.`,
  },
  'endorsements.own': { says: 'Mae’r dyroddwr yn ei hategu ei hun, ac nid yw hynny’n ychwanegu dim.' },
  'endorsements.otherSubject': {
    says: (facts) => `Mae nod gan ${who(facts)} am rywbeth arall. Nid yw’n cyfrif.`,
  },
  'endorsements.invalid': {
    says: (facts) =>
      `Mae nod sy’n enwi ${who(facts)} wedi’i ffugio, wedi’i ddifrodi neu heb fod mewn grym mwyach. Nid yw’n cyfrif.`,
  },
  'endorsements.unchecked': {
    says: (facts) => `Nid oedd modd gwirio nod sy’n enwi ${who(facts)}. Nid yw’n cyfrif.`,
  },
  'endorsements.tooMany': {
    says: (facts) => `Nodau ansawdd pellach na edrychwyd arnynt: ${number(facts, 'nod', 'nodau')}.`,
  },
  'recipient.match': { says: 'Mae am y person a enwyd gennych.' },
  'recipient.noMatch': {
    says: 'Nid yw am y person a enwyd gennych.',
    todo: {
      employer:
        'Gwnewch yn siŵr eich bod wedi ysgrifennu’r cyfeiriad neu’r enw fel y’i rhoddodd y person. Os ydych, gofynnwch iddo.',
    },
  },
  'recipient.notComparable': {
    says: ({ reason }) =>
      reason === 'weakHash'
        ? 'Mae’n enwi ei deiliad mewn hen ffordd y gallai unrhyw un fod wedi’i llunio, felly ni allwn ddweud ai’r person a enwyd gennych ydyw.'
        : 'Nid yw’n dweud am bwy y mae mewn ffordd y gellir ei chymharu â’r hyn a wyddoch.',
    todo: {
      employer:
        'Rhowch gynnig ar y llall o’r enw a’r cyfeiriad e-bost, neu cymharwch yr enw â phapurau’r person ei hun.',
    },
  },
  'evidence.none': { says: 'Nid yw’n enwi tystiolaeth.' },
  'evidence.ok': {
    says: (facts) => `Ffeiliau y mae’n cyfeirio atynt, yr union rai y mae’n eu henwi: ${files(facts)}.`,
  },
  'evidence.mismatch': {
    says: 'Nid yw ffeil y mae’n cyfeirio ati yr un a oedd yno pan gafodd ei llofnodi.',
    todo: { employer: 'Peidiwch â dibynnu ar y ffeil honno. Gofynnwch i’r dyroddwr am yr un iawn.' },
  },
  'evidence.notSupplied': {
    says: (facts) =>
      `Mae’n enwi ffeiliau tystiolaeth na ddaeth gyda hi, felly nid ydym wedi’u cymharu: ${files(facts)}.`,
  },
  'evidence.unreachable': {
    says: (facts) => `Nid oedd modd cyrraedd ffeiliau tystiolaeth, felly nid ydym wedi’u cymharu: ${files(facts)}.`,
  },
  'evidence.unsupported': {
    says: (facts) => `Mae’n enwi ffeiliau tystiolaeth ag olion bysedd na allwn eu darllen: ${files(facts)}.`,
  },
  'evidence.noDigest': {
    says: (facts) =>
      `Mae’n cyfeirio at dystiolaeth heb ôl bys, felly gall yr hyn sydd yno fod wedi newid ers hynny: ${number(facts, 'darn', 'ddarnau')}.`,
  },
  'evidence.notRun': { says: 'Ni edrychwyd ar dystiolaeth.' },
  'parts.ok': {
    says: (facts) => `Mae pob tystysgrif ynddo yn dal: ${number(facts, 'dystysgrif', 'dystysgrifau')}.`,
  },
  'parts.faulty': {
    says: ({ count: all, faulty }) => `O’r ${all} o dystysgrifau ynddo, nid yw ${faulty} yn dal.`,
    todo: {
      employer: 'Gwelwch isod pa rai, a pham. Dibynnwch ar y lleill yn unig.',
      holder: 'Gofynnwch i’r dyroddwr am gofnod newydd.',
    },
  },
  'parts.unchecked': {
    says: ({ count: all, unchecked }) => `O’r ${all} o dystysgrifau ynddo, nid oedd modd gwirio ${unchecked}.`,
    todo: { employer: 'Gwelwch isod pa rai, a pham.' },
  },
  'parts.otherSubject': {
    says: (facts) =>
      `Tystysgrifau ynddo sydd am rywun heblaw’r cofnod: ${number(facts, 'dystysgrif', 'dystysgrifau')}.`,
    todo: { employer: ASK_ISSUER },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
