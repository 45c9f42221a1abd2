import { z } from 'zod'
import { PassportError } from '#platform'
import type { Route } from '#server'
import type { WalletParts } from '../parts.ts'
import { DESCRIBED_AWARD } from '../records/described-kind.ts'
import { deletePersonal, findPersonal, listPersonal } from '../records/personal.ts'
import { describedListPage, describedPage } from '../web/described.tsx'
import { own } from './own.ts'

const byName = z.object({ name: z.string().max(100) })

/** What files say of a person. */
export function describedRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/described',
      summary: 'What files say of the person who is signed in. None of it is verified.',
      run: async (person, { takeFlash }) => {
        const described = (await listPersonal(parts, person, DESCRIBED_AWARD)).toReversed()
        return { html: describedListPage({ person, described, flash: takeFlash() }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/described/:name',
      summary: 'One award that a file describes, and where that came from.',
      params: byName,
      run: async (person, { params: { name } }) => ({
        html: describedPage({ person, described: await findPersonal(parts, person, DESCRIBED_AWARD, name) }),
      }),
    }),
    own(parts, {
      method: 'POST',
      path: '/described/:name/delete',
      summary: 'Forget what a file says.',
      params: byName,
      run: async (person, { params: { name }, flash }) => {
        if (!(await deletePersonal(parts, person, DESCRIBED_AWARD, name))) {
          throw new PassportError('request.notFound', 'This is not in your passport. It may have been deleted.')
        }
        flash('It is deleted.')
        return { redirect: '/described' }
      },
    }),
  ]
}
