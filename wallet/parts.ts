import type { ContextLoader } from '#contexts'
import type { Keys } from '#keys'
import type { GuardedFetch, Log, Mail, Metrics, Outbox, SignIn, WorldNow } from '#server'
import type { Frameworks } from '#skills'
import type { Storage } from '#storage'
import type { WalletConfig } from './config.ts'

/** How much one ZIP of an export holds at most, so that every one can be brought in again. */
export interface ExportLimits {
  credentials: number
  /** Of these and the page about them, unpacked. */
  bytes: number
}

/** What the wallet's use cases work with. Only `start.ts` and the tests put it together. */
export interface WalletParts {
  config: WalletConfig
  storage: Storage
  keys: Keys
  fetch: GuardedFetch
  contexts: ContextLoader
  /** The frameworks that passports are read by. */
  frameworks: Frameworks
  /** What a verification needs, as it is now. */
  world: WorldNow
  mail: Mail
  outbox: Outbox
  signIn: SignIn
  log: Log
  metrics: Metrics
  now: () => Date
  exportLimits: ExportLimits
  /** Says that there is new work in the queue. */
  wake: () => void
}
