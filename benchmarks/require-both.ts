import { verifyHere, verifyProofHere } from './ours.ts'
import { publishKeyOf, verifyThere } from './theirs.ts'

/** Throws unless both accept a credential, and both refuse it with one letter changed: else a ratio means nothing. */
export async function requireBoth(credential: Record<string, unknown>): Promise<void> {
  publishKeyOf(credential)
  const text = JSON.stringify(credential)
  const changed = text.replace('professional', 'Professional')
  const [here, proof, there] = [await verifyHere(text), await verifyProofHere(text), await verifyThere(text)]
  if (here.verdict !== 'accepted' || !proof || !there.verified) {
    throw new Error(`Not accepted by both: ${JSON.stringify(here.checks)}`, { cause: there.error })
  }
  const isRefused = (await verifyHere(changed)).verdict === 'rejected' && !(await verifyProofHere(changed))
  if (!isRefused || (await verifyThere(changed)).verified) {
    throw new Error('A changed credential is not refused by both.')
  }
}
