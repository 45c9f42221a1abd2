import { describe, expect, test } from '@jest/globals'
import { loadPackage, type Package, pathwaysThrough, relationsBetween, relationsOf, successorsOf } from '#skills'
import { RELATION_TYPES } from '../../skills/relations-model.ts'
import { bundled } from './packages.ts'

const UK = bundled('relations', 'relations/uk-digital')
const idsOf = (edges: readonly { id: string }[] | undefined) => edges?.map(({ id }) => id)

/** A graph of relations from text: "a>b c>d" of one type. */
function graph(text: string, type = 'precedes') {
  const pairs = text.split(' ').map((pair) => pair.split('>'))
  const nodes = [...new Set(pairs.flat())].map((id) => ({ id, name: id, kind: 'qualification', status: 'current' }))
  const edges = pairs.map(([from, to], at) => ({ id: `e${at}`, from, to, type, confidence: 'illustrative' }))
  return { id: 'test/graph', version: '1.0.0', kind: 'relations', layer: 'local', nodes, edges }
}

describe('IHE-65: relations', () => {
  test('are told by their type, and none is "equal"', () => {
    expect(RELATION_TYPES).toEqual(['partOf', 'precedes', 'broadlyComparable', 'exempts', 'replaces'])
    expect(new Set(UK.content.edges.map(({ type }) => type))).toEqual(new Set(RELATION_TYPES))
  })

  test.each([
    ['hnc-england', 'hnc-scotland', 'relation.broadlyComparable', 'sourced'],
    ['hnc-scotland', 'hnc-england', 'relation.broadlyComparable', 'sourced'],
    ['module-network-security', 'hnc-networks', 'relation.partOf', 'illustrative'],
    ['ecdl-spreadsheets', 'itq-2003-spreadsheets', 'relation.exempts', 'illustrative'],
    ['rqf', 'qcf', 'relation.replaces', 'recalled'],
    ['hnc-england', 'qcf', 'relation.none', undefined],
    ['hnc-england', 'o-level', 'relation.unknown', undefined],
  ])('between %s and %s: %s, marked %s', (one, other, code, confidence) => {
    const { steps, rules } = relationsBetween(UK, one, other)
    expect(steps.map((step) => [step.code, step.confidence])).toEqual([[code, confidence]])
    expect(rules[0]).toEqual({ id: 'relations/uk-digital', version: '1.0.0', digest: UK.digest })
  })

  test('IHE-64: of what the border divides say so, with their source', () => {
    const [step] = relationsBetween(UK, 'hnc-england', 'hnc-scotland').steps
    expect(step?.values).toMatchObject({
      source: expect.stringMatching(/QAA/),
      caveat: expect.stringMatching(/sizes differ/),
    })
  })
})

describe('IHE-40, HTQ-17, HTQ-22: pathways', () => {
  test('to network engineer show entry, the credit that is carried, and the roles after it', () => {
    const { value, steps } = pathwaysThrough(UK, 'role-network-engineer')
    expect(value.map(idsOf)).toEqual([
      ['t-level-to-hnc', 'hnc-to-hnd', 'hnd-to-bsc', 'bsc-to-engineer', 'engineer-to-architect'],
      ['t-level-to-hnc', 'hnc-to-role', 'junior-to-engineer', 'engineer-to-architect'],
    ])
    const carried = steps.flatMap(({ values }) => (values.credit === null ? [] : [[values.credit, values.scheme]]))
    expect(carried).toEqual([
      ['120', 'RQF'],
      ['240', 'CATS'],
    ])
    expect(steps[0]?.values.entry).toHaveLength(1)
  })

  test('of something that leads nowhere are none', () => {
    expect(pathwaysThrough(UK, 'ecdl-spreadsheets').value).toEqual([])
    expect(pathwaysThrough(UK, 'nowhere').value).toEqual([])
  })

  test('are bounded, and it is told that there are more', () => {
    const layers = Array.from({ length: 9 }, (_, at) =>
      ['a', 'b'].flatMap((one) => ['a', 'b'].map((other) => `${one}${at}>${other}${at + 1}`)),
    )
    const { value, steps } = pathwaysThrough(loadPackage(graph(layers.flat().join(' '))) as Package<'relations'>, 'a0')
    expect(value).toHaveLength(50)
    expect(steps.at(-1)?.code).toBe('relation.tooMany')
  })
})

test('IHE-102: a retired qualification keeps its definition, and has its successor', () => {
  const { value, steps } = successorsOf(UK, 'nvq-it-users')
  expect(value?.node).toMatchObject({ status: 'retired', ruleset: 'itq/2003' })
  expect(value?.successors.map(({ id }) => id)).toEqual(['itq-2009'])
  expect(steps.map(({ code }) => code)).toEqual(['relation.replaces'])
  expect(bundled('ruleset', value?.node.ruleset ?? '').content.qualifications).toHaveLength(3)
  expect(successorsOf(UK, 'itq-2009').value?.successors).toEqual([])
  expect(successorsOf(UK, 'o-level').value).toBeNull()
})

test('all that something has to do with is there at once', () => {
  expect(idsOf(relationsOf(UK, 'hnc-networks').value)).toEqual([
    't-level-to-hnc',
    'hnc-to-hnd',
    'module-in-hnc',
    'hnc-to-role',
  ])
})

test.each([
  ['precedes', 'package.cycle'],
  ['partOf', 'package.cycle'],
  ['replaces', 'package.cycle'],
])('relations that lead in a circle are refused: %s', (type, code) => {
  expect(() => loadPackage(graph('a>b b>c c>a', type))).toThrow(expect.objectContaining({ code }))
  expect(loadPackage(graph('a>b b>c c>a', 'broadlyComparable')).kind).toBe('relations')
})
