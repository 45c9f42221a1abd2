import { Icon, type IconName } from '#web'
import type { CredentialRecord } from '../records/credentials.ts'

const MARKS: Record<CredentialRecord['status'], { icon: IconName; word: string }> = {
  valid: { icon: 'check', word: 'Valid' },
  suspended: { icon: 'hourglass', word: 'Suspended' },
  revoked: { icon: 'x', word: 'Revoked' },
}

/** What the issuer says of a credential, as a picture and a word. */
export function StatusMark({ status }: { status: CredentialRecord['status'] }) {
  const { icon, word } = MARKS[status]
  return (
    <span class="marked">
      <Icon name={icon} />
      {word}
    </span>
  )
}
