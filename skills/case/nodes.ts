import { asText, isObject, type Json, type JsonObject } from '#platform'
import { type Package, STATED_LEVELS } from '../model.ts'
import { LEVEL_TYPE, STATEMENT_TYPE, TERM_LISTS, type TermList } from './lists.ts'
import type { CaseKind } from './model.ts'

/** A term of a package as CASE sees it: a statement with a code, somewhere in a tree. */
export interface Node {
  code: string
  statement: string
  /** What kind of thing it is, such as `Unit`. */
  type: string
  /** The code of the node above it; null directly under the document. */
  parent: string | null
  level: string | null
  /** The identifier that it came with, where it came from CASE. */
  identifier: string | null
  /** What else the package says of it, which CASE has no field for. */
  rest: JsonObject
}

/** Every term of a package, each after the one that it is under. */
export function nodesOf({ kind, content }: Package<CaseKind>): Node[] {
  const all = content as unknown as JsonObject
  return TERM_LISTS[kind].flatMap((list) => nodesIn(all[list.list], list, null))
}

function nodesIn(values: Json | undefined, list: TermList, parent: string | null): Node[] {
  const { inside, code: codeMember, name } = list
  return objects(values).flatMap((value) => {
    const { [codeMember]: code, [name]: statement, caseIdentifier, statements, ...members } = value
    const { [inside?.list ?? '']: below, ...rest } = members
    const node: Node = {
      code: asText(code),
      statement: asText(statement),
      type: list.type,
      parent,
      level: levelOf(value.level),
      identifier: typeof caseIdentifier === 'string' ? caseIdentifier : null,
      rest,
    }
    const under = inside === undefined ? [] : nodesIn(below, inside, node.code)
    return [node, ...under, ...(isObject(statements) ? levelNodes(node, statements) : [])]
  })
}

/** Each level that has statements is a node, so that what goes with a level can say so; its statements are under it. */
function levelNodes({ code: technique, statement: title }: Node, statements: JsonObject): Node[] {
  return STATED_LEVELS.flatMap((level) => {
    const code = `${technique}/${level}`
    const common = { level, identifier: null, rest: {} }
    const texts = Array.isArray(statements[level]) ? statements[level] : []
    return [
      { ...common, code, statement: `${title}: ${level}`, type: LEVEL_TYPE, parent: technique },
      ...texts.map((text, at) => ({
        ...common,
        code: `${code}/${at + 1}`,
        statement: asText(text),
        type: STATEMENT_TYPE,
        parent: code,
      })),
    ]
  })
}

function levelOf(level: Json | undefined): string | null {
  return typeof level === 'string' || typeof level === 'number' ? String(level) : null
}

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
