import { resultOf } from './checks/check.ts'
import type { CheckResult } from './report.ts'
import type { World } from './world.ts'

/** The date in the past that is checked for; null where it is the present, or one to come, of which nobody can say more. */
export function pastDate({ now, at }: Pick<World, 'now' | 'at'>): Date | null {
  return at !== undefined && at < now ? at : null
}

/** The address of a list as it was at a time (Bitstring Status List §3.2 `timestamp`, Token Status List §8.4 `time`); null where it is none. */
export function addressAt(url: string, name: 'timestamp' | 'time', value: string): string | null {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  address.searchParams.set(name, value)
  return address.href
}

/**
 * Whether a list is one of the past that speaks of that date: it begins no later, ends after it, and ends by now. A server that
 * knows of no past answers with the list of today, which ends later or never, and may have begun long ago.
 */
export function speaksOf(date: Date, period: { from: Date | null; until: Date | null }, now: Date): boolean {
  const { from, until } = period
  if (from === null || until === null) return false
  return from <= date && date < until && until.getTime() <= now.getTime() + ROUNDING_MS
}

/** JWTs state whole seconds, rounded up. */
const ROUNDING_MS = 1_000

/** What only the present is known of: it says nothing about a date in the past. */
export function notThen(detail: CheckResult['detail']): CheckResult[] {
  return resultOf('status')('unknown', 'status.notThen', detail)
}
