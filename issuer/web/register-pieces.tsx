import type { RecognisedEntity } from '#trust'
import { count, formatDate, Icon, type IconName, Shortened, SummaryList, Table } from '#web'
import type { EntryState } from '../register/state.ts'
import type { ToldChange } from '../register/view.ts'
import {
  actInWords,
  actionInWords,
  assuranceInWords,
  interruptionsInWords,
  roleInWords,
  STATE_WORDS,
} from '../register/words.ts'

const ICONS: Readonly<Record<EntryState, IconName>> = {
  recognised: 'badge-check',
  suspended: 'circle-minus',
  withdrawn: 'circle-minus',
  closed: 'calendar-x',
  ended: 'calendar-x',
  notYet: 'hourglass',
}

/** How an entry stands, in a word with its icon. It is no verdict on any credential, so it has no verdict's colour. */
export function StateMark({ state }: { state: EntryState }) {
  return (
    <span class="marked">
      <Icon name={ICONS[state]} />
      {STATE_WORDS[state]}
    </span>
  )
}

/** What somebody may award, each with its time and what became of it. */
export function Awards({ entity }: { entity: RecognisedEntity }) {
  return (
    <ul>
      {entity.actions.map((action, place) => (
        <li key={String(place)}>
          May {actionInWords(action)}. {assuranceInWords(action)}
          {interruptionsInWords(action).map((text) => (
            <div key={text} class="soft">
              {text}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Why a key ended, in words. */
export const ENDS = {
  superseded: 'Replaced',
  closed: 'Ended with the closing',
  compromised: 'In the wrong hands',
} as const

/** The keys that somebody is known by, those of the past included. */
export function KnownKeys({ keys }: Pick<RecognisedEntity, 'keys'>) {
  return (
    <Table
      caption="Keys it is known by"
      rows={keys}
      rowKey={({ key }) => key}
      columns={[
        { key: 'key', label: 'Key', cell: ({ key }) => <Shortened text={key} /> },
        { key: 'from', label: 'From', cell: ({ from }) => (from === null ? 'the beginning' : formatDate(from)) },
        {
          key: 'until',
          label: 'Until',
          cell: ({ until, reason }) =>
            until === null ? 'in use' : `${formatDate(until)}. ${reason === null ? '' : ENDS[reason]}`,
        },
      ]}
    />
  )
}

/** Who somebody is, and who goes on for one that is closed. */
export function EntityFacts({ entity, state }: { entity: RecognisedEntity; state: EntryState }) {
  const { did, closure, recognisedIn, issueLog } = entity
  return (
    <SummaryList
      rows={[
        { label: 'State', value: <StateMark state={state} /> },
        { label: 'Signs as', value: <Shortened text={did} /> },
        ...(closure === null
          ? []
          : [
              { label: 'Last day', value: formatDate(closure.on) },
              { label: 'Keeps its records', value: <bdi>{closure.custodian?.name ?? 'Not stated'}</bdi> },
              { label: 'Goes on with its work', value: <bdi>{closure.successor?.name ?? 'Nobody'}</bdi> },
            ]),
        ...(issueLog === null ? [] : [{ label: 'Logs what it issues at', value: <Shortened text={issueLog.url} /> }]),
        ...(issueLog?.earlier ?? []).map(({ url }) => ({ label: 'Logged before at', value: <Shortened text={url} /> })),
        ...(recognisedIn === null
          ? []
          : [{ label: 'Recognises others on', value: <a href={recognisedIn}>its own list</a> }]),
      ]}
    />
  )
}

/** What was changed, newest first: when, what, in which roles, and in which version of the list. */
export function Changes({ changes, place }: { changes: readonly ToldChange[]; place?: string }) {
  return (
    <Table
      caption="What was changed, newest first"
      rows={changes}
      rowKey={({ change }) => change.id}
      columns={[
        { key: 'when', label: 'When', cell: ({ change }) => formatDate(change.decidedAt ?? change.proposedAt) },
        ...(place === undefined
          ? []
          : [
              {
                key: 'whom',
                label: 'About',
                cell: ({ change, entity }: ToldChange) =>
                  change.act.act === 'addSeveral' ? (
                    count(change.act.entries.length, 'entry', 'entries')
                  ) : (
                    <a href={`${place}?did=${encodeURIComponent(change.did)}`}>
                      <bdi>{entity?.name ?? change.name}</bdi>
                    </a>
                  ),
              },
            ]),
        { key: 'what', label: 'What', cell: ({ change, entity }) => <bdi>{actInWords(change.act, entity)}</bdi> },
        {
          key: 'who',
          label: 'Who',
          cell: ({ change }) =>
            change.proposerRole === 'system'
              ? roleInWords('system')
              : `Proposed by ${roleInWords(change.proposerRole)}, confirmed by ${roleInWords(change.deciderRole)}`,
        },
        { key: 'version', label: 'Version', numeric: true, cell: ({ sequence }) => sequence ?? 'soon' },
      ]}
    />
  )
}
