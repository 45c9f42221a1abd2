import { asArray, asText, isObject, type JsonObject, PassportError } from '#platform'
import { hasStatedDigests, statesDigest } from '../digests.ts'
import type { CheckResult } from '../report.ts'
import type { World } from '../world.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('evidence')

const MAX_FETCHED = 10

type Finding = 'ok' | 'mismatch' | 'notSupplied' | 'unreachable' | 'unsupported' | 'noDigest'

/**
 * Files to which a credential points, as evidence or as a related resource (VC Data Model 2.0 §5.3, §5.6). One with a
 * digest is compared where its bytes are at hand: it came beside the credential, it is a context that is pinned here, or
 * whoever checks asked to have it fetched. By itself nothing is fetched: an address may be anyone's.
 */
export const evidence: Check = async ({ credential }, world) => {
  const items = [...asArray(credential.evidence), ...asArray(credential.relatedResource)].filter(isObject)
  if (items.length === 0) return result('passed', 'evidence.none')
  const fetched = items.filter(statesDigest).slice(0, MAX_FETCHED)
  const findings = await Promise.all(
    items.map(async (item) => ({ item, found: await find(item, items, fetched.includes(item), world) })),
  )
  const count = (wanted: Finding) => findings.filter(({ found }) => found === wanted).length
  const mismatches = findings.filter(({ found }) => found === 'mismatch')
  return [
    ...mismatches.flatMap(({ item }) => result('failed', 'evidence.mismatch', { resource: asText(item.id) })),
    ...counted('passed', 'evidence.ok', count('ok')),
    ...counted('notice', 'evidence.notSupplied', count('notSupplied')),
    ...counted('notice', 'evidence.unreachable', count('unreachable')),
    ...counted('notice', 'evidence.unsupported', count('unsupported')),
    ...counted('notice', 'evidence.noDigest', count('noDigest')),
  ]
}

function counted(outcome: 'passed' | 'notice', code: string, count: number): CheckResult[] {
  return count === 0 ? [] : result(outcome, code, { count })
}

async function find(item: JsonObject, all: readonly JsonObject[], mayFetch: boolean, world: World): Promise<Finding> {
  if (!statesDigest(item)) return 'noDigest'
  if (hasStatedDigests(item, new Uint8Array()) === null) return 'unsupported'
  const has = (bytes: Uint8Array) => hasStatedDigests(item, bytes) === true
  const url = asText(item.id)
  if (world.contexts.has(url)) return has(world.contexts.bytes(url)) ? 'ok' : 'mismatch'
  const { supplied = [], fetchEvidence } = world
  if (supplied.some(({ bytes }) => has(bytes))) return 'ok'
  // Two addresses may end alike: a file that is another of these is not a wrong one of this.
  const isAnother = (bytes: Uint8Array) => all.some((one) => hasStatedDigests(one, bytes) === true)
  if (supplied.some(({ name, bytes }) => isNamed(name, url) && !isAnother(bytes))) return 'mismatch'
  if (fetchEvidence === undefined || !mayFetch || !/^https?:/i.test(url)) return 'notSupplied'
  try {
    return has(await fetchEvidence(url)) ? 'ok' : 'mismatch'
  } catch (error) {
    if (error instanceof PassportError && error.code.startsWith('fetch.')) return 'unreachable'
    throw error
  }
}

/** Whether a file is called as an address ends: then it is meant to be that one. */
function isNamed(name: string, url: string): boolean {
  const [path = ''] = url.split(/[?#]/)
  const last = path.split('/').at(-1) ?? ''
  return last !== '' && name.split('/').at(-1) === last
}
