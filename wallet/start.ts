import { loadContexts, readExtraContexts } from '#contexts'
import { openKeys } from '#keys'
import { LANGUAGES, PassportError, VERSION } from '#platform'
import {
  createFetch,
  createJobs,
  createLoad,
  createLog,
  createMail,
  createMetrics,
  createService,
  createSignIn,
  createWorld,
  listen,
  readFrameworks,
} from '#server'
import { openStorage, type Storage, storesOf } from '#storage'
import { apiPage, assets } from '#web'
import { routes } from './app.ts'
import { readConfig, type WalletConfig } from './config.ts'
import type { ExamplePerson } from './demonstration.ts'
import { accountsOf, codeMessage, keepPasskey } from './enter.ts'
import { EXPORT_JOB, EXPORT_LIMITS, exportAll } from './export.ts'
import { openIdentity } from './identity.ts'
import { IMPORT_JOB, importFiles } from './import-files.ts'
import { NUDGE_JOB, nudgeAdviser } from './nudge-adviser.ts'
import type { ExportLimits, WalletParts } from './parts.ts'
import { openOutbox } from './records/outbox.ts'
import { REMIND_JOB, remind } from './remind.ts'
import { demonstrationRoutes } from './routes/demonstration.ts'
import { sweepNowAndThen } from './sweep.ts'
import { problem } from './web/problem.tsx'

/** A wallet that listens. */
export interface Wallet {
  /** Where people reach it. */
  url: string
  parts: WalletParts
  stop: () => Promise<void>
}

/** What `npm start` adds, and what a test may have otherwise: all data in memory, a clock of its own, and smaller exports. */
export interface StartOptions {
  /** Whose passports the demonstration shows to anyone who asks. */
  examples?: readonly ExamplePerson[]
  memory?: boolean
  now?: () => Date
  exportLimits?: ExportLimits
}

const QUEUES = 3

/** Starts the wallet from its settings. */
export async function startWallet(
  environment: Readonly<Record<string, string | undefined>>,
  { examples = [], memory = false, now = () => new Date(), exportLimits = EXPORT_LIMITS }: StartOptions = {},
): Promise<Wallet> {
  const config = readConfig(environment)
  const { dataDir, databaseUrl } = config
  const storage = await openStorage('wallet', memory ? { memory } : { dataDir, databaseUrl })
  try {
    const parts = await makeParts(config, storage, now)
    return await serve({ ...parts, exportLimits }, examples)
  } catch (error) {
    await storage.close()
    throw error
  }
}

async function makeParts(
  config: WalletConfig,
  storage: Storage,
  now: () => Date,
): Promise<Omit<WalletParts, 'exportLimits'>> {
  const { allowLoopback, statusMaxAgeSeconds, trustLists, trustPolicy, extraContexts, smtpUrl } = config
  const stores = storesOf(storage)
  const keys = await openKeys({ keyFile: config.keyFile, records: stores.keyRecords, createIfMissing: true, now })
  const log = createLog({ service: 'wallet', level: config.logLevel })
  const fetch = createFetch({ allowLoopback, now })
  const load = createLoad({ fetch, documents: stores.documents, now })
  const contexts = loadContexts(extraContexts === undefined ? [] : readExtraContexts(extraContexts))
  const outbox = openOutbox(storage, keys)
  const mail = createMail({ smtpUrl, from: config.mailFrom, outbox, now })
  const signIn = createSignIn({
    title: 'Skills Passport Wallet',
    baseUrl: config.baseUrl,
    store: { ...stores.signIn, savePasskey: (passkey) => keepPasskey({ storage, now }, passkey) },
    accounts: accountsOf({ storage, keys, now }),
    mail,
    codeMessage,
    keyedHash: (value) => keys.lookup(value),
    log,
    now,
  })
  return {
    config,
    storage,
    keys,
    fetch,
    contexts,
    frameworks: readFrameworks(config.skillsPackages, log),
    world: createWorld({
      contexts,
      load,
      allowLoopback,
      statusMaxAgeSeconds,
      trustLists,
      trustPolicy,
      trustListStore: stores.trustLists,
      asHolder: true,
      isNewestList: stores.isNewestList,
      now,
    }),
    mail,
    outbox,
    signIn,
    log,
    metrics: createMetrics('wallet', { process: false }),
    now,
    wake: () => undefined,
  }
}

async function serve(parts: WalletParts, examples: readonly ExamplePerson[]): Promise<Wallet> {
  const { config, storage, keys, log, metrics, now } = parts
  const identity = await openIdentity(config.baseUrl, storage, keys, now())
  const app = createService({
    name: 'wallet',
    version: VERSION,
    baseUrl: config.baseUrl,
    routes: [...routes(parts, identity), ...demonstrationRoutes(parts, examples)],
    sessions: { store: storesOf(storage).sessions, secret: keys.lookup('the session cookie') },
    pages: { problem, api: (document) => apiPage(document, { service: 'wallet' }) },
    staticFiles: await assets(),
    checks: { storage: () => storage.ping() },
    languages: LANGUAGES,
    trustProxy: config.trustProxy,
    log,
    metrics,
    now,
  })
  const stopping = new AbortController()
  const handlers = {
    [IMPORT_JOB]: importFiles(parts, stopping.signal),
    [EXPORT_JOB]: exportAll(parts, stopping.signal),
    [REMIND_JOB]: remind(parts),
    [NUDGE_JOB]: nudgeAdviser(parts),
  }
  // Several, so that nobody waits for the thousands of another.
  const queues = Array.from({ length: QUEUES }, () => createJobs({ store: storesOf(storage).jobs, handlers, log, now }))
  parts.wake = () => {
    for (const queue of queues) queue.wake()
  }
  const listening = await listen(app, config)
  for (const queue of queues) queue.start()
  const stopSweeping = sweepNowAndThen(parts)
  return {
    url: config.baseUrl,
    parts,
    stop: async () => {
      stopSweeping()
      stopping.abort(new PassportError('storage.unavailable', 'The service is stopping; the work goes on later.'))
      await listening.stop()
      await Promise.all(queues.map((queue) => queue.stop()))
      parts.mail.close()
      await storage.close()
    },
  }
}
