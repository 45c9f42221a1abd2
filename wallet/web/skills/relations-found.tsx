import type { ComponentChildren } from 'preact'
import type { Relation } from '#skills'
import { EnglishText, relationSays, relationTypes, Sureness } from '#web'
import { frameworkName } from '../../skills/areas.ts'
import type { RelationsFound } from '../../skills/relations.ts'
import { relationsWords } from './relations-words.tsx'

/** What one package says of one thing. */
export function Found({ found }: { found: RelationsFound }) {
  const { graph, node, relations, successors, definition } = found
  const words = relationsWords()
  const nameOf = namesIn(found)
  const says = relationSays(nameOf)
  return (
    <section class="flow" aria-labelledby={node.id}>
      <h2 id={node.id}>
        <EnglishText>{node.name}</EnglishText>
      </h2>
      <p>
        {words.kinds[node.kind]}
        {node.level && `, ${node.level}`}.{node.status === 'retired' && ` ${words.notAwarded}`}
        {successors.length > 0 && ` ${words.inItsPlace} `}
        {successors.map(({ id, name }, at) => (
          <span key={id}>
            {at > 0 && words.andThen}
            <To id={id}>
              <EnglishText>{name}</EnglishText>
            </To>
          </span>
        ))}
        {successors.length > 0 && '.'}
      </p>
      {definition && (
        <p>
          {words.builtHere(
            <a href="/frameworks">
              <EnglishText>{frameworkName(definition)}</EnglishText>
            </a>,
            definition.version,
          )}
        </p>
      )}
      {relations.value.length === 0 && <p>{words.noRelations}</p>}
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
                <To id={other}>{words.moreOf(<EnglishText>{nameOf(other)}</EnglishText>)}</To>
              </p>
              <details class="fold">
                <summary>{words.whoSays}</summary>
                <p>{relation.source ? words.source(<EnglishText>{relation.source}</EnglishText>) : words.noSource}</p>
                <p class="soft">{words.rule(relation.id, graph.id, graph.version, <code>{graph.digest}</code>)}</p>
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
  const words = relationsWords()
  return (
    <>
      {entry.length > 0 && (
        <p>
          {words.takes} <EnglishText>{entry.join('; ')}</EnglishText>.
        </p>
      )}
      {credit && <p>{words.credit(`${credit.value} ${credit.scheme}`)}</p>}
      {caveat && (
        <p>
          <EnglishText>{caveat}</EnglishText>
        </p>
      )}
    </>
  )
}

/** The ways that lead to something and on from it, from first to last. */
function Ways({ found }: { found: RelationsFound }) {
  const { node, ways } = found
  const nameOf = namesIn(found)
  const says = relationSays(nameOf)
  const more = ways.steps.find(({ code }) => code === 'relation.tooMany')
  const words = relationsWords()
  if (ways.value.length === 0) return null
  return (
    <div class="flow">
      <h3>{words.ways}</h3>
      {ways.value.map((way) => (
        <ol key={way.map(({ id }) => id).join()}>
          {[way[0]?.from ?? '', ...way.map(({ to }) => to)].map((id, at) => {
            const name = <EnglishText>{nameOf(id)}</EnglishText>
            return (
              <li key={id}>
                {id === node.id ? <strong>{name}</strong> : <To id={id}>{name}</To>} {carried(way[at - 1])}{' '}
                <Sureness of={way[at - 1]?.confidence} />
              </li>
            )
          })}
        </ol>
      ))}
      {more && <p>{says[more.code](more.values)}</p>}
      <p class="soft">{words.notPromised}</p>
    </div>
  )
}

/** Leads to what is known of something. */
export function To({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <a href={`/skills/relations?of=${encodeURIComponent(id)}`}>
      <bdi>{children}</bdi>
    </a>
  )
}

const carried = (relation: Relation | undefined) =>
  relation?.credit === undefined
    ? ''
    : relationsWords().comesAlong(`${relation.credit.value} ${relation.credit.scheme}`)

function namesIn({ graph }: Pick<RelationsFound, 'graph'>): (id: string) => string {
  const names = new Map(graph.content.nodes.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
