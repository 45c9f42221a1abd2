import type { Recognition, RecognitionReason } from '#trust'
import { formatDate } from '../dates.ts'
import { list, OUTSIDE, scopeInWords } from './cy-scope.ts'
import type { Sentences } from './sentences.ts'

/** What the lists say of an issuer for one award, in one sentence that names the list, the scope and the dates. */
export const RECOGNITION: Sentences['recognition'] = {
  recognised: (recognition) => {
    const { until, key } = recognition
    const isOver = until !== null && Date.parse(until) < Date.parse(recognition.asOf ?? '')
    const retired = key?.isRetired
      ? ' Fe’i llofnodwyd ag allwedd sydd wedi’i disodli ers hynny, ac a oedd yn dda bryd hynny.'
      : ''
    return `${isOver ? 'Cydnabuwyd' : 'Cydnabyddir'} ${issuer(recognition)} gan ${through(recognition)}${may(recognition)}${period(recognition)}; ${dated(recognition)}.${retired}${closed(recognition)}`
  },
  outOfScope: (recognition) =>
    `Mae ${issuer(recognition)} ar ${where(recognition)}${recognition.scope ? `, wedi’i gydnabod${may(recognition)}` : ''}. ${why(recognition)}`,
  notAtThatDate: (recognition) =>
    `Mae ${issuer(recognition)} ar ${where(recognition)}, ond nid ar gyfer y diwrnod hwnnw: ${why(recognition)}${closed(recognition)}`,
  withdrawn: why,
  notListed: (recognition) =>
    recognition.reason !== null
      ? `Mae ${named(recognition)} yn enwi ${issuer(recognition)} ${why(recognition)} Gofynnwch i’r dyroddwr ai ei eiddo ef yw hon.`
      : 'Nid bai yw hynny: nid oes rhestr a ddefnyddiwn yn enwi’r dyroddwr hwn. Penderfynwch drosoch eich hun a ydych yn ei adnabod ac yn ymddiried ynddo. Ei air ei hun yw ei enw.',
  listUnavailable: (recognition) =>
    recognition.asOf === null
      ? 'Nid oedd modd cyrraedd na darllen rhestr o ddyroddwyr cydnabyddedig. Rhowch gynnig arall arni’n ddiweddarach.'
      : `Nid oedd modd darllen ${named(recognition)}, ac mae’r hyn a oedd gennym ohoni, o ${formatDate(recognition.asOf)}, wedi dyddio. Rhowch gynnig arall arni’n ddiweddarach.`,
}

type Words = (recognition: Recognition) => string

/** Why, by the reason that the list gives; nothing where the outcome says it all. */
const WHY: Partial<Record<RecognitionReason, Words>> = {
  scope: ({ outside }) =>
    outside.length > 0
      ? `Mae’r dyfarniad hwn y tu allan i hynny. Yn wahanol, neu heb ei nodi: ${list([...new Set(outside.map((member) => OUTSIDE[member]))])}.`
      : 'Mae’r dyfarniad hwn y tu allan i hynny.',
  notOwner: ({ through: [owner] }) =>
    `Caiff ${owner?.name ?? 'pwy bynnag a’i cydnabu'} adael i eraill ddyfarnu’r hyn sy’n eiddo iddo, ac ni ddangosir bod hwn felly.`,
  tooDeep: ({ through: [owner] }) =>
    `Ni chaiff ${owner?.name ?? 'pwy bynnag a’i cydnabu'} adael i eraill drosglwyddo hynny mor bell â hyn.`,
  before: (recognition) =>
    `dim ond o ${date(recognition.since)} y’i cydnabuwyd${may(recognition)}; ${dated(recognition)}.`,
  after: (recognition) => `fe’i cydnabuwyd${may(recognition)} tan ${date(recognition.until)}; ${dated(recognition)}.`,
  suspended: (recognition) =>
    `roedd ei gydnabyddiaeth${may(recognition)} wedi’i hatal dros dro bryd hynny; ${dated(recognition)}.`,
  closed: (recognition) => `caeodd ar ${date(recognition.closure?.on ?? null)}; ${dated(recognition)}.`,
  dayUnreadable: () => 'mae’n nodi diwrnod na ellir ei ddarllen.',
  keyNotListed: () => 'gydag allweddi gwahanol i’r un a lofnododd hon.',
  keyUnknown: () => 'yn ôl yr allweddi y mae’n llofnodi â hwy, ac ni lofnodwyd hon ag allwedd y gellid ei chymharu.',
  keyNotThen: (recognition) =>
    `nid oedd yr allwedd a lofnododd hon mewn defnydd pan lofnodwyd hi${recognition.key?.until ? `; daeth i ben ar ${date(recognition.key.until)}` : ''}.`,
  withdrawn: (recognition) =>
    `Tynnodd ${named(recognition)} ei chydnabyddiaeth yn ôl oddi wrth ${issuer(recognition)}${may(recognition)} ar ${date(recognition.withdrawal?.on ?? null)}, cyn i hon gael ei dyfarnu neu ei llofnodi; ${dated(recognition)}.`,
  retroactive: (recognition) =>
    `Tynnodd ${named(recognition)} ei chydnabyddiaeth yn ôl oddi wrth ${issuer(recognition)}${may(recognition)} ar ${date(recognition.withdrawal?.on ?? null)}, ar gyfer dyfarniadau cynharach hefyd; ${dated(recognition)}.`,
  keyCompromised: (recognition) =>
    `Mae ${named(recognition)} yn dweud bod yr allwedd a lofnododd hon yn y dwylo anghywir o ${date(recognition.key?.until ?? null)}, ac fe’i llofnodwyd ar ôl hynny. Gofynnwch am un newydd gan ${issuer(recognition)}.`,
  notWitnessed: (recognition) =>
    `Nid yw ${named(recognition)} bellach yn ategu’r hyn y mae ${issuer(recognition)} yn ei lofnodi o ${date(lostOn(recognition))}. Mae hon yn dweud ei bod yn hŷn, ac nid oes dim yn dangos ei bod: gofynnwch amdani ynghyd â’i chofnod yn log y dyroddwr.`,
}

function lostOn({ key, withdrawal }: Recognition): string | null {
  return key?.reason === 'compromised' ? key.until : (withdrawal?.on ?? null)
}

function why(recognition: Recognition): string {
  const { reason } = recognition
  return (reason && WHY[reason]?.(recognition)) ?? ''
}

const issuer = ({ issuerName }: Recognition) => issuerName ?? 'y dyroddwr hwn'

/** The list by its name. */
function named({ list: said }: Recognition): string {
  return said === null ? 'rhestr a ddefnyddiwn' : `y rhestr “${said.name}”`
}

/** The list that the issuer itself is on: that of whoever recognised it in turn, where it was not the one that is used. */
function where(recognition: Recognition): string {
  const last = recognition.through.at(-1)
  return last === undefined ? named(recognition) : `restr ${last.name}`
}

function through(recognition: Recognition): string {
  const names = recognition.through.map(({ name }) => name)
  return names.length === 0
    ? named(recognition)
    : `${list(names.toReversed())}, y mae ${named(recognition)} yn gadael iddo gydnabod eraill,`
}

const may = ({ scope }: Recognition) => (scope === null ? '' : ` i ddyfarnu: ${scopeInWords(scope)}`)

function period({ since, until }: Recognition): string {
  return `${since ? `, o ${date(since)}` : ''}${until ? ` tan ${date(until)}` : ''}`
}

/** Where the award was not recognised, the day on which it was made out may be what decided. */
function dated({ outcome, awardedOn, latestOn }: Recognition): string {
  if (awardedOn === null) return 'nid oes dyddiad ar y dyfarniad hwn'
  const [awarded, latest] = [date(awardedOn), date(latestOn)]
  const isOneDay = latestOn === null || awarded === latest
  return `dyddiad y dyfarniad hwn yw ${awarded}${outcome === 'recognised' || isOneDay ? '' : `, ac fe’i lluniwyd ar ${latest}`}`
}

function closed({ closure, reason }: Recognition): string {
  if (closure === null) return ''
  const { on, custodian, successor } = closure
  const goesOn = successor ? ` Mae ${successor.name} yn parhau â’i waith.` : ''
  const keeps = custodian ? ` Mae ${custodian.name} yn cadw ei gofnodion.` : ''
  return `${reason === 'closed' ? '' : ` Caeodd ar ${date(on)}.`}${goesOn}${keeps}`
}

const date = (value: string | null) => (value === null ? 'ddiwrnod anhysbys' : formatDate(value))
