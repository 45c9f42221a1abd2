import { asText } from '#platform'
import { restsOn, type Term } from './terms.ts'

/** Something that rests on others, and where it is. */
interface Link {
  id: string
  on: readonly string[]
  pointer: string
}

/** Relations that lead somewhere, and so must not lead back. */
const LEADING = ['partOf', 'precedes', 'replaces']

/** What rests on what: terms on the terms that they name, and nodes on those that a leading relation takes them to. */
export function linksOf(terms: readonly Term[]): Link[][] {
  const edges = terms.filter(({ list }) => list === 'edges')
  const byType = LEADING.map((type) => {
    const own = Map.groupBy(
      edges.filter(({ value }) => value.type === type),
      ({ value }) => value.from,
    )
    return terms.map(({ id, pointer }) => ({
      id,
      pointer,
      on: (own.get(id) ?? []).map(({ value }) => asText(value.to)),
    }))
  })
  const named = terms.map((term) => ({ id: term.id, pointer: term.pointer, on: restsOn(term) }))
  return edges.length > 0 ? [named, ...byType] : [named]
}

/**
 * What is left when all is taken away that rests on nothing, then all that rested only on that, and so on: what rests on
 * itself in a circle, or on what does.
 */
export function circleIn(links: readonly Link[]): Link[] {
  const known = new Set(links.map(({ id }) => id))
  const waiting = new Map(links.map(({ id, on }) => [id, new Set(on.filter((one) => known.has(one)))]))
  const dependents = Map.groupBy(
    links.flatMap(({ id, on }) => on.map((one) => ({ id, on: one }))),
    ({ on }) => on,
  )
  const free = [...waiting].flatMap(([id, on]) => (on.size === 0 ? [id] : []))
  for (const done of free) {
    waiting.delete(done)
    for (const { id } of dependents.get(done) ?? []) {
      const on = waiting.get(id)
      if (on?.delete(done) && on.size === 0) free.push(id)
    }
  }
  return links.filter(({ id }) => waiting.has(id))
}
