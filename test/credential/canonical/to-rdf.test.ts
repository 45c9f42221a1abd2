import { expect, test } from '@jest/globals'
import type { JsonObject } from '#platform'
import { canonicalise, canonicaliseDataset, toRdf } from '../../../credential/canonical/canonicalise.ts'
import { contexts } from '../world.ts'
import { formatNQuads } from './nquads.ts'

const V2 = 'https://www.w3.org/ns/credentials/v2'
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const description: JsonObject = { type: ['ResultDescription'], name: 'Mark', allowedValue: ['A', 'B', 'C'] }
const achievement: JsonObject = { type: ['Achievement'], resultDescription: [description] }
const badge: JsonObject = {
  '@context': [V2, OB],
  id: 'urn:a',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: { type: ['AchievementSubject'], achievement },
  proof: { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023' },
}

test('its statements have the canonical form of the document', async () => {
  const { lines } = canonicaliseDataset(toRdf(badge, contexts).quads)
  expect(lines.join('')).toBe(canonicalise(badge, contexts))
})

test('blank nodes are labelled in the order of the walk, and lists by their arrays', () => {
  const { quads, nodes } = toRdf(badge, contexts)
  expect(nodes.get(badge)).toBe('<urn:a>')
  expect(nodes.get(achievement)).toBe('_:b1')
  expect(nodes.get(description)).toBe('_:b2')
  expect(nodes.get(description.allowedValue as object)).toBe('_:b3')
  const text = formatNQuads(quads)
  expect(text).toContain('_:b2 <https://purl.imsglobal.org/spec/vc/ob/vocab.html#allowedValue> _:b3 .')
  expect(text).toContain('_:b3 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b4 .')
})

test('a part of a document keeps the labels it had in the whole', () => {
  const whole = toRdf(badge, contexts)
  const copies = new Map<object, string>()
  const copy = copyWithLabels(badge, whole.nodes, copies) as JsonObject
  delete copy.proof
  const part = toRdf(copy, contexts, { labelOf: (object) => copies.get(object) })
  const lines = new Set(formatNQuads(whole.quads).split('\n'))
  const ofPart = formatNQuads(part.quads).trim().split('\n')
  expect(ofPart.length).toBeGreaterThan(10)
  expect(ofPart.filter((line) => !lines.has(line))).toEqual([])
})

test('what has no label given gets one that no other has', () => {
  const { quads } = toRdf(badge, contexts, { labelOf: (object) => (object === achievement ? '_:b7' : undefined) })
  const subjects = new Set(quads.map(({ subject }) => subject).filter((subject) => subject.startsWith('_:')))
  expect(subjects).toContain('_:b7')
  expect([...subjects].filter((label) => /^_:n\d+$/.test(label))).toHaveLength(subjects.size - 1)
})

test('a statement is there once, however often it is made', () => {
  const document = { '@context': V2, id: 'urn:a', 'urn:p': [{ '@id': '_:x' }, { '@id': '_:x' }, 'v', 'v'] }
  expect(toRdf(document, contexts).quads).toHaveLength(2)
})

test('the labels say which node became which', () => {
  const { lines, labels } = canonicaliseDataset([
    { subject: '_:q', predicate: '<urn:p>', object: '"b"', graph: '' },
    { subject: '_:q', predicate: '<urn:q>', object: '_:r', graph: '_:g' },
  ])
  expect([...labels.keys()]).toEqual(['_:q', '_:g', '_:r'])
  expect(lines).toContain(`${labels.get('_:q')} <urn:p> "b" .\n`)
  expect(lines).toContain(`${labels.get('_:q')} <urn:q> ${labels.get('_:r')} ${labels.get('_:g')} .\n`)
})

function copyWithLabels(value: unknown, from: ReadonlyMap<object, string>, to: Map<object, string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const copy = Array.isArray(value)
    ? value.map((item) => copyWithLabels(item, from, to))
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyWithLabels(inner, from, to)]))
  const label = from.get(value)
  if (label?.startsWith('_:')) to.set(copy, label)
  return copy
}
