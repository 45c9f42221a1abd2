import type { Answer, Step } from './answer.ts'
import type { Package } from './model.ts'
import { referenceTo } from './package.ts'
import type { Relation, RelationNode, RelationType } from './relations-model.ts'

export type RelationCode = `relation.${RelationType}` | 'relation.unknown' | 'relation.none' | 'relation.tooMany'

type RelationStep = Step<RelationCode>

/** Ways that are listed at most; a person reads a handful. */
const MOST_PATHWAYS = 50

/**
 * How things stand to one another, each relation by its type, with its source and caveat; none where the data have none. The
 * order in which the two are asked about does not matter.
 */
export function relationsBetween(
  graph: Package<'relations'>,
  one: string,
  other: string,
): Answer<readonly Relation[], RelationCode> {
  const { nodes, edges } = graph.content
  const unknown = [one, other].filter((id) => !nodes.some((node) => node.id === id))
  const found = edges.filter(({ from, to }) => (from === one && to === other) || (from === other && to === one))
  const steps = unknown.map((id): RelationStep => ({ code: 'relation.unknown', values: { id }, isMet: null }))
  if (unknown.length === 0 && found.length === 0) {
    steps.push({ code: 'relation.none', values: { one, other }, isMet: null })
  }
  return answer(graph, found, [...steps, ...found.map(stepOf)])
}

/** All that something has to do with: what it leads to, is part of, replaces, and the other way round. */
export function relationsOf(graph: Package<'relations'>, id: string): Answer<readonly Relation[], RelationCode> {
  const found = graph.content.edges.filter(({ from, to }) => from === id || to === id)
  return answer(graph, found, found.map(stepOf))
}

/**
 * The ways from anywhere to something, and on to what comes after it, each a list of relations from first to last. The
 * longest come first; past fifty the rest is told as `relation.tooMany`.
 */
export function pathwaysThrough(
  graph: Package<'relations'>,
  id: string,
): Answer<readonly (readonly Relation[])[], RelationCode> {
  const precedes = graph.content.edges.filter(({ type }) => type === 'precedes')
  const before = walk(id, precedes, 'to')
  const after = walk(id, precedes, 'from')
  const all = before
    .flatMap((way) => after.map((onward) => [...way.toReversed(), ...onward]))
    .filter((way) => way.length > 0)
    .toSorted((one, other) => other.length - one.length)
  const shown = all.slice(0, MOST_PATHWAYS)
  const used = precedes.filter((edge) => shown.some((way) => way.includes(edge)))
  const isMore = [before, after, all].some(({ length }) => length > MOST_PATHWAYS)
  const more: RelationStep[] = isMore
    ? [{ code: 'relation.tooMany', values: { shown: shown.length }, isMet: null }]
    : []
  return answer(graph, shown, [...used.map(stepOf), ...more])
}

/**
 * What something is, though it may be retired, and what came in its place, the nearest first. Null for what is not known.
 */
export function successorsOf(
  graph: Package<'relations'>,
  id: string,
): Answer<{ node: RelationNode; successors: readonly RelationNode[] } | null, RelationCode> {
  const { nodes, edges } = graph.content
  const node = nodes.find((one) => one.id === id)
  if (node === undefined) {
    return answer(graph, null, [{ code: 'relation.unknown', values: { id }, isMet: null }])
  }
  const replacing = edges.filter(({ type }) => type === 'replaces')
  const chain: Relation[] = []
  for (let next = replacing.find(({ to }) => to === id); next && !chain.includes(next); ) {
    chain.push(next)
    const { from } = next
    next = replacing.find(({ to }) => to === from)
  }
  const successors = chain.flatMap(({ from }) => nodes.find((one) => one.id === from) ?? [])
  return answer(graph, { node, successors }, chain.map(stepOf))
}

/** The ways from a node along relations, away from it, the empty one where none leads on: one more than is listed at most. */
function walk(id: string, edges: readonly Relation[], end: 'from' | 'to'): Relation[][] {
  const start = end === 'to' ? 'from' : 'to'
  const done: Relation[][] = []
  const open: { at: string; way: Relation[] }[] = [{ at: id, way: [] }]
  for (let next = open.pop(); next && done.length <= MOST_PATHWAYS; next = open.pop()) {
    const { at, way } = next
    const onward = edges.filter((edge) => edge[end] === at)
    if (onward.length === 0) done.push(way)
    open.push(...onward.map((edge) => ({ at: edge[start], way: [...way, edge] })))
  }
  return done
}

function stepOf({ id, from, to, type, entry = [], credit, source, caveat, confidence }: Relation): RelationStep {
  const carried = { credit: credit?.value ?? null, scheme: credit?.scheme ?? null }
  const values = { id, from, to, entry, ...carried, source: source ?? null, caveat: caveat ?? null }
  return { code: `relation.${type}`, values, isMet: null, confidence }
}

function answer<Value>(graph: Package<'relations'>, value: Value, steps: RelationStep[]): Answer<Value, RelationCode> {
  return { value, steps, rules: [referenceTo(graph)], counted: [], notCounted: [] }
}
