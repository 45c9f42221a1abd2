import type { RegisterFacetTable } from '#storage'
import type { RecognisedEntity } from '#trust'

type Facet = Pick<RegisterFacetTable, 'kind' | 'value'>

/**
 * The levels and fields that an entry speaks of. A field of ISCED-F is found under the broader ones that it is in as well,
 * which its code begins with.
 */
export function facetsOf({ actions }: RecognisedEntity): Facet[] {
  const levels = actions.flatMap(({ scope }) => scope.levels ?? []).map(levelFacet)
  const fields = actions.flatMap(({ scope }) => scope.fields ?? []).flatMap(fieldFacets)
  const facet = (kind: Facet['kind']) => (value: string) => ({ kind, value })
  return [...[...new Set(levels)].map(facet('level')), ...[...new Set(fields)].map(facet('field'))]
}

export function levelFacet({ framework, code }: { framework: string; code: string }): string {
  return `${framework} ${code}`
}

function fieldFacets({ scheme, code }: { scheme: string; code: string }): string[] {
  const codes = scheme === 'ISCED-F' ? [2, 3, 4].filter((length) => length <= code.length) : [code.length]
  return codes.map((length) => `${scheme} ${code.slice(0, length)}`)
}
