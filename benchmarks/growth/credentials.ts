import { randomInt } from '#platform'
import { changeStatus } from '../../issuer/change-status.ts'
import { logEvidence, newestCheckpoint } from '../../issuer/issue-log.ts'
import { findIssuedAs, findPublic, listHeldBy, searchCredentials } from '../../issuer/records/credentials.ts'
import { openGrowingCollege } from './college.ts'
import { median, type Series } from './series.ts'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const ROUNDS = 15

/** What is done with one credential, and what a page of them costs, with so many in the database. */
export async function credentialGrowth(): Promise<{ ofOne: Series[]; ofAll: Series[] }> {
  const college = await openGrowingCollege()
  const { parts, issuerId } = college
  let newest = ''
  const award = async () => {
    newest = await college.award()
    return newest
  }
  const { db } = parts.storage
  const page = { page: 1, size: 25 }
  const copyOf = (size: number) => `copy-${randomInt(size - 2) + 1}`
  const revoke = { act: 'revoke', reason: undefined, actor: 'benchmark' } as const
  const ofOne: Record<string, (size: number) => Promise<unknown>> = {
    issue: () => award(),
    'its page': (size) => findPublic(db, copyOf(size)),
    'found as it calls itself': (size) => findIssuedAs(db, issuerId, `urn:example:${copyOf(size)}`),
    'all of one learner': (size) => listHeldBy(db, issuerId, `learner${copyOf(size).slice(5)}@example.com`),
    'issue and checkpoint': async () => {
      await award()
      await newestCheckpoint(issuerId, parts)
    },
    'evidence in the log': async () => logEvidence(issuerId, newest, parts),
    'issue and revoke': async () => changeStatus(issuerId, await award(), revoke, parts),
  }
  const ofAll: Record<string, () => Promise<unknown>> = {
    'first page of all': () => searchCredentials(db, issuerId, {}, page),
    'search by a word': () => searchCredentials(db, issuerId, { text: 'learner 77' }, page),
  }
  const series = (names: object): Series[] => Object.keys(names).map((name) => ({ name, points: [] }))
  const found = { ofOne: series(ofOne), ofAll: series(ofAll) }
  try {
    for (const size of SIZES) {
      await college.growTo(size)
      for (const { name, points } of found.ofOne) {
        const operation = ofOne[name]
        if (operation !== undefined) points.push({ size, cost: await costOf(() => operation(size), ROUNDS) })
      }
      for (const { name, points } of found.ofAll) {
        const operation = ofAll[name]
        if (operation !== undefined) points.push({ size, cost: await costOf(operation, 3) })
      }
    }
  } finally {
    await college.close()
  }
  return found
}

/** Milliseconds on the wall, since waiting for the disk is part of it: the median of the rounds. */
async function costOf(operation: () => Promise<unknown>, rounds: number): Promise<number> {
  const costs: number[] = []
  for (let round = -2; round < rounds; round++) {
    const begun = performance.now()
    await operation()
    if (round >= 0) costs.push(performance.now() - begun)
  }
  return median(costs)
}
