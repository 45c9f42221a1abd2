import type { ComponentChildren } from 'preact'
import type { IconName } from '../icons.ts'
import { Icon } from './Icon.tsx'

export type NoticeTone = 'info' | 'done' | 'attention'

const ICONS: Record<NoticeTone, IconName> = { info: 'info', done: 'check', attention: 'triangle-alert' }

interface NoticeProps {
  tone?: NoticeTone
  title?: string
  /** Read out when it appears, as after an action. */
  announce?: boolean
  children: ComponentChildren
}

/** Something to know, apart from the text around it. It has no verdict's colour, because it judges nothing. */
export function Notice({ tone = 'info', title, announce, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={announce ? 'status' : undefined}>
      <Icon name={ICONS[tone]} />
      <div>
        {title && <p class="notice-title">{title}</p>}
        <div>{children}</div>
      </div>
    </div>
  )
}
