import { stringify } from 'csv-stringify/sync'
import type { RowProblem } from './lint.ts'
import type { Sheet } from './read-csv.ts'

/**
 * The rows that were not awarded, as they came, with what is wrong: to be put right and uploaded again. A cell that a
 * spreadsheet would take for a formula is kept from being one.
 */
export function badRowsCsv({ columns, rows }: Sheet, problems: readonly RowProblem[]): string {
  const byRow = Map.groupBy(problems, ({ row }) => row)
  const records = rows.flatMap(({ row, cells }) => {
    const found = byRow.get(row)
    if (found === undefined) return []
    const what = found.map(({ column, reason, remedy }) => `${column}: ${reason}. ${remedy}`).join(' ')
    return [[String(row), what, ...columns.map((_, index) => cells[index] ?? '')]]
  })
  return stringify([['Row', 'What is wrong', ...columns], ...records], { escape_formulas: true, bom: true })
}
