import { asArray, isObject, type Json } from '#platform'
import { revocationListStatus } from '../revocation-list.ts'
import { bitstringStatus } from '../status-entry.ts'
import { tokenStatus } from '../token-status-check.ts'
import type { World } from '../world.ts'
import { type Check, resultOf, type StatusMethod, type Subject } from './check.ts'

const result = resultOf('status')

/** The kinds of status that we can look up, by the type of their entry. A further one is a file and a line here. */
const METHODS: Readonly<Record<string, StatusMethod>> = {
  BitstringStatusListEntry: bitstringStatus,
  StatusList2021Entry: bitstringStatus,
  '1EdTechRevocationList': revocationListStatus,
}

/** The same, for whoever asks what we can look up. */
export const STATUS_TYPES: readonly string[] = Object.keys(METHODS)

/** More than any credential needs. Each may be some megabytes, on a server of its own that is then asked by us. */
const MAX_ENTRIES = 16

/** Worst first, so that whoever reads only the first sees what counts. */
const ORDER = ['failed', 'unknown', 'notice', 'passed']

/** Every status entry is looked up (Bitstring Status List §3.2). One that cannot be is `unknown`, never "not revoked". */
export const status: Check = async (subject, world) => {
  if (subject.statusFound !== undefined) return subject.statusFound
  const entries = asArray(subject.credential.credentialStatus)
  if (entries.length > MAX_ENTRIES) return result('unknown', 'status.malformed', { entries: entries.length })
  const results = await Promise.all([
    ...entries.map((entry) => statusOf(entry, subject, world)),
    tokenStatus(subject, world),
  ])
  if (results.flat().length === 0) return result('notice', 'status.none')
  return results.flat().sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))
}

async function statusOf(entry: Json, subject: Subject, world: World) {
  if (!isObject(entry)) return result('unknown', 'status.malformed')
  const type = asArray(entry.type).find((one) => typeof one === 'string' && Object.hasOwn(METHODS, one))
  const method = typeof type === 'string' ? METHODS[type] : undefined
  if (method === undefined) {
    const types = asArray(entry.type).filter((one) => typeof one === 'string')
    return result('unknown', 'status.unsupported', { type: types.join(' ').slice(0, 100) })
  }
  return method(entry, subject, world)
}
