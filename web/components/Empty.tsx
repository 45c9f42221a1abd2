import type { ComponentChildren } from 'preact'
import type { IconName } from '../icons.ts'
import { Icon } from './Icon.tsx'

interface EmptyProps {
  title: string
  /** What this place is for. */
  children: ComponentChildren
  /** The first thing to do. */
  action?: ComponentChildren
  icon?: IconName
}

/** A place with nothing in it yet. */
export function Empty({ title, children, action, icon = 'inbox' }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div class="actions">{action}</div>}
    </div>
  )
}
