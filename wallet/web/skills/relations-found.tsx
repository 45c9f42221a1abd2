import type { Relation, RelationNode } from '#skills'
import { relationSays, relationTypes, Sureness } from '#web'
import { frameworkName } from '../../skills/areas.ts'
import type { RelationsFound } from '../../skills/relations.ts'

/** What kind of thing it is. */
export const KINDS: Readonly<Record<RelationNode['kind'], string>> = {
  qualification: 'A qualification',
  module: 'A part of a qualification',
  certificate: 'A certificate',
  role: 'A job',
  standard: 'A standard',
  framework: 'A framework of levels',
}

/** What one package says of one thing. */
export function Found({ found }: { found: RelationsFound }) {
  const { graph, node, relations, successors, definition } = found
  const nameOf = namesIn(found)
  const says = relationSays(nameOf)
  return (
    <section class="flow" aria-labelledby={node.id}>
      <h2 id={node.id}>
        <bdi>{node.name}</bdi>
      </h2>
      <p>
        {KINDS[node.kind]}
        {node.level && `, ${node.level}`}.
        {node.status === 'retired' && ' It is not awarded any more. What you have of it keeps its meaning.'}
        {successors.length > 0 && ' In its place came: '}
        {successors.map(({ id, name }, at) => (
          <span key={id}>
            {at > 0 && ', and then '}
            <To id={id} name={name} />
          </span>
        ))}
        {successors.length > 0 && '.'}
      </p>
      {definition && (
        <p>
          How it is built is kept here: <a href="/frameworks">{frameworkName(definition)}</a>, version{' '}
          {definition.version}.
        </p>
      )}
      {relations.value.length === 0 && <p>Nothing is known here of what it has to do with.</p>}
      <ul class="skills">
        {relations.value.map((relation, at) => {
          const step = relations.steps[at]
          const isFrom = relation.from === node.id
          const other = isFrom ? relation.to : relation.from
          return (
            <li key={relation.id}>
              <h3>{relationTypes()[relation.type][isFrom ? 'from' : 'to']}</h3>
              <p>
                {step && says[step.code](step.values)} <Sureness of={relation.confidence} />
              </p>
              <Conditions relation={relation} />
              <p>
                <To id={other} name={`More of: ${nameOf(other)}`} />
              </p>
              <details class="fold">
                <summary>Who says so</summary>
                <p>
                  {relation.source ? (
                    <>
                      Source: <bdi>{relation.source}</bdi>.
                    </>
                  ) : (
                    'No source is stated.'
                  )}
                </p>
                <p class="soft">
                  Rule {relation.id} of {graph.id}, version {graph.version}, <code>{graph.digest}</code>
                </p>
              </details>
            </li>
          )
        })}
      </ul>
      <Ways found={found} />
    </section>
  )
}

function Conditions({ relation: { entry = [], credit, caveat } }: { relation: Relation }) {
  return (
    <>
      {entry.length > 0 && <p>What it takes: {entry.join('; ')}.</p>}
      {credit && (
        <p>
          Credit that comes along: {credit.value} {credit.scheme}.
        </p>
      )}
      {caveat && <p>{caveat}</p>}
    </>
  )
}

/** The ways that lead to something and on from it, from first to last. */
function Ways({ found }: { found: RelationsFound }) {
  const { node, ways } = found
  const nameOf = namesIn(found)
  const says = relationSays(nameOf)
  const more = ways.steps.find(({ code }) => code === 'relation.tooMany')
  if (ways.value.length === 0) return null
  return (
    <div class="flow">
      <h3>Ways through it</h3>
      {ways.value.map((way) => (
        <ol key={way.map(({ id }) => id).join()}>
          {[way[0]?.from ?? '', ...way.map(({ to }) => to)].map((id, at) => (
            <li key={id}>
              {id === node.id ? <strong>{nameOf(id)}</strong> : <To id={id} name={nameOf(id)} />} {carried(way[at - 1])}{' '}
              <Sureness of={way[at - 1]?.confidence} />
            </li>
          ))}
        </ol>
      ))}
      {more && <p>{says[more.code](more.values)}</p>}
      <p class="soft">A way is possible, and not promised: whoever takes you in decides.</p>
    </div>
  )
}

/** Leads to what is known of something. */
export function To({ id, name }: { id: string; name: string }) {
  return (
    <a href={`/skills/relations?of=${encodeURIComponent(id)}`}>
      <bdi>{name}</bdi>
    </a>
  )
}

const carried = (relation: Relation | undefined) =>
  relation?.credit === undefined ? '' : `(${relation.credit.value} ${relation.credit.scheme} come along)`

function namesIn({ graph }: Pick<RelationsFound, 'graph'>): (id: string) => string {
  const names = new Map(graph.content.nodes.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
