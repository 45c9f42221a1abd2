import { canonicalJson, type JsonObject } from '#platform'
import type { Answer, Step } from './answer.ts'
import type { Package } from './model.ts'
import { referenceTo } from './package.ts'
import { type Term, termsOf } from './terms.ts'

export type ChangeCode = 'change.added' | 'change.removed' | 'change.changed' | 'change.otherPackage'

export interface Changes {
  added: readonly string[]
  removed: readonly string[]
  changed: readonly string[]
}

/**
 * What another version of a package changes, term by term, for whoever watches a role or a standard. Null for two packages
 * that are not versions of one.
 */
export function changesBetween(before: Package, after: Package): Answer<Changes | null, ChangeCode> {
  const rules = [referenceTo(after), referenceTo(before)]
  if (before.id !== after.id || before.kind !== after.kind) {
    const values = { before: before.id, after: after.id }
    return {
      value: null,
      steps: [{ code: 'change.otherPackage', values, isMet: false }],
      rules,
      counted: [],
      notCounted: [],
    }
  }
  const [old, fresh] = [before, after].map(
    ({ kind, content }) => new Map(termsOf(kind, content as unknown as JsonObject).map((term) => [term.id, term])),
  )
  const added = beyond(fresh, old)
  const removed = beyond(old, fresh)
  const changed = [...(fresh ?? [])].flatMap(([id, term]) => {
    const other = old?.get(id)
    return other !== undefined && canonicalJson(own(other)) !== canonicalJson(own(term)) ? [term] : []
  })
  const value = { added: idsOf(added), removed: idsOf(removed), changed: idsOf(changed) }
  const steps = [
    ...added.map((term) => stepOf('change.added', term)),
    ...removed.map((term) => stepOf('change.removed', term)),
    ...changed.map((term) => stepOf('change.changed', term)),
  ]
  return { value, steps, rules, counted: [], notCounted: [] }
}

/** A term without the terms inside it, which are compared by themselves. */
function own({ list, value }: Term): JsonObject {
  return list === 'standards' ? { ...value, skills: undefined } : value
}

function beyond(terms: ReadonlyMap<string, Term> | undefined, others: ReadonlyMap<string, Term> | undefined): Term[] {
  return [...(terms?.values() ?? [])].filter(({ id }) => others?.has(id) !== true)
}

function idsOf(terms: readonly Term[]): string[] {
  return terms.map(({ id }) => id)
}

function stepOf(code: ChangeCode, { id, list, value }: Term): Step<ChangeCode> {
  const name = value.name ?? value.title
  return { code, values: { id, list, name: typeof name === 'string' ? name : null }, isMet: null }
}
