import { isHoldersCopy, partsToChoose, type Received, receiveJson, type SelectablePart, sharedCopy } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import type { WalletParts } from './parts.ts'
import { type HeldCredential, presentable } from './records/credentials.ts'
import type { Share } from './records/shares.ts'

/** A credential as a share shows it. */
export interface ShownCredential {
  id: string
  /** As a presentation holds it. */
  document: JsonObject
  /** What it is shown as. */
  shown: Pick<Received, 'credential' | 'digest'>
  /** The evidence that it is in its issuer's log, where this copy can be compared with that. */
  issueLogEvidence: JsonObject | null
}

/** The copy that a share shows of a credential: without what its holder left out, and never their own copy itself. */
export async function shownCopy(
  held: HeldCredential,
  { leftOut }: Pick<Share, 'leftOut'>,
  { contexts }: Pick<WalletParts, 'contexts'>,
): Promise<ShownCredential> {
  const { id, received, issueLogEvidence } = held
  if (!hasParts(received)) return { id, document: presentable(held), shown: held.shown, issueLogEvidence }
  const document = await sharedCopy(received, leftOut[id] ?? [], contexts)
  // With the salt in hand somebody could try out what was left out, until it fits the leaf. An SD-JWT's leaf is of digests.
  const isSafe = received.securing === 'sd-jwt' || (leftOut[id] ?? []).length === 0
  return { id, document, shown: receiveJson(document), issueLogEvidence: isSafe ? issueLogEvidence : null }
}

/** Whether a copy can show other than all of it; what cannot is given on exactly as it was received. */
function hasParts({ securing, credential }: Received): boolean {
  return securing === 'sd-jwt' || isHoldersCopy(credential)
}

/** The parts that can be left out of a share; none of what cannot be read in parts. */
export function choosableParts(received: Received): SelectablePart[] {
  try {
    return partsToChoose(received)
  } catch (error) {
    if (error instanceof PassportError) return []
    throw error
  }
}

/** The text of a credential that can be given on: as it was received, where that is not for its holder alone. */
export async function textToGive(held: HeldCredential, { contexts }: Pick<WalletParts, 'contexts'>): Promise<string> {
  if (!isHoldersCopy(held.received.credential)) return held.text
  return JSON.stringify(await sharedCopy(held.received, [], contexts))
}
