import { count, Empty, formatTime, Heading, Pagination, page, Shortened, Table } from '#web'
import type { listVersions } from '../records/register-versions.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, REGISTER_PLACE } from './frame.tsx'

interface VersionsPageOptions extends Awaited<ReturnType<typeof listVersions>> {
  staff: Staff
  page: number
  size: number
}

/** Every version of a register's list that was signed. */
export function versionsPage({ staff, versions, total, page: at, size }: VersionsPageOptions): string {
  const list = `/issuers/${staff.issuer.id}/trust-list`
  return page({
    ...consoleFrame(staff, REGISTER_PLACE),
    title: 'Versions of the list',
    body: (
      <div class="flow">
        <Heading
          back={{ href: REGISTER_PLACE, label: 'Register' }}
          lead="Each is kept as it was signed, and names the digest of the one before. One follows every change, and one a day at least."
        >
          Versions of the list
        </Heading>
        {total === 0 ? (
          <Empty title="Nothing is published yet">
            The first version is signed when the first change is confirmed.
          </Empty>
        ) : (
          <Table
            caption={count(total, 'version')}
            rows={versions}
            rowKey={({ sequence }) => String(sequence)}
            columns={[
              {
                key: 'number',
                label: 'Version',
                cell: ({ sequence }) => <a href={`${list}/versions/${sequence}`}>{sequence}</a>,
              },
              { key: 'when', label: 'Signed', cell: ({ publishedAt }) => formatTime(publishedAt) },
              { key: 'entries', label: 'Entries', numeric: true, cell: ({ entries }) => entries },
              { key: 'digest', label: 'Digest', cell: ({ digest }) => <Shortened text={digest} /> },
            ]}
          />
        )}
        <Pagination
          page={at}
          pages={Math.ceil(total / size)}
          href={(number) => `${REGISTER_PLACE}/versions?page=${number}`}
        />
      </div>
    ),
  })
}
