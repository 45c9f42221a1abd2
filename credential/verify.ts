import { NOT_LISTED, type Recognition } from '#trust'
import type { Check, CheckInside, Subject } from './checks/check.ts'
import { contexts } from './checks/contexts.ts'
import { dates } from './checks/dates.ts'
import { type About, endorsements, type Found, lookAtEndorsement, lookAtEndorsements } from './checks/endorsements.ts'
import { evidence } from './checks/evidence.ts'
import { holder } from './checks/holder.ts'
import { issueLog } from './checks/issue-log.ts'
import { issuer } from './checks/issuer.ts'
import { proof } from './checks/proof.ts'
import { recipient } from './checks/recipient.ts'
import { recognition } from './checks/recognition.ts'
import { schema } from './checks/schema.ts'
import { shape } from './checks/shape.ts'
import { status } from './checks/status.ts'
import { parts, reportsOnParts } from './clr/parts.ts'
import { examine } from './examine.ts'
import type { Endorsed } from './judge-mark.ts'
import type { Mark } from './mark.ts'
import { type ExaminedAssertion, examineOpenBadge2 } from './open-badges-2/examine.ts'
import type { Received } from './received.ts'
import { type CheckName, type CheckResult, isProven, type Report, standingOf, verdictOf } from './report.ts'
import type { World } from './world.ts'

/** What the credential says of itself. All of these run, so a person sees every fault at once. */
const ITSELF: readonly Check[] = [shape, schema, contexts, dates, proof, issuer, issueLog]

/**
 * What its links say, and what is inside of it. Followed only once the signature and the signer hold: until then they
 * may be anyone's.
 */
const LINKS: ReadonlyArray<[CheckName, CheckInside]> = [
  ['status', status],
  ['recognition', (_subject, _world, { recognised }) => recognised.results],
  ['endorsements', endorsements],
  ['holder', holder],
  ['recipient', recipient],
  ['evidence', evidence],
  ['parts', parts],
]

/** These say something only of a credential that was asked about, or that holds others. */
const OFTEN_SILENT: readonly CheckName[] = ['recipient', 'parts']

/**
 * Checks one credential and reports what was found. It never throws for what a credential says or for what cannot be
 * reached; that is what the report is for. The world it is given is all that it knows.
 */
export async function verify(received: Received, world: World): Promise<Report> {
  const { subject, itself, credential } = await lookAt(received, world)
  // Who stands behind an issuer we have not established is nobody's to say.
  const links = isProven(itself)
    ? await follow(subject, world)
    : { recognition: NOT_LISTED, marks: [], results: notRun() }
  const checks = [...itself, ...links.results]
  return {
    verdict: verdictOf(checks),
    standing: standingOf(checks),
    checks,
    recognition: links.recognition,
    marks: links.marks,
    ...(links.reports ? { reports: links.reports } : {}),
    credential,
    securing: received.securing,
    digest: received.digest,
    checkedAt: world.now.toISOString(),
    at: (world.at ?? world.now).toISOString(),
  }
}

/** The older generation of badges is looked at in its own way; what it leads to is followed like that of any other. */
async function lookAt(received: Received, world: World): Promise<ExaminedAssertion> {
  if (received.securing === 'open-badges-2') return examineOpenBadge2(received, world)
  const subject = await examine(received, world)
  const itself = (await Promise.all(ITSELF.map(async (check) => check(subject, world)))).flat()
  return { subject, itself, credential: received.credential }
}

interface Links {
  recognition: Recognition
  marks: readonly Mark[]
  results: CheckResult[]
  reports?: Report[]
}

async function follow(subject: Subject, world: World): Promise<Links> {
  const recognised = recognition(subject, world)
  const reports = await reportsOnParts(subject, world, verifyWithin)
  const endorsed = await lookAtEndorsements(subject, world, { verify: verifyCarried, recognised })
  const inside = { verify: verifyWithin, recognised, endorsed, reports }
  const results = await Promise.all(LINKS.map(async ([, check]) => check(subject, world, inside)))
  return {
    recognition: recognised.recognition,
    marks: endorsed.marks,
    results: results.flat(),
    ...(reports === null ? {} : { reports }),
  }
}

/**
 * Checks one endorsement for whoever is to carry it, as it would be found there: `named` are the ids of what it may be about.
 */
export function verifyEndorsement(received: Received, named: About, endorsed: Endorsed, world: World): Promise<Found> {
  return lookAtEndorsement(received, named, endorsed, { verify: verifyCarried, world })
}

/** A credential inside another is verified by itself: what was asked or sent concerns the whole. */
function verifyWithin(received: Received, world: World): Promise<Report> {
  return verify(received, within(world))
}

function verifyCarried(received: Received, world: World): Promise<Report> {
  return verify(received, { ...within(world), isCarried: true })
}

function within(world: World): World {
  const { asked: _asked, recipient: _recipient, supplied: _supplied, fetchEvidence: _fetch, ...beside } = world
  const { issueLogEvidence: _evidence, isCarried: _carried, ...bare } = beside
  return { ...bare, depth: (world.depth ?? 0) + 1 }
}

function notRun(): CheckResult[] {
  const waiting = LINKS.map(([check]) => check).filter((check) => !OFTEN_SILENT.includes(check))
  return waiting.map((check) => ({ check, outcome: 'unknown', code: `${check}.notRun`, detail: {} }))
}
