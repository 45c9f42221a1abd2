import { z } from 'zod'
import { PassportError } from '#platform'
import { type Answer, PROBLEMS, type UploadedFile } from '#server'
import { type CheckAnswer, shownIn } from './answer.ts'
import type { BatchParts } from './check-batch.ts'
import { MAX_ITEMS } from './check-batch.ts'
import { blindChoice, pastedAgain } from './check-on-page.ts'
import { blindRows } from './employer/blind-rows.ts'
import { type ManyRow, manyCsv } from './many-csv.ts'
import { type Item, mediaTypeOf } from './read.ts'
import { readTable } from './read-table.ts'
import { manyPage } from './web/many-page.tsx'
import { blindManyResultPage, manyResultPage } from './web/many-result-page.tsx'

export const manyQuery = z.object({ blind: blindChoice })

/** What the form for many sends, besides files. */
export const manyForm = z.object({
  links: z.string().optional().meta({ description: 'Links or JWTs, one a line.' }),
  column: z.string().max(200).optional().meta({ description: 'The column of a table with the credentials.' }),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0).meta({
    description: 'How many rows of the table came before these, where it is sent in parts.',
  }),
  blind: blindChoice,
})

/** How many files one form may bring. */
export const MAX_FILES = 200

/** Checks the files that were chosen, the rows of tables among them, and the links that were pasted; shows them as one table. */
export async function checkManySubmitted(
  { links = '', column, offset, blind }: z.infer<typeof manyForm>,
  files: readonly UploadedFile[],
  parts: BatchParts,
): Promise<Answer> {
  const isBlind = blind === 'on'
  try {
    const given = [
      ...files.filter(({ bytes }) => bytes.length > 0).flatMap((file) => itemsIn(file, column?.trim(), offset)),
      ...linesOf(links, offset),
    ]
    if (given.length === 0) throw new PassportError('request.invalid', 'Choose files or a table, or paste links.')
    if (given.length > MAX_ITEMS) {
      throw new PassportError('request.tooLarge', `These are more than ${MAX_ITEMS}. Check them in several parts.`)
    }
    const rows = await rowsOf(given, parts)
    const headers = { 'Cache-Control': 'no-store' }
    if (isBlind) return { html: blindManyResultPage(blindRows(rows)), headers }
    return { html: manyResultPage(rows, await manyCsv(rows)), headers }
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    const [status] = PROBLEMS[error.code]
    if (status >= 500) throw error
    const again = links
      .split('\n')
      .map((line) => pastedAgain(line, isBlind))
      .join('\n')
    const html = manyPage({ links: again, column, isBlind, error: { field: 'file', message: error.message } })
    return { status, html, headers: { 'Cache-Control': 'no-store' } }
  }
}

interface Given {
  name: string
  item: Item
}

function itemsIn({ name, bytes }: UploadedFile, column: string | undefined, offset: number): Given[] {
  if (!/\.csv$/i.test(name)) return [{ name, item: { kind: 'bytes', bytes, mediaType: mediaTypeOf(bytes) } }]
  return readTable(bytes, column || undefined).map(({ row, text }) => ({
    name: `Row ${row + offset}`,
    item: { kind: 'text', text },
  }))
}

function linesOf(links: string, offset: number): Given[] {
  return links
    .split(/\r\n?|\n/)
    .map((line, index): Given => ({ name: `Line ${index + 1 + offset}`, item: { kind: 'text', text: line.trim() } }))
    .filter(({ item }) => item.kind === 'text' && item.text !== '')
}

/** A row for each credential: something that holds several has as many. */
async function rowsOf(given: readonly Given[], parts: BatchParts): Promise<ManyRow[]> {
  const results = await parts.workers.checkAll(
    given.map(({ item }) => item),
    {},
    parts,
  )
  return given.flatMap(({ name }, index): ManyRow[] => {
    const result = results[index]
    if (result === undefined || 'error' in result) return [{ name, answer: null, problem: problemIn(result?.error) }]
    const answer: CheckAnswer = JSON.parse(result.value)
    const shown = shownIn(answer)
    if (shown.length === 0) return [{ name, answer: null, problem: 'There is no credential in it.' }]
    return shown.map((one, place) => ({
      name: shown.length === 1 ? name : `${name}, ${place + 1} of ${shown.length}`,
      answer: one,
      problem: null,
    }))
  })
}

function problemIn(error: Error | undefined): string {
  if (error instanceof PassportError) return error.message
  throw error ?? new Error('There was no answer.')
}
