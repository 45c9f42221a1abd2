import { isOfKeyTime } from '../key-time.ts'
import type { Outcome } from '../report.ts'
import { type Check, type ProofFinding, resultOf } from './check.ts'

const result = resultOf('proof')

const WORST: readonly Outcome[] = ['failed', 'unknown', 'notice', 'passed']

/**
 * Every proof must verify (VC Data Integrity §4.4): one that was added and does not hold is a reason to stop. When the issuer's
 * own key may be used is for the `issuer` check to say: such a signature holds.
 */
export const proof: Check = ({ proofs: all, issuerId }) => {
  const proofs = all.map((one): ProofFinding => {
    const isForIssuer = isOfKeyTime(one) && one.claimedBy === issuerId
    return isForIssuer ? { ...one, outcome: 'passed', code: 'proof.ok', detail: {} } : one
  })
  const worst = WORST.flatMap((outcome) => proofs.filter((finding) => finding.outcome === outcome)).at(0)
  if (worst === undefined) return result('failed', 'proof.missing')
  return result(worst.outcome, codeOf(worst), { ...worst.detail, proofs: proofs.length })
}

/** What the `contexts` and `issuer` checks say in their own words is said of the proof in the proof's words. */
function codeOf({ outcome, code }: ProofFinding): string {
  if (code.startsWith('contexts.')) return 'proof.notCanonical'
  return outcome === 'failed' && code.startsWith('did.') ? 'proof.invalid' : code
}
