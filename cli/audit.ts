import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readSettings, SETTINGS } from '#server'
import { type ChainState, eachAudit, openToRead, type ReadOnlyStorage, type ServiceName, verifyChain } from '#storage'
import { moment } from '../verifier/question.ts'
import { complainOf, EXIT, plain, type Terminal, WrongUse } from './terminal.ts'

const SERVICES: readonly ServiceName[] = ['issuer', 'wallet', 'verifier']

const settings = z.object({ DATA_DIR: SETTINGS.DATA_DIR, DATABASE_URL: SETTINGS.DATABASE_URL })

interface Asked {
  service: ServiceName | undefined
  since: Date | undefined
  action: string | undefined
  json: boolean
}

/**
 * `skills-passport audit`: reads the audit trail of a service, or of all that keep one where the settings say, and says whether it
 * holds together: that nothing in it was changed, taken out or put in. It writes nothing.
 */
export async function auditCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json')
  try {
    const asked = parse(words)
    const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = readSettings(settings, terminal.environment)
    const states: ChainState[] = []
    for (const service of asked.service === undefined ? SERVICES : [asked.service]) {
      const storage = await openToRead(service, { dataDir, databaseUrl })
      if (storage === undefined) continue
      try {
        states.push(await tellTrail(service, storage, asked, terminal))
      } finally {
        await storage.close()
      }
    }
    if (states.length === 0)
      throw new WrongUse(nothingAt(asked.service, databaseUrl === undefined ? dataDir : undefined))
    return states.every(({ intact }) => intact) ? EXIT.accepted : EXIT.rejected
  } catch (error) {
    return complainOf(error, json, terminal)
  }
}

/** Prints a trail, entry by entry, and last whether it holds together. */
async function tellTrail(
  service: ServiceName,
  { db }: ReadOnlyStorage,
  asked: Asked,
  terminal: Terminal,
): Promise<ChainState> {
  if (!asked.json) terminal.print(`The audit trail of the ${service}`)
  for await (const { seq, at, actor, action, subject, detail, hash } of eachAudit(db, asked)) {
    const entry = { service, seq, at, actor, action, subject, detail: detailOf(detail), hash }
    terminal.print(
      asked.json
        ? JSON.stringify(entry)
        : plain([seq, at, actor, action, subject, detail === '{}' ? '' : detail].join('  ').trimEnd()),
    )
  }
  const state = await verifyChain(db)
  terminal.print(asked.json ? JSON.stringify({ service, ...state }) : inWords(state))
  return state
}

/** What was changed by hand may be JSON no more. */
function detailOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function inWords(state: ChainState): string {
  if (!state.intact) {
    return `It does not hold together. Entry ${state.brokenAt} is the first that does not fit: it was changed, taken out or put in, or the end was cut off there.\n`
  }
  const { length, head } = state
  const last = length === 0 ? '' : `, the last with the hash ${head}`
  return `It holds together: ${length} ${length === 1 ? 'entry' : 'entries'}${last}.\n`
}

function nothingAt(service: ServiceName | undefined, dataDir: string | undefined): string {
  const who = service === undefined ? 'No service keeps' : `The ${service} does not keep`
  const where = dataDir === undefined ? 'the database of DATABASE_URL' : `the folder ${dataDir}`
  return `${who} data in ${where}. Say by DATA_DIR or DATABASE_URL where it is.`
}

function parse(words: readonly string[]): Asked {
  const { values, positionals } = parseWords(words)
  const [named, ...more] = positionals
  const service = SERVICES.find((one) => one === named)
  if (more.length > 0 || (named !== undefined && service === undefined)) {
    throw new WrongUse(`Name one service: ${SERVICES.join(', ')}; or none, for all that keep data there.`)
  }
  const since = values.since === undefined ? undefined : moment.safeParse(values.since)
  if (since?.success === false) {
    throw new WrongUse(
      `--since ${values.since}: it must be a date like 2027-06-25 or a time like 2027-06-25T14:05:00Z.`,
    )
  }
  return { service, since: since?.data, action: values.action, json: values.json === true }
}

function parseWords(words: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, since: { type: 'string' }, action: { type: 'string' } } as const
    return parseArgs({ args: [...words], allowPositionals: true, options })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}
