import type { Currency } from '#skills'
import type { IconName } from '../icons.ts'
import { Icon } from './Icon.tsx'
import { stateWords } from './state-words.ts'

const ICONS: Readonly<Record<Currency, IconName>> = {
  current: 'circle-check',
  dueSoon: 'hourglass',
  inGrace: 'clock-alert',
  lapsedHistory: 'calendar-x',
  lapsedNotAuthorised: 'circle-x',
  superseded: 'refresh-cw',
  suspended: 'circle-minus',
  revoked: 'shield-x',
  unknown: 'circle-question-mark',
}

/** How current something is. It has no verdict's colour: it says nothing of whether the credential is genuine. */
export function CurrencyBadge({ currency }: { currency: Currency }) {
  return (
    <span class="marked">
      <Icon name={ICONS[currency]} />
      <span>{stateWords().currencies[currency]}</span>
    </span>
  )
}
