import { Actions, ButtonLink, count, Empty, formatDate, Heading, page, Table } from '#web'
import type { CredentialRecord } from '../records/credentials.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayIssue } from './frame.tsx'
import { StatusMark } from './status-mark.tsx'

interface DashboardOptions {
  staff: Staff
  flash?: string | undefined
  achievements: number
  total: number
  newest: readonly CredentialRecord[]
}

/** Where staff arrive: the next thing to do, and what was awarded last. */
export function dashboardPage({ staff, flash, achievements, total, newest }: DashboardOptions): string {
  const can = mayIssue(staff)
  return page({
    ...consoleFrame(staff, '/console', flash),
    title: 'Overview',
    body: (
      <div class="flow">
        <Heading lead={`${count(total, 'credential')} issued, from ${count(achievements, 'achievement')}.`}>
          <bdi>{staff.issuer.name}</bdi>
        </Heading>
        {achievements === 0 ? (
          <Empty
            title="Describe what you award"
            icon="badge-check"
            action={can && <ButtonLink href="/console/achievements/new">Describe an achievement</ButtonLink>}
          >
            An achievement is a module, unit, certificate or course. Once it is described, you can award it to one
            person or to hundreds.
          </Empty>
        ) : (
          <>
            {can && (
              <Actions>
                <ButtonLink href="/console/imports" icon="upload">
                  Import results
                </ButtonLink>
                <ButtonLink href="/console/issue" variant="secondary" icon="plus">
                  Award to one person
                </ButtonLink>
              </Actions>
            )}
            <section class="flow">
              <h2>Awarded last</h2>
              {newest.length === 0 ? (
                <p>Nothing has been awarded yet.</p>
              ) : (
                <Table
                  caption="The newest credentials"
                  rows={newest}
                  rowKey={({ id }) => id}
                  columns={[
                    {
                      key: 'who',
                      label: 'To',
                      cell: ({ id, recipient_name }) => (
                        <a href={`/console/credentials/${id}`}>
                          <bdi>{recipient_name ?? 'Someone'}</bdi>
                        </a>
                      ),
                    },
                    { key: 'what', label: 'What', cell: ({ title }) => <bdi>{title}</bdi> },
                    { key: 'when', label: 'Issued', cell: ({ issued_at }) => formatDate(issued_at ?? '') },
                    { key: 'state', label: 'State', cell: ({ status }) => <StatusMark status={status} /> },
                  ]}
                />
              )}
              <p>
                <a href="/console/credentials">All credentials</a>
              </p>
            </section>
          </>
        )}
      </div>
    ),
  })
}
