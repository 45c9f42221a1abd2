import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route, type UploadedFile } from '#server'
import type { IssuerParts } from '../parts.ts'
import { findRegister } from '../records/register.ts'
import { type CheckedEntries, checkEntries, MAX_BYTES } from '../register/import/check-entries.ts'
import { ENTRY_FIELD_NAMES, type EntryColumns } from '../register/import/columns.ts'
import { proposeChange } from '../register/propose.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { REGISTER_PLACE } from '../web/frame.tsx'
import { checkedEntriesPage, uploadEntriesPage } from '../web/register-import-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const PLACE = `${REGISTER_PLACE}/import`

const column = z.string().max(4_096).optional()

/** The file itself comes along at each step: nothing of it is kept here before it is proposed. */
const entriesForm = z.object({
  step: z.enum(['upload', 'check', 'propose']).default('upload'),
  csv: z.string().max(MAX_BYTES).default(''),
  fileName: z.string().max(300).default(''),
  digest: z.string().max(100).default(''),
  ...(Object.fromEntries(ENTRY_FIELD_NAMES.map((name) => [`column-${name}`, column])) as Record<
    `column-${(typeof ENTRY_FIELD_NAMES)[number]}`,
    typeof column
  >),
})

type EntriesForm = z.infer<typeof entriesForm>

/** Many who are recognised, from a file: looked at row by row, and proposed as one change. */
export function registerImportRoutes(parts: IssuerParts): Route[] {
  const staffWithRegister = async (user: Parameters<typeof staffOf>[0]) => {
    const staff = await staffOf(user, 'issuer', parts)
    if ((await findRegister(parts.storage.db, staff.issuer.id)) !== undefined) return staff
    throw new PassportError('request.notFound', 'You keep no register.')
  }
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: PLACE,
      summary: 'Upload a file of those whom the register is to recognise.',
      responses: PAGE,
      run: async ({ user }) => ({ html: uploadEntriesPage({ staff: await staffWithRegister(user) }) }),
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: PLACE,
      summary: 'Look at a file of those whom the register is to recognise, or propose them as one change.',
      body: { multipart: entriesForm, maxBytes: MAX_BYTES },
      responses: ONWARDS,
      run: async ({ user, body, files, flash }) => {
        const staff = await staffWithRegister(user)
        const file = fileOf(body, files)
        if (file.bytes.length === 0) return refuse(staff, 422, 'Choose a file.')
        try {
          const checked = await checkEntries(staff.issuer.id, { ...file, mapping: mappingOf(body) }, parts)
          const shown = { staff, checked, fileName: file.name }
          if (body.step !== 'propose') return { html: checkedEntriesPage(shown) }
          if (checked.digest !== body.digest || checked.entries.length === 0) {
            return { status: 409, html: checkedEntriesPage({ ...shown, refusal: CHANGED }) }
          }
          const id = await propose(checked, file.name, staff)
          flash('It is proposed. A colleague has to confirm it.')
          return { redirect: `${REGISTER_PLACE}/changes/${id}` }
        } catch (error) {
          if (!(error instanceof PassportError)) throw error
          if (error.code === 'csv.malformed') return refuse(staff, 422, error.message)
          if (error.code === 'csv.tooLarge') return refuse(staff, 413, error.message)
          throw error
        }
      },
    }),
  ]

  async function propose({ entries }: CheckedEntries, fileName: string, staff: Staff): Promise<string> {
    const { issuer, actor, member } = staff
    const act = { act: 'addSeveral', did: issuer.did, entries } as const
    return await proposeChange(
      issuer.id,
      { act, note: `From the file ${fileName}` },
      { id: actor, role: member.role },
      parts,
    )
  }
}

const CHANGED = 'This is not what you looked at: the register, or a DID document, has changed meanwhile. Look again.'

function refuse(staff: Staff, status: number, error: string) {
  return { status, html: uploadEntriesPage({ staff, error }) }
}

/** The file that was uploaded now, or the one that was looked at before. */
function fileOf(
  { step, csv, fileName }: EntriesForm,
  files: readonly UploadedFile[],
): { name: string; bytes: Uint8Array } {
  const [uploaded] = files
  if (step !== 'upload') return { name: fileName, bytes: new TextEncoder().encode(csv) }
  const name = (uploaded?.name ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'entries.csv'
  return { name, bytes: uploaded?.bytes ?? new Uint8Array() }
}

/** Which column was said to be what; nothing is said with the file itself. */
function mappingOf(form: EntriesForm): EntryColumns | undefined {
  if (form.step === 'upload') return undefined
  const chosen = ENTRY_FIELD_NAMES.flatMap((name) => {
    const column = form[`column-${name}`]
    return column === undefined || column === '' ? [] : [[name, column] as const]
  })
  return Object.fromEntries(chosen)
}
