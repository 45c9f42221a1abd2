import type {
  AssociationType,
  CheckName,
  CheckResult,
  CoverageDegree,
  CredentialSummary,
  EndorsedPart,
  EndorsementKind,
  EndorsementOutcome,
  Outcome,
  PartKind,
  Report,
  Standing,
} from '#credential'
import type { Recognition, RecognitionOutcome } from '#trust'

/** Who reads: someone deciding on another's credential, the person it is about, or the body that signed it. */
export type Audience = 'employer' | 'holder' | 'issuer'

/** Every code of a check that has a sentence of its own; docs/verdicts.md says what each means. */
export type SentenceCode =
  | 'shape.ok'
  | 'shape.invalid'
  | 'shape.partial'
  | 'shape.unreadable'
  | 'shape.notRun'
  | 'shape.openBadges2'
  | 'contexts.ok'
  | 'contexts.unknown'
  | 'contexts.inline'
  | 'contexts.byType'
  | 'contexts.redefined'
  | 'dates.ok'
  | 'dates.expired'
  | 'dates.notYetValid'
  | 'dates.malformed'
  | 'dates.noZone'
  | 'dates.zoneDecides'
  | 'proof.ok'
  | 'proof.invalid'
  | 'proof.missing'
  | 'proof.chainBroken'
  | 'proof.disclosures'
  | 'proof.certificate'
  | 'proof.base'
  | 'proof.keyNotPinned'
  | 'proof.unsupported'
  | 'proof.malformed'
  | 'proof.purpose'
  | 'proof.expired'
  | 'proof.notCanonical'
  | 'proof.tooComplex'
  | 'proof.overBudget'
  | 'proof.claimMismatch'
  | 'proof.notRun'
  | 'proof.hosted'
  | 'proof.hostedDiffers'
  | 'proof.hostedOther'
  | 'proof.unreachable'
  | 'issuer.ok'
  | 'issuer.keyMismatch'
  | 'issuer.keyNotListed'
  | 'issuer.unbound'
  | 'issuer.missing'
  | 'issuer.notRun'
  | 'issuer.otherHost'
  | 'issuer.keyPinned'
  | 'issuer.keyRetired'
  | 'issuer.keyEnded'
  | 'issuer.keyUndated'
  | 'issuer.keyCompromised'
  | 'issuer.keyCompromisedLater'
  | 'log.witnessed'
  | 'log.notWitnessed'
  | 'log.included'
  | 'log.invalid'
  | 'log.partsLeftOut'
  | 'log.keyUnknown'
  | 'issuer.unreachable'
  | 'did.unresolvable'
  | 'did.unsupported'
  | 'did.invalid'
  | 'did.mismatch'
  | 'did.deactivated'
  | 'status.ok'
  | 'status.none'
  | 'status.revoked'
  | 'status.suspended'
  | 'status.applicationSpecific'
  | 'status.unreachable'
  | 'status.stale'
  | 'status.malformed'
  | 'status.unverifiable'
  | 'status.issuerMismatch'
  | 'status.unsupported'
  | 'status.message'
  | 'status.refresh'
  | 'status.unsigned'
  | 'status.rollback'
  | 'status.notThen'
  | 'status.notRun'
  | 'recognition.recognised'
  | 'recognition.notListed'
  | 'recognition.listUnavailable'
  | 'recognition.notAtThatDate'
  | 'recognition.withdrawn'
  | 'recognition.outOfScope'
  | 'recognition.stale'
  | 'recognition.listRefused'
  | 'recognition.conflict'
  | 'recognition.stapled'
  | 'recognition.stapledRefused'
  | 'recognition.notRun'
  | 'endorsements.none'
  | 'endorsements.notRun'
  | 'endorsements.notChecked'
  | 'endorsements.ok'
  | 'endorsements.notListed'
  | 'endorsements.unbound'
  | 'endorsements.own'
  | 'endorsements.otherSubject'
  | 'endorsements.invalid'
  | 'endorsements.unchecked'
  | 'endorsements.tooMany'
  | 'endorsements.mark'
  | 'endorsements.confirmed'
  | 'endorsements.confirmedByUnlisted'
  | 'endorsements.notSchemeOwner'
  | 'endorsements.expired'
  | 'endorsements.notYet'
  | 'endorsements.withdrawn'
  | 'endorsements.notApproved'
  | 'endorsements.reviewDue'
  | 'endorsements.beforeTeaching'
  | 'holder.notPresented'
  | 'holder.ok'
  | 'holder.noChallenge'
  | 'holder.challengeMismatch'
  | 'holder.otherSubject'
  | 'holder.unbound'
  | 'holder.unsigned'
  | 'holder.unsignedRecord'
  | 'holder.notChecked'
  | 'holder.stale'
  | 'holder.mismatch'
  | 'holder.invalid'
  | 'holder.notRun'
  | 'recipient.match'
  | 'recipient.noMatch'
  | 'recipient.notComparable'
  | 'evidence.none'
  | 'evidence.ok'
  | 'evidence.mismatch'
  | 'evidence.notSupplied'
  | 'evidence.unreachable'
  | 'evidence.unsupported'
  | 'evidence.noDigest'
  | 'evidence.notRun'
  | 'parts.ok'
  | 'parts.faulty'
  | 'parts.unchecked'
  | 'parts.otherSubject'
  | 'schema.ok'
  | 'schema.invalid'
  | 'schema.unknown'
  | 'currency.lapsed'
  | 'fetch.blocked'
  | 'fetch.failed'
  | 'fetch.redirect'
  | 'fetch.status'
  | 'fetch.timeout'
  | 'fetch.tooLarge'
  | 'share.ended'
  | 'share.notFound'

export type Facts = CheckResult['detail']

/** A sentence made of facts; a fact that is missing is left out of it, never made up. */
export type Sentence = string | ((facts: Facts) => string)

export interface CodeSentences {
  says: Sentence
  /** What the reader can do about it, where that differs from nothing. */
  todo?: Partial<Record<Audience, Sentence>>
}

/**
 * What a verdict looks like. Anyone can sign under any name, so a genuine credential whose issuer no list recognises has
 * a face of its own: never the green of recognition, and never that of a fault. So has one that is about another person
 * than the one who was asked about, a record of which a part does not hold, and a link behind which nothing could be seen.
 */
export type Face =
  | Standing
  | 'genuineNotListed'
  | 'genuineNotRecognised'
  | 'genuineOfAnother'
  | 'genuineInPart'
  | 'linkNotOpened'

export function faceOf({ standing, recognition, checks }: Pick<Report, 'standing' | 'recognition' | 'checks'>): Face {
  if (standing === 'genuine') {
    if (checks.some(({ code }) => code === 'recipient.noMatch')) return 'genuineOfAnother'
    if (checks.some(({ code }) => code === 'parts.faulty' || code === 'parts.unchecked')) return 'genuineInPart'
  }
  if (checks.some(({ check, outcome }) => check === 'link' && outcome !== 'passed')) return 'linkNotOpened'
  if (standing !== 'genuine' || recognition.outcome === 'recognised') return standing
  const isUnknown = recognition.outcome === 'notListed' || recognition.outcome === 'listUnavailable'
  return isUnknown ? 'genuineNotListed' : 'genuineNotRecognised'
}

/** What marks and what they say are called. */
export interface MarkWords {
  heading: string
  kinds: Record<EndorsementKind, string>
  outcomes: Record<EndorsementOutcome, string>
  degrees: Record<CoverageDegree, string>
  about: Record<EndorsedPart, string>
}

/** One language. A translation has the same keys. */
export interface Sentences {
  lang: string
  headlines: Record<Face, string>
  /** The same in two or three words, for lists. */
  standings: Record<Face, string>
  /** The one sentence below the headline. `cause` is what the code that decided says. */
  summary(report: Report, summary: CredentialSummary | null, cause: string): string
  checks: Record<CheckName, string>
  outcomes: Record<Outcome, string>
  /** In place of an outcome where a check waits on another that did not pass. */
  notRun: string
  /** English has all; a code without a sentence of its own falls to `unknownCode`. */
  codes: Readonly<Partial<Record<SentenceCode, CodeSentences>>>
  /** For a code that has no sentence yet. */
  unknownCode: Record<Outcome, (code: string) => string>
  recognition: Record<RecognitionOutcome, (recognition: Recognition) => string>
  recognitionLabels: Record<RecognitionOutcome, string>
  /** How sure an award is, by what the lists let its issuer claim (`claimed`); null where nobody says anything. */
  assurance(recognition: Recognition, claimed: string | null): string | null
  marks: MarkWords
  /** How one achievement stands to another in a record: "Unit 1 … Certificate". */
  associations: Record<AssociationType, string>
  /** What a holder can leave out of a copy. */
  parts: Record<PartKind, string>
  /** When all this was checked, for the foot of a verdict. */
  checkedWhen(report: Report): string
}

/** What a check found, for people: never empty, even for a code that this version does not know. */
export function sentenceFor(sentences: Sentences, { code, outcome, detail }: CheckResult): string {
  const known = isKnown(sentences, code) ? sentences.codes[code] : undefined
  return known ? told(known.says, detail) : sentences.unknownCode[outcome](code)
}

/** What the reader can do about it, where there is something. */
export function remedyFor(sentences: Sentences, { code, detail }: CheckResult, audience: Audience): string | null {
  const remedy = isKnown(sentences, code) ? sentences.codes[code]?.todo?.[audience] : undefined
  return remedy === undefined ? null : told(remedy, detail)
}

function told(sentence: Sentence, facts: Facts): string {
  return typeof sentence === 'string' ? sentence : inOneDirection(sentence(facts))
}

/**
 * A sentence of ours with somebody's words in it, without characters that turn the direction of writing (Unicode Bidirectional
 * Algorithm §2): a name that holds one would turn what we say after it. Names in scripts that run from right to left need none.
 */
export function inOneDirection(sentence: string): string {
  return sentence.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
}

function isKnown(sentences: Sentences, code: string): code is SentenceCode {
  return Object.hasOwn(sentences.codes, code)
}
