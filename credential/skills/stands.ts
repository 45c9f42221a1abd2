import type { CurrencyFacts } from '#skills'
import type { Assurance, Recognition } from '#trust'
import type { Report } from '../report.ts'

/** What skills are weighed by: the status, and what a list says of the issuer. */
export interface Stands {
  /** `unknown` where it could not be seen, or the credential is not known to be genuine. */
  status: CurrencyFacts['status']
  /** Null where nobody noted it. */
  recognition: Recognition['outcome'] | null
  /** The most that the list lets the issuer claim. */
  allowed: Assurance | null
}

/** How a credential stands by a report on it. */
export function standsOf(report: Report): Stands & { recognition: Recognition['outcome'] } {
  const { outcome, assurance } = report.recognition
  return { status: statusOf(report), recognition: outcome, allowed: assurance.allowed }
}

function statusOf({ checks, standing }: Report): Stands['status'] {
  const failed = checks.flatMap(({ outcome, code }) => (outcome === 'failed' ? [code] : []))
  const isSeen = !checks.some(({ check, outcome }) => check === 'status' && outcome === 'unknown')
  if (standing === 'notGenuine') return 'unknown'
  if (failed.includes('status.revoked')) return 'revoked'
  if (failed.includes('status.suspended')) return 'suspended'
  return isSeen && standing !== 'unchecked' ? 'active' : 'unknown'
}
