import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadContexts, readExtraContexts } from '#contexts'
import { logEvidenceName, readTrustList, type Verdict } from '#credential'
import { asText, isObject, PassportError, parseJsonObject } from '#platform'
import {
  createFetch,
  createLoad,
  createWorld,
  type GuardedFetch,
  isLoopbackUrl,
  readSettings,
  SETTINGS,
  type WorldNow,
} from '#server'
import type { TrustList } from '#trust'
import { check } from '../verifier/check.ts'
import type { BatchParts } from '../verifier/check-batch.ts'
import { type CheckPool, createCheckPool } from '../verifier/check-pool.ts'
import { moment } from '../verifier/question.ts'
import { isLink, mediaTypeOf, readText, readThing, type Thing } from '../verifier/read.ts'
import { documentsInMemory } from './documents.ts'
import { readIfThere, readInput, readNamed } from './files.ts'
import { reportText } from './report-text.ts'
import { complainOf, EXIT, type Terminal, WrongUse } from './terminal.ts'
import { filesIn, verifyFiles, verifyTable } from './verify-many.ts'

/** The settings that this command reads. */
export const settings = z.object({
  ALLOW_LOOPBACK_FETCH: SETTINGS.ALLOW_LOOPBACK_FETCH,
  STATUS_MAX_AGE: SETTINGS.STATUS_MAX_AGE,
  TRUST_LISTS: SETTINGS.TRUST_LISTS,
  TRUST_POLICY: SETTINGS.TRUST_POLICY,
  EXTRA_CONTEXTS: SETTINGS.EXTRA_CONTEXTS,
})

const EXITS: Readonly<Record<Verdict, number>> = {
  accepted: EXIT.accepted,
  rejected: EXIT.rejected,
  undecided: EXIT.undecided,
}

const LOOPBACK_REMEDY =
  'The link leads to this machine, which is asked only with ALLOW_LOOPBACK_FETCH=1: ALLOW_LOOPBACK_FETCH=1 skills-passport verify URL'

/** `skills-passport verify`: prints what was found, and ends with the verdict. */
export async function verifyCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json')
  try {
    const { target, column, trust, at, recipient, offline } = parse(words)
    const names = isLink(target) || target === '-' ? null : await filesIn(target, terminal)
    if (names !== null || /\.csv$/i.test(target)) {
      const { parts, workers } = await manyParts({ trust, offline }, terminal)
      const how = { question: { at, recipient }, json, parts }
      try {
        if (names !== null) return await verifyFiles(target, names, how, terminal)
        return await verifyTable(target, column, how, terminal)
      } finally {
        await workers.close()
      }
    }
    const thing = await readTarget(target, terminal)
    const parts = await world({ trust, offline }, terminal)
    const answer = await check(thing, { at, recipient }, parts)
    terminal.print(json ? JSON.stringify(answer, null, 2) : reportText(answer, terminal))
    if (
      thing.kind === 'link' &&
      isLoopbackUrl(thing.url) &&
      answer.checks.some(({ code }) => code === 'fetch.blocked')
    ) {
      terminal.complain(LOOPBACK_REMEDY)
    }
    return EXITS[answer.verdict]
  } catch (error) {
    return complainOf(error, json, terminal)
  }
}

interface Asked {
  target: string
  /** The column of a table in which the credentials are. */
  column: string | undefined
  trust: string | undefined
  at: Date | undefined
  recipient: string | undefined
  offline: boolean
}

function parse(words: readonly string[]): Asked {
  const { values, positionals } = parseWords(words)
  const [target, ...more] = positionals
  if (target === undefined || more.length > 0) {
    throw new WrongUse(
      'Name one file, folder, table or link to verify, or - for what is piped in: skills-passport verify FILE|URL|-|FOLDER|FILE.csv',
    )
  }
  const at = values.at === undefined ? undefined : moment.safeParse(values.at)
  if (at?.success === false) {
    throw new WrongUse(`--at ${values.at}: it must be a date like 2027-06-25 or a time like 2027-06-25T14:05:00Z.`)
  }
  const { column, trust, recipient, offline } = values
  return { target, column, trust, at: at?.data, recipient, offline: offline === true }
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        trust: { type: 'string' },
        column: { type: 'string' },
        at: { type: 'string' },
        recipient: { type: 'string' },
        offline: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

async function readTarget(target: string, terminal: Terminal): Promise<Thing> {
  if (isLink(target)) return readText(target)
  const bytes = target === '-' ? await readInput(terminal) : await readNamed(target, terminal)
  const thing = readThing(bytes, mediaTypeOf(bytes))
  if (target === '-' || thing.kind !== 'credential') return thing
  const beside = await readIfThere(logEvidenceName(target), terminal)
  return beside === null ? thing : { ...thing, issueLogEvidence: parseJsonObject(beside) }
}

/** The world as this one command sees it: nothing is kept, and offline nobody is asked. */
async function world(
  { trust, offline }: Pick<Asked, 'trust' | 'offline'>,
  terminal: Terminal,
): Promise<{ world: WorldNow; fetch: GuardedFetch }> {
  const read = readSettings(settings, terminal.environment)
  const allowLoopback = read.ALLOW_LOOPBACK_FETCH
  const fetch = offline ? askNobody : createFetch({ allowLoopback })
  const extra = read.EXTRA_CONTEXTS === undefined ? [] : readExtraContexts(read.EXTRA_CONTEXTS)
  const base = createWorld({
    contexts: loadContexts(extra),
    load: createLoad({ fetch, documents: documentsInMemory() }),
    allowLoopback,
    statusMaxAgeSeconds: read.STATUS_MAX_AGE,
    trustLists: read.TRUST_LISTS.map(({ url, did }) => ({ url, signer: did })),
    trustPolicy: read.TRUST_POLICY,
  })
  const lists = trust === undefined ? [] : [await readList(trust, base, terminal)]
  const withLists: WorldNow = async (at) => {
    const now = await base(at)
    return { ...now, trustLists: [...lists, ...now.trustLists] }
  }
  return { world: withLists, fetch }
}

/** The same, with workers for many. They are the caller's to close. */
async function manyParts(
  asked: Pick<Asked, 'trust' | 'offline'>,
  terminal: Terminal,
): Promise<{ parts: BatchParts; workers: CheckPool }> {
  const { EXTRA_CONTEXTS: extraContexts } = readSettings(settings, terminal.environment)
  const workers = createCheckPool({ extraContexts })
  return { parts: { ...(await world(asked, terminal)), workers }, workers }
}

/** A list that is named on the command line is trusted together with whoever signed it. */
async function readList(name: string, base: WorldNow, terminal: Terminal): Promise<TrustList> {
  const bytes = await readNamed(name, terminal)
  const { id, issuer } = parseJsonObject(bytes)
  const signer = isObject(issuer) ? issuer.id : issuer
  if (typeof signer !== 'string') throw new PassportError('trust.malformed', `${name} does not say who signed it.`)
  const now = await base()
  return readTrustList(bytes, { url: asText(id), signer, asOf: now.now }, now)
}

const askNobody: GuardedFetch = async () => {
  throw new PassportError('fetch.failed', 'Nobody is asked, because of --offline.')
}
