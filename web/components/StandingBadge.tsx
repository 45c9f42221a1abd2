import type { Face } from '../sentences/sentences.ts'
import { sentences } from '../sentences/spoken.ts'
import { FACE_ICONS } from './face-icons.ts'
import { Icon } from './Icon.tsx'

/** How a credential stands, or the face that it has beside the lists in use, in its colour, icon and words. */
export function StandingBadge({ standing }: { standing: Face }) {
  return (
    <span class={`standing standing-${standing}`}>
      <Icon name={FACE_ICONS[standing]} />
      <span>{sentences().standings[standing]}</span>
    </span>
  )
}
