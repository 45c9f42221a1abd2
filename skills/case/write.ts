import type { JsonObject } from '#platform'
import type { Package } from '../model.ts'
import { type Addresses, addressesOf, CASE_PATH } from './addresses.ts'
import { type Link, linksBetween } from './links.ts'
import { TERM_LISTS } from './lists.ts'
import {
  type CaseAssociation,
  type CaseItem,
  type CaseKind,
  type CaseLink,
  type CasePackage,
  EXTENSION,
} from './model.ts'
import { type Node, nodesOf } from './nodes.ts'
import { levelRubric } from './rubric.ts'

/**
 * A package as a CASE 1.1 `CFPackage`, with nothing left out: what CASE has no field for goes along in `extensions`, and
 * `readCase` makes the same package of it again. Identifiers are made from ids and codes, or are those that it came with.
 * When a package was changed is not known; `at` stands for it.
 */
export function writeCase(one: Package<CaseKind>, { baseUrl, at }: { baseUrl: string; at: Date }): CasePackage {
  const changedAt = at.toISOString()
  const rest = restOf(one)
  const title = typeof rest.title === 'string' ? rest.title : one.id
  const { caseIdentifier, creator } = rest
  const identifier = typeof caseIdentifier === 'string' ? caseIdentifier : undefined
  const addresses = addressesOf({ id: one.id, title, identifier }, baseUrl)
  const { document } = addresses
  const nodes = nodesOf(one)
  const links = linksOf(nodes, addresses)
  const own = { id: one.id, version: one.version, kind: one.kind, layer: one.layer, ...rest }
  return {
    CFDocument: {
      ...document,
      creator: typeof creator === 'string' ? creator : 'Skills Passport',
      version: one.version,
      language: 'en',
      caseVersion: '1.1',
      frameworkType: one.kind,
      ...(typeof rest.note === 'string' ? { notes: rest.note } : {}),
      CFPackageURI: { ...document, uri: new URL(`${CASE_PATH}/CFPackages/${document.identifier}`, baseUrl).href },
      lastChangeDateTime: changedAt,
      extensions: { [EXTENSION]: own },
    },
    CFItems: nodes.map((node) => itemOf(node, linkIn(links, node.code), document, changedAt)),
    CFAssociations: [...treeOf(nodes, links, document), ...between(one, nodes, links, addresses)].map((ends) =>
      associationOf(ends, addresses, changedAt),
    ),
    CFDefinitions: { CFItemTypes: typesOf(nodes, addresses, changedAt) },
    ...(one.kind === 'techniques' ? { CFRubrics: [levelRubric(one.content.levels, addresses, changedAt)] } : {}),
  }
}

/** What a package says beside its lists of terms. */
function restOf({ kind, content }: Package<CaseKind>): JsonObject {
  const lists = new Set(TERM_LISTS[kind].map(({ list }) => list))
  return Object.fromEntries(Object.entries(content as unknown as JsonObject).filter(([name]) => !lists.has(name)))
}

type Links = ReadonlyMap<string, CaseLink>

function linksOf(nodes: readonly Node[], addresses: Addresses): Links {
  return new Map(
    nodes.map(({ code, statement, identifier }) => {
      const link = addresses.link('CFItems', code, statement)
      if (identifier === null) return [code, link]
      return [code, { ...link, identifier, uri: link.uri.replace(link.identifier, identifier) }]
    }),
  )
}

function linkIn(links: Links, code: string): CaseLink {
  const link = links.get(code)
  if (link === undefined) throw new Error(`There is no node of the code ${code}.`)
  return link
}

function itemOf(node: Node, link: CaseLink, document: CaseLink, changedAt: string): CaseItem {
  const { code, statement, type, level, rest } = node
  return {
    identifier: link.identifier,
    uri: link.uri,
    fullStatement: statement,
    humanCodingScheme: code,
    CFItemType: type,
    language: 'en',
    ...(level === null ? {} : { educationLevel: [level] }),
    CFDocumentURI: document,
    lastChangeDateTime: changedAt,
    ...(Object.keys(rest).length === 0 ? {} : { extensions: { [EXTENSION]: rest } }),
  }
}

interface Ends {
  origin: CaseLink
  type: Link['type']
  target: CaseLink
  sequence?: number
}

/** Where each node is in the tree, and in which place. */
function treeOf(nodes: readonly Node[], links: Links, document: CaseLink): Ends[] {
  const places = new Map<string | null, number>()
  return nodes.map(({ code, parent }) => {
    const sequence = (places.get(parent) ?? 0) + 1
    places.set(parent, sequence)
    return {
      origin: linkIn(links, code),
      type: 'isChildOf',
      target: parent === null ? document : linkIn(links, parent),
      sequence,
    }
  })
}

function between(one: Package<CaseKind>, nodes: readonly Node[], links: Links, addresses: Addresses): Ends[] {
  return linksBetween(one, nodes).map(({ from, type, to, of }) => ({
    origin: linkIn(links, from),
    type,
    target: of === undefined ? linkIn(links, to) : addresses.link('CFItems', to, `${of} ${to}`, of),
  }))
}

function associationOf(
  { origin, type, target, sequence }: Ends,
  addresses: Addresses,
  changedAt: string,
): CaseAssociation {
  const name = `${origin.identifier} ${type} ${target.identifier}`
  const { identifier, uri } = addresses.link('CFAssociations', name, name)
  return {
    identifier,
    uri,
    associationType: type,
    ...(sequence === undefined ? {} : { sequenceNumber: sequence }),
    originNodeURI: origin,
    destinationNodeURI: target,
    lastChangeDateTime: changedAt,
  }
}

function typesOf(nodes: readonly Node[], addresses: Addresses, changedAt: string): JsonObject[] {
  return [...new Set(nodes.map(({ type }) => type))].map((title) => {
    const { identifier, uri } = addresses.link('CFItemTypes', title, title)
    return { identifier, uri, title, description: title, hierarchyCode: title, lastChangeDateTime: changedAt }
  })
}
