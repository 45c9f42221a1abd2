import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadContexts, readExtraContexts } from '#contexts'
import { fetchTrustList, readTrustList } from '#credential'
import { asText, isObject, JSON_LIMITS, PassportError, parseJsonObject } from '#platform'
import { createFetch, createLoad, createWorld, readSettings, SETTINGS } from '#server'
import type { PinnedKey, RecognisedAction, RecognisedEntity, TrustList } from '#trust'
import { formatDate, formatTime, scopeInWords } from '#web'
import { documentsInMemory } from './documents.ts'
import { readNamed } from './files.ts'
import { complainOf, EXIT, plain, type Terminal, WrongUse } from './terminal.ts'

const settings = z.object({
  ALLOW_LOOPBACK_FETCH: SETTINGS.ALLOW_LOOPBACK_FETCH,
  EXTRA_CONTEXTS: SETTINGS.EXTRA_CONTEXTS,
})

/**
 * `skills-passport trust check`: reads a trust list as a verifier does and prints what it says, or the code that refuses it.
 * Without a signer whoever signed it is taken, and named: that they may is for whoever asks to know.
 */
export async function trustCheckCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { target, signer } = parse(words)
    const read = readSettings(settings, terminal.environment)
    const allowLoopback = read.ALLOW_LOOPBACK_FETCH
    const world = await createWorld({
      contexts: loadContexts(read.EXTRA_CONTEXTS === undefined ? [] : readExtraContexts(read.EXTRA_CONTEXTS)),
      load: createLoad({ fetch: createFetch({ allowLoopback }), documents: documentsInMemory() }),
      allowLoopback,
      statusMaxAgeSeconds: 60,
      trustLists: [],
    })()
    const isAddress = /^https?:\/\//i.test(target)
    const { bytes, asOf } = isAddress
      ? await fetchTrustList({ url: target, signer: signer ?? '' }, world)
      : { bytes: await readNamed(target, terminal), asOf: world.now }
    const named = namesIn(bytes)
    // A file is at no address of the list's: it is read as the list that it says it is.
    const url = isAddress ? target : named.id
    const source = { url, signer: signer ?? named.signer, asOf }
    terminal.print(listText(await readTrustList(bytes, source, world), world.now))
    return EXIT.accepted
  } catch (error) {
    const code = complainOf(error, false, terminal)
    return error instanceof PassportError && error.code.startsWith('fetch.') ? EXIT.undecided : code
  }
}

function parse(words: readonly string[]): { target: string; signer: string | undefined } {
  try {
    const options = { signer: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options })
    const [target, ...more] = positionals
    if (target !== undefined && more.length === 0) return { target, signer: values.signer }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
  throw new WrongUse('Name one file or address of a list: skills-passport trust check FILE|URL [--signer DID]')
}

/** Which list it says it is, and who it says signed it. */
function namesIn(bytes: Uint8Array): { id: string; signer: string } {
  const { id, issuer } = parseJsonObject(bytes, { ...JSON_LIMITS, length: bytes.byteLength, keys: 100_000 })
  const signer = isObject(issuer) ? issuer.id : issuer
  if (typeof signer === 'string') return { id: asText(id), signer }
  throw new PassportError('trust.malformed', 'The list of issuers does not say who signed it.')
}

function listText(list: TrustList, now: Date): string {
  const { nextUpdate, validUntil, unavailable } = list
  const isStale = nextUpdate !== null && nextUpdate < now
  return [
    `${list.name}, version ${list.sequence}, signed by ${list.operator}`,
    `Signed ${formatTime(list.validFrom)}${validUntil === null ? '' : `, good until ${formatTime(validUntil)}`}.${isStale ? ' A newer one is overdue.' : ''}`,
    `${list.entities.size} recognised`,
    ...[...list.entities.values()].flatMap(entityLines),
    ...unavailable.map(({ url, code }) => `The list it leads to could not be used: ${url} (${code})`),
  ]
    .map(plain)
    .join('\n')
}

function entityLines({ did, name, actions, keys, closure }: RecognisedEntity): string[] {
  return [
    '',
    `${name} (${did})`,
    ...actions.flatMap(actionLines),
    ...keys.map(keyLine),
    ...(closure === null ? [] : [`  closed on ${formatDate(closure.on)}`]),
  ]
}

function actionLines({ action, scope, from, until, suspensions, withdrawal }: RecognisedAction): string[] {
  const period = `from ${formatDate(from)}${until === null ? '' : ` until ${formatDate(until)}`}`
  return [
    `  may ${action === 'issue' ? 'award' : 'recognise others to award'} ${scopeInWords(scope)} ${period}`,
    ...suspensions.map((one) => {
      const end = one.until === null ? '' : ` until ${formatDate(one.until)}`
      return `    suspended from ${formatDate(one.from)}${end}`
    }),
    ...(withdrawal === null ? [] : [`    withdrawn as of ${formatDate(withdrawal.on)}: ${withdrawal.reason}`]),
  ]
}

const keyLine = ({ key, until, reason }: PinnedKey) =>
  `  key ${key}${until === null ? '' : `, until ${formatDate(until)} (${reason ?? 'ended'})`}`
