import { asArray, asText, isObject, type Json, type JsonObject } from '#platform'
import { resultOf, type StatusMethod } from './checks/check.ts'
import { notThen, pastDate } from './past-status.ts'
import { publicReason } from './public-reason.ts'
import type { StatusListKind } from './read-status-list.ts'
import type { CheckResult } from './report.ts'
import { fetchPastList, fetchStatusList, type ListFault } from './status-check.ts'
import { readValue } from './status-list.ts'

const result = resultOf('status')

/** What a set bit says, by its purpose (Bitstring Status List §2.2). Only the first two end a credential's validity. */
const SAYS: Readonly<Record<string, Pick<CheckResult, 'outcome' | 'code'>>> = {
  revocation: { outcome: 'failed', code: 'status.revoked' },
  suspension: { outcome: 'failed', code: 'status.suspended' },
  refresh: { outcome: 'notice', code: 'status.refresh' },
  message: { outcome: 'notice', code: 'status.message' },
}

const LISTS: Readonly<Record<string, StatusListKind>> = {
  BitstringStatusListEntry: 'BitstringStatusList',
  StatusList2021Entry: 'StatusList2021',
}

/** Wider entries would need more messages than anyone writes. */
const MAX_SIZE = 8
const MAX_MESSAGE = 300

/** Looks an entry up in its list of bits (Bitstring Status List §3.2, Status List 2021 §4.2). */
export const bitstringStatus: StatusMethod = async (entry, { issuerId }, world) => {
  const kind = asArray(entry.type).flatMap((type) => LISTS[asText(type)] ?? [])[0]
  const { statusListCredential: url, statusPurpose } = entry
  const place = placeOf(entry)
  if (kind === undefined || typeof url !== 'string' || typeof statusPurpose !== 'string' || place === null) {
    return result('unknown', 'status.malformed')
  }
  // The purposes are words of a vocabulary, which some write with a capital.
  const purpose = statusPurpose.toLowerCase()
  const detail = { purpose, list: url }
  const date = pastDate(world)
  const past = date === null ? null : await fetchPastList(url, kind, date, world)
  const list = past ?? (await fetchStatusList(url, kind, world))
  if (isFault(list)) return result('unknown', list.fault, { ...detail, ...list.detail })
  if (list.issuer !== issuerId) return result('unknown', 'status.issuerMismatch', { ...detail, signer: list.issuer })
  if (!list.purposes.includes(purpose)) return result('unknown', 'status.malformed', { ...detail, reason: 'purpose' })
  const value = readValue(list.bits, place.index, place.size)
  if (value === null) return result('unknown', 'status.malformed', { ...detail, index: place.index })
  const saysWhy = purpose === 'suspension' && value !== 0
  const reason = saysWhy ? publicReason(list.relatedResource, place.index, list.bits.length) : undefined
  const said = { ...detail, asOf: list.asOf.toISOString(), ...(reason === undefined ? {} : { reason }) }
  const meaning = meaningOf(value, entry, said)
  return date === null || past !== null || holdsForThePast(purpose, meaning) ? meaning : notThen(detail)
}

/** These say the same of the past where they are not set: a revocation is final, and the others decide nothing. */
const SAID_FOR_THE_PAST = new Set(['revocation', 'refresh', 'message'])

function holdsForThePast(purpose: string, meaning: readonly CheckResult[]): boolean {
  return SAID_FOR_THE_PAST.has(purpose) && meaning.every(({ outcome }) => outcome === 'notice' || outcome === 'passed')
}

function meaningOf(value: number, entry: JsonObject, detail: CheckResult['detail']): CheckResult[] {
  const purpose = asText(detail.purpose)
  const message = purpose === 'message' ? messageOf(value, entry.statusMessage) : undefined
  if (message !== undefined) return result('notice', 'status.message', { ...detail, value, message })
  if (value === 0) return result('passed', 'status.ok', detail)
  const says = Object.hasOwn(SAYS, purpose) ? SAYS[purpose] : undefined
  // What a purpose of somebody's own means is theirs to say; that it means nothing would be a guess.
  if (says === undefined) return result('unknown', 'status.applicationSpecific', { ...detail, value })
  return result(says.outcome, says.code, says.code === 'status.message' ? { ...detail, value } : detail)
}

/** What the entry says a value means (§2.1 `statusMessage`): the issuer's own words. */
function messageOf(value: number, messages: Json | undefined): string | undefined {
  const said = asArray(messages).find((one) => isObject(one) && sameValue(one.status, value))
  const message = isObject(said) ? said.message : undefined
  return typeof message === 'string' ? message.slice(0, MAX_MESSAGE) : undefined
}

/** A status is written in hexadecimal, with `0x` before it. */
function sameValue(status: Json | undefined, value: number): boolean {
  return typeof status === 'string' && /^0x[0-9a-f]{1,2}$/i.test(status) && Number(status) === value
}

/** The place in the list: a text of digits, which some write as a number (§2.1), and how many bits wide its entries are. */
function placeOf({ statusListIndex, statusSize = 1 }: JsonObject): { index: number; size: number } | null {
  const index = typeof statusListIndex === 'number' ? String(statusListIndex) : statusListIndex
  if (typeof index !== 'string' || !/^(?:0|[1-9]\d{0,9})$/.test(index)) return null
  const size = typeof statusSize === 'number' && Number.isInteger(statusSize) ? statusSize : 0
  return size >= 1 && size <= MAX_SIZE ? { index: Number(index), size } : null
}

const isFault = (list: object): list is ListFault => 'fault' in list
