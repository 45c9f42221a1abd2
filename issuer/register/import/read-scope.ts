import { type JsonObject, PassportError } from '#platform'
import { readScope, type Scope } from '#trust'
import { wordsOf } from '#web'
import { LEARNING_SETTINGS } from '../../achievement-body.ts'
import { LEVELS } from '../../achievement-form.ts'
import { FIELDS } from '../isced-fields.ts'
import { SCOPE_TYPES } from '../scope-form.ts'
import type { EntryField } from './columns.ts'

/** What of a row says what may be awarded. */
export type ScopeCells = Readonly<Record<ScopeField, string>>

type ScopeField = Extract<
  EntryField,
  'types' | 'framework' | 'levelFrom' | 'levelTo' | 'field' | 'jurisdiction' | 'delivery'
>

/** Says what is wrong in the cell of a field, and what to do about it. */
export type Find = (field: EntryField, reason: string, remedy: string) => void

/** The scope that a row speaks of, or null where something is wrong, which `find` is told: all of it at once. */
export function readScopeCells(cells: ScopeCells, find: Find): Scope | null {
  let isGood = true
  const wrong: Find = (field, reason, remedy) => {
    isGood = false
    find(field, reason, remedy)
  }
  const scope = {
    ...member(
      'achievementTypes',
      valuesOf(cells.types, (text) => typeOf(text, wrong)),
    ),
    ...member('levels', levelsOf(cells, wrong)),
    ...member(
      'fields',
      valuesOf(cells.field, (text) => fieldOf(text, wrong)),
    ),
    ...member(
      'jurisdictions',
      valuesOf(cells.jurisdiction, (text) => placeOf(text, wrong)),
    ),
    ...member(
      'deliveries',
      valuesOf(cells.delivery, (text) => settingOf(text, wrong)),
    ),
  }
  if (!isGood) return null
  try {
    return readScope(scope)
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    const isEmpty = error.code === 'trust.scopeUnlimited'
    wrong(
      'types',
      isEmpty ? 'Nothing says what may be awarded' : error.message.replace(/\.$/, ''),
      isEmpty ? 'Fill in an achievement type, a level or a field.' : 'Say it as the form of one entry does.',
    )
    return null
  }
}

const member = (name: keyof Scope, values: (string | JsonObject)[]): JsonObject =>
  values.length === 0 ? {} : { [name]: values }

/** The several values of one cell, each once. */
function valuesOf<T extends string | JsonObject>(cell: string, read: (text: string) => T | undefined): T[] {
  const values = new Map<string, T>()
  for (const part of cell.split(/[;,|\n]/).map((one) => one.trim())) {
    const value = part === '' ? undefined : read(part)
    if (value !== undefined) values.set(JSON.stringify(value), value)
  }
  return [...values.values()]
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const quoted = (text: string) => `“${text.slice(0, 60)}”`

/** A type by its Open Badges name, with or without its `ext:`, or by our word for it, of one or of many. */
function typeOf(text: string, find: Find): string | undefined {
  const wanted = plain(text).replace(/^ext/, '')
  const known = Object.entries(SCOPE_TYPES)
  const found = known.find(([type, word]) => {
    const names = [type.replace(/^ext:/, ''), word].map(plain)
    return names.some((name) => name === wanted || name === `${wanted}s`)
  })
  if (found === undefined) {
    const names = known.map(([type]) => type.replace(/^ext:/, '')).join(', ')
    find('types', `The achievement type ${quoted(text)} is not known`, `Use one of: ${names}.`)
  }
  return found?.[0]
}

const FRAMEWORKS = [...new Set(LEVELS.map(({ framework }) => framework))]

/** The levels from the lowest to the highest, as their framework has them in order; without a highest, the one alone. */
function levelsOf({ framework: named, levelFrom, levelTo }: ScopeCells, find: Find): JsonObject[] {
  if (named === '' && levelFrom === '' && levelTo === '') return []
  if (named === '') {
    find('framework', 'The framework of the level is missing', `Use one of: ${FRAMEWORKS.join(', ')}.`)
    return []
  }
  const framework = FRAMEWORKS.find((one) => plain(one) === plain(named))
  if (framework === undefined) {
    find('framework', `The framework ${quoted(named)} is not known`, `Use one of: ${FRAMEWORKS.join(', ')}.`)
    return []
  }
  if (levelFrom === '') {
    find('levelFrom', 'The lowest level is missing', 'Fill it in, or leave the framework out as well.')
    return []
  }
  const levels = LEVELS.filter((level) => level.framework === framework)
  const placeOf = (field: 'levelFrom' | 'levelTo', text: string): number => {
    const code = plain(text.toLowerCase().replace(framework.toLowerCase(), ''))
      .replace(/^level/, '')
      .replace(/^entry/, 'e')
    const place = levels.findIndex((level) => plain(level.code) === code)
    if (place < 0) {
      const codes = levels.map((level) => level.code).join(', ')
      find(field, `${framework} has no level ${quoted(text)}`, `Use one of: ${codes}.`)
    }
    return place
  }
  const lowest = placeOf('levelFrom', levelFrom)
  const highest = levelTo === '' ? lowest : placeOf('levelTo', levelTo)
  if (lowest >= 0 && highest >= 0 && highest < lowest) {
    find('levelTo', `Level ${levelTo} is below level ${levelFrom}`, 'Write the lowest level first.')
  }
  return lowest < 0 || highest < 0
    ? []
    : levels.slice(lowest, highest + 1).map((level) => ({ framework, code: level.code }))
}

/** A field by its code in ISCED-F, of which spreadsheets take the first zero, or by its name; or by its code in HECoS. */
function fieldOf(text: string, find: Find): JsonObject | undefined {
  const [, hecos] = /^hecos[\s:-]*(\d{6})$/i.exec(text) ?? []
  if (hecos !== undefined) return { scheme: 'HECoS', code: hecos, name: hecos }
  const wanted = text.replace(/^isced(?:-?f)?[\s:-]*/i, '').trim()
  const byCode = (code: string) => FIELDS.find((field) => field.code === code)
  const found = byCode(wanted) ?? byCode(`0${wanted}`) ?? FIELDS.find(({ name }) => plain(name) === plain(wanted))
  if (found === undefined) {
    const remedy = 'Write a code of two or three digits of ISCED-F, such as 06, or of HECoS, such as HECoS 100366.'
    find('field', `The field ${quoted(text)} is not known`, remedy)
  }
  return found && { ...found }
}

function placeOf(text: string, find: Find): string | undefined {
  const code = text.toUpperCase()
  if (/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(code)) return code
  find('jurisdiction', `${quoted(text)} is no code of a place`, 'Write a code of ISO 3166, such as GB or GB-WLS.')
  return undefined
}

function settingOf(text: string, find: Find): string | undefined {
  const found = LEARNING_SETTINGS.find((setting) => [setting, wordsOf(setting)].map(plain).includes(plain(text)))
  if (found === undefined) {
    find(
      'delivery',
      `The kind of learning ${quoted(text)} is not known`,
      `Use one of: ${LEARNING_SETTINGS.join(', ')}.`,
    )
  }
  return found
}
