import { PassportError } from '#platform'
import { isSupportedController, isWebAddress, resolveController } from '../did/resolve.ts'
import { isOfKeyTime } from '../key-time.ts'
import type { World } from '../world.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('issuer')

/**
 * One proof at least is by a key that the issuer's own document lists for making claims, the issuer being compared
 * as a whole string. Without this a good signature says only that somebody signed.
 */
export const issuer: Check = async ({ issuerId, proofs }, world) => {
  if (issuerId === null) {
    // A certificate names its holder too, and whether to believe it is not looked at here.
    const isCertified = proofs.some(({ code }) => code === 'proof.certificate')
    return isCertified ? result('unknown', 'issuer.notRun') : result('failed', 'issuer.missing')
  }
  const detail = { issuer: issuerId }
  if (!/^did:/.test(issuerId) && !isWebAddress(issuerId)) return result('unknown', 'did.unsupported', detail)
  const own = proofs.filter(({ claimedBy }) => claimedBy === issuerId)
  const untimely = own.filter(isOfKeyTime)
  const ended = untimely.find(({ outcome }) => outcome === 'failed') ?? untimely[0]
  if (ended) return result(ended.outcome, ended.code, { ...ended.detail, ...detail })
  const signed = proofs.filter(({ signedBy }) => signedBy === issuerId)
  if (signed.length > 0) {
    const notices = signed.flatMap((one) => one.notices)
    return [
      ...result('passed', 'issuer.ok', detail),
      ...notices.flatMap((one) => result('notice', one.code, one.detail)),
    ]
  }
  const unresolved = own.find(({ code }) => code.startsWith('did.'))
  if (unresolved) return result(unresolved.outcome, unresolved.code, { ...unresolved.detail, ...detail })
  if (own.some(({ keyNotListed }) => keyNotListed)) return result('failed', 'issuer.keyNotListed', detail)
  if (!isSupportedController(issuerId)) return result('unknown', 'did.unsupported', detail)
  if (own.length > 0 || proofs.length === 0) return result('unknown', 'issuer.notRun', detail)
  const others = proofs.map(({ claimedBy }) => claimedBy).filter((claimed) => claimed !== null)
  if (others.length === 0) return result('unknown', 'issuer.notRun', detail)
  const signer = others[0] ?? ''
  if (isWebAddress(issuerId) && !(await listsKeys(issuerId, world))) {
    return result('unknown', 'issuer.unbound', { ...detail, signer })
  }
  return result('failed', 'issuer.keyMismatch', { ...detail, signer })
}

/** Whether an issuer that is named by a web address says there which keys are its own. Many only describe themselves. */
async function listsKeys(issuerId: string, world: World): Promise<boolean> {
  try {
    const { assertionMethod } = await resolveController(issuerId, world)
    return assertionMethod.length > 0
  } catch (error) {
    if (error instanceof PassportError) return false
    throw error
  }
}
