import { z } from 'zod'
import { PassportError } from '#platform'
import { type Answer, PROBLEMS, type UploadedFile } from '#server'
import { type CheckParts, check } from './check.ts'
import { mediaTypeOf, readText, readThing, type Thing } from './read.ts'
import { checkPage } from './web/check-page.tsx'
import { verdictPage } from './web/verdict-page.tsx'

export const linkQuery = z.object({
  link: z.string().max(2_048).optional().meta({ description: 'The link to a credential, or to what somebody shares.' }),
})

/** What the page's form sends, besides a file. Other sites may send a `link` in the same way. */
export const checkForm = z.object({ text: z.string().optional(), link: z.string().optional() })

/** Checks what a link leads to. */
export async function checkLink(link: string | undefined, parts: CheckParts): Promise<Answer> {
  if (link === undefined) return { html: checkPage() }
  return answer(link, 'text', () => readText(link), parts)
}

/** Checks what was pasted, or the file that was chosen. */
export async function checkSubmitted(
  { text = '', link = '' }: z.infer<typeof checkForm>,
  files: readonly UploadedFile[],
  parts: CheckParts,
): Promise<Answer> {
  const chosen = files.filter(({ bytes }) => bytes.length > 0)
  if (chosen.length > 0) return answer(text, 'file', () => readFiles(chosen), parts)
  const given = text.trim() === '' ? link : text
  if (given.trim() !== '') return answer(given, 'text', () => readText(given), parts)
  const error = { field: 'text', message: 'Paste a link or a credential, or choose a file.' }
  return { status: 400, html: checkPage({ error }) }
}

function readFiles(files: readonly UploadedFile[]): Thing {
  const things = files.map(({ bytes }) => readThing(bytes, mediaTypeOf(bytes)))
  const [only] = things
  return things.length === 1 && only !== undefined ? only : { kind: 'several', things }
}

/** The verdict as a page; or, where nothing can be read, the form again with what was given and what is wrong. */
async function answer(given: string, field: 'text' | 'file', read: () => Thing, parts: CheckParts): Promise<Answer> {
  try {
    const thing = read()
    const link = thing.kind === 'link' ? thing.url : undefined
    return { html: verdictPage(await check(thing, {}, parts), link), headers: { 'Cache-Control': 'no-store' } }
  } catch (error) {
    if (!(error instanceof PassportError) || error.code === 'internal') throw error
    const [status] = PROBLEMS[error.code]
    if (status >= 500) throw error
    return { status, html: checkPage({ text: given, error: { field, message: error.message } }) }
  }
}
