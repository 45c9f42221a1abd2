import { z } from 'zod'
import type { Json, JsonObject } from '#platform'
import { readScope, type Scope } from '#trust'
import { LEARNING_SETTINGS } from '../achievement-body.ts'
import { LEVELS, levelKey } from '../achievement-form.ts'
import { FIELDS } from './isced-fields.ts'

/** Open Badges achievement types, and ours where it has none, that somebody can be recognised for. */
export const SCOPE_TYPES = {
  'ext:Module': 'Modules',
  'ext:Unit': 'Units',
  'ext:Qualification': 'Qualifications',
  Certification: 'Certifications',
  Certificate: 'Certificates',
  Course: 'Courses',
  'ext:CPD': 'Courses of professional development',
  Badge: 'Badges',
  Diploma: 'Diplomas',
  Degree: 'Degrees',
  License: 'Licences',
} as const

export const ENDORSEMENT_KINDS = {
  QualityMark: 'Quality marks',
  IssuerAuthority: 'Authority to issue',
  EmployerRecognition: 'Recognition by employers',
  ManagerConfirmation: 'Confirmations by managers',
} as const

const text = z.string().max(20_000).default('')
const many = z.array(z.string().max(300)).default([])

/** What the scope builder asks. */
export const scopeFields = {
  types: many,
  levels: many,
  fields: many,
  hecos: text,
  deliveries: many,
  jurisdictions: text,
  achievements: text,
  schemes: text,
  endorsementKinds: many,
}

export type ScopeForm = z.infer<z.ZodObject<typeof scopeFields>>

/** The scope that was built. Throws `trust.scopeUnlimited` where it says nothing of what may be awarded, and `trust.malformed`. */
export function readScopeForm(form: ScopeForm): Scope {
  const levels = LEVELS.filter((level) => form.levels.includes(levelKey(level)))
  const isced = FIELDS.filter(({ scheme, code }) => form.fields.includes(`${scheme} ${code}`))
  const hecos = lines(form.hecos).map((line) => hecosOf(line))
  const chosen = (values: readonly string[], known: readonly string[]) => values.filter((one) => known.includes(one))
  return readScope({
    ...member('achievements', lines(form.achievements)),
    ...member('achievementTypes', chosen(form.types, Object.keys(SCOPE_TYPES))),
    ...member(
      'levels',
      levels.map(({ framework, code }) => ({ framework, code })),
    ),
    ...member('fields', [...isced.map((field) => ({ ...field })), ...hecos]),
    ...member(
      'jurisdictions',
      form.jurisdictions
        .toUpperCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
    ...member('deliveries', chosen(form.deliveries, LEARNING_SETTINGS)),
    ...member('schemes', lines(form.schemes)),
    ...member('endorsementKinds', chosen(form.endorsementKinds, Object.keys(ENDORSEMENT_KINDS))),
  })
}

/** A scope as the form shows it. */
export function scopeFormOf(scope: Scope): ScopeForm {
  const { fields = [], levels = [] } = scope
  const hecos = fields.filter(({ scheme }) => scheme === 'HECoS')
  return {
    types: [...(scope.achievementTypes ?? [])],
    levels: levels.map(levelKey),
    fields: fields.filter(({ scheme }) => scheme === 'ISCED-F').map(({ scheme, code }) => `${scheme} ${code}`),
    hecos: hecos.map(({ code, name }) => (name === code ? code : `${code} ${name}`)).join('\n'),
    deliveries: [...(scope.deliveries ?? [])],
    jurisdictions: (scope.jurisdictions ?? []).join(', '),
    achievements: (scope.achievements ?? []).join('\n'),
    schemes: (scope.schemes ?? []).join('\n'),
    endorsementKinds: [...(scope.endorsementKinds ?? [])],
  }
}

/** A line such as "100366 computer science". */
function hecosOf(line: string): JsonObject {
  const [, code = line, name = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? []
  return { scheme: 'HECoS', code, name: name === '' ? code : name }
}

const member = (name: keyof Scope, values: Json[]): JsonObject => (values.length === 0 ? {} : { [name]: values })

const lines = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
