import { isOfKeyTime } from '../key-time.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('issuer')

/**
 * What the evidence of the issuer's log shows, where some came along: worth saying, and deciding nothing. Where a key is in
 * others' hands it does decide; that is said of the proof and of the issuer.
 */
export const issueLog: Check = async ({ inLog = 'none', issuerId, proofs }) => {
  if (inLog === 'none') return []
  const own = proofs.filter((proof) => proof.claimedBy === issuerId && (proof.signedBy !== null || isOfKeyTime(proof)))
  if (own.length === 0 || own.some(({ notices }) => notices.some(({ code }) => code === 'log.witnessed'))) return []
  if (typeof inLog === 'object') return result('notice', 'log.included', { at: inLog.at.toISOString() })
  if (inLog === 'partsLeftOut') return result('notice', 'log.partsLeftOut')
  if (inLog === 'keyUnknown') return result('notice', 'log.keyUnknown')
  return result('notice', 'log.invalid', { reason: inLog })
}
