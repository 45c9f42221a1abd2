import { expect, test } from '@jest/globals'
import { consistencyPath, expectToGrow, leafHash } from '#credential'
import { base64, PassportError } from '#platform'
import { headOf, readerOf } from './leaves.ts'

const AT = new Date('2026-09-01T00:00:00Z')
const leaves = (count: number, salt = 0) => Array.from({ length: count }, (_, at) => leafHash(Uint8Array.of(at, salt)))
const seenOf = (size: number) => ({ size, root: base64(headOf(leaves(size)).root), at: AT })
const honest = (from: number, to: number) => consistencyPath(from, to, readerOf(leaves(to)))
const nobody = async () => Promise.reject(new PassportError('fetch.failed', 'There is nobody there.'))

test.each([
  ['grew', 5, 9],
  ['is the same', 9, 9],
  ['was empty before', 0, 9],
])('a log that %s goes on from what was seen', async (_, before, now) => {
  await expect(expectToGrow(seenOf(before), headOf(leaves(now)), honest)).resolves.toBeUndefined()
})

test.each<[string, number, Uint8Array[], (from: number, to: number) => Promise<Uint8Array[]>]>([
  ['is shorter', 9, leaves(5), honest],
  ['is another of the same length', 9, leaves(9, 1), honest],
  ['was rewritten', 5, leaves(9, 1), (from, to) => consistencyPath(from, to, readerOf(leaves(to, 1)))],
  ['shows nothing', 5, leaves(9), async () => []],
])('a log that %s is refused, and what was seen is named', async (_, before, now, path) => {
  await expect(expectToGrow(seenOf(before), headOf(now), path)).rejects.toMatchObject({
    code: 'issueLog.forked',
    message: expect.stringContaining(`2026-09-01T00:00:00Z, with ${before} entries`),
  })
})

test('one that does not answer is not called forked', async () => {
  await expect(expectToGrow(seenOf(5), headOf(leaves(9)), nobody)).rejects.toMatchObject({ code: 'fetch.failed' })
})
