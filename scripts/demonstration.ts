import { appendAudit, listAudit, openStorage } from '#storage'
import { addresses, didWebFor } from '../issuer/addresses.ts'
import { readConfig } from '../issuer/config.ts'
import {
  addOtherLearners,
  DEMONSTRATION_COLLEGE,
  DEMONSTRATION_REGISTER,
  firstStaffLink,
  loadDemonstration,
  type RecognisedToo,
  recogniseCollege,
} from '../issuer/demonstration.ts'
import type { IssuerParts } from '../issuer/parts.ts'
import { listIssuers } from '../issuer/records/issuers.ts'
import { loadDemonstration as loadLearner } from '../wallet/demonstration.ts'
import type { WalletParts } from '../wallet/parts.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Whose data the issuer's database holds; `begun` is a demonstration whose loading was interrupted. */
export type Found = 'empty' | 'begun' | 'demonstration' | 'own'

export interface Links {
  staff: string
  learner: string
  employer: string
  /** Where there are people whose passports can be looked at. */
  people: string
}

const LOADED = 'demonstration.loaded'

/** Looks into the database that the issuer's settings name, before the issuer is started on it. */
export async function findDemonstration(environment: Environment): Promise<Found> {
  const { dataDir, databaseUrl } = readConfig(environment)
  const storage = await openStorage('issuer', { dataDir, databaseUrl })
  try {
    const issuers = await listIssuers(storage.db)
    if (issuers.length === 0) return 'empty'
    if (!issuers.some(({ id }) => id === DEMONSTRATION_COLLEGE)) return 'own'
    const [loaded] = await listAudit(storage.db, { action: LOADED, limit: 1 })
    return loaded === undefined ? 'begun' : 'demonstration'
  } finally {
    await storage.close()
  }
}

/** The demonstration's trust list, as `TRUST_LISTS` wants it: all three services are to know it. */
export function registerOf(environment: Environment): string {
  const { baseUrl } = readConfig(environment)
  return `${addresses(baseUrl).trustList(DEMONSTRATION_REGISTER)} ${didWebFor(baseUrl, 'issuers', DEMONSTRATION_REGISTER)}`
}

/** The links with which people begin, after loading what of the demonstration is not there. */
export async function openDemonstration(
  found: Found,
  {
    issuer,
    wallet,
    institutions,
  }: { issuer: IssuerParts; wallet: WalletParts; institutions: readonly RecognisedToo[] },
): Promise<Links> {
  const people = `${wallet.config.baseUrl}/demonstration`
  if (found === 'demonstration') {
    await recogniseCollege(issuer, institutions)
    const { learnerSignInUrl, shareUrl } = await loadLearner(wallet, { claimUrls: [] })
    return { staff: await firstStaffLink(issuer), learner: learnerSignInUrl, employer: shareUrl, people }
  }
  const { staffSignInUrl, claimUrls } = await loadDemonstration(issuer, institutions)
  const { learnerSignInUrl, shareUrl } = await loadLearner(wallet, { claimUrls })
  return { staff: staffSignInUrl, learner: learnerSignInUrl, employer: shareUrl, people }
}

/** What can wait until people have their links; then the demonstration counts as loaded and is left to them. */
export async function completeDemonstration(issuer: IssuerParts): Promise<void> {
  await addOtherLearners(issuer)
  const entry = { actor: 'system', action: LOADED, subject: DEMONSTRATION_COLLEGE }
  await issuer.storage.transaction((together) => appendAudit(together, entry, issuer.now()))
}
