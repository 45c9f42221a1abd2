import type { Recognition } from '#trust'
import type { Check, Subject } from './checks/check.ts'
import { contexts } from './checks/contexts.ts'
import { dates } from './checks/dates.ts'
import { endorsements } from './checks/endorsements.ts'
import { evidence } from './checks/evidence.ts'
import { holder } from './checks/holder.ts'
import { issuer } from './checks/issuer.ts'
import { proof } from './checks/proof.ts'
import { recognition } from './checks/recognition.ts'
import { shape } from './checks/shape.ts'
import { status } from './checks/status.ts'
import { examine } from './examine.ts'
import type { Received } from './received.ts'
import { type CheckName, type CheckResult, type Report, standingOf, verdictOf } from './report.ts'
import type { World } from './world.ts'

/** What the credential says of itself. All of these run, so a person sees every fault at once. */
const ITSELF: readonly Check[] = [shape, contexts, dates, proof, issuer]

/** What its links say. Followed only once the signature and the signer hold: until then they may be anyone's. */
const LINKS: ReadonlyArray<[CheckName, Check]> = [
  ['status', status],
  ['endorsements', endorsements],
  ['holder', holder],
  ['evidence', evidence],
]

/** Who stands behind an issuer we have not established is nobody's to say. */
const NOT_ASKED: Recognition = { outcome: 'notListed', list: null, asOf: null, issuerName: null, since: null }

/**
 * Checks one credential and reports what was found. It never throws for what a credential says or for what cannot be
 * reached; that is what the report is for. The world it is given is all that it knows.
 */
export async function verify(received: Received, world: World): Promise<Report> {
  const subject = await examine(received, world)
  const itself = (await Promise.all(ITSELF.map(async (check) => check(subject, world)))).flat()
  const proven = ['proof', 'issuer'].every((name) => passed(itself, name))
  const links = proven ? await follow(subject, world) : { recognition: NOT_ASKED, results: notRun() }
  const checks = [...itself, ...links.results]
  return {
    verdict: verdictOf(checks),
    standing: standingOf(checks),
    checks,
    recognition: links.recognition,
    credential: received.credential,
    securing: received.securing,
    digest: received.digest,
    checkedAt: world.now.toISOString(),
    at: (world.at ?? world.now).toISOString(),
  }
}

async function follow(subject: Subject, world: World): Promise<{ recognition: Recognition; results: CheckResult[] }> {
  const recognised = recognition(subject, world)
  const [ofStatus = [], ...others] = await Promise.all(LINKS.map(async ([, check]) => check(subject, world)))
  return {
    recognition: recognised.recognition,
    results: [...ofStatus, ...recognised.results, ...others.flat()],
  }
}

function notRun(): CheckResult[] {
  const names: CheckName[] = ['status', 'recognition', 'endorsements', 'holder', 'evidence']
  return names.map((check) => ({ check, outcome: 'unknown', code: `${check}.notRun`, detail: {} }))
}

const passed = (results: readonly CheckResult[], name: string) =>
  results.some(({ check, outcome }) => check === name && outcome === 'passed')
