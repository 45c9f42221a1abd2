import type { WalletParts } from '../parts.ts'
import { type HeldCredential, listCredentials } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'

/** What of a passport goes out, and what does not because it is not genuine. */
export interface HeldForExport {
  good: HeldCredential[]
  notGenuine: HeldCredential[]
}

/** Everything that somebody holds. What is not genuine says nothing to anyone else, and waits for nobody. */
export async function heldForExport(parts: WalletParts, person: Person): Promise<HeldForExport> {
  const held = await listCredentials(parts, person)
  const isGood = ({ checked }: HeldCredential) => checked.face !== 'notGenuine'
  return { good: held.filter(isGood), notGenuine: held.filter((one) => !isGood(one)) }
}
