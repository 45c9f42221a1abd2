import { isObject, type Json, type JsonObject, pointerStep } from '#platform'
import type { Kind } from './model.ts'

/** Something in a package that has an id of its own, and where it is. */
export interface Term {
  id: string
  pointer: string
  /** The list that it is in. */
  list: string
  value: JsonObject
}

/** The lists of each kind whose members have ids, with the member that is the id. */
const LISTS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  levels: { rows: 'rqf' },
  qualificationTypes: { types: 'id' },
  techniques: { techniques: 'code' },
  ruleset: { units: 'id', qualifications: 'id' },
  standards: { standards: 'code' },
  competences: { competences: 'id', roles: 'id' },
  recognition: { policies: 'id' },
  funding: {},
  creditSchemes: { schemes: 'id', conversions: 'id' },
  currency: {},
  opportunities: { areas: 'code', steps: 'id' },
  ranking: {},
  relations: { nodes: 'id', edges: 'id' },
  skillClasses: { classes: 'id' },
  contrasts: { contrasts: 'id' },
  alignments: { targets: 'id' },
  labels: {},
  overlay: {},
}

/** Every term of a package, in its order; a standard's skills are terms too. */
export function termsOf(kind: Kind, content: JsonObject, at = ''): Term[] {
  return Object.entries(LISTS[kind]).flatMap(([list, member]) =>
    itemsOf(content, list, member, at).flatMap((term) =>
      kind === 'standards' ? [term, ...itemsOf(term.value, 'skills', 'id', term.pointer)] : [term],
    ),
  )
}

/** The terms that a term says it rests on. */
export function restsOn({ value }: Term): string[] {
  return ['requires', 'specialises', 'mandatory', 'from', 'to'].flatMap((name) => namesIn(value[name]))
}

/** The lists that a layer may add to. */
export function listsOf(kind: Kind): string[] {
  return Object.keys(LISTS[kind])
}

function itemsOf(content: JsonObject, list: string, member: string, at: string): Term[] {
  const items = content[list]
  if (!Array.isArray(items)) return []
  return items.flatMap((value, index) => {
    if (!isObject(value)) return []
    const id = value[member]
    return typeof id === 'string' ? [{ id, pointer: `${at}${pointerStep(list)}/${index}`, list, value }] : []
  })
}

/** Names are texts; a role's are in the member `c` of what it requires. */
function namesIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => (isObject(one) ? namesIn(one.c) : namesIn(one)))
}
