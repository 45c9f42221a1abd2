import type { CredentialSummary, Report } from '#credential'
import { awardingBodies, bodyInWords } from '../bodies.ts'
import { formatDate, formatTime } from '../dates.ts'
import { assurance } from './en-assurance.ts'
import { codes } from './en-codes.ts'
import { marks } from './en-marks.ts'
import { RECOGNITION } from './en-recognition.ts'
import type { Sentences } from './sentences.ts'

/** English as used in the United Kingdom. */
export const en: Sentences = {
  lang: 'en-GB',
  headlines: {
    genuine: 'This credential is genuine',
    genuineNotListed: 'This credential is genuine. Its issuer is on no list used here',
    genuineNotRecognised: 'This credential is genuine. Its issuer is not recognised for this award',
    genuineOfAnother: 'Genuine, but not about the person you named',
    genuineInPart: 'A genuine record, but not all of it holds',
    noLongerValid: 'Genuine, but no longer valid',
    notYetValid: 'Genuine, but not valid yet',
    notGenuine: 'This credential is not genuine',
    unchecked: 'This credential could not be checked',
    linkNotOpened: 'The link could not be opened',
  },
  standings: {
    genuine: 'Genuine',
    genuineNotListed: 'Genuine, issuer not listed',
    genuineNotRecognised: 'Genuine, issuer not recognised for it',
    genuineOfAnother: 'Genuine, but about another person',
    genuineInPart: 'Genuine, but not all of it holds',
    noLongerValid: 'No longer valid',
    notYetValid: 'Not valid yet',
    notGenuine: 'Not genuine',
    unchecked: 'Could not be checked',
    linkNotOpened: 'Link could not be opened',
  },
  summary,
  checks: {
    link: 'Link',
    shape: 'Form',
    schema: 'Named schema',
    contexts: 'Meaning of its terms',
    dates: 'Dates',
    proof: 'Signature',
    issuer: 'Signer',
    status: 'Revoked or suspended',
    recognition: 'Recognition',
    endorsements: 'Quality marks',
    holder: 'Who presents it',
    recipient: 'Whom it is about',
    evidence: 'Evidence',
    parts: 'Credentials in it',
  },
  outcomes: { passed: 'Passed', failed: 'Failed', unknown: 'Could not check', notice: 'For information' },
  notRun: 'Not looked at',
  codes,
  unknownCode: {
    passed: () => 'This check passed.',
    failed: (code) => `This check failed. Its code is ${code}.`,
    unknown: (code) => `This could not be checked. Its code is ${code}.`,
    notice: (code) => `There is something to know about this. Its code is ${code}.`,
  },
  assurance,
  marks,
  associations: {
    isChildOf: 'belongs under',
    isParentOf: 'is made up of',
    isPartOf: 'is part of',
    isPeerOf: 'stands beside',
    isRelatedTo: 'is related to',
    exactMatchOf: 'is the same as',
    precedes: 'comes before',
    replacedBy: 'was replaced by',
  },
  parts: {
    Recipient: 'Your name, and what else says who you are',
    Skill: 'The skills',
    Level: 'The level',
    AssessmentMethod: 'How it was assessed',
    AwardingBody: 'The bodies that award, teach or check it',
    DateAchieved: 'When you achieved it',
    Currency: 'How long it holds',
    Result: 'Your results and grades',
    Licence: 'The number of the licence or card',
    Evidence: 'The evidence',
    Credit: 'The credits',
    Assurance: 'How it was quality assured',
    Picture: 'The picture',
    Endorsement: 'What others say of it',
    Other: 'All other details',
  },
  recognitionLabels: {
    recognised: 'Recognised issuer',
    outOfScope: 'Recognised, but not for this award',
    notAtThatDate: 'Not recognised on the day of the award',
    withdrawn: 'Recognition withdrawn',
    notListed: 'Issuer is not on a list we use',
    listUnavailable: 'Recognition could not be looked up',
  },
  recognition: RECOGNITION,
  checkedWhen,
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
      return `${cause} Do not rely on it.`
    case 'unchecked':
      return report.checks.some(({ check }) => check === 'link') ? cause : `${cause} That does not make it false.`
  }
}

/** Whoever signs has issued it; that it also awarded it is said only where the credential names it as the awarding body. */
function whoGaveIt(issuer: string, credential: CredentialSummary | null): string {
  if (credential === null) return `${issuer} issued it.`
  const { awardedOn, recipientName, knownNames } = credential
  const { isIssuer, others } = awardingBodies(credential)
  const to = recipientName ? ` to ${recipientName}` : ''
  if (isIssuer && others.length === 0)
    return `${issuer} awarded it${to}${awardedOn ? ` on ${formatDate(awardedOn)}` : ''}.`
  const dated = awardedOn ? `, dated ${formatDate(awardedOn)}` : ''
  const bodies = [...(isIssuer ? ['itself'] : []), ...others.map((id) => bodyInWords(id, knownNames))].join(', ')
  return `${issuer} issued it${to}${dated}${bodies ? `, and names as awarding body: ${bodies}` : ''}.`
}

/** The name that a list gives; failing that the issuer's own word for itself, said to be that, with where it can be found. */
function issuerOf({ recognition }: Report, credential: CredentialSummary | null): string {
  if (recognition.issuerName !== null) return recognition.issuerName
  const name = credential?.issuer.name
  const host = /^did:web:([^:]+)/.exec(credential?.issuer.id ?? '')?.[1]
  const where = host === undefined ? '' : ` (${decodeURIComponent(host)})`
  return name ? `An issuer that calls itself ${name}${where}` : `Its issuer${where}`
}

function lasting({ at }: Report, credential: CredentialSummary | null): string | null {
  if (credential === null) return null
  const { currentUntil, validUntil, doesNotExpire } = credential
  if (currentUntil && Date.parse(currentUntil) < Date.parse(at))
    return `Its currency lapsed on ${formatDate(currentUntil)}; it is still true as history.`
  if (currentUntil) return `It is current until ${formatDate(currentUntil)}.`
  if (validUntil) return `It is valid until ${formatDate(validUntil)}.`
  if (doesNotExpire) return 'It does not expire.'
  return credential.mayLackParts ? null : 'The issuer does not say when it expires.'
}

/** When all this was checked, for the foot of a verdict. */
function checkedWhen({ checkedAt, at }: Report): string {
  const when = `Checked on ${formatTime(checkedAt)}`
  return at === checkedAt ? `${when}.` : `${when}, as for ${formatTime(at)}.`
}
