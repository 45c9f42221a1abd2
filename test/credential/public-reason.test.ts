import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { encodeBits, STATUS_LIST_LENGTH, writeBit } from '#credential'
import { base64, digestMultibase } from '#platform'
import { publicReason } from '../../credential/public-reason.ts'
import { expectQuick } from '../time.ts'

const SIZE = STATUS_LIST_LENGTH / 8
const WHY = 'The centre is under inquiry.'

/** A related resource of a list with these places for one reason. */
function resource(...lists: string[]) {
  const reasons = lists.map((encodedList) => ({ reason: WHY, encodedList }))
  const bytes = new TextEncoder().encode(JSON.stringify({ reasons }))
  return { id: `data:application/json;base64,${base64(bytes)}`, digestMultibase: digestMultibase(bytes) }
}
const bits = new Uint8Array(SIZE)
writeBit(bits, 7, true)

test('a list says why a place is set, and of no other', () => {
  expect(publicReason(resource(encodeBits(bits)), 7, SIZE)).toBe(WHY)
  expect(publicReason(resource(encodeBits(bits)), 8, SIZE)).toBeUndefined()
  expect(publicReason({ ...resource(encodeBits(bits)), digestMultibase: 'zOther' }, 7, SIZE)).toBeUndefined()
})

test('reasons that unpack to more than the list itself are not unpacked', async () => {
  const vast = `u${gzipSync(new Uint8Array(16 * 1024 * 1024).fill(255)).toString('base64url')}`
  const lists = resource(...Array<string>(20).fill(vast))
  await expectQuick(100, () => {
    expect(publicReason(lists, 7, SIZE)).toBeUndefined()
    expect(publicReason(lists, 7, 16 * 1024 * 1024)).toBeUndefined()
  })
})
