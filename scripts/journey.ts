import { parse } from 'csv-parse/sync'
import { createVisitor, filledIn, find, type Seen, type Visitor, wordsOf } from './visitor.ts'

/** Where three services are, and how to begin. */
export interface Place {
  issuer: string
  wallet: string
  verifier: string
  /** A one-time link that signs a member of staff in. */
  staff: string
  /** A link to credentials that were shared before. */
  employer: string
  /** The results to award, as a student-record system exports them. */
  results: { name: string; bytes: Uint8Array }
  stopIssuer: () => Promise<void>
  say: (sentence: string) => void
}

/** What became of the journey, for whoever checks it. */
export interface Journey {
  issued: number
  /** The rows that were not awarded: which, in what column, and why. */
  problems: string[]
  accepted: Verified
  revoked: Verified
  cached: Verified
  cachedEmployer: Verified
  /** What the module that was shared says that it is a part of, and what is there. */
  whole: { name: string; page: string }
}

/** As much of a verdict as the journey tells. */
export interface Verified {
  verdict: string
  codes: string[]
  statusAsOf: string
  /** The larger awards that what was shown says it is a part of. */
  partOf: { name: string; url: string | null }[]
}

const LEARNER = 'aaliyah.hussain@example.com'

/** One credential's way from a file of results to a verdict that outlives its issuer, over HTTP alone. */
export async function runJourney(place: Place): Promise<Journey> {
  const { say } = place
  const staff = createVisitor(place.issuer)
  await press(staff, await staff.open(place.staff))
  say('A member of staff signed in by a one-time link.')

  const batch = await award(staff, place)
  say(`${batch.issued} issued; ${batch.problems.length} rows cannot be, and are named:`)
  for (const problem of batch.problems) say(`  ${problem}`)

  const shareUrl = await claimAndShare(place)
  const before = await verify(shareUrl, place)
  const employer = await verify(place.employer, place)
  say(`The verifier says: ${before.verdict}. (A link shared earlier: ${employer.verdict}.)`)

  const [link] = before.partOf
  const whole = { name: link?.name ?? '', page: wordsOf((await staff.open(link?.url ?? '/')).text) }
  say(`It says that it is a part of: ${whole.name}. That was not shared, and its page is there.`)

  await revoke(staff)
  // A copy of the list that is a second old may still be used, so what was revoked shows within two.
  const revoked = await untilThere(async () => {
    const seen = await verify(shareUrl, place)
    return seen.verdict === before.verdict ? undefined : seen
  })
  say(`The issuer revoked it. The verifier says: ${revoked.verdict}, ${revoked.codes.join(', ')}.`)

  await place.stopIssuer()
  const cached = await verify(shareUrl, place)
  const cachedEmployer = await verify(place.employer, place)
  say(`The issuer is stopped. From what was cached, as of ${cached.statusAsOf}: ${cached.verdict}.`)
  say(`The link shared earlier, as of ${cachedEmployer.statusAsOf}: ${cachedEmployer.verdict}.`)
  return { ...batch, whole, accepted: before, revoked, cached, cachedEmployer }
}

/** Uploads the results, accepts the guessed columns, and awards the good rows. */
async function award(staff: Visitor, { results }: Place): Promise<{ issued: number; problems: string[] }> {
  const imports = await staff.open('/console/imports')
  const achievement = find(imports, /<option value="([^"]+)"[^>]*>[^<]*Network Security Operations/)
  const columns = await staff.send('/console/imports', { achievement }, { field: 'file', ...results })
  const preview = await staff.send(find(columns, /action="([^"]+\/columns)"/), filledIn(columns))
  const started = await staff.send(find(preview, /action="([^"]+\/award)"/), {})
  const path = new URL(started.address).pathname
  const { total } = await untilDone(() => staff.open(`${path}/progress`))
  const csv = await staff.open(`${path}/not-awarded.csv`)
  const rows: string[][] = parse(csv.text, { bom: true, from_line: 2 })
  return { issued: total, problems: rows.map(([row, what]) => `row ${row}, ${what}`) }
}

/** The learner opens the mail, signs in to the wallet by a code, claims, and shares with an employer. */
async function claimAndShare({ issuer, wallet, say }: Place): Promise<string> {
  const link = await inMail(createVisitor(issuer), LEARNER, /(http\S+\/claim\/[\w-]+)/)
  const learner = createVisitor(wallet)
  const asked = await learner.send('/sign-in', { email: LEARNER, next: '/' })
  const code = await inMail(createVisitor(wallet), LEARNER, /\b(\d{6})\b/)
  await learner.send('/sign-in/code', { ...filledIn(asked), code })
  const claimed = await learner.send('/receive', { claim: link })
  const id = find({ ...claimed, text: claimed.address }, /\/credentials\/([\w-]+)/)
  say('A learner claimed one in the wallet.')
  const shared = await learner.send('/shares', { credential: id, audience: 'Example Employer', lasts: '30' })
  say('They shared it with an employer.')
  return find(shared, /(http[^"\s<]+\/s\/[\w-]{22,})/)
}

async function revoke(staff: Visitor): Promise<void> {
  const list = await staff.open('/console/credentials?text=Aaliyah')
  const page = find(list, /href="(\/console\/credentials\/[\w-]{36})"/)
  await staff.send(`${page}/status`, { act: 'revoke', revokeReason: 'Entered for the wrong module.' })
}

/** What the verifier answers to a link, as a program asks it. */
async function verify(link: string, { verifier }: Place): Promise<Verified> {
  const response = await fetch(`${verifier}/api/check`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: link,
  })
  const answer: Answer = await response.json()
  const checks = (answer.reports ?? []).flatMap((report) => report.checks)
  const faults = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
  const partOf = (answer.reports ?? []).flatMap(({ summary }) => summary?.partOf ?? [])
  const statusAsOf = checks.flatMap(({ check, detail }) => (check === 'status' ? String(detail.asOf ?? '') : [])).sort()
  return { verdict: answer.verdict, codes: faults.map(({ code }) => code), statusAsOf: statusAsOf[0] ?? '', partOf }
}

interface Answer {
  verdict: string
  reports?: {
    summary: { partOf: Verified['partOf'] } | null
    checks: { check: string; outcome: string; code: string; detail: { asOf?: string } }[]
  }[]
}

/** The newest message to someone in a service's outbox, and what in it fits. */
async function inMail(visitor: Visitor, to: string, pattern: RegExp): Promise<string> {
  const outbox = await untilThere(async () => {
    const seen = await visitor.open('/outbox')
    const message = seen.text.split('<article').find((one) => one.includes(to))
    return message === undefined ? undefined : { ...seen, text: wordsOf(message) }
  })
  return find(outbox, pattern)
}

/** Presses the one button of a page. */
function press(visitor: Visitor, seen: Seen): Promise<Seen> {
  return visitor.send(find(seen, /<form[^>]*\bmethod="post"[^>]*\baction="([^"]+)"/), filledIn(seen))
}

async function untilDone(look: () => Promise<Seen>): Promise<{ total: number }> {
  return untilThere(async () => {
    const { state, total } = JSON.parse((await look()).text)
    return state === 'done' ? { total } : undefined
  })
}

const PATIENCE_MS = 30_000

async function untilThere<T>(look: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It did not come about in time.')
}
