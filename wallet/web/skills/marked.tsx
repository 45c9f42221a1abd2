import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#web'

/** A few words that say how something stands, with an icon before them. */
export function Marked({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <span class="marked">
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}
