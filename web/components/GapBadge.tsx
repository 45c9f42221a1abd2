import type { GapRow, GapState } from '#skills'
import type { IconName } from '../icons.ts'
import { Icon } from './Icon.tsx'
import { stateWords } from './state-words.ts'

const ICONS: Readonly<Record<GapState, IconName>> = {
  proven: 'badge-check',
  confirmed: 'check',
  selfAssessed: 'circle-minus',
  lapsed: 'calendar-x',
  belowLevel: 'arrow-up',
  missing: 'x',
  unknown: 'circle-question-mark',
}

interface GapBadgeProps {
  row: Pick<GapRow, 'state' | 'isMet'>
  /** The words; those for the person themself unless others are given. */
  words?: Readonly<Record<GapState, string>>
}

/** What is known of a skill: an icon and words. Whether it is enough is said too. */
export function GapBadge({ row: { state, isMet }, words = stateWords().gapStates }: GapBadgeProps) {
  const isMore = isMet === false && (state === 'confirmed' || state === 'selfAssessed' || state === 'proven')
  return (
    <span class="marked">
      <Icon name={ICONS[state]} />
      <span>
        {words[state]}
        {isMore && stateWords().moreIsAskedFor}
      </span>
    </span>
  )
}
