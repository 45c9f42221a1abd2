import { PassportError } from '#platform'
import { addresses, didWebFor } from '../issuer/addresses.ts'
import { DEMONSTRATION_COLLEGE, DEMONSTRATION_REGISTER, loadDemonstration } from '../issuer/demonstration.ts'
import type { IssuerParts } from '../issuer/parts.ts'
import { listIssuers } from '../issuer/records/issuers.ts'
import { listStaff } from '../issuer/records/staff.ts'
import { createStaffLink } from '../issuer/sign-in.ts'
import { loadDemonstration as loadLearner } from '../wallet/demonstration.ts'
import type { WalletParts } from '../wallet/parts.ts'

/** Whose data the issuer's database holds. */
export type Found = 'empty' | 'demonstration' | 'own'

export async function findDemonstration({ storage }: IssuerParts): Promise<Found> {
  const issuers = await listIssuers(storage.db)
  if (issuers.length === 0) return 'empty'
  return issuers.some(({ id }) => id === DEMONSTRATION_COLLEGE) ? 'demonstration' : 'own'
}

/** The demonstration's trust list, as `TRUST_LISTS` wants it. */
export function registerOf(issuerUrl: string): string {
  const url = addresses(issuerUrl).list(DEMONSTRATION_REGISTER, 'recognition', 1)
  return `${url} ${didWebFor(issuerUrl, 'issuers', DEMONSTRATION_REGISTER)}`
}

/** Loads the demonstration where there is none, and answers the links with which people begin. */
export async function openDemonstration(
  found: Found,
  issuer: IssuerParts,
  wallet: WalletParts,
): Promise<{ staff: string; learner: string; employer: string }> {
  const { staffSignInUrl, claimUrls } =
    found === 'empty' ? await loadDemonstration(issuer) : { staffSignInUrl: await staffLink(issuer), claimUrls: [] }
  const { learnerSignInUrl, shareUrl } = await loadLearner(wallet, { claimUrls })
  return { staff: staffSignInUrl, learner: learnerSignInUrl, employer: shareUrl }
}

async function staffLink(parts: IssuerParts): Promise<string> {
  const [first] = await listStaff(parts.storage.db, DEMONSTRATION_COLLEGE)
  if (first === undefined) {
    throw new PassportError('settings.invalid', 'The demonstration has no staff any more. Start with DEMO=0.')
  }
  return createStaffLink(first, parts)
}
