import { z } from 'zod'
import { PassportError } from '#platform'
import { type Answer, PROBLEMS, type RequestContext, type Route } from '#server'
import { type Imported, importBytes, importLink, importText } from '../import.ts'
import { resultOf, startImport } from '../import-files.ts'
import type { WalletParts } from '../parts.ts'
import { isArchive } from '../read-archive.ts'
import { claimLinkOf } from '../receive.ts'
import type { Person } from '../records/person.ts'
import { type AddFault, addPage } from '../web/add.tsx'
import { importedPage } from '../web/imported.tsx'
import { reasonOf } from '../web/reasons.ts'
import { ONWARDS, own, PAGE } from './own.ts'
import { FETCHES, placeOf, saidOf } from './receive.ts'
import { IMPORTS, untilEnded } from './transfers.ts'

const MAX_FILE_BYTES = 20 * 1024 * 1024

/** What was written in the form, to be shown again. */
interface Given {
  field: AddFault['field']
  link?: string
  text?: string
}

/** Bringing a credential in by link, file or text. */
export function addRoutes(parts: WalletParts): Route[] {
  const common = { method: 'POST', tag: 'Receiving', responses: { ...PAGE, ...ONWARDS } } as const
  return [
    own(parts, {
      method: 'GET',
      path: '/add',
      summary: 'The ways in which a credential comes in.',
      tag: 'Receiving',
      run: async (person) => ({ html: addPage({ person }) }),
    }),
    own(parts, {
      ...common,
      path: '/add/link',
      limit: FETCHES,
      summary: 'Bring in what a link leads to; a claim link is only shown.',
      body: { form: z.object({ link: z.string().max(4_096) }) },
      run: async (person, context) => {
        const link = claimLinkOf(parts.config.baseUrl, context.body.link)
        const given = { field: 'link', link } as const
        if (link === '') return again(person, given, 'Paste the link first.')
        return await guarded(person, given, async () => {
          const followed = await importLink(parts, person, link)
          if (followed.offer) return { redirect: `/receive?claim=${encodeURIComponent(link)}` }
          return answer(person, given, followed.results, context)
        })
      },
    }),
    own(parts, {
      ...common,
      path: '/add/file',
      summary:
        'Bring in files: JSON, JWT, a PNG or SVG picture of a badge, a description (ELM), a table (CSV), or the ZIP of an export.',
      body: { multipart: z.object({}), maxBytes: MAX_FILE_BYTES },
      run: async (person, context) => {
        const given = { field: 'file' } as const
        const files = context.files.filter(({ bytes }) => bytes.length > 0)
        if (files.length === 0) return again(person, given, 'Choose a file first. It must not be empty.')
        const [only] = files
        if (only !== undefined && files.length === 1 && !isArchive(only.bytes)) {
          return answer(person, given, await importBytes(parts, person, only), context)
        }
        return await guarded(person, given, async () => {
          const job = await startImport(parts, person, files)
          await untilEnded(parts, person, job)
          return { redirect: `${IMPORTS}/${job}` }
        })
      },
    }),
    own(parts, {
      ...common,
      path: '/add/text',
      summary: 'Bring in a text: JSON or a JWT.',
      body: { form: z.object({ text: z.string() }) },
      run: async (person, context) => {
        const { text } = context.body
        const given = { field: 'text', text } as const
        if (text.trim() === '') return again(person, given, 'Paste the text first.')
        return await guarded(person, given, async () =>
          answer(person, given, await importText(parts, person, text), context),
        )
      },
    }),
  ]
}

/** One thing is shown where it now is, several in a list; one that cannot be read, in the form again. */
function answer(
  person: Person,
  given: Given,
  results: readonly Imported[],
  { flash }: Pick<RequestContext<unknown, unknown, unknown>, 'flash'>,
): Answer {
  const [only] = results
  if (results.length !== 1 || only === undefined || 'told' in only)
    return { html: importedPage(person, { results: results.map(resultOf) }) }
  if ('problem' in only) return again(person, given, reasonOf(only.problem))
  flash(saidOf(only.kept))
  return { redirect: placeOf(only.kept) }
}

/** Shows what is wrong beside the field, with what was written. A fault of ours goes on up. */
async function guarded(person: Person, given: Given, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof PassportError) || PROBLEMS[error.code][0] >= 500) throw error
    return again(person, given, reasonOf(error))
  }
}

function again(person: Person, { field, ...given }: Given, message: string): Answer {
  return { status: 422, html: addPage({ person, ...given, fault: { field, message } }) }
}
