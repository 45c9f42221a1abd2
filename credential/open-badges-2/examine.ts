import { asText, type JsonObject } from '#platform'
import { validate } from '#schemas'
import { resultOf, type Subject } from '../checks/check.ts'
import { dates } from '../checks/dates.ts'
import type { ReceivedJwt } from '../jwt.ts'
import type { Received } from '../received.ts'
import type { CheckResult } from '../report.ts'
import type { World } from '../world.ts'
import { howVerified, idOf, inNewerWords } from './assertion.ts'
import { lookUp, type Publication } from './hosted.ts'
import { type Awarded, isUnhad, loadAwarded, type Unhad } from './linked-data.ts'
import { hostedStatus, signedStatus } from './revocation.ts'
import { isOnAllowedHost, isWithinScope } from './scope.ts'
import { examineSigned, type Vouched } from './signed.ts'

type ReceivedAssertion = Extract<Received, { securing: 'open-badges-2' }>

/** What was found of an Open Badge 2.0 itself, and what it is to be shown as. */
export interface ExaminedAssertion {
  subject: Subject
  itself: CheckResult[]
  /** The Assertion with its class and issuer as they were found, in place of their addresses. */
  credential: JsonObject
}

const shape = resultOf('shape')

/**
 * Looks at an Open Badge of version 2.0. A hosted one holds if its issuer's own website says the same (§5.1), a signed one
 * if a key that the issuer's own profile lists has signed it (§5.2).
 */
export async function examineOpenBadge2(received: ReceivedAssertion, world: World): Promise<ExaminedAssertion> {
  const { credential: assertion } = received
  const jwt = 'jwt' in received ? received.jwt : null
  const isHosted = jwt === null && howVerified(assertion) !== 'signed'
  const publication = isHosted ? await lookUp(assertion, world) : null
  // What its address says of another badge is not this one, which is shown as it was handed in.
  const isOther = agreementOf(publication) === 'other'
  const published = publication === null || isUnhad(publication) || isOther ? assertion : publication.document
  const awarded = await loadAwarded(published.badge, world)
  const credential = isUnhad(awarded) ? published : { ...published, badge: awarded.badge }
  const { proof, issuer, signature } = await vouchedFor(assertion, { jwt, publication, awarded }, world)
  const isProven = proof.outcome === 'passed' && issuer.outcome === 'passed'
  const subject: Subject = {
    received,
    credential: inNewerWords(credential),
    issuerId: isUnhad(awarded) ? null : asText(awarded.profile.id),
    proofs: signature === undefined ? [] : [signature],
    statusFound: await statusOf(assertion, { publication, awarded, isProven }, world),
  }
  const itself: CheckResult[] = [
    ...shapeOf(credential, isHosted),
    ...(await dates(subject, world)),
    { check: 'proof', ...proof },
    ...(agreementOf(publication) === 'edited' ? resultOf('proof')('notice', 'proof.hostedDiffers') : []),
    { check: 'issuer', ...issuer },
    ...(signature?.notices ?? []).flatMap(({ code, detail }) => resultOf('issuer')('notice', code, detail)),
  ]
  return { subject, itself, credential }
}

function shapeOf(credential: JsonObject, isHosted: boolean): CheckResult[] {
  const [first] = validate('open-badges-2-assertion', credential)
  const form = first
    ? shape('failed', 'shape.invalid', { pointer: first.pointer, message: first.message })
    : shape('passed', 'shape.ok')
  return [...form, ...shape('notice', 'shape.openBadges2', { how: isHosted ? 'hosted' : 'signed' })]
}

interface Found {
  publication: Publication | Unhad | null
  awarded: Awarded | Unhad
}

async function vouchedFor(
  assertion: JsonObject,
  { jwt, publication, awarded }: Found & { jwt: ReceivedJwt | null },
  world: World,
): Promise<Vouched> {
  if (publication !== null) return hostedVouched(assertion, publication, awarded)
  if (jwt === null) return unproven('failed', 'proof.missing')
  if (isUnhad(awarded)) return { ...unproven('unknown', 'proof.unreachable', factsOf(awarded)), issuer: unhad(awarded) }
  return examineSigned(jwt, assertion, awarded.profile, world)
}

function hostedVouched(assertion: JsonObject, publication: Publication | Unhad, awarded: Awarded | Unhad): Vouched {
  if (isUnhad(publication)) return unproven('unknown', 'proof.unreachable', factsOf(publication))
  const { agreement, asOf } = publication
  if (agreement === 'other') return unproven('failed', 'proof.hostedOther', { asOf: asOf.toISOString() })
  if (agreement === 'unstated') return unproven('unknown', 'proof.unreachable', { reason: 'revoked' })
  const proof = { outcome: 'passed', code: 'proof.hosted', detail: { asOf: asOf.toISOString() } } as const
  if (isUnhad(awarded)) return { proof, issuer: unhad(awarded) }
  const { badge, profile } = awarded
  const detail = { issuer: asText(profile.id), address: asText(assertion.id) }
  const badgeId = idOf(badge) ?? ''
  const isHome =
    isWithinScope(detail.address, profile) && (!/^https?:/i.test(badgeId) || isOnAllowedHost(badgeId, profile))
  const issuer = isHome
    ? ({ outcome: 'passed', code: 'issuer.ok', detail } as const)
    : ({ outcome: 'failed', code: 'issuer.otherHost', detail } as const)
  return { proof, issuer }
}

async function statusOf(
  assertion: JsonObject,
  { publication, awarded, isProven }: Found & { isProven: boolean },
  world: World,
): Promise<CheckResult[]> {
  if (publication !== null && !isUnhad(publication)) return hostedStatus(publication.document, publication.asOf, world)
  return isProven && !isUnhad(awarded) ? signedStatus(assertion, awarded.profile, world) : []
}

function agreementOf(publication: Publication | Unhad | null): Publication['agreement'] | null {
  return publication === null || isUnhad(publication) ? null : publication.agreement
}

function unproven(outcome: 'failed' | 'unknown', code: string, detail: CheckResult['detail'] = {}): Vouched {
  return { proof: { outcome, code, detail }, issuer: { outcome: 'unknown', code: 'issuer.notRun', detail: {} } }
}

const unhad = (found: Unhad): Vouched['issuer'] => ({
  outcome: 'unknown',
  code: 'issuer.unreachable',
  detail: factsOf(found),
})

const factsOf = ({ address, reason }: Unhad) => ({ address: address.slice(0, 500), reason })
