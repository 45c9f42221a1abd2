import {
  type Answer,
  type CaseKind,
  type ChangeCode,
  type Changes,
  changesBetween,
  type Frameworks,
  isCaseKind,
  type Package,
  pathwaysThrough,
  type Relation,
  type RelationCode,
  type RelationNode,
  relationsOf,
  successorsOf,
} from '#skills'

/** What one package says of something: what it has to do with, which ways lead through it, and what came in its place. */
export interface RelationsFound {
  graph: Package<'relations'>
  node: RelationNode
  relations: Answer<readonly Relation[], RelationCode>
  ways: Answer<readonly (readonly Relation[])[], RelationCode>
  successors: readonly RelationNode[]
  /** What says how it is built, if it is known here: of what is retired too. */
  definition: Package<'ruleset'> | undefined
}

/** All that relations are known of, by name. */
export function relatedThings(known: Frameworks): RelationNode[] {
  const nodes = known.catalogue.ofKind('relations').flatMap(({ content }) => content.nodes)
  const distinct = new Map(nodes.map((node) => [node.id, node]))
  return [...distinct.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

/** What is known of one thing, package by package; none where nobody knows it. */
export function relationsFor(known: Frameworks, id: string): RelationsFound[] {
  return known.catalogue.ofKind('relations').flatMap((graph) => {
    const found = successorsOf(graph, id).value
    if (found === null) return []
    const { node, successors } = found
    const definition = known.rulesets.find((one) => one.id === node.ruleset)
    return [
      { graph, node, relations: relationsOf(graph, id), ways: pathwaysThrough(graph, id), successors, definition },
    ]
  })
}

/** What the newest version of each framework changed since the one before; of frameworks with one version nothing. */
export function changesIn({
  catalogue,
}: Frameworks): { one: Package<CaseKind>; answer: Answer<Changes | null, ChangeCode> }[] {
  return catalogue
    .packages()
    .filter(isCaseKind)
    .flatMap((one) => {
      const [newest, before] = catalogue.versionsOf(one.id)
      return newest === undefined || before === undefined ? [] : [{ one, answer: changesBetween(before, newest) }]
    })
}
