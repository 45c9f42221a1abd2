import { asText } from '#platform'
import type { ReadItem } from './parse.ts'

/** Something of a framework that the package has no place for: what, how often, and the first few by name. */
export interface Dropped {
  what: string
  count: number
  names: string[]
}

const NAMES = 20

/** The fields of anyone's item that are read, or say again what is known from elsewhere. */
export const FOREIGN_READ: ReadonlySet<string> = new Set([
  'identifier',
  'uri',
  'fullStatement',
  'humanCodingScheme',
  'CFItemType',
  'CFItemTypeURI',
  'CFDocumentURI',
  'lastChangeDateTime',
  'extensions',
  'language',
])

/** What was dropped of one sort, or nothing where nothing was. */
export function droppedOf(what: string, names: readonly string[]): Dropped[] {
  return names.length === 0 ? [] : [{ what, count: names.length, names: names.slice(0, NAMES) }]
}

/** The fields of items that a package has no place for, each with the items that had it. */
export function fieldsBeside(items: readonly ReadItem[], read: ReadonlySet<string> = OWN_READ): Dropped[] {
  const found = items.flatMap((item) =>
    Object.entries(item).flatMap(([field, value]) =>
      read.has(field) || value === null || value === undefined || value === '' ? [] : [{ field, item }],
    ),
  )
  return [...Map.groupBy(found, ({ field }) => field)].flatMap(([field, having]) =>
    droppedOf(
      `field ${field}`,
      having.map(({ item }) => asText(item.humanCodingScheme) || item.identifier),
    ),
  )
}

/** Of our own items the level is in the extension too. */
const OWN_READ: ReadonlySet<string> = new Set([...FOREIGN_READ, 'educationLevel'])
