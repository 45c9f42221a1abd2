import { asArray, asText, isObject, type Json } from '#platform'
import { type Package, STATED_LEVELS } from '../model.ts'
import { standardOf } from '../statements.ts'
import type { CaseKind } from './model.ts'
import type { Node } from './nodes.ts'

/** How two terms stand to one another, in the words of CASE 1.1 (CFAssociation, `associationType`). */
export interface Link {
  from: string
  type: 'isChildOf' | 'precedes' | 'isPartOf' | 'isRelatedTo'
  to: string
  /** The package that the target is in, where that is another one. */
  of?: string
}

/**
 * What the terms of a package say of one another: what is asked for first precedes; what a role or a qualification takes
 * is part of it; a technique's level is related to the unit of the standards that goes with it.
 */
export function linksBetween(one: Package<CaseKind>, nodes: readonly Node[]): Link[] {
  const own = new Set(nodes.map(({ code }) => code))
  const within = nodes.flatMap(({ code, type, rest }): Link[] => {
    if (type === 'Role') return codesIn(rest.requires).map((from) => ({ from, type: 'isPartOf', to: code }))
    return [
      ...codesIn(rest.requires).map((from): Link => ({ from, type: 'precedes', to: code })),
      ...codesIn(rest.mandatory).map((from): Link => ({ from, type: 'isPartOf', to: code })),
      ...codesIn(rest.specialises).map((to): Link => ({ from: code, type: 'isRelatedTo', to })),
    ]
  })
  return [...within.filter(({ from, to }) => own.has(from) && own.has(to)), ...standardLinks(one)]
}

function standardLinks(one: Package<CaseKind>): Link[] {
  if (one.kind !== 'techniques') return []
  return one.content.techniques.flatMap(({ code }) =>
    STATED_LEVELS.flatMap((level): Link[] => {
      const [of = '', unit = ''] = standardOf(one, code, level)?.split('#') ?? []
      return unit === '' ? [] : [{ from: `${code}/${level}`, type: 'isRelatedTo', to: unit, of }]
    }),
  )
}

/** Codes are texts; a role's are in the member `c` of what it requires. */
function codesIn(value: Json | undefined): string[] {
  return asArray(value).flatMap((one) => asText(isObject(one) ? one.c : one) || [])
}
