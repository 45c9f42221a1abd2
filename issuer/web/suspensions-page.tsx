import { Button, ButtonLink, count, Empty, Field, formatTime, Heading, Notice, Pagination, page, Table } from '#web'
import type { DependencyRecord } from '../records/dependencies.ts'
import type { SuspensionOf } from '../records/suspensions.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayIssue } from './frame.tsx'

export const SUSPENSIONS = '/console/suspensions'

/** Each kind of thing that credentials depend on, with a capital, as it stands alone. */
export const KINDS: Record<DependencyRecord['kind'], string> = {
  achievement: 'Qualification',
  centre: 'Centre',
  assessor: 'Assessor',
}

const STATES: Record<SuspensionOf['state'], string> = {
  suspending: 'Being suspended',
  tellingSuspended: 'Suspended, learners are being told',
  suspended: 'Suspended',
  lifting: 'Being lifted',
  tellingLifted: 'Lifted, learners are being told',
  lifted: 'Lifted',
}

interface DependencyQuery {
  text: string
  kind: '' | DependencyRecord['kind']
  page: number
}

interface SuspensionsPageOptions {
  staff: Staff
  flash?: string | undefined
  query: DependencyQuery
  rows: readonly (DependencyRecord & { credentials: number })[]
  total: number
  size: number
  suspensions: readonly SuspensionOf[]
  /** How many older credentials are still to be looked through. */
  untraced: number
}

/** What awards depend on, to pick what is to be suspended with them; and what was suspended so far. */
export function suspensionsPage(options: SuspensionsPageOptions): string {
  const { staff, flash, query, rows, total, size, suspensions, untraced } = options
  const isFiltered = query.text !== '' || query.kind !== ''
  return page({
    ...consoleFrame(staff, '/console/credentials', flash),
    title: 'Suspend what depends on …',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/console/credentials', label: 'Credentials' }}
          lead="Choose a qualification, a centre or an assessor. You see how many credentials depend on it before anything is suspended."
        >
          Suspend what depends on …
        </Heading>
        {untraced > 0 && (
          <Notice title="The counts are not whole yet">
            {count(untraced, 'older credential')} will be looked through first. That takes a minute or so.
          </Notice>
        )}
        {!mayIssue(staff) && <p>Your account may only look. Someone who may issue can suspend.</p>}
        {total === 0 && !isFiltered ? (
          <Empty
            title="Nothing to suspend yet"
            icon="badge-check"
            action={mayIssue(staff) && <ButtonLink href="/console/achievements">Achievements</ButtonLink>}
          >
            What you award, where it is delivered and who assesses it appears here.
          </Empty>
        ) : (
          <>
            <form class="flow narrow" method="get" action={SUSPENSIONS}>
              <Field name="text" label="Name or address" type="search" either value={query.text} maxLength={200} />
              <Field
                name="kind"
                label="Kind"
                either
                value={query.kind}
                width="medium"
                options={[
                  { value: '', label: 'Any kind' },
                  ...Object.entries(KINDS).map(([value, label]) => ({ value, label })),
                ]}
              />
              <div class="actions">
                <Button icon="search">Search</Button>
                {isFiltered && (
                  <ButtonLink href={SUSPENSIONS} variant="quiet">
                    Show all
                  </ButtonLink>
                )}
              </div>
            </form>
            {rows.length === 0 ? (
              <Empty title="Nothing found" icon="search" action={<ButtonLink href={SUSPENSIONS}>Show all</ButtonLink>}>
                Try a part of the name, or another kind.
              </Empty>
            ) : (
              <Dependencies rows={rows} mayIssue={mayIssue(staff)} />
            )}
            <Pagination page={query.page} pages={Math.ceil(total / size)} href={(number) => addressOf(query, number)} />
          </>
        )}
        {suspensions.length > 0 && (
          <section class="flow">
            <h2>Suspensions</h2>
            <Table
              caption="Suspensions, newest first"
              rows={suspensions}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'what',
                  label: 'What',
                  cell: (one) => (
                    <a href={`${SUSPENSIONS}/${one.id}`}>
                      <bdi>{nameOf(one)}</bdi>
                    </a>
                  ),
                },
                { key: 'kind', label: 'Kind', cell: ({ kind }) => KINDS[kind] },
                { key: 'when', label: 'Since', cell: ({ created_at }) => formatTime(created_at) },
                { key: 'state', label: 'State', cell: ({ state }) => STATES[state] },
              ]}
            />
          </section>
        )}
      </div>
    ),
  })
}

interface DependenciesProps {
  rows: SuspensionsPageOptions['rows']
  mayIssue: boolean
}

function Dependencies({ rows, mayIssue: may }: DependenciesProps) {
  return (
    <Table
      caption="What your awards depend on"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: 'What',
          cell: (one) =>
            one.suspension_id !== null ? (
              <a href={`${SUSPENSIONS}/${one.suspension_id}`}>
                <bdi>{nameOf(one)}</bdi>
              </a>
            ) : may ? (
              <a href={`${SUSPENSIONS}/new?dependency=${one.id}`}>
                <bdi>{nameOf(one)}</bdi>
              </a>
            ) : (
              <bdi>{nameOf(one)}</bdi>
            ),
        },
        { key: 'kind', label: 'Kind', cell: ({ kind }) => KINDS[kind] },
        { key: 'credentials', label: 'Credentials', numeric: true, cell: ({ credentials }) => credentials },
        { key: 'state', label: 'State', cell: (one) => (one.suspension_id === null ? 'Not suspended' : 'Suspended') },
      ]}
    />
  )
}

/** How something is called: by its name where it has one. */
export const nameOf = ({ name, target }: Pick<DependencyRecord, 'name' | 'target'>) => name ?? target

/** The address of a page of the list, with its filters. */
function addressOf({ text, kind }: DependencyQuery, number: number): string {
  const filters = Object.entries({ text, kind }).filter(([, value]) => value !== '')
  return `${SUSPENSIONS}?${new URLSearchParams([...filters, ['page', String(number)]])}`
}
