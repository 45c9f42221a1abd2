import type { EndorsementKind } from '#credential'
import { formatDate } from '../dates.ts'
import type { CodeSentences, Facts, MarkWords, SentenceCode } from './sentences.ts'

/** The words of marks that are not sentences. */
export const marks: MarkWords = {
  heading: 'Nodau a chadarnhad',
  kinds: {
    QualityMark: 'Nod ansawdd',
    IssuerAuthority: 'Awdurdod i ddyfarnu',
    FrameworkAdoption: 'Fframwaith a fabwysiadwyd',
    EmployerRecognition: 'Cydnabyddir gan gyflogwr',
    ManagerConfirmation: 'Cadarnhawyd gan reolwr',
    WitnessStatement: 'Datganiad tyst',
  },
  outcomes: {
    Approved: 'Cymeradwywyd',
    ApprovedWithConditions: 'Cymeradwywyd gydag amodau',
    NotApproved: 'Heb ei gymeradwyo',
    Withdrawn: 'Tynnwyd yn ôl',
  },
  degrees: {
    Full: 'Wedi’i gwmpasu’n llawn',
    Partial: 'Wedi’i gwmpasu’n rhannol',
    WorkplaceOnly: 'Wedi’i ddysgu mewn gweithle yn unig',
    NotCovered: 'Heb ei gwmpasu',
  },
  about: { credential: 'Y dyfarniad hwn', achievement: 'Yr hyn a gyflawnwyd', issuer: 'Y dyroddwr' },
}

/** What each kind is called within a sentence, after a colon or in brackets: no word before it changes it. */
const KIND: Record<EndorsementKind, string> = {
  QualityMark: 'nod ansawdd',
  IssuerAuthority: 'awdurdod i ddyfarnu',
  FrameworkAdoption: 'mabwysiadu fframwaith',
  EmployerRecognition: 'cydnabyddiaeth gan gyflogwr',
  ManagerConfirmation: 'cadarnhad gan reolwr',
  WitnessStatement: 'datganiad tyst',
}

const isKind = (word: unknown): word is EndorsementKind => typeof word === 'string' && Object.hasOwn(KIND, word)
/** "yr ategiad hwn (nod ansawdd)": the kind in brackets, so that nothing has to agree with it. */
const it = (facts: Facts) => `yr ategiad hwn${isKind(facts.kind) ? ` (${KIND[facts.kind]})` : ''}`
const signer = ({ name }: Facts) => (typeof name === 'string' && name !== '' ? `“${name}”` : 'rhywun')
const Signer = (facts: Facts) => capital(signer(facts))
const day = (value: unknown, before: string) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? ` ${before} ${formatDate(value)}` : ''
const register = ({ list }: Facts) => (typeof list === 'string' ? `y rhestr “${list}”` : 'rhestr a ddefnyddiwn')
/** By which list: a body that keeps the list itself is not named twice. */
const byList = (facts: Facts) => (facts.list === facts.name ? 'ei restr ei hun, a ddefnyddiwn' : register(facts))
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Why whoever signed a mark is not taken for the owner of its scheme. */
function notOwner(facts: Facts): string {
  if (typeof facts.owner === 'string') return `Mae’r rhestrau a ddefnyddiwn yn enwi “${facts.owner}” fel y perchennog.`
  switch (facts.reason) {
    case 'recognition.notAtThatDate':
      return `Mae ${register(facts)} yn enwi ${signer(facts)}, ond nid ar gyfer y diwrnod y’i rhoddwyd.`
    case 'recognition.withdrawn':
      return `Mae ${register(facts)} wedi tynnu ei chydnabyddiaeth yn ôl oddi wrth ${signer(facts)}.`
    default:
      return `Nid oes rhestr a ddefnyddiwn yn dweud mai ${signer(facts)} biau’r cynllun.`
  }
}

/** Marks of a kind: what was found of each. None of it says anything for or against the credential itself. */
export const markCodes = {
  'endorsements.mark': {
    says: (facts) =>
      facts.kind === 'IssuerAuthority'
        ? `${Signer(facts)}, perchennog y cynllun yn ôl ${byList(facts)}, sy’n gadael i’r dyroddwr ddyfarnu hwn.`
        : `${Signer(facts)} a roddodd ${it(facts)}, ac yn ôl ${byList(facts)} ef yw perchennog y cynllun.`,
  },
  'endorsements.confirmed': {
    says: (facts) =>
      `${Signer(facts)} a lofnododd ${it(facts)}, ac mae ${register(facts)} yn ei gydnabod ar gyfer hynny. Nid nod ansawdd mohono.`,
  },
  'endorsements.confirmedByUnlisted': {
    says: (facts) =>
      `${Signer(facts)} a lofnododd ${it(facts)}, ac nid yw ar unrhyw restr a ddefnyddiwn ar gyfer hynny. Penderfynwch drosoch eich hun a ydych yn ei adnabod. Nid nod ansawdd mohono.`,
  },
  'endorsements.notSchemeOwner': {
    says: (facts) =>
      `${typeof facts.owner === 'string' ? 'Nid' : 'Hyd y mae’r rhestrau a ddefnyddiwn yn dweud, nid'} perchennog y cynllun a roddodd ${it(facts)}, felly nid yw’n cyfrif. ${notOwner(facts)}`,
    todo: {
      employer: 'Barnwch y dyfarniad hebddo.',
      issuer: 'Gofynnwch i berchennog y cynllun am nod y mae’n ei lofnodi ei hun.',
    },
  },
  'endorsements.expired': {
    says: (facts) => `Daeth ${it(facts)} gan ${signer(facts)} i ben${day(facts.validUntil, 'ar')}.`,
  },
  'endorsements.notYet': {
    says: (facts) =>
      typeof facts.validFrom === 'string'
        ? `Mae ${it(facts)} gan ${signer(facts)} yn dechrau${day(facts.validFrom, 'ar')}, nid cyn hynny.`
        : `Mae ${it(facts)} gan ${signer(facts)} heb ddechrau eto.`,
  },
  'endorsements.withdrawn': {
    says: (facts) =>
      facts.reason === 'status.suspended'
        ? `Mae ${signer(facts)} wedi atal ${it(facts)} dros dro. Nid yw hynny’n tynnu dim oddi wrth y dyfarniad ei hun.`
        : `Mae ${signer(facts)} wedi tynnu ${it(facts)} yn ôl${day(facts.withdrawnOn, 'ar')}. Nid yw hynny’n tynnu dim oddi wrth y dyfarniad ei hun.`,
  },
  'endorsements.notApproved': {
    says: (facts) =>
      facts.outcome === undefined
        ? `Nid yw ${signer(facts)} yn dweud yn ${it(facts)} sut y penderfynodd, felly nid yw’n cyfrif.`
        : `Edrychodd ${signer(facts)} ar hwn ar gyfer ${it(facts)} ac ni chymeradwyodd ef.`,
  },
  'endorsements.reviewDue': {
    says: (facts) =>
      `Roedd ${it(facts)} gan ${signer(facts)} i’w adolygu${day(facts.reviewDueOn, 'erbyn')}. Nid oes dim yma’n dweud sut yr aeth hynny.`,
    todo: { issuer: 'Gofynnwch i bwy bynnag a’i rhoddodd am un newydd.' },
  },
  'endorsements.beforeTeaching': {
    says: (facts) =>
      `Mae ${it(facts)} gan ${signer(facts)} ar gyfer yr hyn a addysgir${day(facts.firstTeachingOn, 'o')}; mae’r dyfarniad hwn yn gynharach na hynny.`,
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
