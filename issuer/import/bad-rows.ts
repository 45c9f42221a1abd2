import type { RowProblem } from './lint.ts'
import type { Row } from './read-csv.ts'

/**
 * The rows that were not awarded, as they came, with what is wrong: to be put right and uploaded again. A cell that a
 * spreadsheet would take for a formula is kept from being one.
 */
export async function badRowsCsv(
  columns: readonly string[],
  slices: AsyncIterable<readonly (Row & { problems: readonly RowProblem[] })[]>,
): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  const parts = [stringify([['Row', 'What is wrong', ...columns]], { escape_formulas: true, bom: true })]
  for await (const rows of slices) {
    const records = rows.map(({ row, cells, problems }) => {
      const what = problems.map(({ column, reason, remedy }) => `${column}: ${reason}. ${remedy}`).join(' ')
      return [String(row), what, ...columns.map((_, index) => cells[index] ?? '')]
    })
    parts.push(stringify(records, { escape_formulas: true }))
  }
  return parts.join('')
}
