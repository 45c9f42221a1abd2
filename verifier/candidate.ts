import { PassportError } from '#platform'
import { PROBLEMS, type UploadedFile } from '#server'
import type { Frameworks } from '#skills'
import { type CheckParts, check, follow } from './check.ts'
import { employerView, type ReadEmployerView } from './employer/employer-view.ts'
import { mediaTypeOf, readText, readThing, type Thing } from './read.ts'

/** What somebody shared, read as an employer does; or why it could not be, in words for whoever brought it. */
export async function readCandidate(
  given: { text: string } | { file: UploadedFile },
  known: Frameworks,
  parts: CheckParts,
): Promise<ReadEmployerView | { fault: string }> {
  try {
    const thing: Thing =
      'file' in given ? readThing(given.file.bytes, mediaTypeOf(given.file.bytes)) : readText(given.text)
    const found = await follow(thing, {}, parts)
    if ('answer' in found) return { fault: 'Nothing could be had at this link now. Check it, or ask for a new one.' }
    return employerView(await check(found.thing, {}, parts), known)
  } catch (error) {
    if (!(error instanceof PassportError) || error.code === 'internal' || PROBLEMS[error.code][0] >= 500) throw error
    return { fault: error.message }
  }
}
