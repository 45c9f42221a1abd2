import type { VNode } from 'preact'
import { catalogue } from '#web'
import type { DecisionFault, HeldDecision } from '../../skills/decisions.ts'

interface DecisionsWords {
  title: string
  back: string
  lead: string
  none: string
  noneText: (share: (words: string) => VNode) => VNode
  caption: string
  type: string
  standsFor: string
  because: string
  counts: string
  decidedBy: string
  /** Before the name of an issuer that no list knows. */
  callsItself: string
  refused: string
  aCourse: string
  nothing: string
  unit: string
  points: string
  types: Readonly<Record<HeldDecision['recognitionType'], string>>
  /** What could not be checked counts for nothing yet, which is neither yes nor no. */
  faults: Readonly<Record<DecisionFault, string>>
}

/** The words of the page of what others decided to recognise. */
export const decisionsWords = catalogue<DecisionsWords>({
  en: {
    title: 'What was recognised',
    back: 'Your credit',
    lead: 'What a college or an awarding body decided about what you bring. It counts there, and it is not new credit.',
    none: 'No decision yet',
    noneText: (share) => (
      <>
        {share('Share what you hold')} with a college or an awarding body by a link, and ask what they recognise. You
        take their signed decision as you take any credential.
      </>
    ),
    caption: 'The newest first',
    type: 'Type',
    standsFor: 'Stands for',
    because: 'Because of',
    counts: 'Counts',
    decidedBy: 'Decided by',
    callsItself: 'An issuer that calls itself ',
    refused: 'Refused',
    aCourse: 'A course of theirs',
    nothing: 'Nothing',
    unit: 'The unit',
    points: 'points',
    types: {
      CreditTransfer: 'Credit transfer',
      Equivalence: 'Equivalence',
      Exemption: 'Exemption',
      PriorLearning: 'Prior learning',
      ImportedUnit: 'Import',
      CustomisedUnit: 'Customised unit',
    },
    faults: {
      takenBack: '0, and not any more: it was taken back',
      notChecked: 'Nothing yet: it could not be checked the last time',
      expired: '0, and not any more: it has expired',
      notYet: 'Nothing yet: its day is still to come',
      notListed: '0: decided by an issuer on no list that is known here',
      notForThis: '0: decided by an issuer that is on a list, but not recognised for this',
      listUnavailable: 'Nothing yet: the list that may know its issuer could not be read the last time',
      sourceNotHeld: '0: you do not hold all that it is about',
      sourceNotTied:
        'Nothing yet: it names what it is about by an id alone, so nobody can tell if that is what you hold',
      sourceDiffers:
        '0: what you hold under that id is not what they looked at. It may be a newer copy, or they saw a part',
      sourceNotChecked: 'Nothing yet: what it is about could not be checked the last time',
      sourceTakenBack: '0, and not any more: what it is about was taken back',
      sourceNotCurrent: '0, and not any more: what it is about is not current',
      aboutAnother: '0: it names somebody whom none of that is about',
    },
  },
  cy: {
    title: 'Beth a gydnabuwyd',
    back: 'Eich credydau',
    lead: 'Yr hyn a benderfynodd coleg neu gorff dyfarnu am yr hyn sydd gennych. Mae’n cyfrif yno, ac nid yw’n gredyd newydd.',
    none: 'Dim penderfyniad eto',
    noneText: (share) => (
      <>
        {share('Rhannwch yr hyn sydd gennych')} â choleg neu gorff dyfarnu trwy ddolen, a gofynnwch beth y maent yn ei
        gydnabod. Derbyniwch eu penderfyniad wedi’i lofnodi fel y derbyniwch unrhyw dystysgrif.
      </>
    ),
    caption: 'Y diweddaraf yn gyntaf',
    type: 'Math',
    standsFor: 'Yn sefyll dros',
    because: 'Oherwydd',
    counts: 'Yn cyfrif',
    decidedBy: 'Penderfynwyd gan',
    callsItself: 'Dyroddwr sy’n ei alw ei hun yn ',
    refused: 'Gwrthodwyd',
    aCourse: 'Cwrs o’u heiddo',
    nothing: 'Dim',
    unit: 'Yr uned',
    points: 'pwynt',
    types: {
      CreditTransfer: 'Trosglwyddo credyd',
      Equivalence: 'Cyfwerthedd',
      Exemption: 'Eithriad',
      PriorLearning: 'Dysgu blaenorol',
      ImportedUnit: 'Mewnforio',
      CustomisedUnit: 'Uned wedi’i haddasu',
    },
    faults: {
      takenBack: '0, ac nid mwyach: fe’i tynnwyd yn ôl',
      notChecked: 'Dim eto: nid oedd modd ei wirio y tro diwethaf',
      expired: '0, ac nid mwyach: mae wedi dod i ben',
      notYet: 'Dim eto: mae ei ddiwrnod eto i ddod',
      notListed: '0: penderfynwyd gan ddyroddwr nad yw ar unrhyw restr sy’n hysbys yma',
      notForThis: '0: penderfynwyd gan ddyroddwr sydd ar restr, ond heb ei gydnabod ar gyfer hyn',
      listUnavailable: 'Dim eto: nid oedd modd darllen y rhestr a all adnabod ei ddyroddwr y tro diwethaf',
      sourceNotHeld: '0: nid oes gennych y cyfan y mae’n ymwneud ag ef',
      sourceNotTied:
        'Dim eto: mae’n enwi’r hyn y mae’n ymwneud ag ef trwy ddynodwr yn unig, felly ni all neb ddweud ai dyna sydd gennych',
      sourceDiffers:
        '0: nid yr hyn sydd gennych o dan y dynodwr hwnnw yw’r hyn yr edrychasant arno. Gall fod yn gopi mwy newydd, neu efallai mai rhan a welsant',
      sourceNotChecked: 'Dim eto: nid oedd modd gwirio’r hyn y mae’n ymwneud ag ef y tro diwethaf',
      sourceTakenBack: '0, ac nid mwyach: tynnwyd yr hyn y mae’n ymwneud ag ef yn ôl',
      sourceNotCurrent: '0, ac nid mwyach: nid yw’r hyn y mae’n ymwneud ag ef mewn grym',
      aboutAnother: '0: mae’n enwi rhywun nad oes dim o hynny amdano',
    },
  },
})
