import type { Benchmark } from './benchmark.ts'
import { issueHere, newIssuer, verifyHere } from './ours.ts'
import { requireBoth } from './require-both.ts'
import { sampleCredential } from './sample.ts'
import { verifyThere } from './theirs.ts'

/** Verifying one credential, from its text: ours with every check, theirs with the signature and the dates. */
export const verify: Benchmark = {
  name: 'verify',
  bound: 25,
  async prepare() {
    const { did, signer } = newIssuer()
    const credential = await issueHere(sampleCredential(did), signer)
    await requireBoth(credential)
    const text = JSON.stringify(credential)
    return { ours: () => verifyHere(text), theirs: () => verifyThere(text) }
  },
}
