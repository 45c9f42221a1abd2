import {
  type CheckResult,
  type CredentialSummary,
  type PresentationRequest,
  presentedCredentials,
  presentedPortfolio,
  type Received,
  type Report,
  summarise,
  unreadReport,
  type Verdict,
  verify,
  verifyPresentation,
  type World,
  worstVerdict,
} from '#credential'
import { PassportError } from '#platform'
import { type PresentedWork, readWork } from '#protocol'
import { NOT_LISTED } from '#trust'
import type { Thing } from './read.ts'

/**
 * The answer about one credential, with what it says for showing; null where it could not be read. `reports` are about the
 * credentials inside it, where it is a record of several.
 */
export interface CredentialAnswer extends Omit<Report, 'reports'> {
  summary: CredentialSummary | null
  reports?: CredentialAnswer[]
}

/** The answer about several credentials in one thing: the worst verdict, what was found of the whole, and each report. */
export interface SeveralAnswer {
  verdict: Verdict
  checks: CheckResult[]
  reports: CredentialAnswer[]
  checkedAt: string
  at: string
  /** What its holder made or did, which went along with it. Nobody checked it. */
  portfolio?: readonly PresentedWork[]
}

/** A presentation of one credential: its report, with what was found of the presentation, and the same in `reports`. */
export type OneShownAnswer = CredentialAnswer & Pick<SeveralAnswer, 'reports' | 'portfolio'>

/** The credentials that were handed in, whether one or several. */
export function shownIn(answer: CheckAnswer): CredentialAnswer[] {
  if (!('standing' in answer)) return answer.reports
  const [first] = answer.reports ?? []
  return first !== undefined && first.digest === answer.digest ? [first] : [answer]
}

/** What of the portfolio went along with what was handed in. */
export function workShownIn(answer: CheckAnswer): readonly PresentedWork[] {
  return 'portfolio' in answer ? (answer.portfolio ?? []) : []
}

/** The bare reports on these: without what is shown, and each by itself. */
export function reportsOf(answer: CheckAnswer): Report[] {
  return shownIn(answer).map(({ summary: _, reports: __, ...report }) => report)
}

export type CheckAnswer = CredentialAnswer | OneShownAnswer | SeveralAnswer

const SIDE_BY_SIDE = 8

/** Does the work for each, a few side by side, and keeps the order. */
export async function forEachInOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>()
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) {
      results.set(index, await work(item))
      // Others get their turn between two credentials.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result)
}

/** Checks what was read, in a world with all that was asked. A link in it is not followed. */
export async function answerOf(thing: Thing, question: PresentationRequest, world: World): Promise<CheckAnswer> {
  switch (thing.kind) {
    case 'credential': {
      const { challenge, domain } = question
      const { received, issueLogEvidence } = thing
      return answerOfCredential(received, { ...world, asked: { challenge, domain }, issueLogEvidence })
    }
    case 'presentation':
      return answerOfPresentation(thing.presentation, question, world)
    case 'several': {
      const supplied = [...(world.supplied ?? []), ...(thing.supplied ?? [])]
      const answers = await forEachInOrder(thing.things, (one) => answerOf(one, question, { ...world, supplied }))
      const reports = answers.flatMap(shownIn)
      const checks = answers.flatMap((answer, index) =>
        thing.things[index]?.kind === 'presentation' ? answer.checks.filter(({ check }) => check === 'holder') : [],
      )
      const portfolio = answers.flatMap(workShownIn)
      return {
        ...several(worstVerdict(answers.map(({ verdict }) => verdict)), checks, reports, world),
        ...carried(portfolio),
      }
    }
    case 'unread':
      return withSummary(unreadReport(thing.reason, world))
    case 'link':
      throw new PassportError('request.malformed', 'A link within something else is not followed.')
  }
}

async function answerOfCredential(received: Received, world: World): Promise<CredentialAnswer> {
  return withSummary(await verify(received, world))
}

async function answerOfPresentation(
  presentation: Parameters<typeof verifyPresentation>[0],
  { challenge, domain }: PresentationRequest,
  world: World,
): Promise<OneShownAnswer | SeveralAnswer> {
  const { work } = readWork(presentedPortfolio(presentation), world.now)
  // Without a credential there is nothing to verify, which is no fault of what went along.
  if (work.length > 0 && presentedCredentials(presentation).length === 0) {
    return { ...several('undecided', [], [], world), ...carried(work) }
  }
  try {
    const { verdict, checks, reports } = await verifyPresentation(presentation, world, { challenge, domain })
    const answers = reports.map(withSummary)
    const [only] = answers
    if (only === undefined || answers.length > 1)
      return { ...several(verdict, checks, answers, world), ...carried(work) }
    const own = only.checks.filter(({ check }) => check !== 'holder')
    return { ...only, verdict, checks: [...own, ...holderChecks(only, checks)], reports: answers, ...carried(work) }
  } catch (error) {
    // It was read, and is no presentation of credentials: that is an answer, not a failure to give one.
    if (!(error instanceof PassportError) || error.code !== 'shape.invalid') throw error
    const malformed: CheckResult = { check: 'shape', outcome: 'failed', code: 'shape.invalid', detail: {} }
    return several('rejected', [malformed], [], world)
  }
}

const carried = (portfolio: readonly PresentedWork[]) => (portfolio.length === 0 ? {} : { portfolio })

function withSummary({ reports, ...report }: Report): CredentialAnswer {
  const { credential, digest } = report
  const summary = credential === null ? null : summarise({ credential, digest })
  return { ...report, summary, ...(reports === undefined ? {} : { reports: reports.map(withSummary) }) }
}

function several(verdict: Verdict, checks: CheckResult[], reports: CredentialAnswer[], world: World): SeveralAnswer {
  return { verdict, checks, reports, ...times(world) }
}

/**
 * What was found of the holder: as it concerns this credential where that was looked at, else as it concerns the whole.
 * That nobody signed the record around it is said in either case.
 */
function holderChecks(report: CredentialAnswer, ofTheWhole: CheckResult[]): CheckResult[] {
  const decides = ofTheWhole.some(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
  if (decides) return ofTheWhole
  return [
    ...report.checks.filter(({ check }) => check === 'holder'),
    ...ofTheWhole.filter(({ code }) => code === 'holder.unsignedRecord'),
  ]
}

/** The answer where nothing could be read: not a word about a credential, only why. */
export function unread({ check, code }: Pick<CheckResult, 'check' | 'code'>, world: World): CredentialAnswer {
  return {
    verdict: 'undecided',
    standing: 'unchecked',
    checks: [{ check, outcome: 'unknown', code, detail: {} }],
    recognition: NOT_LISTED,
    marks: [],
    credential: null,
    summary: null,
    securing: 'none',
    digest: '',
    ...times(world),
  }
}

function times({ now, at }: World): { checkedAt: string; at: string } {
  return { checkedAt: now.toISOString(), at: (at ?? now).toISOString() }
}
