import type { Json, JsonObject } from '#platform'
import type { Chance } from './chance.ts'

const TERMS = ['a', 'b', 'c', 'T', 'U', 'p', 'kind', 'me']
const IRIS = ['urn:a', 'urn:b', 'http://a.example/', 'p:more', 'http://b.example#', 'urn:c', 'http://c.example/c']
const BASES: Json[] = ['http://d.example/e/f?g#h', 'http://d.example', 'urn:base:x', '../up/', '', null]
const IDS = ['urn:n', 'urn:m', '_:n', 'p:n']
const RELATIVE = ['n', '', '../n/./m', '?n', '#n', '//n.example/..', '/n']
const TYPES: Json[] = ['T', 'U', ['U', 'T'], 'urn:t']
const CONTAINERS: Json[] = [
  '@set',
  '@language',
  '@index',
  '@id',
  '@type',
  '@graph',
  ['@graph', '@id'],
  ['@graph', '@index'],
  ['@index', '@set'],
  ['@graph', '@set'],
]

/** A document that brings its own context, in which terms mean what the language allows. */
export function inlineDocument(chance: Chance): JsonObject {
  const base = { '@version': 1.1, id: '@id', type: '@type', val: '@value', p: 'http://p.example/' }
  return {
    '@context': [{ ...base, ...context(chance, 0) }, ...(chance.yes(0.2) ? [context(chance, 0)] : [])],
    ...node(chance, 0),
  }
}

/** A scoped context does not touch what it is scoped to, nor a list's: there the reference reads the inner definition. */
function context(chance: Chance, depth: number, scopedTo?: string): JsonObject {
  const terms = chance.some(1, 4, () => {
    const term = chance.pick(TERMS.filter((each) => each !== scopedTo))
    return [term, definition(chance, depth, term)] as const
  })
  return {
    ...(chance.yes(0.7) && { '@vocab': 'http://v.example/' }),
    ...(chance.yes(0.15) && { '@base': chance.pick(BASES) }),
    ...(chance.yes(0.15) && { '@language': chance.pick<Json>(['en', null]) }),
    ...(chance.yes(0.15) && { '@protected': true }),
    ...(depth > 0 && chance.yes(0.2) && { '@propagate': chance.yes(0.5) }),
    ...Object.fromEntries(terms),
  }
}

function definition(chance: Chance, depth: number, term: string): Json {
  if (chance.yes(0.3)) return chance.pick<Json>([...IRIS, ...IRIS, null, '@nest', '@graph', '@included', '@type'])
  if (depth === 0 && chance.yes(0.1))
    return { '@reverse': chance.pick(IRIS), ...(chance.yes(0.3) && { '@container': chance.pick(['@set', '@index']) }) }
  if (chance.yes(0.1))
    return { '@id': chance.pick(IRIS), '@type': '@json', '@container': chance.pick(['@set', '@list']) }
  const list = chance.yes(0.1)
  return {
    '@id': chance.pick(IRIS),
    ...(chance.yes(0.4) && { '@type': chance.pick(['@id', '@vocab', '@none', 'http://x.example/dt']) }),
    ...(list ? { '@container': '@list' } : chance.yes(0.4) && { '@container': chance.pick(CONTAINERS) }),
    ...(chance.yes(0.1) && { '@language': chance.pick<Json>(['de', null]) }),
    ...(chance.yes(0.1) && { '@direction': chance.pick<Json>(['ltr', null]) }),
    ...(chance.yes(0.1) && { '@protected': chance.yes(0.5) }),
    ...(chance.yes(0.1) && { '@prefix': chance.yes(0.7) }),
    ...(!list &&
      depth < 2 &&
      chance.yes(0.25) && { '@context': chance.yes(0.15) ? null : context(chance, depth + 1, term) }),
  }
}

function node(chance: Chance, depth: number): JsonObject {
  const keys = [...TERMS, 'p:x', 'urn:k', 'unknown']
  const entries = chance.some(depth === 0 ? 1 : 0, 4, () => [chance.pick(keys), value(chance, depth + 1)] as const)
  return {
    ...(chance.yes(0.4) && { id: chance.pick(chance.yes(0.9) ? IDS : RELATIVE) }),
    ...(chance.yes(0.4) && { type: chance.pick(TYPES) }),
    ...(chance.yes(0.03) && { '@type': chance.pick(TYPES) }),
    ...Object.fromEntries(entries),
  }
}

function value(chance: Chance, depth: number): Json {
  const scalar = () => chance.pick<Json>(['text', 'urn:v', 'a', 5, 1.5, true, null, 'p:v', '_:n'])
  if (depth > 3) return scalar()
  const kinds: Array<() => Json> = [
    scalar,
    scalar,
    () => node(chance, depth),
    () => node(chance, depth),
    () => chance.some(0, 3, () => value(chance, depth + 1)),
    () => ({
      [chance.pick(['en', 'k1', 'T', 'urn:key', '@none', '_:k'])]: value(chance, depth + 1),
      ...(chance.yes(0.3) && { k2: scalar() }),
    }),
    () => ({ [chance.pick(['@value', 'val'])]: scalar(), ...(chance.yes(0.3) && { '@type': 'http://x.example/t' }) }),
    () => ({ '@list': chance.some(0, 2, () => value(chance, depth + 1)) }),
    () => ({ '@set': chance.some(0, 2, () => value(chance, depth + 1)) }),
    () => ({ '@graph': chance.some(0, 2, () => node(chance, depth)) }),
  ]
  return chance.pick(kinds)()
}
