import { asArray, asText, isObject, type Json, type JsonObject } from '#platform'
import type { CheckResult } from '../report.ts'
import { fetchStatusList, type ListFault } from '../status-check.ts'
import { readBit } from '../status-list.ts'
import { tokenStatus } from '../token-status-check.ts'
import type { World } from '../world.ts'
import { type Check, resultOf, type Subject } from './check.ts'

const result = resultOf('status')

/** Which purposes end a credential's validity (Bitstring Status List §2.2); `message` and `refresh` only tell something. */
const ENDS: Readonly<Record<string, string>> = { revocation: 'status.revoked', suspension: 'status.suspended' }

/** Worst first, so that whoever reads only the first sees what counts. */
const ORDER = ['failed', 'unknown', 'notice', 'passed']

/** Every status entry is looked up (Bitstring Status List §3.2). One that cannot be is `unknown`, never "not revoked". */
export const status: Check = async (subject, world) => {
  const entries = asArray(subject.credential.credentialStatus)
  const results = await Promise.all([
    ...entries.map((entry) => statusOf(entry, subject, world)),
    tokenStatus(subject, world),
  ])
  if (results.flat().length === 0) return result('notice', 'status.none')
  return results.flat().sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))
}

async function statusOf(entry: Json, { issuerId }: Subject, world: World): Promise<CheckResult[]> {
  if (!isObject(entry) || entry.type !== 'BitstringStatusListEntry') {
    return result('unknown', 'status.unsupported', { type: isObject(entry) ? asText(entry.type) : 'none' })
  }
  const { statusListCredential: url, statusPurpose: purpose } = entry
  const index = indexOf(entry)
  if (typeof url !== 'string' || typeof purpose !== 'string' || index === null) {
    return result('unknown', 'status.malformed', {})
  }
  const detail = { purpose, list: url }
  const list = await fetchStatusList(url, world)
  if (isFault(list)) return result('unknown', list.fault, { ...detail, ...list.detail })
  if (list.issuer !== issuerId) return result('unknown', 'status.issuerMismatch', { ...detail, signer: list.issuer })
  if (!list.purposes.includes(purpose)) return result('unknown', 'status.malformed', detail)
  const bit = readBit(list.bits, index)
  if (bit === null) return result('unknown', 'status.malformed', { ...detail, index })
  const asOf = list.asOf.toISOString()
  if (!bit) return result('passed', 'status.ok', { ...detail, asOf })
  const code = ENDS[purpose]
  return code ? result('failed', code, { ...detail, asOf }) : result('notice', 'status.message', { ...detail, asOf })
}

/** The place in the list: a text of digits (Bitstring Status List §2.1). Entries wider than one bit are not read. */
function indexOf({ statusListIndex, statusSize }: JsonObject): number | null {
  if (statusSize !== undefined && statusSize !== 1) return null
  if (typeof statusListIndex !== 'string' || !/^(?:0|[1-9]\d{0,9})$/.test(statusListIndex)) return null
  return Number(statusListIndex)
}

const isFault = (list: object): list is ListFault => 'fault' in list
