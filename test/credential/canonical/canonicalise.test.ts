import { describe, expect, test } from '@jest/globals'
import type { Json, JsonObject } from '#platform'
import { canonicalise } from '../../../credential/canonical/canonicalise.ts'
import { expectQuick } from '../../time.ts'
import { sampleCredential } from '../sample.ts'
import { contexts } from '../world.ts'
import { byReference } from './reference.ts'

const V2 = 'https://www.w3.org/ns/credentials/v2'
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const VOCAB = { '@vocab': 'urn:v:' }

async function form(document: JsonObject): Promise<string> {
  return canonicalise(document, contexts)
}

function refusal(kind: string, term?: string) {
  return expect.objectContaining({ name: 'CanonicalError', kind, ...(term !== undefined && { term }) })
}

describe('a badge', () => {
  test('gets the form that the reference libraries give it', async () => {
    const badge = sampleCredential('did:web:college.example')
    expect({ form: await form(badge) }).toEqual(await byReference(badge, contexts))
  })

  test('gets the same form whatever the order of its entries', async () => {
    const badge = sampleCredential('did:web:college.example')
    const turned = Object.fromEntries(Object.entries(badge).reverse())
    expect(await form(turned)).toBe(await form(badge))
  })

  test('gets its lines by SHA-384 where that is asked for', async () => {
    const badge = {
      '@context': V2,
      type: 'VerifiableCredential',
      evidence: [{ 'urn:p': 'a' }, { 'urn:p': 'b' }],
      issuer: 'urn:i',
    }
    const document = { ...badge, '@context': [V2, OB] }
    const [by256, by384] = [await form(document), canonicalise(document, contexts, { hash: 'sha384' })]
    expect(by384).not.toBe(by256)
    expect(by384.replace(/c14n\d+/g, '')).toHaveLength(by256.replace(/c14n\d+/g, '').length)
  })
})

describe('what no signature would cover is refused, with the word', () => {
  const badge = { '@context': [V2, OB], id: 'urn:a', type: ['VerifiableCredential', 'OpenBadgeCredential'] }
  const CASES: Array<[string, JsonObject, string]> = [
    ['a property that is not defined', { ...badge, favouriteColour: 'green' }, 'favouriteColour'],
    ['a property of another type', { ...badge, identityHash: 'green' }, 'identityHash'],
    ['a type that is not defined', { ...badge, type: ['VerifiableCredential', 'Diploma'] }, 'Diploma'],
    ['an id that is relative', { ...badge, id: 'badges/1' }, 'badges/1'],
    ['an id with a space', { ...badge, id: 'urn:a b' }, 'urn:a b'],
    ['an address that is relative', { ...badge, issuer: 'college' }, 'college'],
    ['an empty id', { ...badge, id: '' }, ''],
    ['a keyword that JSON-LD does not have', { ...badge, '@foo': 1 }, '@foo'],
    ['a keyword in the wrong place', { ...badge, '@language': 'en' }, '@language'],
    ['a keyword of framing', { ...badge, '@default': 'x' }, '@default'],
    ['a language that is none', { ...badge, name: { '@value': 'x', '@language': 'no language' } }, 'no language'],
    ['a blank node as a property', { ...badge, '_:p': 'x' }, '_:p'],
    ['an id that is no text', { ...badge, id: 5 }, 'id'],
    ['two ids', { ...badge, '@id': 'urn:b' }, 'id'],
    ['a proof that only has an id', { ...badge, proof: { id: 'urn:p' } }, 'urn:p'],
    ['a text where a proof should be', { ...badge, proof: 'urn:p' }, 'urn:p'],
  ]

  test.each(CASES)('%s', async (_name, document, term) => {
    await expect(form(document)).rejects.toEqual(refusal('notCanonical', term))
  })

  test('a document that says nothing', async () => {
    await expect(form({ '@context': V2 })).rejects.toEqual(refusal('notCanonical'))
    await expect(form({ '@context': V2, id: 'urn:a' })).rejects.toEqual(refusal('notCanonical', 'urn:a'))
  })
})

describe('contexts', () => {
  test('one that redefines a protected term is found out', async () => {
    const document = { '@context': [V2, { name: 'urn:other' }], id: 'urn:a', type: 'VerifiableCredential' }
    await expect(form(document)).rejects.toEqual(refusal('contextsRedefined', 'name'))
  })

  test('one that takes protected terms away is found out', async () => {
    const document = { '@context': [V2, null, { name: 'urn:other' }], id: 'urn:a', name: 'x' }
    await expect(form(document)).rejects.toEqual(refusal('contextsRedefined'))
  })

  test('one that is not pinned is not fetched', async () => {
    await expect(form({ '@context': 'https://elsewhere.example/', id: 'urn:a' })).rejects.toThrow(
      expect.objectContaining({ code: 'contexts.unknown' }),
    )
  })

  test('one with a base has the references read from it, and nothing else has', async () => {
    const document = { '@context': [{ '@base': 'https://a.example/b/' }, VOCAB], '@id': 'c', p: { '@id': '../d' } }
    expect(await form(document)).toBe('<https://a.example/b/c> <urn:v:p> <https://a.example/d> .\n')
    const without = { '@context': [{ '@base': 'https://a.example/b/' }, { '@base': null }, VOCAB], '@id': 'c', p: 'x' }
    await expect(form(without)).rejects.toEqual(refusal('notCanonical'))
    await expect(form({ '@context': { '@base': '../b/' }, '@id': 'urn:a', 'urn:p': 'x' })).rejects.toEqual(
      refusal('notCanonical'),
    )
  })

  test('many of them deep inside do not keep us busy, whatever else the document holds', async () => {
    const inside = { '@context': Array.from({ length: 900 }, () => OB), type: ['Evidence'], name: 'x' }
    const evidence = Array.from({ length: 5 }, () => inside)
    const document = { '@context': [V2, OB], id: 'urn:a', type: 'VerifiableCredential', '@type': 'Profile', evidence }
    await expectQuick(1_000, () => expect(form(document)).rejects.toEqual(refusal('tooComplex')))
  })
})

describe('a document', () => {
  test.each<[string, JsonObject]>([
    [
      'types under two names',
      { '@context': { ...VOCAB, type: '@type' }, '@id': 'urn:a', type: 'B', '@type': ['D', 'C'] },
    ],
    [
      'types under two names, each with a context of its own',
      {
        '@context': {
          ...VOCAB,
          type: '@type',
          B: { '@id': 'urn:B', '@context': { q: 'urn:b' } },
          C: { '@id': 'urn:C', '@context': { q: 'urn:c', B: { '@id': 'urn:B', '@context': { q: 'urn:never' } } } },
        },
        '@id': 'urn:a',
        '@type': ['D', 'C'],
        type: ['B', 'D'],
        q: 'x',
      },
    ],
    [
      'graphs that stand in an array instead of a map',
      {
        '@context': { ...VOCAB, g: { '@id': 'urn:g', '@container': ['@graph', '@id'] } },
        '@id': 'urn:a',
        g: [{ '@id': 'urn:b', p: 'x' }],
      },
    ],
    [
      'ids in a map, read from its base by the context of the type around it',
      {
        '@context': {
          ...VOCAB,
          T: {
            '@id': 'urn:T',
            '@context': { '@base': 'http://a.example/b/', m: { '@id': 'urn:m', '@container': '@id' } },
          },
        },
        '@type': 'T',
        m: { '../c?d': { p: 'x' } },
      },
    ],
    [
      'nothing but a graph, nested',
      { '@context': { n: '@nest' }, n: { '@graph': [{ '@id': 'urn:b', 'urn:p': 'x' }] } },
    ],
    ['nothing but a graph, and null', { '@graph': [{ '@id': 'urn:b', 'urn:p': 'x' }], 'urn:q': null }],
    ['a graph and an empty set', { '@graph': [{ '@id': 'urn:b', 'urn:p': 'x' }], 'urn:q': [] }],
  ])('with %s has the form that the reference gives it', async (_name, document) => {
    expect(await byReference(document, contexts)).toEqual({ form: await form(document) })
  })

  test('with a word that nothing defines is refused, also with null beside a graph', async () => {
    const document = { '@graph': [{ '@id': 'urn:b', 'urn:p': 'x' }], word: null }
    await expect(form(document)).rejects.toEqual(refusal('notCanonical', 'word'))
    expect(await byReference(document, contexts)).toEqual({ refused: 'invalid property' })
  })

  test.each<[string, Json]>([
    ['by itself', 'urn:b'],
    ['in an array in an array', [['urn:b']]],
    ['in a set', { '@set': ['urn:b'] }],
  ])('that gives a node two indexes is refused: named %s', async (_name, again) => {
    const context = { ...VOCAB, p: { '@id': 'urn:p', '@type': '@id', '@container': '@index' } }
    const document = { '@context': context, '@id': 'urn:a', p: { one: 'urn:b', two: again } }
    await expect(form(document)).rejects.toEqual(refusal('notCanonical', 'two'))
    expect(await byReference(document, contexts)).toEqual({ refused: 'conflicting indexes' })
  })

  const twice = { g: '@graph', i: '@index', r: '@reverse', l: '@list', s: '@set' }

  test.each<[string, JsonObject]>([
    ['a graph', { '@id': 'urn:a', '@graph': [], g: [{ '@id': 'urn:b', 'urn:p': 'x' }] }],
    ['an index', { '@id': 'urn:a', 'urn:p': 'x', '@index': 'a', i: 'a' }],
    [
      'a reverse map',
      { '@id': 'urn:a', '@reverse': { 'urn:q': { '@id': 'urn:b' } }, r: { 'urn:q': { '@id': 'urn:c' } } },
    ],
    ['a list', { '@id': 'urn:a', 'urn:p': { '@list': ['x'], l: ['y'] } }],
    ['a set', { '@id': 'urn:a', 'urn:p': { '@set': ['x'], s: ['y'] } }],
  ])('with %s under two names is refused: one of them would be under no signature', async (_name, document) => {
    const whole = { '@context': twice, ...document }
    await expect(form(whole)).rejects.toEqual(refusal('notCanonical'))
    expect(await byReference(whole, contexts)).toEqual({ refused: 'colliding keywords' })
  })
})

/** docs/canonicalisation.md has a row for each, by the same number. */
describe('where the reference libraries part from the specifications, the specifications are followed', () => {
  const about = (value: Json): JsonObject => ({ '@context': VOCAB, '@id': 'urn:a', p: value })
  const typed = (text: string, type: string) =>
    `<urn:a> <urn:v:p> "${text}"^^<http://www.w3.org/2001/XMLSchema#${type}> .\n`

  test.each<[number, string]>([
    [1e-7, '1.0E-7'],
    [2e-7, '2.0E-7'],
    [5e-324, '4.940656458412465E-324'],
    [1.5, '1.5E0'],
    [1e21, '1.0E21'],
  ])('1: the number %d keeps its value', async (number, text) => {
    expect(await form(about(number))).toBe(typed(text, 'double'))
  })

  test('1: whole numbers are integers', async () => {
    expect(await form(about(30))).toBe(typed('30', 'integer'))
    expect(await form(about(1e20))).toBe(typed('100000000000000000000', 'integer'))
  })

  test.each(['image', 'issuer'])('2: an empty address is not dropped: %s', async (property) => {
    const document = { '@context': [V2, OB], id: 'urn:a', type: ['VerifiableCredential', 'Profile'], [property]: '' }
    await expect(form(document)).rejects.toEqual(refusal('notCanonical', ''))
  })

  test('3: what is stated twice is one statement', async () => {
    const lists = {
      ...about(null),
      q: [
        { '@id': 'urn:b', l: { '@list': [] } },
        { '@id': 'urn:b', l: { '@list': [] } },
      ],
    }
    expect((await form(lists)).match(/nil/g)).toHaveLength(1)
    expect(await form(about([{ '@value': 'x', '@index': '1' }, 'x']))).toBe('<urn:a> <urn:v:p> "x" .\n')
  })

  test('4: lines are in the order of code points', async () => {
    const lines = (await form(about(['\u{1F393}', '\uFFA1']))).split('\n')
    expect(lines.slice(0, 2)).toEqual(['<urn:a> <urn:v:p> "\uFFA1" .', '<urn:a> <urn:v:p> "\u{1F393}" .'])
  })

  test('5: twins within twins are told apart', async () => {
    const twin = { l: 'x', q: [{ r: 'y' }, { r: 'y' }] }
    const document = about([twin, structuredClone(twin)])
    expect((await form(document)).split('\n')).toHaveLength(2 + 2 + 4 + 4 + 1)
  })

  test('6: a text that is said to be a double stays as it is written', async () => {
    const double = { '@value': '30', '@type': 'http://www.w3.org/2001/XMLSchema#double' }
    expect(await form(about(double))).toBe(typed('30', 'double'))
    expect(await byReference(about(double), contexts)).not.toEqual({ form: await form(about(double)) })
  })

  test('7: the direction of a context holds in the contexts after it', async () => {
    const document = { ...about('x'), '@context': [{ '@direction': 'rtl' }, VOCAB] }
    expect(await form(document)).toBe('<urn:a> <urn:v:p> "x"^^<https://www.w3.org/ns/i18n#_rtl> .\n')
    expect(await byReference(document, contexts)).not.toEqual({ form: await form(document) })
  })

  test('8: one type of a map lends its context to no other', async () => {
    const scoped = { '@id': 'urn:T', '@context': { q: 'urn:scoped' } }
    const context = { ...VOCAB, T: scoped, m: { '@id': 'urn:m', '@container': '@type' } }
    const document = {
      '@context': context,
      '@id': 'urn:a',
      m: { T: { '@id': 'urn:t', q: '1' }, U: { '@id': 'urn:u', q: '2' } },
    }
    expect(await form(document)).toContain('<urn:t> <urn:scoped> "1"')
    expect(await form(document)).toContain('<urn:u> <urn:v:q> "2"')
    expect(await byReference(document, contexts)).not.toEqual({ form: await form(document) })
  })

  test('9: a JSON literal is one whatever its container', async () => {
    const context = { ...VOCAB, j: { '@id': 'urn:j', '@type': '@json', '@container': '@index' } }
    const document = { '@context': context, '@id': 'urn:a', j: { b: 1, a: null } }
    expect(await form(document)).toBe(
      '<urn:a> <urn:j> "{\\"a\\":null,\\"b\\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .\n',
    )
    expect(await byReference(document, contexts)).not.toEqual({ form: await form(document) })
  })

  test.each<[string, JsonObject]>([
    ['a keyword of contexts', { ...about('x'), '@version': 'x' }],
    [
      'a text in a map of graphs',
      {
        '@context': { ...VOCAB, g: { '@id': 'urn:g', '@container': ['@graph', '@index'] } },
        '@id': 'urn:a',
        g: { i: 'x' },
      },
    ],
    ['a value object without a value', about({ '@value': [] })],
    [
      'a language string without a language',
      about({ '@value': 'x', '@type': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString' }),
    ],
  ])('10: %s is refused, where it would be dropped', async (_name, document) => {
    await expect(form(document)).rejects.toEqual(refusal('notCanonical'))
    expect(await byReference(document, contexts)).toHaveProperty('form')
  })

  test('11: a term is not read by what its own context makes of it', async () => {
    const context = { ...VOCAB, m: { '@id': 'urn:m', '@context': { m: '@graph' } } }
    const document = { '@context': context, '@id': 'urn:a', m: 'x' }
    expect(await form(document)).toBe('<urn:a> <urn:m> "x" .\n')
    expect(await byReference(document, contexts)).toHaveProperty('refused')
  })

  test('12: the context of a type holds in its value objects', async () => {
    const context = { ...VOCAB, T: { '@id': 'urn:T', '@context': { d: 'urn:d' } } }
    const value = { '@value': 'x', '@type': 'd', '@index': 'i' }
    const document = { '@context': context, '@id': 'urn:a', '@type': 'T', p: value }
    expect(await form(document)).toContain('<urn:a> <urn:v:p> "x"^^<urn:d> .\n')
    expect(await byReference(document, contexts)).not.toEqual({ form: await form(document) })
  })

  test('13: a type redefines no protected term, also after a property of its name could', async () => {
    const context = {
      ...VOCAB,
      p: { '@id': 'urn:p', '@protected': true },
      T: { '@id': 'urn:T', '@context': { '@propagate': true, p: 'urn:q' } },
    }
    const document = { '@context': context, '@id': 'urn:a', T: { r: 'x' }, u: { '@type': 'T', p: 'y' } }
    await expect(form(document)).rejects.toEqual(refusal('contextsRedefined', 'p'))
    expect(await byReference(document, contexts)).toHaveProperty('form')
  })

  test('14: texts that differ in their direction are two texts', async () => {
    const texts = about([{ '@value': 'x', '@direction': 'ltr' }, 'x'])
    expect(await form(texts)).toBe(
      '<urn:a> <urn:v:p> "x" .\n<urn:a> <urn:v:p> "x"^^<https://www.w3.org/ns/i18n#_ltr> .\n',
    )
  })

  test('16: the context before that of a type holds again in the nodes inside, also where that of the type is null', async () => {
    const context = { ...VOCAB, T: { '@id': 'urn:T', '@context': null } }
    const document = { '@context': context, '@id': 'urn:a', '@type': 'T', 'urn:q': { '@id': 'urn:b', p: 'x' } }
    expect(await form(document)).toContain('<urn:b> <urn:v:p> "x" .\n')
    expect(await byReference(document, contexts)).toEqual({ refused: 'invalid property' })
  })

  const graph = [{ '@id': 'urn:b', 'urn:p': 'x' }]

  test.each<[string, JsonObject]>([
    ['a set of null', about({ '@set': null })],
    ['a list of null', about({ '@list': null })],
    ['no types beside a graph', { '@type': [], '@graph': graph }],
    [
      'a key that is a property by the context of a type, and a graph by the one before',
      {
        '@context': { ...VOCAB, g: '@graph', T: { '@id': 'urn:T', '@context': { g: 'urn:g' } } },
        '@type': 'T',
        g: { '@id': 'urn:b', p: 'x' },
      },
    ],
    ['an empty map beside a graph', { '@reverse': {}, '@graph': graph }],
  ])('15: %s is refused, for it is read in two ways', async (_name, document) => {
    await expect(form(document)).rejects.toEqual(refusal('notCanonical'))
    expect(await byReference(document, contexts)).toHaveProperty('form')
  })

  test('15: a key that is one of two types is refused, for it is read in two ways', async () => {
    const scoped = { '@id': 'urn:S', '@context': { T: 'urn:other', m: { '@id': 'urn:m', '@container': '@type' } } }
    const document = { '@context': { ...VOCAB, T: 'urn:T', S: scoped }, '@type': 'S', m: { T: { '@id': 'urn:t' } } }
    await expect(form(document)).rejects.toEqual(refusal('notCanonical', 'T'))
    const one = { ...document, '@context': { ...VOCAB, T: 'urn:other', S: scoped } }
    expect(await byReference(one, contexts)).toEqual({ form: await form(one) })
  })
})
