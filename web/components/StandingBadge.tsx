import type { Standing } from '#credential'
import { en } from '../sentences/en.ts'
import { FACE_ICONS } from './face-icons.ts'
import { Icon } from './Icon.tsx'

/** A standing in its colour, icon and words, for lists and cards. */
export function StandingBadge({ standing }: { standing: Standing }) {
  return (
    <span class={`standing standing-${standing}`}>
      <Icon name={FACE_ICONS[standing]} />
      <span>{en.standings[standing]}</span>
    </span>
  )
}
