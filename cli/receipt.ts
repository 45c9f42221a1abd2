import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadContexts, readExtraContexts } from '#contexts'
import { readSettings, SETTINGS } from '#server'
import { mediaTypeOf } from '../verifier/read.ts'
import { openReceipt, type Rechecked, recheck } from '../verifier/recheck.ts'
import { readNamed } from './files.ts'
import { complainOf, EXIT, type Terminal, WrongUse } from './terminal.ts'

const settings = z.object({ EXTRA_CONTEXTS: SETTINGS.EXTRA_CONTEXTS })

/** `skills-passport receipt`: says what a receipt says, and checks again whether it holds. Nobody is asked. */
export async function receiptCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json')
  try {
    const [zip, credential, ...more] = names(words)
    if (zip === undefined || credential === undefined || more.length > 0) {
      throw new WrongUse('Name the receipt and what it is of: skills-passport receipt RECEIPT.zip CREDENTIAL')
    }
    const opened = openReceipt(await readNamed(zip, terminal))
    const bytes = await readNamed(credential, terminal)
    const { EXTRA_CONTEXTS: folder } = readSettings(settings, terminal.environment)
    const contexts = loadContexts(folder === undefined ? [] : readExtraContexts(folder))
    const found = await recheck(opened, { bytes, mediaType: mediaTypeOf(bytes) }, contexts)
    const { verifier, verdict, checkedAt } = opened.receipt
    const said = { verifier, verdict, checkedAt: checkedAt.toISOString() }
    terminal.print(json ? JSON.stringify({ ...said, ...found }, null, 2) : inWords(said, found))
    return holds(found) ? EXIT.accepted : EXIT.rejected
  } catch (error) {
    return complainOf(error, json, terminal)
  }
}

function names(words: readonly string[]): string[] {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { json: { type: 'boolean' } } }).positionals
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

const holds = ({ isSigned, isSameInput, differs }: Rechecked) =>
  isSigned === true && isSameInput && differs.length === 0

function inWords(said: { verifier: string; verdict: string; checkedAt: string }, found: Rechecked): string {
  return [
    `${said.verifier} found it ${said.verdict} on ${said.checkedAt}.`,
    signature(found),
    found.isSameInput ? 'This is what was checked then, byte for byte.' : 'This is not what was checked then.',
    found.differs.length === 0
      ? 'Checked again with the same lists and keys, everything comes out the same.'
      : `Checked again with the same lists and keys, this comes out otherwise: ${found.differs.join(', ')}.`,
    ...rules(found),
  ].join('\n')
}

function rules({ otherRules }: Rechecked): string[] {
  if (otherRules === null) return []
  const { before, now } = otherRules
  return [
    `It was checked by other rules then (${before || 'not named'}) than now (${now}); that alone can make a difference.`,
  ]
}

function signature({ isSigned }: Rechecked): string {
  if (isSigned === null)
    return 'The keys of that verifier are not beside the receipt, so its signature was not checked.'
  const compare = 'Compare that document with the one that the verifier publishes, if you do not know it.'
  return isSigned
    ? `The receipt is signed with a key of the DID document beside it. ${compare}`
    : 'The receipt is not as its verifier signed it. Do not rely on it.'
}
