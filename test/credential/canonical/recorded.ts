import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ContextLoader } from '#contexts'
import { compareForms, documentOf, ourForm } from './compare.ts'
import { byReference } from './reference.ts'

/** What the reference libraries made of many documents, kept so that ours can be held against it at little cost. */
export const RECORD = join(import.meta.dirname, 'reference-forms.json')
export const RECORDED = 20_000

const DIGITS = 8
const REFUSED = '-'.repeat(DIGITS)
const PER_LINE = 100

interface Recorded {
  /** The libraries it was made with. */
  by: Record<string, string>
  /** A digest of all documents: a generator that makes others wants another record. */
  documents: string
  /** 48 bits of the SHA-256 of each canonical form, or dashes for a document that was refused. */
  forms: string[]
}

/** Asks the reference libraries for the forms of the documents of the seeds 1 to `RECORDED`. */
export async function makeRecord(contexts: ContextLoader): Promise<Recorded> {
  const documents = createHash('sha256')
  const forms: string[] = []
  for (let seed = 1; seed <= RECORDED; seed++) {
    const document = documentOf(seed)
    documents.update(JSON.stringify(document))
    const line = Math.floor((seed - 1) / PER_LINE)
    forms[line] = (forms[line] ?? '') + digestOf(await byReference(document, contexts))
  }
  return { by: versions(), documents: documents.digest('base64url'), forms }
}

/** How often which outcome came when ours is held against the record, and each that nothing explains, by its seed. */
export function holdAgainstRecord(contexts: ContextLoader): {
  recorded: Recorded
  outcomes: string[]
  documents: string
} {
  const recorded = JSON.parse(readFileSync(RECORD, 'utf8')) as Recorded
  const theirs = recorded.forms.join('')
  const documents = createHash('sha256')
  const outcomes: string[] = []
  for (let seed = 1; seed <= RECORDED; seed++) {
    const document = documentOf(seed)
    documents.update(JSON.stringify(document))
    const form = theirs.slice((seed - 1) * DIGITS, seed * DIGITS)
    const ours = ourForm(document, contexts)
    const theirForm = form === REFUSED ? { refused: '' } : { form }
    outcomes.push(compareForms('form' in ours ? { form: digestOf(ours) } : ours, theirForm, document))
  }
  return { recorded, outcomes, documents: documents.digest('base64url') }
}

/** The recorded digest of what the reference makes of a document today. */
export async function isAsRecorded(seed: number, { forms }: Recorded, contexts: ContextLoader): Promise<boolean> {
  const digest = digestOf(await byReference(documentOf(seed), contexts))
  return forms.join('').slice((seed - 1) * DIGITS, seed * DIGITS) === digest
}

export function versions(): Record<string, string> {
  const require = createRequire(import.meta.url)
  const versionOf = (name: string) => (require(`${name}/package.json`) as { version: string }).version
  return Object.fromEntries(['jsonld', 'rdf-canonize'].map((name) => [name, versionOf(name)]))
}

function digestOf(result: { form: string } | { refused: string }): string {
  if (!('form' in result)) return REFUSED
  return createHash('sha256').update(result.form).digest('base64url').slice(0, DIGITS)
}
