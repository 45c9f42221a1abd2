import type { Standing } from '#credential'
import type { IconName } from '../icons.ts'

/** Each standing has a shape of its own, so that nobody depends on its colour. */
export const STANDING_ICONS: Record<Standing, IconName> = {
  genuine: 'shield-check',
  noLongerValid: 'clock-alert',
  notYetValid: 'hourglass',
  notGenuine: 'shield-x',
  unchecked: 'circle-question-mark',
}
