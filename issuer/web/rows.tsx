import { Actions, ButtonLink, count, Pagination, Table } from '#web'
import type { BatchRow } from '../records/batch-rows.ts'
import { IMPORTS } from './imports-page.tsx'
import { RowProblems } from './row-problems.tsx'

export const ROWS_A_PAGE = 50

interface NotAwarded {
  batchId: string
  /** The bad rows of this page, how many there are on all, and which page it is. */
  rows: readonly BatchRow[]
  total: number
  at: number
}

/** The rows that are not awarded, each with all that is wrong with it. */
export function NotAwarded({ batchId, rows, total, at }: NotAwarded) {
  const found = rows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem })))
  const path = `${IMPORTS}/${batchId}`
  return (
    <section class="flow">
      <h2>What is not awarded</h2>
      <p>Rows are counted as your spreadsheet shows them. Put them right in your file and upload it again.</p>
      <Actions>
        <ButtonLink href={`${path}/not-awarded.csv`} variant="secondary" icon="download" download>
          Download these rows
        </ButtonLink>
      </Actions>
      <RowProblems caption={`${count(total, 'row')} not awarded`} problems={found} />
      <Pagination page={at} pages={Math.ceil(total / ROWS_A_PAGE)} href={(number) => `${path}?page=${number}`} />
    </section>
  )
}

/** The rows whose person was erased. */
export function Erased({ rows, total }: { rows: readonly BatchRow[]; total: number }) {
  return (
    <Table
      caption={`${count(total, 'row')} erased`}
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', label: 'Row', numeric: true, cell: ({ row }) => row },
        { key: 'person', label: 'Person', cell: () => 'erased' },
      ]}
    />
  )
}
