import type { ComponentChildren } from 'preact'

export interface SummaryRow {
  label: string
  value: ComponentChildren
  /** What can be done about it, such as a link "Change". */
  action?: ComponentChildren
}

/** Names and values. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map(({ label, value, action }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <div>{value}</div>
            {action && <div class="summary-action">{action}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
