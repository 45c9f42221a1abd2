import { type ContextLoader, loadContexts, readExtraContexts } from '#contexts'
import { openKeys } from '#keys'
import { LANGUAGES, VERSION } from '#platform'
import {
  createFetch,
  createLoad,
  createLog,
  createMetrics,
  createService,
  createWorld,
  type GuardedFetch,
  type Listening,
  type Log,
  listen,
  type Metrics,
  type WorldNow,
} from '#server'
import { keyRecords, openStorage, type Storage, storesOf, sweepDocuments } from '#storage'
import { apiPage, assets, problemPage } from '#web'
import { routes } from './app.ts'
import { type CheckPool, createCheckPool } from './check-pool.ts'
import { readConfig, type VerifierConfig } from './config.ts'
import { openIdentity } from './identity.ts'
import { FRAME } from './web/frame.ts'

/** What the verifier's use cases work with. */
export interface VerifierParts {
  config: VerifierConfig
  storage: Storage
  fetch: GuardedFetch
  contexts: ContextLoader
  world: WorldNow
  workers: CheckPool
  log: Log
  metrics: Metrics
}

/** A verifier that listens. */
export interface Verifier {
  /** Where people reach it. */
  url: string
  parts: VerifierParts
  stop: () => Promise<void>
}

/** Documents that were not asked for again in a month are forgotten. */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000
const SWEEP_MS = 60 * 60 * 1000

/** Starts the verifier from its settings. `memory` keeps all data in memory, for tests. */
export async function startVerifier(
  environment: Readonly<Record<string, string | undefined>>,
  { memory = false } = {},
): Promise<Verifier> {
  const config = readConfig(environment)
  const { dataDir, databaseUrl } = config
  const storage = await openStorage('verifier', memory ? { memory } : { dataDir, databaseUrl })
  try {
    return await serve(config, storage, memory)
  } catch (error) {
    await storage.close()
    throw error
  }
}

async function serve(config: VerifierConfig, storage: Storage, memory: boolean): Promise<Verifier> {
  const parts = makeParts(config, storage, memory)
  const records = keyRecords(storage.db)
  const keys = await openKeys({ keyFile: config.keyFile, records, createIfMissing: true, now: () => new Date() })
  const identity = await openIdentity(config.baseUrl, storage, keys)
  const app = createService({
    name: 'verifier',
    version: VERSION,
    baseUrl: config.baseUrl,
    routes: routes({
      ...parts,
      identity,
      trustLists: config.trustLists,
      keptTrustList: storesOf(storage).trustLists.find,
      fetchesDids: config.fetchesDids,
    }),
    pages: {
      problem: (problem) => problemPage({ ...FRAME, ...problem }),
      api: (document) => apiPage(document, FRAME),
    },
    staticFiles: await assets(),
    checks: { storage: () => storage.ping() },
    languages: LANGUAGES,
    trustProxy: config.trustProxy,
    log: parts.log,
    metrics: parts.metrics,
  })
  const listening = await listen(app, config)
  return { url: config.baseUrl, parts, stop: stopping(listening, parts, sweeping(storage, parts.log)) }
}

function makeParts(config: VerifierConfig, storage: Storage, memory: boolean): VerifierParts {
  const { allowLoopback, extraContexts, statusMaxAgeSeconds, trustLists, trustPolicy } = config
  const fetch = createFetch({ allowLoopback })
  const stores = storesOf(storage)
  const contexts = loadContexts(extraContexts === undefined ? [] : readExtraContexts(extraContexts))
  const load = createLoad({ fetch, documents: stores.documents })
  return {
    config,
    storage,
    fetch,
    contexts,
    world: createWorld({
      contexts,
      load,
      allowLoopback,
      statusMaxAgeSeconds,
      trustLists,
      trustPolicy,
      trustListStore: stores.trustLists,
      isNewestList: stores.isNewestList,
    }),
    workers: createCheckPool({ extraContexts }),
    log: createLog({ service: 'verifier', level: config.logLevel }),
    metrics: createMetrics('verifier', { process: !memory }),
  }
}

/** Forgets old documents now and then. Answers how to stop that. */
function sweeping(storage: Storage, log: Log): () => void {
  const sweep = () => {
    sweepDocuments(storage.db, new Date(Date.now() - KEEP_MS)).catch((error: unknown) => log.error('sweep', error))
  }
  const timer = setInterval(sweep, SWEEP_MS)
  timer.unref()
  return () => clearInterval(timer)
}

function stopping(listening: Listening, { workers, storage }: VerifierParts, stopSweeping: () => void) {
  return async (): Promise<void> => {
    stopSweeping()
    await listening.stop()
    await workers.close()
    await storage.close()
  }
}
