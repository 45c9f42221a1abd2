import { z } from 'zod'
import { type Route, route } from '#server'
import { listJobs } from '#storage'
import { EXPORT_JOB } from '../export.ts'
import { IMPORT_JOB } from '../import-files.ts'
import type { WalletParts } from '../parts.ts'
import { listClaims } from '../records/claims.ts'
import { countCredentials, listCredentials } from '../records/credentials.ts'
import { DESCRIBED_AWARD } from '../records/described-kind.ts'
import { listPersonal } from '../records/personal.ts'
import { passportPage } from '../web/passport.tsx'
import { startPage } from '../web/start.tsx'
import { own, PAGE } from './own.ts'

const PER_PAGE = 24

const pageQuery = z.object({
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .default('1'),
})

/** The first page, and the passport itself. */
export function passportRoutes(parts: WalletParts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/',
      summary: 'Where anyone begins.',
      tag: 'Pages',
      access: 'public',
      responses: PAGE,
      run: async ({ user }) => (user === undefined ? { html: startPage() } : { redirect: '/passport' }),
    }),
    own(parts, {
      method: 'GET',
      path: '/passport',
      summary: 'The credentials of the person who is signed in.',
      query: pageQuery,
      run: async (person, { query, takeFlash }) => {
        if (person.name === null) return { redirect: '/welcome' }
        const total = await countCredentials(parts.storage.db, person, 'held')
        const pages = Math.max(1, Math.ceil(total / PER_PAGE))
        const page = Math.min(Number(query.page), pages)
        return {
          html: passportPage({
            person,
            credentials: await listCredentials(parts, person, { page, size: PER_PAGE }),
            total,
            page,
            pages,
            undecided: await listCredentials(parts, person, { state: 'undecided', size: 20 }),
            claims: await listClaims(parts, person),
            described: (await listPersonal(parts, person, DESCRIBED_AWARD)).length,
            transfers: [
              ...(await listJobs(parts.storage.db, person.id, IMPORT_JOB)),
              ...(await listJobs(parts.storage.db, person.id, EXPORT_JOB)),
            ],
            flash: takeFlash(),
          }),
        }
      },
    }),
  ]
}
