import type { Frameworks } from './frameworks.ts'
import type { Alignment, AlignmentTarget } from './model.ts'

/** Where another framework speaks of a term, with what its licence allows. */
export interface Reference extends Omit<Alignment, 'target' | 'terms'> {
  target: AlignmentTarget
}

/** Where other frameworks speak of a term, in the order of the packages; nothing where no package says. */
export function referencesOf(term: string, { catalogue }: Pick<Frameworks, 'catalogue'>): Reference[] {
  return catalogue.ofKind('alignments').flatMap(({ content: { targets, alignments } }) =>
    alignments
      .filter(({ terms }) => terms.includes(term))
      .flatMap(({ target: id, terms: _, ...alignment }) => {
        const target = targets.find((one) => one.id === id)
        return target === undefined ? [] : [{ ...alignment, target }]
      }),
  )
}
