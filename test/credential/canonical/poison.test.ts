import { describe, expect, test } from '@jest/globals'
import type { Json, JsonObject } from '#platform'
import { canonicalise, canonicaliseDataset, type Quad } from '../../../credential/canonical/canonicalise.ts'
import { expectQuick } from '../../time.ts'
import { contexts } from '../world.ts'

const LIMIT_MS = 500

function link(subject: string | number, object: string | number, graph = ''): Quad {
  return { subject: `_:n${subject}`, predicate: '<urn:p>', object: `_:n${object}`, graph }
}

function range<Item>(count: number, make: (at: number) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

const POISON: Array<[string, Quad[]]> = [
  ['a clique of 20', range(20, (a) => range(20, (b) => link(a, b))).flat()],
  ['a clique of 200', range(200, (a) => range(200, (b) => link(a, b))).flat()],
  ['a circle of 400', range(400, (at) => link(at, (at + 1) % 400))],
  ['a circle of 5,000', range(5000, (at) => link(at, (at + 1) % 5000))],
  ['a chain of 20,000', range(20_000, (at) => link(at, at + 1))],
  ['two stars of 5,000', range(5000, (at) => [link('a', `a${at}`), link('b', `b${at}`)]).flat()],
  ['fifty chains of 50', range(50, (chain) => range(50, (at) => link(`${chain}x${at}`, `${chain}x${at + 1}`))).flat()],
  ['a thousand graphs in a circle', range(1000, (at) => link(at, (at + 1) % 1000, `_:g${at}`))],
]

describe('a poison graph is given up within half a second', () => {
  test.each(POISON)('%s', async (_name, quads) => {
    const refusal = expect.objectContaining({ name: 'CanonicalError', kind: 'tooComplex' })
    await expectQuick(LIMIT_MS, () => expect(() => canonicaliseDataset(quads)).toThrow(refusal))
  })
})

describe('what is alike without being poison is told apart', () => {
  test.each([
    ['a star of 1,000', range(1000, (at) => link('hub', at)), 1000],
    ['a circle of 30', range(30, (at) => link(at, (at + 1) % 30)), 30],
    ['a thousand statements of one graph', range(1000, (at) => link(at, `x${at}`, '_:g')), 1000],
  ])('%s', (_name, quads, count) => {
    const { lines } = canonicaliseDataset(quads)
    expect(new Set(lines).size).toBe(count)
  })
})

const V2 = 'https://www.w3.org/ns/credentials/v2'
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

function badge(resultDescription: Json): JsonObject {
  return {
    '@context': [V2, OB],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: { type: ['AchievementSubject'], achievement: { type: ['Achievement'], resultDescription } },
  }
}

test('badges that say the same several times, with long lists, have a canonical form', async () => {
  const marks = range(101, String)
  const form = canonicalise(badge(range(4, () => ({ type: ['ResultDescription'], allowedValue: marks }))), contexts)
  expect(form.match(/rdf-syntax-ns#first>/g)).toHaveLength(4 * 101)
})

const TOO_MUCH: Array<[string, JsonObject]> = [
  ['nested 5,000 deep', { '@context': V2, ...nested(5000) }],
  [
    'an array nested 5,000 deep',
    { '@context': V2, id: 'urn:a', 'urn:p': range(5000, () => 0).reduce<Json>((inner) => [inner], 'x') },
  ],
  ['120,000 values', { '@context': V2, id: 'urn:a', 'urn:p': range(120_000, String) }],
  [
    '5,000 terms with contexts of their own',
    {
      '@context': Object.fromEntries(range(5000, (at) => [`t${at}`, { '@id': 'urn:t', '@context': { a: 'urn:a' } }])),
      t1: { a: 'x' },
    },
  ],
  [
    'thousands of contexts',
    {
      '@context': V2,
      id: 'urn:a',
      'urn:p': range(5000, (at) => ({ '@context': { [`x${at}`]: 'urn:x' }, id: `urn:${at}` })),
    },
  ],
]

test.each(TOO_MUCH)('a document with %s is refused within half a second', async (_name, document) => {
  const refusal = expect.objectContaining({ name: 'CanonicalError', kind: 'tooComplex' })
  await expectQuick(LIMIT_MS, () => expect(() => canonicalise(document, contexts)).toThrow(refusal))
})

test('a document with 10,000 properties of its own takes less than half a second', async () => {
  const properties = Object.fromEntries(range(10_000, (at) => [`urn:p${at}`, 'x']))
  await expectQuick(LIMIT_MS, () => canonicalise({ '@context': V2, id: 'urn:a', ...properties }, contexts))
})

function nested(depth: number): JsonObject {
  return range(depth, () => 0).reduce<JsonObject>((inner) => ({ 'urn:p': inner }), { id: 'urn:z' })
}
