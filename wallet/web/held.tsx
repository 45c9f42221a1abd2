import { credentialWords, formatDate, StandingBadge } from '#web'
import type { HeldCredential } from '../records/credentials.ts'

/** The marks of others that the last check found good, and where more is said of them. */
export function marksOf({ id, checked }: HeldCredential) {
  return { given: checked.marks, href: `/credentials/${id}/verdict#verdict-marks` }
}

/** How a credential stood when it was last checked, and when that was: never more than that. */
export function Standing({ held: { checked } }: { held: HeldCredential }) {
  return (
    <>
      <StandingBadge standing={checked.face} />{' '}
      <span class="soft">{credentialWords().checked(formatDate(checked.at))}</span>
    </>
  )
}
