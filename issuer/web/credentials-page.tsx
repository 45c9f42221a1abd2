import { Actions, Button, ButtonLink, count, Empty, Field, formatDate, Heading, Pagination, page, Table } from '#web'
import type { Achievement } from '../records/achievements.ts'
import type { CredentialRecord } from '../records/credentials.ts'
import type { Staff } from '../viewer.ts'
import { ENDORSEMENTS } from './endorsement-form-page.tsx'
import { consoleFrame, mayIssue } from './frame.tsx'
import { StatusMark } from './status-mark.tsx'
import { SUSPENSIONS } from './suspensions-page.tsx'

const PLACE = '/console/credentials'

/** What the address of the list says: every filter, and the page. */
export interface CredentialQuery {
  text: string
  status: '' | CredentialRecord['status']
  achievement: string
  batch: string
  page: number
}

interface CredentialsPageOptions {
  staff: Staff
  flash?: string | undefined
  query: CredentialQuery
  rows: readonly CredentialRecord[]
  total: number
  size: number
  achievements: readonly Achievement[]
}

/** All that was issued, to search, filter and page through. */
export function credentialsPage(options: CredentialsPageOptions): string {
  const { staff, flash, query, rows, total, size, achievements } = options
  const isFiltered = query.text !== '' || query.status !== '' || query.achievement !== '' || query.batch !== ''
  return page({
    ...consoleFrame(staff, PLACE, flash),
    title: 'Credentials',
    body: (
      <div class="flow">
        <Heading
          lead={`${count(total, 'credential')}${isFiltered ? ' found' : ' issued'}.`}
          actions={
            mayIssue(staff) && (
              <ButtonLink href={ENDORSEMENTS} variant="secondary" icon="badge-check">
                Endorse
              </ButtonLink>
            )
          }
        >
          Credentials
        </Heading>
        {total === 0 && !isFiltered ? (
          <Empty
            title="Nothing issued yet"
            icon="badge-check"
            action={mayIssue(staff) && <ButtonLink href="/console/imports">Import results</ButtonLink>}
          >
            What you award appears here, where you can look it up, send its link again, or revoke it.
          </Empty>
        ) : (
          <>
            <form class="flow narrow" method="get" action={PLACE}>
              <Field
                name="text"
                label="Name, e-mail address or title"
                type="search"
                either
                value={query.text}
                maxLength={200}
              />
              <Field
                name="status"
                label="State"
                either
                value={query.status}
                width="medium"
                options={[
                  { value: '', label: 'Any state' },
                  { value: 'valid', label: 'Valid' },
                  { value: 'suspended', label: 'Suspended' },
                  { value: 'revoked', label: 'Revoked' },
                ]}
              />
              <Field
                name="achievement"
                label="Achievement"
                either
                value={query.achievement}
                options={[
                  { value: '', label: 'Any achievement' },
                  ...achievements.map(({ id, body, version }) => ({
                    value: id,
                    label: `${body.name}, version ${version}`,
                  })),
                ]}
              />
              {query.batch !== '' && <input type="hidden" name="batch" value={query.batch} />}
              <div class="actions">
                <Button icon="search">Search</Button>
                {isFiltered && (
                  <ButtonLink href={PLACE} variant="quiet">
                    Show all
                  </ButtonLink>
                )}
              </div>
            </form>
            {rows.length === 0 ? (
              <Empty title="Nothing found" icon="search" action={<ButtonLink href={PLACE}>Show all</ButtonLink>}>
                No credential fits. Try a part of the name, or another state.
              </Empty>
            ) : (
              <Table
                caption="Credentials, newest first"
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'who',
                    label: 'To',
                    cell: ({ id, recipient_name, erased_at }) => (
                      <a href={`${PLACE}/${id}`}>
                        <bdi>{recipient_name ?? (erased_at ? 'Erased' : 'Not named')}</bdi>
                      </a>
                    ),
                  },
                  { key: 'what', label: 'What', cell: ({ title }) => <bdi>{title}</bdi> },
                  { key: 'when', label: 'Issued', cell: ({ issued_at }) => formatDate(issued_at ?? '') },
                  { key: 'state', label: 'State', cell: ({ status }) => <StatusMark status={status} /> },
                ]}
              />
            )}
            <Pagination page={query.page} pages={Math.ceil(total / size)} href={(number) => addressOf(query, number)} />
            <Actions>
              <ButtonLink href={SUSPENSIONS} variant="secondary">
                Suspend what depends on …
              </ButtonLink>
            </Actions>
          </>
        )}
      </div>
    ),
  })
}

/** The address of a page of the list, with its filters. */
function addressOf({ text, status, achievement, batch }: CredentialQuery, number: number): string {
  const filters = Object.entries({ text, status, achievement, batch }).filter(([, value]) => value !== '')
  return `${PLACE}?${new URLSearchParams([...filters, ['page', String(number)]])}`
}
