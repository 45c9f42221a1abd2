import type { CaseKind } from './model.ts'

/** A list of terms in a package: under which members it holds a term's code and name, and what CASE calls such an item. */
export interface TermList {
  list: string
  code: 'id' | 'code'
  name: 'name' | 'title'
  type: string
  /** Terms that each of these holds again. */
  inside?: TermList
}

export const TERM_LISTS: Readonly<Record<CaseKind, readonly TermList[]>> = {
  techniques: [{ list: 'techniques', code: 'code', name: 'title', type: 'Technique' }],
  standards: [
    {
      list: 'standards',
      code: 'code',
      name: 'title',
      type: 'Occupational standard',
      inside: { list: 'skills', code: 'id', name: 'name', type: 'Skill' },
    },
  ],
  competences: [
    { list: 'competences', code: 'id', name: 'name', type: 'Competence' },
    { list: 'roles', code: 'id', name: 'title', type: 'Role' },
  ],
  ruleset: [
    { list: 'units', code: 'id', name: 'title', type: 'Unit' },
    { list: 'qualifications', code: 'id', name: 'title', type: 'Qualification' },
  ],
}

/** What a technique holds: levels, and the statements of each. */
export const LEVEL_TYPE = 'Level of a technique'
export const STATEMENT_TYPE = 'Statement'
