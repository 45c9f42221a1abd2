import type { Benchmark } from './benchmark.ts'
import { issueHere, newIssuer } from './ours.ts'
import { requireBoth } from './require-both.ts'
import { sampleCredential } from './sample.ts'
import { issueThere, newTheirIssuer } from './theirs.ts'

/** Signing one credential with `eddsa-rdfc-2022`. */
export const issue: Benchmark = {
  name: 'issue',
  bound: 35,
  async prepare() {
    const here = newIssuer()
    const there = await newTheirIssuer()
    const ours = () => issueHere(sampleCredential(here.did), here.signer)
    const theirs = () => issueThere(sampleCredential(there.did), there.keyPair)
    await requireBoth(await ours())
    await requireBoth(await theirs())
    return { ours, theirs }
  },
}
