import { z } from 'zod'
import type { SuppliedFile } from '#credential'
import { PassportError } from '#platform'
import { type Answer, PROBLEMS, type UploadedFile } from '#server'
import { type CheckParts, check, type Question } from './check.ts'
import { question as asked, moment } from './question.ts'
import { isLink, mediaTypeOf, readText, readThing, type Thing } from './read.ts'
import { type CheckPageOptions, checkPage } from './web/check-page.tsx'
import { verdictPage } from './web/verdict-page.tsx'

/** The choice not to see who somebody is. */
export const blindChoice = z
  .enum(['on'])
  .optional()
  .meta({ description: '`on`: the page does not show who somebody is.' })

export const linkQuery = z.object({
  link: z.string().max(2_048).optional().meta({ description: 'The link to a credential, or to what somebody shares.' }),
  at: asked.shape.at,
  blind: blindChoice,
})

/** What the page's form sends, besides a file. Other sites may send a `link` in the same way. */
export const checkForm = z.object({
  text: z.string().optional(),
  link: z.string().optional(),
  recipient: z.string().max(320).optional(),
  at: z.string().max(40).optional().meta({ description: 'The day or time to check for, as `at` of `/api/check`.' }),
  evidence: z.enum(['fetch']).optional(),
  blind: blindChoice,
})

/** Checks what a link leads to. */
export async function checkLink(
  { link, at, blind: hides }: z.infer<typeof linkQuery>,
  parts: CheckParts,
): Promise<Answer> {
  const isBlind = hides === 'on'
  if (link === undefined) return { html: checkPage({ isBlind }) }
  return answer({ text: link, field: 'text', question: { at }, isBlind }, () => readText(link), parts)
}

/** Checks what was pasted, or the file that was chosen; with files of evidence, if there are any. */
export async function checkSubmitted(
  { text = '', link = '', recipient, at = '', evidence, blind: hides }: z.infer<typeof checkForm>,
  files: readonly UploadedFile[],
  parts: CheckParts,
): Promise<Answer> {
  const isBlind = hides === 'on'
  const time = at.trim() === '' ? undefined : moment.safeParse(at.trim())
  if (time?.success === false) {
    const error = { field: 'at', message: 'Enter a day such as 2027-06-25.' }
    return askAgain(400, { text: text || link, recipient, at, isBlind, error })
  }
  const question: Question = {
    at: time?.data,
    ...(recipient?.trim() ? { recipient: recipient.trim() } : {}),
    ...(evidence ? { evidence } : {}),
  }
  const all = files.filter(({ bytes }) => bytes.length > 0)
  const supplied = all.filter(({ field }) => field === 'evidenceFile')
  const chosen = all.filter(({ field }) => field !== 'evidenceFile')
  if (chosen.length > 0)
    return answer({ text, field: 'file', question, isBlind }, () => readFiles(chosen, supplied), parts)
  const given = text.trim() === '' ? link : text
  if (given.trim() !== '') {
    const read = () => withSupplied(readText(given), supplied)
    return answer({ text: given, field: 'text', question, isBlind }, read, parts)
  }
  const error = { field: 'text', message: 'Paste a link or a credential, or choose a file.' }
  return askAgain(400, { error, recipient, isBlind })
}

/** The form again, with what was given and what is wrong. */
function askAgain(status: number, { text = '', isBlind = false, ...given }: CheckPageOptions): Answer {
  return { status, html: checkPage({ ...given, text: pastedAgain(text, isBlind), isBlind }), headers: NOT_KEPT }
}

const NOT_KEPT = { 'Cache-Control': 'no-store' }

/** What goes back into a field: where it is not to be seen who it is, a link, and nothing that may name somebody. */
export function pastedAgain(text: string, isBlind: boolean): string {
  return isBlind && !isLink(text.trim()) ? '' : text
}

function readFiles(files: readonly UploadedFile[], supplied: readonly SuppliedFile[]): Thing {
  const things = files.map(({ bytes }) => readThing(bytes, mediaTypeOf(bytes)))
  const [only] = things
  return withSupplied(things.length === 1 && only !== undefined ? only : { kind: 'several', things }, supplied)
}

function withSupplied(thing: Thing, supplied: readonly SuppliedFile[]): Thing {
  return supplied.length === 0 || thing.kind === 'link' ? thing : { kind: 'several', things: [thing], supplied }
}

interface Given {
  /** What was pasted, and which field is to be corrected if it cannot be read. */
  text: string
  field: 'text' | 'file'
  question: Question
  isBlind: boolean
}

/** The verdict as a page; or, where nothing can be read, the form again with what was given and what is wrong. */
async function answer(
  { text, field, question, isBlind }: Given,
  read: () => Thing,
  parts: CheckParts,
): Promise<Answer> {
  try {
    const thing = read()
    const link = thing.kind === 'link' ? thing.url : undefined
    const again = field === 'text' && link === undefined ? text : undefined
    const checked = await check(thing, question, parts)
    return { html: verdictPage(checked, { link, again, question, isBlind }), headers: NOT_KEPT }
  } catch (error) {
    if (!(error instanceof PassportError) || error.code === 'internal') throw error
    const [status] = PROBLEMS[error.code]
    if (status >= 500) throw error
    return askAgain(status, { text, recipient: question.recipient, isBlind, error: { field, message: error.message } })
  }
}
