import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { PassportError } from '#platform'

/** Counts what each key asks for. */
export interface Limit {
  /** Counts one more, or throws `rate.limited` with the seconds to wait. */
  take(key: string): Promise<void>
}

/** At most so many requests a key in so many seconds, counted in this process. */
export function createLimit({ requests, seconds }: { requests: number; seconds: number }): Limit {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
      } catch (cause) {
        if (!(cause instanceof RateLimiterRes)) throw cause
        const retryAfterSeconds = Math.max(1, Math.ceil(cause.msBeforeNext / 1_000))
        throw new PassportError('rate.limited', `Too many requests. Try again in ${retryAfterSeconds} seconds.`, {
          details: { retryAfterSeconds },
        })
      }
    },
  }
}

/** The part of an address that one subscriber holds: all of IPv4, the first 64 bits of IPv6. */
export function addressKey(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = ''] = address.split('::')
  return head.split(':').slice(0, 4).join(':')
}
