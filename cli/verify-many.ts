import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isLogEvidenceName, logEvidenceName, type Verdict } from '#credential'
import { type JsonObject, PassportError, parseJsonObject } from '#platform'
import type { CheckAnswer } from '../verifier/answer.ts'
import type { Question } from '../verifier/check.ts'
import { type BatchParts, checkBatch } from '../verifier/check-batch.ts'
import { type Item, mediaTypeOf, readThing } from '../verifier/read.ts'
import { readTable } from '../verifier/read-table.ts'
import { readIfThere, readNamed } from './files.ts'
import { answerLine, problemLine } from './report-text.ts'
import { EXIT, type Terminal, WrongUse } from './terminal.ts'

/** One of many, under the name by which a person finds it again. */
interface Named {
  name: string
  read: () => Promise<Item>
}

/** So many are read and checked at a time: more would only take memory. */
const AT_A_TIME = 500

const CREDENTIAL_FILE = /\.(?:json|jsonld|(?:sd-)?jwt|vc|vp|png|svg|zip)$/i

/** The names of the files in a folder that may be credentials, in order; null where it is no folder. */
export async function filesIn(folder: string, terminal: Terminal): Promise<string[] | null> {
  try {
    const entries = await readdir(resolve(terminal.folder, folder), { withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    const found = names.filter((name) => CREDENTIAL_FILE.test(name) && !isLogEvidenceName(name))
    if (found.length > 0) return found.sort()
  } catch {
    return null
  }
  throw new WrongUse(`There is no credential in ${folder}: no file that ends in .json, .jwt, .png or .svg.`)
}

interface How {
  question: Question
  json: boolean
  parts: BatchParts
}

/** Checks the files of a folder: a line for each, and one for all. Answers with the worst. */
export function verifyFiles(folder: string, names: readonly string[], how: How, terminal: Terminal): Promise<number> {
  const all = names.map((name) => ({ name, read: () => itemIn(join(folder, name), terminal) }))
  return verifyMany(all, how, terminal)
}

/** Checks the rows of a table: a line for each, and one for all. Answers with the worst. */
export async function verifyTable(
  file: string,
  column: string | undefined,
  how: How,
  terminal: Terminal,
): Promise<number> {
  const rows = readTable(await readNamed(file, terminal), column)
  const all = rows.map(({ row, text }) => ({
    name: `row ${row}`,
    read: async (): Promise<Item> => ({ kind: 'text', text }),
  }))
  return verifyMany(all, how, terminal)
}

async function itemIn(file: string, terminal: Terminal): Promise<Item> {
  const bytes = await readNamed(file, terminal)
  const item = { kind: 'bytes', bytes, mediaType: mediaTypeOf(bytes) } as const
  const beside = await readIfThere(logEvidenceName(file), terminal)
  if (beside === null) return item
  const thing = readThing(item.bytes, item.mediaType)
  return thing.kind === 'credential' ? { ...thing, issueLogEvidence: parseJsonObject(beside) } : thing
}

async function verifyMany(all: readonly Named[], { question, json, parts }: How, terminal: Terminal): Promise<number> {
  const counts: Record<Verdict, number> = { accepted: 0, rejected: 0, undecided: 0 }
  for (let at = 0; at < all.length; at += AT_A_TIME) {
    const some = await Promise.all(all.slice(at, at + AT_A_TIME).map(readOne))
    const items = some.flatMap(({ item }) => (item === undefined ? [] : [item]))
    const answers = (await checkBatch(items, question, parts)).values()
    for (const { name, item, problem = {} } of some) {
      const answer: CheckAnswer | JsonObject = item === undefined ? problem : JSON.parse(answers.next().value ?? '{}')
      counts[verdictOf(answer)] += 1
      if (json) terminal.print(JSON.stringify({ name, ...answer }))
      else terminal.print(isAnswer(answer) ? answerLine(name, answer, terminal) : problemLine(name, answer, terminal))
    }
  }
  terminal.print(json ? JSON.stringify({ checked: all.length, ...counts }) : sentence(all.length, counts))
  if (counts.rejected > 0) return EXIT.rejected
  return counts.undecided > 0 ? EXIT.undecided : EXIT.accepted
}

/** One that cannot be read keeps none of the others from being checked. */
async function readOne({ name, read }: Named): Promise<{ name: string; item?: Item; problem?: JsonObject }> {
  try {
    return { name, item: await read() }
  } catch (error) {
    if (error instanceof PassportError) return { name, problem: { detail: error.message, code: error.code } }
    if (error instanceof WrongUse) return { name, problem: { detail: error.message } }
    throw error
  }
}

const isAnswer = (answer: CheckAnswer | JsonObject): answer is CheckAnswer => 'verdict' in answer

/** What cannot be read is not taken, as with one that is checked alone. */
const verdictOf = (answer: CheckAnswer | JsonObject): Verdict => (isAnswer(answer) ? answer.verdict : 'rejected')

function sentence(checked: number, { accepted, rejected, undecided }: Record<Verdict, number>): string {
  return `${checked} checked: ${accepted} accepted, ${rejected} rejected or unreadable, ${undecided} could not be decided.`
}
