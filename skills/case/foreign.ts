import { asText, type JsonObject } from '#platform'
import { type Dropped, droppedOf, FOREIGN_READ, fieldsBeside } from './dropped.ts'
import type { ReadFramework, ReadItem } from './parse.ts'

const MAX_STATEMENT = 2_000

/**
 * Makes a package of competences of anyone's framework: every item one, by its code; what precedes it is asked for first.
 * The identifiers stay, so that it goes out again under the same.
 */
export function readForeign({ CFDocument, CFItems, CFAssociations, ...rest }: ReadFramework): {
  value: JsonObject
  dropped: Dropped[]
} {
  const { identifier, title, creator, version } = CFDocument
  const codes = codesOf(CFItems)
  const associations = CFAssociations ?? []
  const isKept = (one: (typeof associations)[number]) =>
    one.associationType === 'precedes' &&
    codes.has(one.originNodeURI.identifier) &&
    codes.has(one.destinationNodeURI.identifier)
  const requires = Map.groupBy(associations.filter(isKept), ({ destinationNodeURI }) => destinationNodeURI.identifier)
  const others = Map.groupBy(
    associations.filter((one) => !isKept(one)),
    ({ associationType }) => associationType,
  )
  const known = semantic(version)
  return {
    value: {
      id: `case/${slugOf(title)}`,
      version: known ?? '1.0.0',
      kind: 'competences',
      layer: 'sector',
      title,
      ...(creator ? { creator } : {}),
      caseIdentifier: identifier,
      note: noteOf(CFDocument),
      competences: CFItems.map((item) => ({
        id: codes.get(item.identifier) ?? item.identifier,
        name: item.fullStatement.slice(0, MAX_STATEMENT),
        caseIdentifier: item.identifier,
        ...(item.CFItemType ? { type: item.CFItemType } : {}),
        ...required(requires.get(item.identifier), codes),
      })),
    },
    dropped: [
      ...[...others].flatMap(([type, all]) =>
        droppedOf(
          `association ${type}`,
          all.map(({ originNodeURI }) => codes.get(originNodeURI.identifier) ?? originNodeURI.identifier),
        ),
      ),
      ...droppedOf(
        'end of a long statement',
        CFItems.filter(({ fullStatement }) => fullStatement.length > MAX_STATEMENT).map(
          ({ identifier: one }) => codes.get(one) ?? one,
        ),
      ),
      ...droppedOf('version, which is not of three numbers', known === null && version ? [version] : []),
      ...fieldsBeside(CFItems, FOREIGN_READ),
      ...droppedOf(
        'part of the framework',
        Object.keys(rest).filter((name) => name !== 'CFDefinitions'),
      ),
    ],
  }
}

function required(
  before: readonly { originNodeURI: { identifier: string } }[] = [],
  codes: ReadonlyMap<string, string>,
) {
  const requires = [...new Set(before.flatMap(({ originNodeURI }) => codes.get(originNodeURI.identifier) ?? []))]
  return requires.length === 0 ? {} : { requires }
}

/** The code of each item, or its identifier where it has none, or another has the same. */
function codesOf(items: readonly ReadItem[]): Map<string, string> {
  const taken = Map.groupBy(items, ({ humanCodingScheme }) => humanCodingScheme ?? '')
  return new Map(
    items.map(({ identifier, humanCodingScheme }) => {
      const code = humanCodingScheme ?? ''
      const isOwn = code !== '' && code.length <= MAX_STATEMENT && taken.get(code)?.length === 1
      return [identifier, isOwn ? code : identifier]
    }),
  )
}

/** `2.1` is read as `2.1.0`. Null for a version that is not of numbers. */
function semantic(version: string | null | undefined): string | null {
  const [, major, minor = '0', patch = '0'] = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/.exec(version ?? '') ?? []
  return major === undefined ? null : [major, minor, patch].map(Number).join('.')
}

function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return plain.slice(0, 100).replaceAll(/^-+|-+$/g, '') || 'framework'
}

function noteOf({ title, creator, officialSourceURL, licenseURI }: ReadFramework['CFDocument']): string {
  const licence = typeof licenseURI === 'object' && licenseURI !== null && 'title' in licenseURI ? licenseURI.title : ''
  return [
    `Taken in from CASE: ${title}${creator ? `, by ${creator}` : ''}.`,
    ...(asText(officialSourceURL) === '' ? [] : [`Source: ${asText(officialSourceURL)}`]),
    ...(asText(licence) === '' ? [] : [`Licence: ${asText(licence)}`]),
  ]
    .join(' ')
    .slice(0, MAX_STATEMENT)
}
