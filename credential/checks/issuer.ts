import { isSupportedDid } from '../did/resolve.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('issuer')

/**
 * One proof at least is by a key that the issuer's own DID document lists for making claims, the issuer being compared
 * as a whole string. Without this a good signature says only that somebody signed.
 */
export const issuer: Check = ({ issuerId, proofs }) => {
  if (issuerId === null) return result('failed', 'issuer.missing')
  const detail = { issuer: issuerId }
  // Issuers that are no DIDs publish their keys in ways we do not read.
  if (!issuerId.startsWith('did:')) return result('unknown', 'did.unsupported', detail)
  if (proofs.some(({ signedBy }) => signedBy === issuerId)) return result('passed', 'issuer.ok', detail)
  const own = proofs.filter(({ claimedBy }) => claimedBy === issuerId)
  const unresolved = own.find(({ code }) => code.startsWith('did.'))
  if (unresolved) return result(unresolved.outcome, unresolved.code, { ...unresolved.detail, ...detail })
  if (own.some(({ keyNotListed }) => keyNotListed)) return result('failed', 'issuer.keyNotListed', detail)
  if (!isSupportedDid(issuerId)) return result('unknown', 'did.unsupported', detail)
  if (own.length > 0 || proofs.length === 0) return result('unknown', 'issuer.notRun', detail)
  const others = proofs.map(({ claimedBy }) => claimedBy).filter((claimed) => claimed !== null)
  if (others.length === 0) return result('unknown', 'issuer.notRun', detail)
  return result('failed', 'issuer.keyMismatch', { ...detail, signer: others[0] ?? '' })
}
