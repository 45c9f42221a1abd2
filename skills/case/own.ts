import { asText, isObject, type Json, type JsonObject } from '#platform'
import { documentIdentifier, itemIdentifier } from './addresses.ts'
import { type Dropped, droppedOf, fieldsBeside } from './dropped.ts'
import { LEVEL_TYPE, STATEMENT_TYPE, TERM_LISTS, type TermList } from './lists.ts'
import { CASE_KINDS, EXTENSION } from './model.ts'
import type { ReadFramework, ReadItem } from './parse.ts'

/** Makes the package of ours again that went out as CASE. Statements that were changed on the way are as they came back. */
export function readOwn(framework: ReadFramework, own: JsonObject): { value: JsonObject; dropped: Dropped[] } {
  const kind = CASE_KINDS.find((one) => one === own.kind)
  const lists = kind === undefined ? [] : TERM_LISTS[kind]
  const id = asText(own.id)
  const tree = treeOf(framework)
  const used = new Set<ReadItem>()
  const termsIn = (items: readonly ReadItem[], list: TermList): JsonObject[] =>
    items
      .filter(({ CFItemType }) => CFItemType === list.type)
      .map((item) => {
        used.add(item)
        const below = tree.under(item.identifier)
        const { inside } = list
        return {
          [list.code]: codeOf(item),
          [list.name]: item.fullStatement,
          ...extensionOf(item),
          ...(inside === undefined ? {} : { [inside.list]: termsIn(below, inside) }),
          ...(kind === 'techniques' ? { statements: statementsOf(below, tree, used) } : {}),
          ...(item.identifier === itemIdentifier(id, codeOf(item)) ? {} : { caseIdentifier: item.identifier }),
        }
      })
  const terms = lists.flatMap((list): [string, Json][] => {
    const found = termsIn(tree.top, list)
    return found.length === 0 ? [] : [[list.list, found]]
  })
  const { identifier } = framework.CFDocument
  return {
    value: {
      ...own,
      ...Object.fromEntries(terms),
      ...(identifier === documentIdentifier(id) ? {} : { caseIdentifier: identifier }),
    },
    dropped: [
      ...droppedOf('items', framework.CFItems.filter((item) => !used.has(item)).map(codeOf)),
      ...fieldsBeside(framework.CFItems),
    ],
  }
}

interface Tree {
  top: readonly ReadItem[]
  under(identifier: string): readonly ReadItem[]
}

/** Items by what they are under, in the order that the framework gives them. */
function treeOf({ CFDocument, CFItems, CFAssociations }: ReadFramework): Tree {
  const places = new Map(
    (CFAssociations ?? [])
      .filter(({ associationType }) => associationType === 'isChildOf')
      .map(({ originNodeURI: { identifier }, destinationNodeURI, sequenceNumber }) => [
        identifier,
        { parent: destinationNodeURI.identifier, sequence: sequenceNumber ?? 0 },
      ]),
  )
  const placeOf = ({ identifier }: ReadItem) => places.get(identifier) ?? { parent: CFDocument.identifier, sequence: 0 }
  const byParent = Map.groupBy(
    CFItems.toSorted((one, other) => placeOf(one).sequence - placeOf(other).sequence),
    (item) => placeOf(item).parent,
  )
  return {
    top: byParent.get(CFDocument.identifier) ?? [],
    under: (identifier) => byParent.get(identifier) ?? [],
  }
}

function statementsOf(levels: readonly ReadItem[], tree: Tree, used: Set<ReadItem>): JsonObject {
  return Object.fromEntries(
    levels
      .filter(({ CFItemType }) => CFItemType === LEVEL_TYPE)
      .map((level) => {
        const statements = tree.under(level.identifier).filter(({ CFItemType }) => CFItemType === STATEMENT_TYPE)
        for (const one of [level, ...statements]) used.add(one)
        return [codeOf(level).split('/').at(-1) ?? '', statements.map(({ fullStatement }) => fullStatement)]
      }),
  )
}

const codeOf = ({ humanCodingScheme, identifier }: ReadItem) => humanCodingScheme || identifier

function extensionOf({ extensions }: ReadItem): JsonObject {
  const own = extensions?.[EXTENSION]
  return isObject(own) ? own : {}
}
