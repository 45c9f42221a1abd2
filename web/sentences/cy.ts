import type { CredentialSummary, Report } from '#credential'
import { awardingBodies, bodyInWords } from '../bodies.ts'
import { formatDate, formatTime } from '../dates.ts'
import { assurance } from './cy-assurance.ts'
import { codes } from './cy-codes.ts'
import { marks } from './cy-marks.ts'
import { RECOGNITION } from './cy-recognition.ts'
import type { Sentences } from './sentences.ts'

/** Welsh. "Tystysgrif" is a credential, and "cymhwyster" only ever a qualification. */
export const cy: Sentences = {
  lang: 'cy',
  headlines: {
    genuine: 'Mae’r dystysgrif hon yn un go iawn',
    genuineNotListed: 'Mae’r dystysgrif hon yn un go iawn. Nid yw ei dyroddwr ar unrhyw restr a ddefnyddir yma',
    genuineNotRecognised:
      'Mae’r dystysgrif hon yn un go iawn. Nid yw ei dyroddwr wedi’i gydnabod ar gyfer y dyfarniad hwn',
    genuineOfAnother: 'Go iawn, ond nid am y person a enwyd gennych',
    genuineInPart: 'Cofnod go iawn, ond nid yw pob rhan ohono’n dal',
    noLongerValid: 'Go iawn, ond nid mewn grym mwyach',
    notYetValid: 'Go iawn, ond nid mewn grym eto',
    notGenuine: 'Nid yw’r dystysgrif hon yn un go iawn',
    unchecked: 'Nid oedd modd gwirio’r dystysgrif hon',
    linkNotOpened: 'Nid oedd modd agor y ddolen',
  },
  standings: {
    genuine: 'Go iawn',
    genuineNotListed: 'Go iawn, dyroddwr heb ei restru',
    genuineNotRecognised: 'Go iawn, dyroddwr heb ei gydnabod ar ei chyfer',
    genuineOfAnother: 'Go iawn, ond am berson arall',
    genuineInPart: 'Go iawn, ond nid yw pob rhan yn dal',
    noLongerValid: 'Nid mewn grym mwyach',
    notYetValid: 'Nid mewn grym eto',
    notGenuine: 'Nid yw’n un go iawn',
    unchecked: 'Nid oedd modd ei gwirio',
    linkNotOpened: 'Nid oedd modd agor y ddolen',
  },
  summary,
  checks: {
    link: 'Dolen',
    shape: 'Ffurf',
    schema: 'Y sgema a enwir',
    contexts: 'Ystyr ei thermau',
    dates: 'Dyddiadau',
    proof: 'Llofnod',
    issuer: 'Llofnodwr',
    status: 'Dirymu neu atal dros dro',
    recognition: 'Cydnabyddiaeth',
    endorsements: 'Nodau ansawdd',
    holder: 'Pwy sy’n ei chyflwyno',
    recipient: 'Am bwy y mae',
    evidence: 'Tystiolaeth',
    parts: 'Tystysgrifau ynddo',
  },
  outcomes: { passed: 'Pasiwyd', failed: 'Methwyd', unknown: 'Nid oedd modd gwirio', notice: 'Er gwybodaeth' },
  notRun: 'Heb edrych arno',
  codes,
  unknownCode: {
    passed: () => 'Pasiwyd y gwiriad hwn.',
    failed: (code) => `Methwyd y gwiriad hwn. Ei god yw ${code}.`,
    unknown: (code) => `Nid oedd modd gwirio hyn. Ei god yw ${code}.`,
    notice: (code) => `Mae rhywbeth i’w wybod am hyn. Ei god yw ${code}.`,
  },
  assurance,
  marks,
  associations: {
    isChildOf: 'yn perthyn o dan',
    isParentOf: 'yn cynnwys',
    isPartOf: 'yn rhan o',
    isPeerOf: 'ochr yn ochr â',
    isRelatedTo: 'yn gysylltiedig â',
    exactMatchOf: 'yr un fath â',
    precedes: 'yn dod o flaen',
    replacedBy: 'wedi’i ddisodli gan',
  },
  parts: {
    Recipient: 'Eich enw, a beth arall sy’n dweud pwy ydych',
    Skill: 'Y sgiliau',
    Level: 'Y lefel',
    AssessmentMethod: 'Sut y cafodd ei asesu',
    AwardingBody: 'Y cyrff sy’n ei ddyfarnu, ei addysgu neu ei wirio',
    DateAchieved: 'Pryd y gwnaethoch ei gyflawni',
    Currency: 'Am ba hyd y mae’n dal',
    Result: 'Eich canlyniadau a’ch graddau',
    Licence: 'Rhif y drwydded neu’r cerdyn',
    Evidence: 'Y dystiolaeth',
    Credit: 'Y credydau',
    Assurance: 'Sut y sicrhawyd ei ansawdd',
    Picture: 'Y llun',
    Endorsement: 'Beth mae eraill yn ei ddweud amdano',
    Other: 'Pob manylyn arall',
  },
  recognitionLabels: {
    recognised: 'Dyroddwr cydnabyddedig',
    outOfScope: 'Cydnabyddedig, ond nid ar gyfer y dyfarniad hwn',
    notAtThatDate: 'Heb ei gydnabod ar ddiwrnod y dyfarniad',
    withdrawn: 'Cydnabyddiaeth wedi’i thynnu’n ôl',
    notListed: 'Nid yw’r dyroddwr ar restr a ddefnyddiwn',
    listUnavailable: 'Nid oedd modd chwilio am gydnabyddiaeth',
  },
  recognition: RECOGNITION,
  checkedWhen: ({ checkedAt, at }) => {
    const when = `Gwiriwyd ar ${formatTime(checkedAt)}`
    return at === checkedAt ? `${when}.` : `${when}, fel yr oedd ar ${formatTime(at)}.`
  },
}

/** One or two sentences: what it is, and how long it holds. */
function summary(report: Report, credential: CredentialSummary | null, cause: string): string {
  const awarded = whoGaveIt(issuerOf(report, credential), credential)
  switch (report.standing) {
    case 'genuine':
      return [cause, awarded, lasting(report, credential)].filter(Boolean).join(' ')
    case 'noLongerValid':
    case 'notYetValid':
      return `${awarded} ${cause}`
    case 'notGenuine':
      return `${cause} Peidiwch â dibynnu arni.`
    case 'unchecked':
      return report.checks.some(({ check }) => check === 'link') ? cause : `${cause} Nid yw hynny’n ei gwneud yn ffug.`
  }
}

/** Whoever signs has issued it; that it also awarded it is said only where the credential names it as the awarding body. */
function whoGaveIt(issuer: string, credential: CredentialSummary | null): string {
  if (credential === null) return `${issuer} a’i dyroddodd.`
  const { awardedOn, recipientName, knownNames } = credential
  const { isIssuer, others } = awardingBodies(credential)
  const to = recipientName ? ` i ${recipientName}` : ''
  if (isIssuer && others.length === 0)
    return `${issuer} a’i dyfarnodd${to}${awardedOn ? ` ar ${formatDate(awardedOn)}` : ''}.`
  const dated = awardedOn ? `, wedi’i dyddio ${formatDate(awardedOn)}` : ''
  const bodies = [...(isIssuer ? ['ef ei hun'] : []), ...others.map((id) => bodyInWords(id, knownNames))].join(', ')
  return `${issuer} a’i dyroddodd${to}${dated}${bodies ? `, gan enwi fel corff dyfarnu: ${bodies}` : ''}.`
}

/** The name that a list gives; failing that the issuer's own word for itself, said to be that, with where it can be found. */
function issuerOf({ recognition }: Report, credential: CredentialSummary | null): string {
  if (recognition.issuerName !== null) return recognition.issuerName
  const name = credential?.issuer.name
  const host = /^did:web:([^:]+)/.exec(credential?.issuer.id ?? '')?.[1]
  const where = host === undefined ? '' : ` (${decodeURIComponent(host)})`
  return name ? `Dyroddwr sy’n ei alw ei hun yn ${name}${where}` : `Ei dyroddwr${where}`
}

function lasting({ at }: Report, credential: CredentialSummary | null): string | null {
  if (credential === null) return null
  const { currentUntil, validUntil, doesNotExpire } = credential
  if (currentUntil && Date.parse(currentUntil) < Date.parse(at))
    return `Nid yw’n gyfredol ers ${formatDate(currentUntil)}; mae’n dal yn wir fel hanes.`
  if (currentUntil) return `Mae’n gyfredol tan ${formatDate(currentUntil)}.`
  if (validUntil) return `Mae mewn grym tan ${formatDate(validUntil)}.`
  if (doesNotExpire) return 'Nid yw’n dod i ben.'
  return credential.mayLackParts ? null : 'Nid yw’r dyroddwr yn dweud pryd y mae’n dod i ben.'
}
