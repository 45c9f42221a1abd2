import { stringify } from 'csv-stringify/sync'
import { readCsv, type Sheet } from './import/read-csv.ts'

/** Stands in every cell of a row whose person was erased. */
const MARK = 'erased'

/**
 * The text of a table without what it says of one person: their row, and every other with their address in it. The rows
 * keep their numbers, by which the credentials of a batch are told apart.
 */
export function withoutPerson(content: string, person: { row: number; email: string | null }): string {
  const { columns, rows } = readCsv(content)
  const kept = new Map(
    rows.map(({ row, cells }) => {
      const isTheirs = row === person.row || cells.some((cell) => cell.trim().toLowerCase() === person.email)
      return [row, columns.map((_, index) => (isTheirs ? MARK : (cells[index] ?? '')))]
    }),
  )
  const last = rows.at(-1)?.row ?? 1
  // A row that was empty stays so.
  const lines = Array.from({ length: last - 1 }, (_, index) => kept.get(index + 2) ?? columns.map(() => ''))
  return stringify([columns, ...lines], { quoted: true })
}

/** A table apart from its erased rows, and the numbers of these. */
export function partErased({ columns, rows }: Sheet): { sheet: Sheet; erased: number[] } {
  const isErased = ({ cells }: Sheet['rows'][number]) => cells.every((cell) => cell === MARK)
  return {
    sheet: { columns, rows: rows.filter((row) => !isErased(row)) },
    erased: rows.filter(isErased).map(({ row }) => row),
  }
}
