import type { Benchmark, Operation } from './benchmark.ts'
import { issueHere, newIssuer, verifyHere, verifyProofHere } from './ours.ts'
import { requireBoth } from './require-both.ts'
import { sampleCredential } from './sample.ts'
import { verifyThere } from './theirs.ts'

/** From a credential's text to the verdict of its proof; theirs looks at its dates besides. */
export const verify = against('verify', 25, verifyProofHere)

/** The same, ours with every check there is. */
export const check = against('check', 10, verifyHere)

function against(name: string, bound: number, verifies: (text: string) => Promise<unknown>): Benchmark {
  return {
    name,
    bound,
    async prepare(): Promise<{ ours: Operation; theirs: Operation }> {
      const { did, signer } = newIssuer()
      const credential = await issueHere(sampleCredential(did), signer)
      await requireBoth(credential)
      const text = JSON.stringify(credential)
      return { ours: () => verifies(text), theirs: () => verifyThere(text) }
    },
  }
}
