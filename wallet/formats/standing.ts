import { en, formatDate } from '#web'
import type { HeldCredential } from '../records/credentials.ts'

/** How a credential stood when it was last checked, and when that was, in one sentence. */
export function standingInWords({ checked: { face, at } }: HeldCredential): string {
  return `${en.standings[face]}, when last checked on ${formatDate(at)}.`
}
