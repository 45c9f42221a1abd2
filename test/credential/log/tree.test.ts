import { expect, test } from '@jest/globals'
import {
  consistencyPath,
  EMPTY_TREE,
  grow,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
  rootOf,
} from '#credential'
import { hex, randomInt, sha256 } from '#platform'
import { headOf, readerOf } from './leaves.ts'

/** The tree with which Certificate Transparency's own tests show RFC 6962 §2.1: eight leaves, and what they hash to. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (digits) => leafHash(Buffer.from(digits, 'hex')),
)
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const [N01, N23, N0123] = [ROOTS[2], '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', ROOTS[4]]
const N4567 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const N67 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const L1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const L4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'

test('a tree of up to eight leaves has the roots that are known', () => {
  expect(ROOTS.map((_root, size) => hex(headOf(LEAVES.slice(0, size)).root))).toEqual(ROOTS)
})

test.each([
  [0, 1, []],
  [0, 8, [L1, N23, N4567]],
  [5, 8, [L4, N67, N0123]],
  [2, 3, [N01]],
  [1, 5, [ROOTS[1], N23, L4]],
])('the inclusion proof of leaf %d in a tree of %d is the known one', async (index, size, known) => {
  expect((await inclusionPath(index, size, readerOf(LEAVES))).map(hex)).toEqual(known)
})

test.each([
  [1, 1, []],
  [1, 8, [L1, N23, N4567]],
  [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', N67, N0123]],
  [2, 5, [N23, L4]],
])('the consistency proof from %d to %d is the known one', async (first, second, known) => {
  expect((await consistencyPath(first, second, readerOf(LEAVES))).map(hex)).toEqual(known)
})

const MANY = Array.from({ length: 70 }, (_, index) => leafHash(sha256(`leaf ${index}`)))
const heads = MANY.map((_, size) => headOf(MANY.slice(0, size)))
const flipped = (path: readonly Uint8Array[], at: number) =>
  path.map((hash, index) => (index === at ? hash.map((byte, place) => (place === 7 ? byte ^ 1 : byte)) : hash))

test('each leaf is shown to be in each tree, and at no other place, in no other tree and with no other path', async () => {
  for (const head of heads.slice(1)) {
    for (let index = 0; index < head.size; index += 1) {
      const leaf = MANY[index] ?? sha256('')
      const path = await inclusionPath(index, head.size, readerOf(MANY))
      expect(isIncluded(leaf, index, head, path)).toBe(true)
      expect(isIncluded(sha256('another'), index, head, path)).toBe(false)
      expect(isIncluded(leaf, (index + 1) % head.size, head, path)).toBe(head.size === 1)
      expect(isIncluded(leaf, index, head, [...path, leaf])).toBe(false)
      if (path.length > 0) {
        expect(isIncluded(leaf, index, head, path.slice(1))).toBe(false)
        expect(isIncluded(leaf, index, head, path.slice(0, -1))).toBe(false)
        expect(isIncluded(leaf, index, head, flipped(path, randomInt(path.length)))).toBe(false)
      }
    }
  }
})

test('each tree is shown to be the beginning of each later one, and of no other', async () => {
  for (const second of heads) {
    for (const first of heads.slice(0, second.size + 1)) {
      const path = await consistencyPath(first.size, second.size, readerOf(MANY))
      expect(isConsistent(first, second, path)).toBe(true)
      if (first.size > 0) expect(isConsistent({ ...first, root: sha256('x') }, second, path)).toBe(false)
      if (path.length > 0) {
        expect(isConsistent(first, { ...second, root: sha256('x') }, path)).toBe(false)
        expect(isConsistent(first, second, flipped(path, randomInt(path.length)))).toBe(false)
        expect(isConsistent(first, second, path.slice(0, -1))).toBe(false)
        expect(isConsistent(first, second, [])).toBe(false)
      }
      expect(isConsistent(first, second, [...path, sha256('')])).toBe(false)
    }
  }
})

test('a leaf that was edited or taken out makes a tree that is not the one that was', async () => {
  const edited = MANY.map((leaf, index) => (index === 3 ? sha256('edited') : leaf))
  const shorter = MANY.filter((_, index) => index !== 3)
  for (const leaves of [edited, shorter]) {
    const path = await consistencyPath(40, 60, readerOf(leaves))
    expect(isConsistent(headOf(MANY.slice(0, 40)), headOf(leaves.slice(0, 60)), path)).toBe(false)
  }
})

test('sizes beyond what fits 32 bits are counted right, and what is no number shows nothing', async () => {
  const level = (depth: number) => sha256(`perfect ${depth}`)
  const size = 2 ** 40 + 5
  const asked: [number, number][] = []
  const path = await inclusionPath(2 ** 40 + 2, size, (depth, index) => {
    asked.push([depth, index])
    return level(depth)
  })
  expect(asked).toContainEqual([40, 0])
  expect(path.length).toBeLessThanOrEqual(5)
  const head = { size: Number.NaN, root: sha256('') }
  expect(isIncluded(sha256(''), 0, head, [])).toBe(false)
  expect(isIncluded(sha256(''), -1, { ...head, size: 1 }, [])).toBe(false)
  expect(isConsistent({ ...head, size: 1.5 }, { ...head, size: 2 }, [sha256('')])).toBe(false)
  await expect(inclusionPath(5, 5, () => sha256(''))).rejects.toThrow('There is no leaf 5')
  await expect(consistencyPath(6, 5, () => sha256(''))).rejects.toThrow('never had 6 leaves')
})

test('a tree keeps as many hashes as its size has ones', () => {
  const tree = MANY.reduce(grow, EMPTY_TREE)
  expect(tree.peaks).toHaveLength(3)
  expect(rootOf(EMPTY_TREE)).toEqual(sha256(''))
})
