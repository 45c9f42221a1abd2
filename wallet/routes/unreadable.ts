import { z } from 'zod'
import type { Route } from '#server'
import type { WalletParts } from '../parts.ts'
import { deleteUnreadable, readUnreadable } from '../unreadable.ts'
import { unreadablePage } from '../web/unreadable.tsx'
import { UNREADABLE } from '../web/unreadable-notice.tsx'
import { own } from './own.ts'

const form = z.object({ kind: z.string().max(40), name: z.string().max(400) })

/** What was written down and cannot be read any more. */
export function unreadableRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: UNREADABLE,
      summary: 'What was written down and cannot be read any more.',
      tag: 'Skills',
      run: async (person, { takeFlash }) => ({
        html: unreadablePage({ person, records: await readUnreadable(parts, person), flash: takeFlash() }),
      }),
    }),
    own(parts, {
      method: 'POST',
      path: `${UNREADABLE}/delete`,
      summary: 'Delete something that cannot be read any more.',
      tag: 'Skills',
      body: { form },
      run: async (person, { body, flash }) => {
        if (await deleteUnreadable(parts, person, body)) flash('It is deleted.')
        return { redirect: UNREADABLE }
      },
    }),
  ]
}
