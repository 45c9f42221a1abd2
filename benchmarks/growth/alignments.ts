import type { JsonObject } from '#platform'
import { issueHere, newIssuer, verifyProofHere } from '../ours.ts'
import { processorTime } from '../processor-time.ts'
import { sampleCredential } from '../sample.ts'
import { median, type Series } from './series.ts'

const SIZES = [1, 10, 100, 1_000]
const ROUNDS = 9

/** What issuing and verifying one credential cost with so many alignments in it. */
export async function alignmentGrowth(): Promise<Series[]> {
  const { did, signer } = newIssuer()
  const issuing: Series = { name: 'issue', points: [] }
  const verifying: Series = { name: 'verify', points: [] }
  for (const size of SIZES) {
    const credential = withAlignments(sampleCredential(did), size)
    const text = JSON.stringify(await issueHere(credential, signer))
    if (!(await verifyProofHere(text))) throw new Error(`A credential with ${size} alignments does not verify.`)
    issuing.points.push({ size, cost: await costOf(() => issueHere(credential, signer)) })
    verifying.points.push({ size, cost: await costOf(() => verifyProofHere(text)) })
  }
  return [issuing, verifying]
}

/** Milliseconds of processor time, each round long enough to be measured. */
async function costOf(operation: () => Promise<unknown>): Promise<number> {
  const rounds: number[] = []
  for (let round = -2; round < ROUNDS; round++) {
    const begun = processorTime()
    let times = 0
    do {
      await operation()
      times++
    } while (processorTime() - begun < 60)
    if (round >= 0) rounds.push((processorTime() - begun) / times)
  }
  return median(rounds)
}

function withAlignments(credential: JsonObject, count: number): JsonObject {
  const alignment = Array.from({ length: count }, (_, at) => ({
    type: ['Alignment'],
    targetType: 'CFItem',
    targetFramework: 'Example college skill statements',
    targetCode: `NE-${at}`,
    targetName: `Skill statement ${at} of the framework`,
    targetUrl: `https://college.example/skills/${at}`,
  }))
  const { achievement, ...subject } = credential.credentialSubject as JsonObject
  return {
    ...credential,
    credentialSubject: { ...subject, achievement: { ...(achievement as JsonObject), alignment } },
  }
}
