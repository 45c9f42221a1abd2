import { ButtonLink, Heading, Notice, page } from '#web'
import type { Entry } from '../records/register-entries.ts'
import type { ActName } from '../register/act.ts'
import type { ToldChange } from '../register/view.ts'
import { ACT_LABELS } from '../register/words.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayIssue, REGISTER_PLACE } from './frame.tsx'
import { Awards, Changes, EntityFacts, KnownKeys } from './register-pieces.tsx'

interface EntryConsoleOptions {
  staff: Staff
  flash?: string | undefined
  entry: Entry
  history: readonly ToldChange[]
  /** Changes of this entry that wait to be decided. */
  proposed: readonly ToldChange[]
}

/** The console's page of one entry: what it says, and what can be changed of it. */
export function entryConsolePage({ staff, flash, entry, history, proposed }: EntryConsoleOptions): string {
  const { entity, state } = entry
  return page({
    ...consoleFrame(staff, REGISTER_PLACE, flash),
    title: entity.name,
    body: (
      <div class="flow">
        <Heading back={{ href: REGISTER_PLACE, label: 'Register' }}>
          <bdi>{entity.name}</bdi>
        </Heading>
        {proposed.map(({ change }) => (
          <Notice key={change.id}>
            A change waits for a decision:{' '}
            <a href={`${REGISTER_PLACE}/changes/${change.id}`}>{ACT_LABELS[change.act.act]}</a>
          </Notice>
        ))}
        <EntityFacts entity={entity} state={state} />
        <section class="flow">
          <h2>What it may award</h2>
          <Awards entity={entity} />
        </section>
        <KnownKeys keys={entity.keys} />
        {mayIssue(staff) && (
          <section class="flow">
            <h2>Propose a change</h2>
            <div class="actions">
              {possible(entry).map((act) => (
                <ButtonLink
                  key={act}
                  variant="secondary"
                  href={`${REGISTER_PLACE}/propose?${new URLSearchParams({ act, did: entity.did })}`}
                >
                  {ACT_LABELS[act]}
                </ButtonLink>
              ))}
            </div>
          </section>
        )}
        <Changes changes={history} />
      </div>
    ),
  })
}

/** What can be changed of an entry as it is. */
function possible({ entity }: Entry): ActName[] {
  const { actions, closure } = entity
  const has = (test: (action: (typeof actions)[number]) => boolean, ...acts: ActName[]) =>
    actions.some(test) ? acts : []
  return [
    ...(closure === null ? (['extend', 'rescope'] as const) : []),
    ...has(({ suspensions }) => suspensions.every(({ until }) => until !== null), 'suspend'),
    ...has(({ suspensions }) => suspensions.some(({ until }) => until === null), 'lift'),
    'end',
    ...has(({ withdrawal }) => withdrawal === null, 'withdraw'),
    ...has(({ withdrawal }) => withdrawal !== null, 'reinstate'),
    'pinKeys',
    'pinLog',
    'endKey',
    ...(closure === null ? (['delegate', 'close', 'handOver'] as const) : []),
    'rename',
  ]
}
