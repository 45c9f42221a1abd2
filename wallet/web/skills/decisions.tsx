import { termAt } from '#protocol'
import type { Frameworks } from '#skills'
import { Away, basisInWords, Empty, formatDate, Heading, page, Table } from '#web'
import type { Person } from '../../records/person.ts'
import type { DecisionFault, HeldDecision } from '../../skills/decisions.ts'
import { frameOf } from '../frame.ts'

/** The ways of recognition as what they are called in a record. */
const TYPES: Readonly<Record<HeldDecision['recognitionType'], string>> = {
  CreditTransfer: 'Credit transfer',
  Equivalence: 'Equivalence',
  Exemption: 'Exemption',
  PriorLearning: 'Prior learning',
  ImportedUnit: 'Import',
  CustomisedUnit: 'Customised unit',
}

/** What others decided to recognise, each with the credential that it is about; none of it is credit earned anew. */
export function decisionsPage(view: { person: Person; decisions: readonly HeldDecision[]; known: Frameworks }): string {
  const { person, decisions, known } = view
  return page({
    ...frameOf(person, '/skills'),
    title: 'What was recognised',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills/credit', label: 'Your credit' }}
          lead="What a college or an awarding body decided about what you bring. It counts there, and it is not new credit."
        >
          What was recognised
        </Heading>
        {decisions.length === 0 ? (
          <Empty title="No decision yet" icon="file-check">
            <a href="/shares/new">Share what you hold</a> with a college or an awarding body by a link, and ask what
            they recognise. You take their signed decision as you take any credential.
          </Empty>
        ) : (
          <Table
            caption="The newest first"
            rows={decisions}
            rowKey={(one) => `${one.item} ${decisions.indexOf(one)}`}
            columns={[
              { key: 'type', label: 'Type', cell: ({ recognitionType }) => TYPES[recognitionType] },
              { key: 'for', label: 'Stands for', cell: (one) => <For decision={one} known={known} /> },
              { key: 'by', label: 'Because of', cell: (one) => <Source decision={one} /> },
              { key: 'counts', label: 'Counts', cell: (one) => <Counts decision={one} /> },
              {
                key: 'who',
                label: 'Decided by',
                cell: ({ item, deciderName, isRecognised, decidedOn }) => (
                  <>
                    {!isRecognised && 'An issuer that calls itself '}
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
}

/** Addresses out of a credential are followed only where nobody on the way can change what they lead to. */
const isSafe = (address: string) => /^https:\/\//i.test(address)

function For({ decision: { satisfies }, known }: { decision: HeldDecision; known: Frameworks }) {
  if (satisfies.length === 0) return <>Refused</>
  return (
    <>
      {satisfies.map((address) => {
        const term = termAt(address)
        return term === undefined ? (
          <Away key={address} url={isSafe(address) ? address : null}>
            A course of theirs
          </Away>
        ) : (
          <span key={address}>{nameOf(term, known)} </span>
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

/** What could not be checked counts for nothing yet, which is neither yes nor no. */
const FAULTS: Readonly<Record<DecisionFault, string>> = {
  takenBack: '0, and not any more: it was taken back',
  notChecked: 'Nothing yet: it could not be checked the last time',
  expired: '0, and not any more: it has expired',
  notYet: 'Nothing yet: its day is still to come',
  notListed: '0: decided by an issuer on no list that is known here',
  notForThis: '0: decided by an issuer that is on a list, but not recognised for this',
  listUnavailable: 'Nothing yet: the list that may know its issuer could not be read the last time',
  sourceNotHeld: '0: you do not hold all that it is about',
  sourceNotTied: 'Nothing yet: it names what it is about by an id alone, so nobody can tell if that is what you hold',
  sourceDiffers:
    '0: what you hold under that id is not what they looked at. It may be a newer copy, or they saw a part',
  sourceNotChecked: 'Nothing yet: what it is about could not be checked the last time',
  sourceTakenBack: '0, and not any more: what it is about was taken back',
  sourceNotCurrent: '0, and not any more: what it is about is not current',
  aboutAnother: '0: it names somebody whom none of that is about',
}

function Counts({ decision }: { decision: HeldDecision }) {
  const { fault, recognitionType, satisfies, creditCounted, description } = decision
  if (satisfies.length === 0) return <>Nothing</>
  if (fault !== null) return <>{FAULTS[fault]}</>
  return (
    <>
      {creditCounted === undefined
        ? 'The unit'
        : `${creditCounted.creditValue} ${creditCounted.creditScheme === 'ITQPoints' ? 'points' : creditCounted.creditScheme}`}
      {description === undefined ? `, ${basisInWords(recognitionType)}` : `. ${description}`}
    </>
  )
}
