import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ComponentChildren
  numeric?: boolean
  sortable?: boolean
}

export interface Sort {
  key: string
  direction: 'ascending' | 'descending'
}

interface TableProps<Row> {
  /** What the table shows; read out first. */
  caption: ComponentChildren
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  /** The address of this table sorted so: sorting is a link, and its state is in the address. */
  sortHref?: (sort: Sort) => string
}

/** Rows and columns; on a narrow screen each row is a card with its column names beside the values. */
export function Table<Row>({ caption, columns, rows, rowKey, sort, sortHref }: TableProps<Row>) {
  return (
    <table class="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => {
            const active = sort?.key === column.key ? sort.direction : undefined
            return (
              <th key={column.key} scope="col" class={column.numeric ? 'numeric' : undefined} aria-sort={active}>
                {column.sortable && sortHref ? (
                  <a
                    href={sortHref({ key: column.key, direction: active === 'ascending' ? 'descending' : 'ascending' })}
                  >
                    {column.label}
                    <Icon
                      name={active === undefined ? 'arrow-up-down' : active === 'ascending' ? 'arrow-up' : 'arrow-down'}
                    />
                  </a>
                ) : (
                  column.label
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} class={column.numeric ? 'numeric' : undefined} data-label={column.label}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
