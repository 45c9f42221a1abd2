import type { PinnedKey } from '#trust'
import {
  Button,
  Confirm,
  count,
  formatDate,
  formatTime,
  Heading,
  Notice,
  page,
  Shortened,
  SummaryList,
  Table,
} from '#web'
import type { ActOf } from '../register/act.ts'
import type { ToldChange } from '../register/view.ts'
import { ACT_LABELS, actInWords, assuranceInWords, awardInWords } from '../register/words.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayIssue, REGISTER_PLACE } from './frame.tsx'
import { ENDS, KnownKeys } from './register-pieces.tsx'

interface ChangePageOptions {
  staff: Staff
  flash?: string | undefined
  told: ToldChange
  /** The names of the two people, by their ids. */
  names: ReadonlyMap<string, string>
}

const STATES = {
  proposed: 'Waits for a decision',
  confirmed: 'Confirmed and published',
  rejected: 'Not confirmed',
  outdated: 'Outdated: the entry was changed meanwhile',
} as const

/** One change of the register: what it would do in the words in which it is read, and, for another person, the decision. */
export function changePage({ staff, flash, told, names }: ChangePageOptions): string {
  const { change, entity, sequence } = told
  const { act } = change
  const who = (id: string | null) => (id === null ? '' : (names.get(id) ?? 'Somebody who works here no more'))
  return page({
    ...consoleFrame(staff, REGISTER_PLACE, flash),
    title: ACT_LABELS[act.act],
    body: (
      <div class="flow">
        <Heading back={{ href: REGISTER_PLACE, label: 'Register' }}>{ACT_LABELS[act.act]}</Heading>
        <SummaryList
          rows={[
            ...(act.act === 'addSeveral'
              ? [{ label: 'About', value: count(act.entries.length, 'entry', 'entries') }]
              : [
                  { label: 'About', value: <bdi>{entity?.name ?? change.name}</bdi> },
                  { label: 'DID', value: <code class="broken">{change.did}</code> },
                ]),
            { label: 'As it will be read', value: <bdi>{actInWords(act, entity)}</bdi> },
            ...limits(act).map((value) => ({ label: 'Assurance', value })),
            ...(change.note === null ? [] : [{ label: 'Note', value: <bdi>{change.note}</bdi> }]),
            { label: 'State', value: STATES[change.state] },
            { label: 'Proposed by', value: <bdi>{`${who(change.proposedBy)}, ${formatTime(change.proposedAt)}`}</bdi> },
            ...(change.decidedAt === null
              ? []
              : [
                  {
                    label: 'Decided by',
                    value: <bdi>{`${who(change.decidedBy)}, ${formatTime(change.decidedAt)}`}</bdi>,
                  },
                ]),
            ...(sequence === null ? [] : [{ label: 'Version of the list', value: sequence }]),
          ]}
        />
        <Keys keys={'keys' in act ? act.keys : []} />
        {act.act === 'addSeveral' && <Several entries={act.entries} />}
        {change.state === 'proposed' && mayIssue(staff) && (
          <Decision id={change.id} isOwn={change.proposedBy === staff.actor} />
        )}
      </div>
    ),
  })
}

function limits(act: ToldChange['change']['act']): string[] {
  const awards = act.act === 'add' ? act.awards : 'award' in act ? [act.award] : []
  return [...new Set(awards.flatMap((award) => assuranceInWords(award) ?? []))]
}

function Keys({ keys }: { keys: readonly PinnedKey[] }) {
  if (keys.length === 0) return null
  return (
    <section class="flow">
      <p>These keys were read from its DID document. Compare them with what you have from it by another way.</p>
      <KnownKeys keys={keys} />
    </section>
  )
}

/** Each of several, with what both people have to compare: what it may award, and its keys. */
function Several({ entries }: Pick<ActOf<'addSeveral'>, 'entries'>) {
  return (
    <section class="flow">
      <p>
        The keys were read from the DID documents. Compare them with what you have from each of them by another way.
      </p>
      <Table
        caption={count(entries.length, 'entry', 'entries')}
        rows={entries}
        rowKey={({ did }) => did}
        columns={[
          {
            key: 'whom',
            label: 'Whom',
            cell: ({ name, did }) => (
              <div>
                <bdi>{name}</bdi>
                <br />
                <code class="broken">{did}</code>
              </div>
            ),
          },
          {
            key: 'what',
            label: 'As it will be read',
            cell: ({ awards }) => (
              <ul>
                {awards.map((award) => (
                  <li key={awardInWords(award)}>
                    It may {awardInWords(award)}. {assuranceInWords(award)}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'keys',
            label: 'Keys',
            cell: ({ keys }) => (
              <div>
                {keys.map(({ key, until, reason }) => (
                  <div key={key}>
                    <Shortened text={key} />
                    {until !== null && reason !== null && ` ${ENDS[reason]}: ${formatDate(until)}`}
                  </div>
                ))}
              </div>
            ),
          },
        ]}
      />
    </section>
  )
}

function Decision({ id, isOwn }: { id: string; isOwn: boolean }) {
  const place = `${REGISTER_PLACE}/changes/${id}`
  if (isOwn) {
    return (
      <>
        <Notice>You proposed this. A colleague has to confirm it; until then nothing changes.</Notice>
        <form method="post" action={`${place}/reject`}>
          <Button variant="secondary">Take it back</Button>
        </form>
      </>
    )
  }
  return (
    <div class="actions">
      <Confirm
        id="confirm-change"
        trigger="Confirm"
        icon="check"
        primary
        title="Confirm this change?"
        action={`${place}/confirm`}
        confirmLabel="Confirm and publish"
      >
        <p>The list is published with it at once. It stays in the public history for ever; it can be changed again.</p>
      </Confirm>
      <form method="post" action={`${place}/reject`}>
        <Button variant="secondary">Do not confirm</Button>
      </form>
    </div>
  )
}
