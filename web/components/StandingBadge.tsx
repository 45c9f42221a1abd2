import type { Standing } from '#credential'
import { en } from '../sentences/en.ts'
import { Icon } from './Icon.tsx'
import { STANDING_ICONS } from './standing-icons.ts'

/** A standing in its colour, icon and words, for lists and cards. */
export function StandingBadge({ standing }: { standing: Standing }) {
  return (
    <span class={`standing standing-${standing}`}>
      <Icon name={STANDING_ICONS[standing]} />
      <span>{en.standings[standing]}</span>
    </span>
  )
}
