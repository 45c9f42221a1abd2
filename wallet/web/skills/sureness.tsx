import type { ComponentChildren } from 'preact'
import type { IconName } from '#web'
import type { TimelineSureness } from '../../skills/timeline.ts'
import { Marked } from './marked.tsx'
import { surenessWords } from './sureness-words.ts'

const ICONS: Readonly<Record<TimelineSureness, IconName>> = {
  verified: 'badge-check',
  confirmed: 'check',
  ownWord: 'info',
  described: 'file-check',
  unchecked: 'circle-question-mark',
  ended: 'calendar-x',
}

/** Who says so, by icon and words, and what follows from that. */
export function WhoSaysSo({ sureness, children }: { sureness: TimelineSureness; children?: ComponentChildren }) {
  return (
    <Marked icon={ICONS[sureness]}>
      {surenessWords()[sureness]}
      {children}
    </Marked>
  )
}
