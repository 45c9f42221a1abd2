import { asText, isObject, type JsonObject, PassportError } from '#platform'
import { expectToFollow, type MissingList, type TrustList } from '#trust'
import { resultOf } from './checks/check.ts'
import type { CheckResult } from './report.ts'
import { readTrustDocument } from './trust-list.ts'
import type { World } from './world.ts'

const result = resultOf('recognition')

/** The world with the lists that were handed in and hold, and what was found of each. */
export interface Stapled {
  world: World
  results: CheckResult[]
}

/**
 * Trust lists that a holder put beside the credentials, for a verifier that cannot have them. One is used in place of a list
 * that the verifier has configured and could not get, and only as a version of that very list: signed by whom the operator
 * named, in date now, and not older than was seen. Others are not; a list that the verifier had itself is not needed.
 */
export async function withStapledLists(documents: readonly JsonObject[], world: World): Promise<Stapled> {
  const used = new Map<MissingList, TrustList>()
  const results: CheckResult[] = []
  for (const document of documents) {
    const { id: url, signer } = nameOf(document)
    if (world.trustLists.some((list) => list.url === url && list.operator === signer)) continue
    const missing = world.unavailableLists.find((list) => list.url === url && list.signer === signer)
    if (missing !== undefined && used.has(missing)) continue
    const read = missing === undefined ? 'trust.wrongSigner' : await readStapled(document, missing, world)
    if (missing === undefined || typeof read === 'string') {
      results.push(...result('notice', 'recognition.stapledRefused', { url, reason: asText(read) }))
    } else {
      used.set(missing, read)
      const asOf = read.asOf.toISOString()
      results.push(...result('notice', 'recognition.stapled', { list: read.name, url, asOf }))
    }
  }
  return { world: withLists(used, world), results }
}

function nameOf({ id, issuer }: JsonObject): { id: string; signer: string } {
  return { id: asText(id), signer: asText(isObject(issuer) ? issuer.id : issuer) }
}

/** The list, or why it is not used. What is asked of the credentials, and for which date, is not asked of it. */
async function readStapled(document: JsonObject, missing: MissingList, world: World): Promise<TrustList | string> {
  const { at: _at, asked: _asked, recipient: _recipient, supplied: _supplied, fetchEvidence: _fetch, ...bare } = world
  const { url, signer, seen } = missing
  try {
    const list = await readTrustDocument(document, { url, signer, asOf: world.now }, bare)
    expectToFollow(list, seen)
    return { ...list, asOf: list.validFrom, isStapled: true }
  } catch (error) {
    if (error instanceof PassportError) return error.code
    throw error
  }
}

/** Each at its place among the verifier's lists, since the first of them may decide. */
function withLists(used: ReadonlyMap<MissingList, TrustList>, world: World): World {
  const unavailableLists = world.unavailableLists.filter((list) => !used.has(list))
  const trustLists = [...world.trustLists]
  for (const [{ place }, list] of [...used].toSorted(([one], [other]) => one.place - other.place)) {
    trustLists.splice(place - unavailableLists.filter((missing) => missing.place < place).length, 0, list)
  }
  return { ...world, trustLists, unavailableLists }
}
