import { Table } from '#web'
import type { RowProblem } from '../import/lint.ts'

interface RowProblems {
  caption: string
  problems: readonly ({ row: number } & RowProblem)[]
}

/** What is wrong with the rows of a file, one line each. */
export function RowProblems({ caption, problems }: RowProblems) {
  return (
    <Table
      caption={caption}
      rows={problems}
      rowKey={({ row, column, reason }) => `${row} ${column} ${reason}`}
      columns={[
        { key: 'row', label: 'Row', numeric: true, cell: ({ row }) => row },
        { key: 'column', label: 'Column', cell: ({ column }) => <bdi>{column}</bdi> },
        { key: 'reason', label: 'What is wrong', cell: ({ reason }) => <bdi>{reason}</bdi> },
        { key: 'remedy', label: 'What to do', cell: ({ remedy }) => remedy },
      ]}
    />
  )
}
