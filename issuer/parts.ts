import { type ContextLoader, loadContexts, readExtraContexts } from '#contexts'
import type { Load } from '#credential'
import { type Keys, openKeys } from '#keys'
import {
  createFetch,
  createLoad,
  createLog,
  createMail,
  createMetrics,
  createWorld,
  type GuardedFetch,
  type Log,
  type Mail,
  type Metrics,
  type Outbox,
  type WorldNow,
} from '#server'
import { openStorage, type Storage, storesOf } from '#storage'
import type { IssuerConfig } from './config.ts'
import { openOutbox } from './records/outbox.ts'

/** What the issuer's use cases work with. Built once, by whoever starts the service or acts in its place. */
export interface IssuerParts {
  config: IssuerConfig
  storage: Storage
  keys: Keys
  contexts: ContextLoader
  fetch: GuardedFetch
  /** Gets public documents of others, over the guarded fetch. */
  load: Load
  /** What a verification of what others signed needs, as it is now. */
  world: WorldNow
  mail: Mail
  /** What was kept instead of sent. */
  outbox: Outbox
  log: Log
  metrics: Metrics
  /** The look at each issuer's log that is taken once, and what came of it. */
  logChecks: Map<string, Promise<void>>
  now: () => Date
  /** Says that there is new work in the queue. */
  wake: () => void
  close(): Promise<void>
}

/** Opens the database and the keys of the settings. `memory` keeps all data in memory, for tests. */
export async function openParts(config: IssuerConfig, { memory = false } = {}): Promise<IssuerParts> {
  const { dataDir, databaseUrl, extraContexts } = config
  const contexts = loadContexts(extraContexts === undefined ? [] : readExtraContexts(extraContexts))
  const now = () => new Date()
  const storage = await openStorage('issuer', memory ? { memory } : { dataDir, databaseUrl })
  try {
    const stores = storesOf(storage)
    const keys = await openKeys({ keyFile: config.keyFile, records: stores.keyRecords, createIfMissing: true, now })
    const outbox = openOutbox(storage, keys)
    const mail = createMail({ smtpUrl: config.smtpUrl, from: config.mailFrom, outbox, now })
    const { allowLoopback, statusMaxAgeSeconds, trustLists, trustPolicy } = config
    const fetch = createFetch({ allowLoopback })
    const load = createLoad({ fetch, documents: stores.documents, now })
    return {
      config,
      storage,
      keys,
      contexts,
      fetch,
      load,
      world: createWorld({
        ...{ contexts, load, allowLoopback, statusMaxAgeSeconds, trustLists, trustPolicy },
        trustListStore: stores.trustLists,
        isNewestList: stores.isNewestList,
        now,
      }),
      mail,
      outbox,
      log: createLog({ service: 'issuer', level: config.logLevel }),
      metrics: createMetrics('issuer', { process: !memory }),
      logChecks: new Map(),
      now,
      wake: () => undefined,
      async close() {
        mail.close()
        await storage.close()
      },
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}
