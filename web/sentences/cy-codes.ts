import { formatDate, formatTime } from '../dates.ts'
import { insideCodes } from './cy-inside-codes.ts'
import { linkCodes } from './cy-link-codes.ts'
import { markCodes } from './cy-marks.ts'
import { olderCodes } from './cy-older-codes.ts'
import { timeCodes } from './cy-time-codes.ts'
import type { Facts, Sentences } from './sentences.ts'

const ASK_ISSUER = 'Gofynnwch i’r dyroddwr.'
const ASK_HOLDER = 'Gofynnwch i’r person a’i hanfonodd am y ffeil neu’r ddolen wreiddiol.'
const ASK_FOR_NEW = 'Gofynnwch i’r dyroddwr ei dyfarnu eto.'
const TRY_AGAIN = 'Rhowch gynnig arall arni ymhen ychydig funudau.'
const OTHER_VERIFIER = 'Rhowch gynnig ar wiriwr arall, neu gofynnwch i’r dyroddwr.'
const STILL_HOLDS = 'Gofynnwch i’r dyroddwr a yw’n dal mewn grym.'

/** " ar 25 Mehefin 2027", where the fact is known. */
function on(facts: Facts, name: string): string {
  const value = facts[name]
  return typeof value === 'string' ? ` ar ${formatDate(value)}` : ''
}

/** " (ar 25 Mehefin 2027, 14:05 UTC)", where the fact is known. */
function asOf({ asOf: value }: Facts): string {
  return typeof value === 'string' ? ` (fel yr oedd ar ${formatTime(value)})` : ''
}

/** Somebody's own words in a sentence, where there are some. */
function quoted(before: string, words: Facts[string] | undefined): string {
  return typeof words === 'string' && words !== '' ? `${before} “${words}”.` : ''
}

const PRESENT_AGAIN = 'Gofynnwch i’r person ei chyflwyno eto.'
const EARLIER = 'Heb edrych arno, am na phasiwyd gwiriad cynharach.'

const altered = { employer: ASK_HOLDER, holder: ASK_FOR_NEW }
const retry = {
  employer: TRY_AGAIN,
  holder: TRY_AGAIN,
  issuer: 'Gwnewch yn siŵr bod y cyfeiriad yn ateb, yna rhowch gynnig arall arni.',
}

/** What each code means, as exact as in English. A code that has none here falls to a plain sentence that names it. */
export const codes: Sentences['codes'] = {
  'shape.ok': { says: 'Mae’n dystysgrif y gallwn ei darllen.' },
  'shape.invalid': { says: 'Nid yw wedi’i llunio fel y mae’n rhaid i dystysgrif fod.', todo: altered },
  'shape.partial': {
    says: 'Mae’n dangos rhan: efallai fod pwy bynnag a’i rhannodd wedi gadael rhywbeth allan.',
    todo: { employer: 'Os oes rhywbeth sydd ei angen arnoch ar goll, gofynnwch i’r person ei rannu hefyd.' },
  },
  'shape.unreadable': {
    says: ({ reason }) =>
      reason === 'media.unsupported'
        ? 'Nid yw’n dystysgrif, neu mae ar ffurf nad yw’n hysbys yma.'
        : 'Ni ellir ei darllen fel tystysgrif.',
    todo: { employer: ASK_HOLDER, holder: ASK_FOR_NEW },
  },
  'shape.notRun': { says: 'Ni farnwyd ei ffurf, am ei bod yn defnyddio geirfa nad ydym yn ei hadnabod.' },
  'contexts.ok': { says: 'Mae gan bob term ynddi ystyr gyhoeddedig.' },
  'contexts.unknown': {
    says: 'Mae’n defnyddio geirfa nad ydym yn ei hadnabod, felly ni allwn ddweud beth mae’n ei ddweud.',
    todo: {
      employer: ASK_ISSUER,
      issuer: 'Defnyddiwch gyd-destunau cyhoeddedig yn unig, neu gofynnwch i’r gweithredwr ychwanegu eich rhai chi.',
    },
  },
  'contexts.inline': {
    says: 'Mae’n dod â’i diffiniadau ei hun, felly gallai ei geiriau olygu rhywbeth gwahanol i’r hyn maent yn ei ddweud.',
    todo: altered,
  },
  'contexts.byType': {
    says: (facts) =>
      `Mae ei geiriau’n golygu’r hyn y mae ei dyroddwr yn dweud eu bod yn ei olygu${typeof facts.type === 'string' && facts.type !== '' ? ` ar gyfer “${facts.type}”` : ''}; nid ydym wedi chwilio am hynny.`,
  },
  'contexts.redefined': { says: 'Mae’n newid ystyr gair hysbys.', todo: altered },
  'dates.ok': { says: 'Mae o fewn ei dyddiadau.' },
  'dates.expired': {
    says: (facts) => `Daeth i ben${on(facts, 'validUntil')}.`,
    todo: { employer: 'Gofynnwch a oes un mwy newydd.', holder: 'Gofynnwch i’r dyroddwr a allwch ei hadnewyddu.' },
  },
  'dates.notYetValid': {
    says: (facts) =>
      typeof facts.validFrom === 'string' ? `Daw i rym ar ${formatDate(facts.validFrom)}.` : 'Nid yw mewn grym eto.',
    todo: { employer: 'Gwiriwch hi eto ar y diwrnod hwnnw.' },
  },
  'dates.malformed': { says: 'Ni ellir darllen dyddiad ynddi.', todo: { holder: ASK_FOR_NEW } },
  'proof.ok': { says: 'Mae’r llofnod yn dda: ni newidiwyd dim ers ei llofnodi.' },
  'proof.invalid': {
    says: 'Nid yw’r llofnod yn cyfateb: fe’i newidiwyd ar ôl ei llofnodi, neu fe’i llofnodwyd ag allwedd arall.',
    todo: altered,
  },
  'proof.missing': { says: 'Nid yw wedi’i llofnodi, felly gallai unrhyw un fod wedi’i hysgrifennu.', todo: altered },
  'proof.unsupported': {
    says: 'Mae wedi’i llofnodi mewn ffordd na allwn ei gwirio eto.',
    todo: { employer: OTHER_VERIFIER, holder: ASK_ISSUER },
  },
  'proof.chainBroken': { says: 'Mae un o’i llofnodion yn dilyn un arall sydd ar goll.', todo: altered },
  'proof.disclosures': {
    says: 'Ychwanegwyd rhywbeth ati, neu newidiwyd rhan ohoni, ar ôl ei llofnodi.',
    todo: altered,
  },
  'proof.certificate': {
    says: 'Mae wedi’i llofnodi â thystysgrif allwedd. Nid ydym yn ymddiried mewn tystysgrifau allwedd eto, felly ni allwn ddweud pwy a’i llofnododd.',
    todo: { employer: OTHER_VERIFIER },
  },
  'proof.keyNotPinned': {
    says: ({ list }) =>
      `Nid yw rhestr allweddi’r dyroddwr ei hun ar gael, ac ni chadwodd ${list} unrhyw allwedd y llofnodwyd hon â hi.`,
    todo: {
      employer: 'Gofynnwch i bwy bynnag sy’n cadw cofnodion y darparwr hwnnw.',
      holder: 'Gofynnwch i bwy bynnag sy’n cadw cofnodion y darparwr hwnnw am gopi newydd.',
      issuer: 'Trefnwch fod y rhestr yn enwi pob allwedd a oedd mewn defnydd.',
    },
  },
  'proof.base': {
    says: 'Copi preifat ei deiliad yw hwn, y gellid dangos unrhyw ran ohono. Mae angen copi a rannwyd.',
    todo: {
      employer: 'Gofynnwch am ddolen rannu, neu am y copi y mae’r waled yn ei wneud i’w rannu.',
      holder: 'Rhannwch hi o’ch waled: mae’n gwneud copi gyda dim ond yr hyn y dewiswch ei ddangos.',
    },
  },
  'proof.malformed': { says: 'Mae ei llofnod wedi’i ddifrodi.', todo: altered },
  'proof.purpose': { says: 'Gwnaed ei llofnod at ddiben heblaw dyfarnu.', todo: { holder: ASK_FOR_NEW } },
  'proof.expired': { says: (facts) => `Daeth ei llofnod i ben${on(facts, 'expires')}.`, todo: { holder: ASK_FOR_NEW } },
  'proof.notCanonical': {
    says: 'Nid yw ei llofnod yn cwmpasu’r cyfan ohoni, felly gallai rhan fod wedi’i hychwanegu neu ei newid.',
    todo: { employer: ASK_ISSUER, holder: ASK_FOR_NEW },
  },
  'proof.tooComplex': {
    says: 'Nid oedd modd cyfrifo ei llofnod, am fod y ddogfen yn rhy ddryslyd.',
    todo: { employer: ASK_ISSUER },
  },
  'proof.overBudget': {
    says: 'Cymerodd ei gwirio ormod o amser ac fe’i hataliwyd. Nid yw hynny’n dweud dim yn ei herbyn.',
    todo: { employer: ASK_ISSUER },
  },
  'proof.claimMismatch': {
    says: 'Nid yw’r amlen a lofnodwyd a’r ddogfen y tu mewn iddi yn dweud yr un peth.',
    todo: altered,
  },
  'proof.notRun': { says: EARLIER },
  'issuer.ok': { says: 'Y dyroddwr y mae’n ei enwi biau’r allwedd a’i llofnododd.' },
  'issuer.keyMismatch': { says: 'Fe’i llofnodwyd gan rywun heblaw’r dyroddwr y mae’n ei enwi.', todo: altered },
  'issuer.keyNotListed': {
    says: 'Nid yw’r dyroddwr y mae’n ei enwi yn rhestru’r allwedd a’i llofnododd.',
    todo: altered,
  },
  'issuer.unbound': {
    says: 'Mae wedi’i llofnodi, ond nid yw’r cyfeiriad gwe sy’n enwi ei dyroddwr yn dweud pa allweddi sy’n eiddo iddo.',
    todo: { employer: ASK_ISSUER, holder: ASK_ISSUER },
  },
  'issuer.missing': { says: 'Nid yw’n dweud pwy a’i dyroddodd.', todo: altered },
  'issuer.notRun': { says: EARLIER },
  'did.unresolvable': {
    says: 'Nid oedd modd cael allweddi cyhoeddus y dyroddwr, felly ni allwn ddweud pwy a’i llofnododd.',
    todo: retry,
  },
  'did.unsupported': {
    says: 'Mae’r dyroddwr wedi’i enwi mewn ffordd na allwn chwilio amdani eto.',
    todo: { employer: OTHER_VERIFIER },
  },
  'did.invalid': { says: 'Mae’r dyroddwr wedi’i enwi mewn ffordd nad yw’n arwain i unman.', todo: altered },
  'did.mismatch': { says: 'Rhywun arall biau’r allweddi a geir o dan gyfeiriad y dyroddwr.', todo: altered },
  'did.deactivated': {
    says: 'Mae’r dyroddwr wedi cau’r hunaniaeth a lofnododd hon.',
    todo: { employer: ASK_ISSUER },
  },
  'status.ok': {
    says: (facts) =>
      facts.purpose === 'suspension'
        ? `Nid yw’r dyroddwr wedi atal y dystysgrif hon dros dro${asOf(facts)}.`
        : `Nid yw’r dyroddwr wedi dirymu’r dystysgrif hon${asOf(facts)}.`,
  },
  'status.none': { says: 'Nid yw’r dyroddwr yn cadw rhestr y gellid dirymu hon ynddi.' },
  'status.revoked': {
    says: (facts) =>
      `Mae’r dyroddwr wedi dirymu’r dystysgrif hon ers hynny${asOf(facts)}.${quoted(' Ei reswm:', facts.reason)}`,
    todo: { employer: ASK_ISSUER, holder: 'Gofynnwch i’r dyroddwr pam, a sut i apelio.' },
  },
  'status.suspended': {
    says: (facts) =>
      `Mae’r dyroddwr wedi atal y dystysgrif hon dros dro${asOf(facts)}.${quoted(' Ei reswm:', facts.reason)}`,
    todo: {
      employer: 'Gwiriwch hi eto’n ddiweddarach, neu gofynnwch i’r dyroddwr.',
      holder: 'Gofynnwch i’r dyroddwr pam, ac am ba hyd.',
    },
  },
  'status.applicationSpecific': {
    says: (facts) =>
      `Mae rhestr y dyroddwr yn dweud rhywbeth amdani na all neb ond y dyroddwr ei esbonio${asOf(facts)}.`,
    todo: { employer: STILL_HOLDS },
  },
  'status.unreachable': {
    says: 'Nid oedd modd cyrraedd rhestr y dyroddwr, felly ni allwn ddweud a ddirymwyd hon.',
    todo: retry,
  },
  'status.stale': {
    says: (facts) =>
      `Mae rhestr y dyroddwr yn rhy hen i ddibynnu arni${asOf(facts)}, felly gallai hon fod wedi’i dirymu ers hynny.`,
    todo: retry,
  },
  'status.malformed': { says: 'Ni ellir darllen rhestr ddirymu’r dyroddwr.', todo: { employer: ASK_ISSUER } },
  'status.unverifiable': {
    says: 'Nid oedd modd profi mai’r dyroddwr biau ei restr ddirymu.',
    todo: { employer: ASK_ISSUER },
  },
  'status.issuerMismatch': {
    says: 'Mae’r rhestr ddirymu wedi’i llofnodi gan rywun heblaw’r dyroddwr.',
    todo: { employer: ASK_ISSUER },
  },
  'status.unsupported': {
    says: 'Cedwir dirymiadau mewn ffordd na allwn ei darllen eto.',
    todo: { employer: STILL_HOLDS },
  },
  'status.message': {
    says: (facts) =>
      `Mae’r dyroddwr wedi gadael neges amdani${asOf(facts)}${quoted(':', facts.message) || '.'} Mae’n dal mewn grym.`,
  },
  'status.notRun': { says: 'Ni chwiliwyd amdano, am mai’r llofnod a’r llofnodwr sy’n dod yn gyntaf.' },
  'recognition.recognised': { says: 'Mae rhestr a ddefnyddiwn yn cydnabod y dyroddwr hwn.' },
  'recognition.notListed': { says: 'Nid yw’r dyroddwr ar unrhyw restr a ddefnyddiwn. Nid bai yw hynny.' },
  'recognition.listUnavailable': { says: 'Nid oedd modd cael rhestr o ddyroddwyr cydnabyddedig.', todo: retry },
  'recognition.notAtThatDate': { says: 'Nid oedd y dyroddwr wedi’i gydnabod ar ddiwrnod y dyfarniad.' },
  'recognition.withdrawn': { says: 'Tynnwyd cydnabyddiaeth y dyroddwr yn ôl.' },
  'recognition.stale': {
    says: ({ list, asOf: day }) =>
      `Mae fersiwn newydd o ${list} yn hwyr; dyma’r hyn a ddywedodd ar ${formatDate(String(day))}.`,
  },
  'recognition.listRefused': {
    says: ({ list }) => `Nid yw fersiwn diweddaraf ${list} yn dal, felly defnyddiwyd un cynharach.`,
  },
  'recognition.stapled': {
    says: ({ list, asOf: day }) =>
      `Nid oedd modd cyrraedd ${list}. Rhoddodd pwy bynnag a gyflwynodd hon gopi a lofnodwyd gan ei geidwad ar ${formatDate(String(day))}, a defnyddiwyd hwnnw.`,
  },
  'recognition.stapledRefused': {
    says: 'Daeth rhestr o ddyroddwyr cydnabyddedig gyda hi nad yw’n un a ddefnyddiwn, neu nad yw’n dal. Fe’i gadawyd o’r neilltu.',
  },
  'recognition.conflict': { says: 'Mae rhestr arall a ddefnyddiwn yn dweud yn wahanol am y dyroddwr hwn.' },
  'recognition.outOfScope': { says: 'Cydnabyddir y dyroddwr, ond nid ar gyfer y math hwn o ddyfarniad.' },
  'recognition.notRun': { says: 'Ni chwiliwyd amdano, am mai’r llofnod a’r llofnodwr sy’n dod yn gyntaf.' },
  'holder.notPresented': {
    says: 'Y dystysgrif yn unig yr ydym wedi’i gweld, nid y person. Nid yw’n dangos pwy a’i hanfonodd atoch.',
    todo: { employer: 'Cymharwch yr enw â phapurau’r person ei hun.' },
  },
  'holder.ok': { says: 'Y person y mae amdano a’i cyflwynodd.' },
  'holder.noChallenge': { says: 'Fe’i cyflwynwyd heb gwestiwn newydd, felly gall fod yn gopi.' },
  'holder.challengeMismatch': {
    says: 'Mae’n ateb cwestiwn gwahanol i’n hun ni, felly gall fod wedi’i chyflwyno o’r blaen.',
    todo: { employer: PRESENT_AGAIN },
  },
  'holder.otherSubject': { says: 'Nid yr un a’i cyflwynodd yw’r person y mae amdano.' },
  'holder.unbound': {
    says: 'Nid yw’n dweud drwy DID am bwy y mae, felly ni ellir ei chymharu â phwy a’i cyflwynodd.',
  },
  'holder.unsignedRecord': {
    says: 'Ni lofnododd neb y cofnod o amgylch y tystysgrifau hyn. Ni edrychwyd ar yr hyn y mae’n ei ddweud ei hun, ei ddyddiadau, nac a yw’n dal mewn grym.',
    todo: { employer: 'Dibynnwch ar y tystysgrifau ynddo fesul un.' },
  },
  'holder.unsigned': { says: 'Fe’i cyflwynwyd heb lofnod, felly nid yw’n dangos pwy a’i hanfonodd.' },
  'holder.notChecked': { says: 'Nid oedd modd gwirio llofnod y cyflwyniad ei hun.' },
  'holder.stale': {
    says: 'Fe’i cyflwynwyd yn rhy bell yn ôl i gyfrif nawr.',
    todo: { employer: PRESENT_AGAIN },
  },
  'holder.mismatch': {
    says: 'Mae’r cyflwyniad yn enwi un person ac wedi’i lofnodi gan un arall.',
    todo: { employer: PRESENT_AGAIN },
  },
  'holder.invalid': { says: 'Nid yw llofnod y cyflwyniad ei hun yn cyfateb.', todo: { employer: PRESENT_AGAIN } },
  'holder.notRun': { says: 'Heb edrych arno, am mai’r llofnod a’r llofnodwr sy’n dod yn gyntaf.' },
  ...insideCodes,
  ...linkCodes,
  ...markCodes,
  ...olderCodes,
  ...timeCodes,
  'currency.lapsed': {
    says: (facts) => `Daeth ei chyfnod cyfredol i ben${on(facts, 'currentUntil')}. Mae’n dal yn wir fel hanes.`,
    todo: {
      employer: 'Gofynnwch a adnewyddwyd y sgil ers hynny.',
      holder: 'Gofynnwch i’r dyroddwr sut i’w hadnewyddu.',
    },
  },
}
