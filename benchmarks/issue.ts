import { SignedAlike } from '#credential'
import type { Benchmark } from './benchmark.ts'
import { issueAlikeHere, issueHere, newIssuer, WORLD } from './ours.ts'
import { requireBoth } from './require-both.ts'
import { sampleAward, sampleCredential } from './sample.ts'
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

/** Signing awards of one achievement, one after another, each to another person. Theirs is the same, each by itself. */
export const issueBatch: Benchmark = {
  name: 'issue-batch',
  bound: 70,
  async prepare() {
    const here = newIssuer()
    const there = await newTheirIssuer()
    const alike = new SignedAlike(WORLD.contexts)
    let number = 0
    const ours = () => issueAlikeHere(sampleAward(here.did, number++), here.signer, alike)
    const theirs = () => issueThere(sampleAward(there.did, number++), there.keyPair)
    for (let at = 0; at < 5; at++) await requireBoth(await ours())
    await requireBoth(await theirs())
    return { ours, theirs }
  },
}
