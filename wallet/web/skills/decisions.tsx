import { termAt } from '#protocol'
import type { Frameworks } from '#skills'
import { Away, basisInWords, Empty, EnglishText, formatDate, Heading, page, Table, translated } from '#web'
import type { Person } from '../../records/person.ts'
import type { HeldDecision } from '../../skills/decisions.ts'
import { frameOf } from '../frame.ts'
import { decisionsWords } from './decisions-words.tsx'

interface DecisionsView {
  person: Person
  decisions: readonly HeldDecision[]
  known: Frameworks
}

/** What others decided to recognise, each with the credential that it is about; none of it is credit earned anew. */
export const decisionsPage = translated(({ person, decisions, known }: DecisionsView): string => {
  const words = decisionsWords()
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    body: (
      <div class="flow">
        <Heading back={{ href: '/skills/credit', label: words.back }} lead={words.lead}>
          {words.title}
        </Heading>
        {decisions.length === 0 ? (
          <Empty title={words.none} icon="file-check">
            {words.noneText((text) => (
              <a href="/shares/new">{text}</a>
            ))}
          </Empty>
        ) : (
          <Table
            caption={words.caption}
            rows={decisions}
            rowKey={(one) => `${one.item} ${decisions.indexOf(one)}`}
            columns={[
              { key: 'type', label: words.type, cell: ({ recognitionType }) => words.types[recognitionType] },
              { key: 'for', label: words.standsFor, cell: (one) => <For decision={one} known={known} /> },
              { key: 'by', label: words.because, cell: (one) => <Source decision={one} /> },
              { key: 'counts', label: words.counts, cell: (one) => <Counts decision={one} /> },
              {
                key: 'who',
                label: words.decidedBy,
                cell: ({ item, deciderName, isRecognised, decidedOn }) => (
                  <>
                    {!isRecognised && words.callsItself}
                    <a href={`/credentials/${item}`}>
                      <bdi>{deciderName}</bdi>
                    </a>
                    , {formatDate(decidedOn)}
                  </>
                ),
              },
            ]}
          />
        )}
      </div>
    ),
  })
})

/** Addresses out of a credential are followed only where nobody on the way can change what they lead to. */
const isSafe = (address: string) => /^https:\/\//i.test(address)

function For({ decision: { satisfies }, known }: { decision: HeldDecision; known: Frameworks }) {
  const words = decisionsWords()
  if (satisfies.length === 0) return <>{words.refused}</>
  return (
    <>
      {satisfies.map((address) => {
        const term = termAt(address)
        return term === undefined ? (
          <Away key={address} url={isSafe(address) ? address : null}>
            {words.aCourse}
          </Away>
        ) : (
          <span key={address}>
            <EnglishText>{nameOf(term, known)}</EnglishText>{' '}
          </span>
        )
      })}
    </>
  )
}

/** A unit by its name, or the qualification where it counts by its size alone. */
function nameOf(term: string, known: Frameworks): string {
  const [id, code] = term.split('#')
  const ruleset = known.rulesets.find((one) => one.id === id)
  return ruleset?.content.qualifications.find((one) => one.id === code)?.title ?? known.nameOf(term)
}

function Source({ decision: { basedOn, sources } }: { decision: HeldDecision }) {
  return (
    <>
      {sources.map(({ item, title }) => (
        <a key={item} href={`/credentials/${item}`}>
          <bdi>{title}</bdi>
        </a>
      ))}{' '}
      {basedOn.map((id) => (
        <code key={id} class="soft">
          {id}
        </code>
      ))}
    </>
  )
}

function Counts({ decision }: { decision: HeldDecision }) {
  const { fault, recognitionType, satisfies, creditCounted, description } = decision
  const words = decisionsWords()
  if (satisfies.length === 0) return <>{words.nothing}</>
  if (fault !== null) return <>{words.faults[fault]}</>
  return (
    <>
      {creditCounted === undefined
        ? words.unit
        : `${creditCounted.creditValue} ${creditCounted.creditScheme === 'ITQPoints' ? words.points : creditCounted.creditScheme}`}
      {description === undefined ? `, ${basisInWords(recognitionType)}` : `. ${description}`}
    </>
  )
}
