import {
  Actions,
  Button,
  ButtonLink,
  count,
  Empty,
  Field,
  formatDate,
  Heading,
  Notice,
  page,
  Shortened,
  Table,
} from '#web'
import type { Register } from '../records/register.ts'
import type { Draft } from '../records/register-changes.ts'
import type { Entry, EntryQuery } from '../records/register-entries.ts'
import type { ToldChange } from '../register/view.ts'
import { ACT_LABELS } from '../register/words.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayAdminister, mayIssue, REGISTER_PLACE } from './frame.tsx'
import { Entries, type Facets } from './register-page.tsx'

interface RegisterConsoleOptions {
  staff: Staff
  flash?: string | undefined
  register: Register
  /** How many people may propose and confirm. */
  deciders: number
  query: EntryQuery & { page: number }
  entries: readonly Entry[]
  total: number
  size: number
  facets: Facets
  proposed: readonly ToldChange[]
  drafts: readonly Draft[]
  appealsError?: string | undefined
}

/** The console's page of a register: what waits to be decided, and all entries. */
export function registerConsolePage(options: RegisterConsoleOptions): string {
  const { staff, flash, register, deciders, proposed, drafts, query, entries, total, size, facets } = options
  const public_ = `/issuers/${staff.issuer.id}/register`
  return page({
    ...consoleFrame(staff, REGISTER_PLACE, flash),
    title: 'Register',
    hasErrors: options.appealsError !== undefined,
    body: (
      <div class="flow">
        <Heading lead="Who is recognised by you, and for which awards. Every change takes two people.">
          Register
        </Heading>
        {deciders < 2 && <Alone mayInvite={mayAdminister(staff)} />}
        {mayIssue(staff) && (
          <Actions>
            <ButtonLink href={`${REGISTER_PLACE}/new`} icon="plus">
              Add someone
            </ButtonLink>
            <ButtonLink href={`${REGISTER_PLACE}/import`} variant="secondary">
              Add several from a file
            </ButtonLink>
            <ButtonLink href={public_} variant="secondary">
              What anyone may see
            </ButtonLink>
            <ButtonLink href={`${REGISTER_PLACE}/versions`} variant="secondary">
              Versions of the list
            </ButtonLink>
          </Actions>
        )}
        {proposed.length > 0 && <Proposed proposed={proposed} />}
        {drafts.length > 0 && <Drafts drafts={drafts} mayPropose={mayIssue(staff)} />}
        <section class="flow">
          <h2>On the register</h2>
          <Entries
            {...{ query, entries, total, size, facets }}
            place={REGISTER_PLACE}
            entryPlace={`${REGISTER_PLACE}/entry`}
          />
        </section>
        {mayAdminister(staff) && (
          <section class="flow narrow">
            <h2>Appeals</h2>
            <form class="flow" method="post" action={`${REGISTER_PLACE}/appeals`} novalidate>
              <Field
                name="appeals"
                label="Where one can turn who does not agree with an entry"
                hint="An e-mail address or the address of a page. It is shown with every entry."
                required={false}
                value={register.appeals ?? ''}
                error={options.appealsError}
                maxLength={500}
              />
              <Button variant="secondary">Save</Button>
            </form>
          </section>
        )}
      </div>
    ),
  })
}

function Alone({ mayInvite }: { mayInvite: boolean }) {
  return (
    <Notice tone="attention" title="A second person is needed">
      <p>
        Whoever proposes a change cannot confirm it, and nobody else here may. Until there are two of you, nothing on
        the register can change.
      </p>
      {mayInvite && (
        <p>
          <a href="/console/settings">Invite a colleague under Settings</a>
        </p>
      )}
    </Notice>
  )
}

function Proposed({ proposed }: { proposed: readonly ToldChange[] }) {
  return (
    <section class="flow">
      <h2>Waits for a decision</h2>
      <Table
        caption={`${count(proposed.length, 'change')} proposed`}
        rows={proposed}
        rowKey={({ change }) => change.id}
        columns={[
          {
            key: 'what',
            label: 'What',
            cell: ({ change }) => <a href={`${REGISTER_PLACE}/changes/${change.id}`}>{ACT_LABELS[change.act.act]}</a>,
          },
          {
            key: 'whom',
            label: 'About',
            cell: ({ change, entity }) =>
              change.act.act === 'addSeveral' ? (
                count(change.act.entries.length, 'entry', 'entries')
              ) : (
                <bdi>{entity?.name ?? change.name}</bdi>
              ),
          },
          { key: 'when', label: 'Proposed', cell: ({ change }) => formatDate(change.proposedAt) },
        ]}
      />
    </section>
  )
}

function Drafts({ drafts, mayPropose }: { drafts: readonly Draft[]; mayPropose: boolean }) {
  return (
    <section class="flow">
      <h2>Need a scope</h2>
      <Notice tone="attention">
        These were on your list before it said what each may award. Nobody is on it any more without that. Say what each
        may award, and let a colleague confirm it.
      </Notice>
      <Table
        caption={`${count(drafts.length, 'issuer')} not on the list`}
        rows={drafts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: 'Name',
            cell: ({ did, name, from }) => {
              const filled = new URLSearchParams({ did, name, from: from.slice(0, 10) })
              return mayPropose ? (
                <a href={`${REGISTER_PLACE}/new?${filled}`}>
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )
            },
          },
          { key: 'did', label: 'DID', cell: ({ did }) => <Shortened text={did} /> },
          { key: 'from', label: 'Recognised from', cell: ({ from }) => formatDate(from) },
        ]}
      />
    </section>
  )
}

/** For an issuer that keeps no register: what one is, and how to begin. */
export function noRegisterPage({ staff, isFit }: { staff: Staff; isFit: boolean }): string {
  return page({
    ...consoleFrame(staff, REGISTER_PLACE),
    title: 'Register',
    body: (
      <div class="flow">
        <Heading lead="For regulators, awarding bodies and sectors that recognise others.">Register</Heading>
        <Empty
          title="You keep no register"
          icon="landmark"
          action={
            isFit &&
            mayAdminister(staff) && (
              <form method="post" action={`${REGISTER_PLACE}/begin`}>
                <Button>Begin a register</Button>
              </form>
            )
          }
        >
          A register is a signed list of who may award what, and since when. Verifiers that trust it tell employers
          whether an award is recognised.{' '}
          {!isFit &&
            'It has to be kept by an issuer that signs with eddsa-rdfc-2022; this one does not. Ask whoever runs this service to make one for it.'}
        </Empty>
      </div>
    ),
  })
}
