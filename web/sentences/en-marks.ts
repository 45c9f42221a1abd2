import type { EndorsementKind } from '#credential'
import { formatDate } from '../dates.ts'
import type { CodeSentences, Facts, MarkWords, SentenceCode } from './sentences.ts'

/** The words of marks that are not sentences. */
export const marks: MarkWords = {
  heading: 'Marks and confirmations',
  kinds: {
    QualityMark: 'Quality mark',
    IssuerAuthority: 'Authority to award',
    FrameworkAdoption: 'Adopted framework',
    EmployerRecognition: 'Recognised by an employer',
    ManagerConfirmation: 'Confirmed by a manager',
    WitnessStatement: 'Statement of a witness',
  },
  outcomes: {
    Approved: 'Approved',
    ApprovedWithConditions: 'Approved with conditions',
    NotApproved: 'Not approved',
    Withdrawn: 'Withdrawn',
  },
  degrees: {
    Full: 'Covered in full',
    Partial: 'Covered in part',
    WorkplaceOnly: 'Learnt in a workplace only',
    NotCovered: 'Not covered',
  },
  about: { credential: 'This award', achievement: 'What was achieved', issuer: 'The issuer' },
}

/** What each kind is called within a sentence. */
const KIND: Record<EndorsementKind, string> = {
  QualityMark: 'quality mark',
  IssuerAuthority: 'authority to award',
  FrameworkAdoption: 'adoption of a framework',
  EmployerRecognition: 'recognition by an employer',
  ManagerConfirmation: 'confirmation by a manager',
  WitnessStatement: 'statement of a witness',
}

const isKind = (word: unknown): word is EndorsementKind => typeof word === 'string' && Object.hasOwn(KIND, word)
const kind = (facts: Facts) => (isKind(facts.kind) ? KIND[facts.kind] : 'mark')
const aKind = (facts: Facts) => `${/^[aeiou]/.test(kind(facts)) ? 'an' : 'a'} ${kind(facts)}`
const signer = ({ name }: Facts) => (typeof name === 'string' && name !== '' ? `“${name}”` : 'somebody')
const Signer = (facts: Facts) => capital(signer(facts))
const day = (value: unknown, before: string) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? ` ${before} ${formatDate(value)}` : ''
const register = ({ list }: Facts) => (typeof list === 'string' ? `the list “${list}”` : 'a list that we use')
/** By which list: a body that keeps the list itself is not named twice. */
const byList = (facts: Facts) => (facts.list === facts.name ? 'its own list, which we use' : register(facts))
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Why whoever signed a mark is not taken for the owner of its scheme. */
function notOwner(facts: Facts): string {
  if (typeof facts.owner === 'string') return `The lists that we use name “${facts.owner}” as the owner.`
  switch (facts.reason) {
    case 'recognition.notAtThatDate':
      return `${capital(register(facts))} names ${signer(facts)}, but not for the day on which it was given.`
    case 'recognition.withdrawn':
      return `${capital(register(facts))} has withdrawn its recognition of ${signer(facts)}.`
    default:
      return `No list that we use says that the scheme belongs to ${signer(facts)}.`
  }
}

/** Marks of a kind: what was found of each. None of it says anything for or against the credential itself. */
export const markCodes = {
  'endorsements.mark': {
    says: (facts) =>
      facts.kind === 'IssuerAuthority'
        ? `${Signer(facts)}, to whom the scheme belongs by ${byList(facts)}, lets the issuer award this.`
        : `${Signer(facts)} gave this ${kind(facts)}, and owns its scheme by ${byList(facts)}.`,
  },
  'endorsements.confirmed': {
    says: (facts) =>
      `${Signer(facts)} signed this ${kind(facts)}, and ${register(facts)} recognises them for that. It is no quality mark.`,
  },
  'endorsements.confirmedByUnlisted': {
    says: (facts) =>
      `${Signer(facts)} signed this ${kind(facts)}, and is on no list that we use for that. Decide for yourself whether you know them. It is no quality mark.`,
  },
  'endorsements.notSchemeOwner': {
    says: (facts) =>
      `${capital(`${typeof facts.owner === 'string' ? '' : 'as far as the lists that we use say, '}${aKind(facts)}`)} that it carries was not issued by the scheme owner, so it does not count. ${notOwner(facts)}`,
    todo: {
      employer: 'Judge the award without it.',
      issuer: 'Ask the owner of the scheme for a mark that it signs itself.',
    },
  },
  'endorsements.expired': {
    says: (facts) => `The ${kind(facts)} by ${signer(facts)} ended${day(facts.validUntil, 'on')}.`,
  },
  'endorsements.notYet': {
    says: (facts) => `The ${kind(facts)} by ${signer(facts)} begins${day(facts.validFrom, 'only on')}.`,
  },
  'endorsements.withdrawn': {
    says: (facts) =>
      facts.reason === 'status.suspended'
        ? `${Signer(facts)} has suspended this ${kind(facts)}. That takes nothing from the award itself.`
        : `${Signer(facts)} has withdrawn this ${kind(facts)}${day(facts.withdrawnOn, 'on')}. That takes nothing from the award itself.`,
  },
  'endorsements.notApproved': {
    says: (facts) =>
      facts.outcome === undefined
        ? `${Signer(facts)} does not say in this ${kind(facts)} how it decided, so it does not count.`
        : `${Signer(facts)} looked at this for ${aKind(facts)} and did not approve it.`,
  },
  'endorsements.reviewDue': {
    says: (facts) =>
      `The ${kind(facts)} by ${signer(facts)} was due for review${day(facts.reviewDueOn, 'by')}. Nothing here says how that went.`,
    todo: { issuer: 'Ask whoever gave it for a new one.' },
  },
  'endorsements.beforeTeaching': {
    says: (facts) =>
      `The ${kind(facts)} by ${signer(facts)} is for what is taught${day(facts.firstTeachingOn, 'from')}; this award is dated before that.`,
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
