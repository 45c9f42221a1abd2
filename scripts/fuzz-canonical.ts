import { writeFileSync } from 'node:fs'
import { loadContexts } from '#contexts'
import { compare, documentOf, UNEXPLAINED } from '../test/credential/canonical/compare.ts'
import { makeRecord, RECORD, RECORDED } from '../test/credential/canonical/recorded.ts'

/**
 * `npm run fuzz:canonical [-- COUNT [FIRST]]`: compares the canonical form of so many generated documents with what
 * the reference libraries make of them. Prints how often which outcome came, and exits 1 if one is not explained.
 * `npm run fuzz:canonical -- --record` keeps what they make of those that each test run compares with.
 */
const contexts = loadContexts()
if (process.argv[2] === '--record') {
  writeFileSync(RECORD, `${JSON.stringify(await makeRecord(contexts), null, 2)}\n`)
  process.stdout.write(`${RECORDED} forms in ${RECORD}\n`)
} else await fuzz()

async function fuzz(): Promise<void> {
  const [count = 20_000, first = 1] = process.argv.slice(2).map(Number)
  const tally = new Map<string, number>()
  for (let seed = first; seed < first + count; seed++) {
    const { outcome, document, ours, theirs } = await compare(documentOf(seed), contexts)
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1)
    if (UNEXPLAINED.has(outcome)) {
      process.exitCode = 1
      process.stdout.write(`seed ${seed}: ${outcome}\n${JSON.stringify({ document, ours, theirs }, null, 2)}\n`)
    }
  }
  const outcomes = [...tally].sort(([, a], [, b]) => b - a).map(([outcome, times]) => `${times} ${outcome}`)
  process.stdout.write(`${count} documents from seed ${first}: ${outcomes.join(', ')}\n`)
}
