import { createCheckPool } from '../verifier/check-pool.ts'
import { issueHere, newIssuer, WORLD } from './ours.ts'
import { sampleCredential } from './sample.ts'

/** Checks so many credentials, in batches of 200 by two workers, and prints what the process took, in MB, as JSON. */

const count = Number(process.argv[2])
const BATCH = 200
const MEGABYTE = 1024 * 1024

const { did, signer } = newIssuer()
const workers = createCheckPool({ extraContexts: undefined, size: 2 })
const parts = { world: async () => WORLD, fetch: () => Promise.reject(new Error('There is no network here.')) }
const seen: number[] = []
for (let at = 0; at < count; at += BATCH) {
  // Each batch is of other credentials: what is remembered of one must not grow with the next.
  const credential = await issueHere({ ...sampleCredential(did), id: `urn:example:${at}` }, signer)
  const text = JSON.stringify(credential)
  const items = Array.from({ length: BATCH }, () => ({ kind: 'text', text }) as const)
  const results = await workers.checkAll(items, {}, parts)
  if (results.some((result) => 'error' in result)) throw new Error('Not every credential was checked.')
  seen.push(process.memoryUsage.rss() / MEGABYTE)
}
await workers.close()
const meanOf = (part: readonly number[]) => part.reduce((sum, one) => sum + one, 0) / part.length
const half = Math.floor(seen.length / 2)
const quarter = Math.floor(seen.length / 4)
// The first quarter warms up.
const growth = meanOf(seen.slice(-quarter)) - meanOf(seen.slice(quarter, half))
console.log(JSON.stringify({ most: Math.max(...seen), growth }))
