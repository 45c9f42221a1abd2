import { expect, test } from '@jest/globals'
import { STATUS_LIST_LENGTH, statusListCredential, writeBit } from '#credential'
import { readStatusList } from '../../credential/read-status-list.ts'
import { readBit } from '../../credential/status-list.ts'
import { NOW } from './world.ts'

function listOf(length: number, revoked: number): Uint8Array {
  const bits = new Uint8Array(length / 8)
  writeBit(bits, revoked, true)
  const url = 'https://college.example/status/1'
  const period = { validFrom: NOW, validUntil: new Date(NOW.getTime() + 86_400_000) }
  const list = statusListCredential({ url, issuer: 'did:web:college.example', purpose: 'revocation', bits, ...period })
  return Buffer.from(JSON.stringify(list))
}

test('a list that many credentials point to is decoded once, and another is not taken for it', () => {
  const bytes = listOf(STATUS_LIST_LENGTH, 7)
  const first = readStatusList(bytes, 'BitstringStatusList')
  expect(readStatusList(Uint8Array.from(bytes), 'BitstringStatusList')).toBe(first)
  const other = readStatusList(listOf(STATUS_LIST_LENGTH, 8), 'BitstringStatusList')
  expect([7, 8].map((index) => readBit(first.list.bits, index))).toEqual([true, false])
  expect([7, 8].map((index) => readBit(other.list.bits, index))).toEqual([false, true])
  expect(() => readStatusList(bytes, 'StatusList2021')).toThrow('not a status list of the kind')
})

test('lists are forgotten when they become too many', () => {
  const first = readStatusList(listOf(STATUS_LIST_LENGTH, 7), 'BitstringStatusList')
  for (let index = 0; index < 5; index++) readStatusList(listOf(8 * 8 * 1024 * 1024, index), 'BitstringStatusList')
  expect(readStatusList(listOf(STATUS_LIST_LENGTH, 7), 'BitstringStatusList')).not.toBe(first)
})
