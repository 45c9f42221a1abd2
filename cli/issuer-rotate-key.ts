import { parseArgs } from 'node:util'
import { PassportError } from '#platform'
import { readConfig } from '../issuer/config.ts'
import { openParts } from '../issuer/parts.ts'
import { type KeyChange, type KeyChanged, rotateKey } from '../issuer/rotate-key.ts'
import { moment } from '../verifier/question.ts'
import { complainOf, EXIT, type Terminal, WrongUse } from './terminal.ts'

/** `skills-passport issuer rotate-key`: takes an issuer's signing key out of use, and puts a new one in its place. */
export async function rotateKeyCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json')
  try {
    const { issuer, ...change } = parse(words)
    const parts = await openParts(readConfig({ LOG_LEVEL: 'error', ...terminal.environment }))
    try {
      const changed = await rotateKey(issuer, change, parts)
      terminal.print(json ? JSON.stringify(changed, null, 2) : sentence(changed, change))
      return EXIT.accepted
    } finally {
      await parts.close()
    }
  } catch (error) {
    const wrong = error instanceof PassportError && error.code === 'request.invalid'
    return complainOf(wrong ? new WrongUse(error.message) : error, json, terminal)
  }
}

function parse(words: readonly string[]): KeyChange & { issuer: string } {
  const { issuer, reason, key, 'compromised-since': stated } = parseWords(words)
  if (issuer === undefined) throw new WrongUse('Whose key? --issuer ID')
  const since = stated === undefined ? undefined : moment.safeParse(stated)
  if (since?.success === false) {
    throw new WrongUse(
      `--compromised-since ${stated}: it must be a date like 2027-06-25 or a time like 2027-06-25T14:05:00Z.`,
    )
  }
  if (key !== undefined && !/^[1-9]\d{0,5}$/.test(key)) {
    throw new WrongUse(`--key ${key}: it must be a number, as in #key-1.`)
  }
  return {
    issuer,
    reason,
    compromisedSince: since?.data,
    number: key === undefined ? undefined : Number(key),
    actor: 'system',
  }
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        issuer: { type: 'string' },
        key: { type: 'string' },
        'compromised-since': { type: 'string' },
        reason: { type: 'string' },
        json: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

function sentence({ number, inUse }: KeyChanged, { compromisedSince }: KeyChange): string {
  const what =
    compromisedSince === undefined
      ? `#key-${number} is retired: what it signed until now stays good.`
      : `#key-${number} is in other hands since ${compromisedSince.toISOString()}: what it signed since then is good no more.`
  return `${what}\nThis issuer now signs with #key-${inUse}.`
}
