import type { IconName } from '../icons.ts'
import type { Face } from '../sentences/sentences.ts'

/** Each face of a verdict has a shape of its own, so that nobody depends on its colour. */
export const FACE_ICONS: Record<Face, IconName> = {
  genuine: 'shield-check',
  genuineNotListed: 'file-check',
  genuineNotRecognised: 'file-check',
  genuineOfAnother: 'circle-question-mark',
  genuineInPart: 'clock-alert',
  noLongerValid: 'clock-alert',
  notYetValid: 'hourglass',
  notGenuine: 'shield-x',
  unchecked: 'circle-question-mark',
  linkNotOpened: 'circle-question-mark',
}
