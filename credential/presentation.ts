import { asArray, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { isTrustList } from '#trust'
import { resultOf } from './checks/check.ts'
import { type HolderFinding, holderOf } from './examine-holder.ts'
import { evidenceIn } from './log/look-up.ts'
import { looksCompact, looksLikeCredential, type Received, receiveCompact, receiveJson } from './received.ts'
import { type ReceivedPresentation, receivePresentation } from './received-presentation.ts'
import { type CheckResult, type Report, unreadReport, type Verdict, verdictOf, worstVerdict } from './report.ts'
import { withStapledLists } from './stapled-lists.ts'
import { verify } from './verify.ts'
import type { PresentationRequest, World } from './world.ts'

/** What was found of a presentation: the holder's part, and a report for each credential in it. */
export interface PresentationReport {
  verdict: Verdict
  checks: CheckResult[]
  reports: Report[]
}

const MAX_CREDENTIALS = 50
const MAX_LISTS = 10

/**
 * Credentials put together to be shown, without a signature of the holder (VC Data Model 2.0 §4.13); for each, in their
 * order, the evidence that it is in its issuer's log, or null where there is none. After them, signed trust lists that know
 * their issuers. What the holder made or did may go along: it is no credential, and no part of what is verified.
 */
export function presentationOf(
  credentials: readonly JsonObject[],
  issueLogEvidence: readonly (JsonObject | null)[] = [],
  trustLists: readonly JsonObject[] = [],
  portfolio: readonly JsonObject[] = [],
): JsonObject {
  const hasEvidence = issueLogEvidence.some((one) => one !== null)
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      ...(hasEvidence || portfolio.length > 0 ? [SKILLS_PASSPORT_CONTEXT] : []),
    ],
    type: ['VerifiablePresentation'],
    verifiableCredential: [...credentials, ...trustLists],
    ...(hasEvidence ? { issueLogEvidence: [...issueLogEvidence] } : {}),
    ...(portfolio.length > 0 ? { portfolio: [...portfolio] } : {}),
  }
}

/** Defines `issueLogEvidence` and `portfolio`. */
const SKILLS_PASSPORT_CONTEXT = 'https://w3id.org/skills-passport/v1'

/**
 * Checks a presentation, as JSON or as a JWT, and each credential in it. A credential that cannot be read is answered for by
 * itself. A trust list among them is no credential of the person's: it may serve in place of one that could not be had.
 * Throws `shape.invalid` for a presentation that holds none or too many, and `jwt.*` and `json.*` for a JWT that cannot be
 * read.
 */
export async function verifyPresentation(
  document: JsonObject | string,
  world: World,
  request: PresentationRequest = {},
): Promise<PresentationReport> {
  const received = receivePresentation(document)
  const { credentials, lists } = contentsOf(received)
  const holder = await holderOf(received, world, request)
  const stapled = await withStapledLists(lists, world)
  // A key binding of a credential in it answers the same question, and where there is none the presentation answers.
  const reports = await Promise.all(
    credentials.map(({ credential, place }) => {
      const issueLogEvidence = evidenceIn(received.presentation, place) ?? world.issueLogEvidence
      return reportOf(credential, { ...stapled.world, issueLogEvidence })
    }),
  )
  const bound = reports.map((report) => withStapled(withHolder(report, holder), stapled.results))
  const checks = [...holder.results, ...('isRecord' in received ? UNSIGNED_RECORD : [])]
  const verdict = worstVerdict([verdictOf(checks), ...bound.map((report) => report.verdict)])
  return { verdict, checks, reports: bound }
}

/** That a record was, or may have been, of somebody who vouched for it is not shown by what is in it. */
const UNSIGNED_RECORD = resultOf('holder')('notice', 'holder.unsignedRecord')

/** What is presented, each with its place, and apart from it the lists of issuers that go with it. */
function contentsOf({ presentation }: ReceivedPresentation): {
  credentials: { credential: Json; place: number }[]
  lists: JsonObject[]
} {
  const all = asArray(presentation.verifiableCredential)
  const isOne = asArray(presentation.type).includes('VerifiablePresentation')
  const isList = (one: Json) => isObject(one) && isTrustList(one)
  const credentials = all.map((credential, place) => ({ credential, place })).filter((one) => !isList(one.credential))
  const lists = all.filter(isObject).filter(isList)
  const isFew = credentials.length <= MAX_CREDENTIALS && lists.length <= MAX_LISTS
  if (isOne && credentials.length > 0 && isFew) return { credentials, lists }
  throw new PassportError(
    'shape.invalid',
    `A presentation holds 1 to ${MAX_CREDENTIALS} credentials, and at most ${MAX_LISTS} trust lists.`,
  )
}

function withStapled(report: Report, results: readonly CheckResult[]): Report {
  return report.credential === null ? report : { ...report, checks: [...report.checks, ...results] }
}

async function reportOf(credential: Json, world: World): Promise<Report> {
  let received: Received
  try {
    received = receiveHeld(credential)
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return unreadReport(error.code, world)
  }
  return verify(received, world)
}

/** VC Data Model 1.1 §6.3.1 puts JWTs into presentations as they are. */
function receiveHeld(credential: Json): Received {
  const received =
    typeof credential === 'string' && looksCompact(credential)
      ? receiveCompact(credential)
      : isObject(credential)
        ? receiveJson(credential)
        : null
  if (received !== null && looksLikeCredential(received)) return received
  throw new PassportError('shape.invalid', 'A presentation holds something that is no credential.')
}

/**
 * In each report, `holder` says whether whoever presented it is the one it is about. A fault of the presentation stays
 * with the presentation: it makes no credential in it less genuine.
 */
function withHolder(report: Report, { signedBy, results }: HolderFinding): Report {
  const [found] = results
  const decides = found === undefined || found.outcome === 'failed' || found.outcome === 'unknown'
  if (decides || !report.checks.some(({ code }) => code === 'holder.notPresented')) return report
  const subjects = asArray(report.credential?.credentialSubject).map((subject) =>
    isObject(subject) ? subject.id : null,
  )
  const holder = signedBy === null ? found : bindingOf(subjects, signedBy, found)
  return { ...report, checks: report.checks.map((check) => (check.check === 'holder' ? holder : check)) }
}

/** Signing shows who presents it; that it is about them is shown only by a subject that is them. */
function bindingOf(subjects: (Json | undefined)[], signedBy: string, found: CheckResult): CheckResult {
  if (subjects.length > 0 && subjects.every((subject) => subject === signedBy)) return found
  const names = subjects.some((subject) => typeof subject === 'string')
  return { check: 'holder', outcome: 'notice', code: names ? 'holder.otherSubject' : 'holder.unbound', detail: {} }
}
