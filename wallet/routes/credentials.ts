import { z } from 'zod'
import { compactMediaType, looksCompact } from '#credential'
import { PassportError } from '#platform'
import type { Route } from '#server'
import { badgeFile } from '#web'
import { check } from '../check.ts'
import { keepAnyway } from '../decide.ts'
import { deleteCredential, sharesOf } from '../delete-credential.ts'
import { fileName } from '../file-name.ts'
import { importParts } from '../import.ts'
import { resultOf } from '../import-files.ts'
import type { WalletParts } from '../parts.ts'
import { findCredential, type HeldCredential } from '../records/credentials.ts'
import { textToGive } from '../shown-copies.ts'
import { credentialPage, undecidedPage, verdictPage } from '../web/credential.tsx'
import { importedPage } from '../web/imported.tsx'
import { own, PAGE } from './own.ts'

const params = z.object({ id: z.string().max(64) })

/** An Open Badge 2.0 is no credential of the VC Data Model, and so of none of its media types. */
function mediaTypeOf({ text, received: { securing } }: HeldCredential): string {
  if (looksCompact(text)) return securing === 'open-badges-2' ? 'application/jwt' : compactMediaType(text)
  return securing === 'open-badges-2' ? 'application/ld+json' : 'application/vc'
}

/** One credential, and what its holder does with it. */
export function credentialRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/credentials/:id',
      summary: 'One credential.',
      params,
      run: async (person, { params: { id }, takeFlash }) => {
        const held = await findCredential(parts, person, id)
        if (held.state === 'undecided') return { html: undecidedPage({ person, held }) }
        const shares = await sharesOf(parts, person, id)
        return { html: credentialPage({ person, held, shares: shares.length, flash: takeFlash() }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/credentials/:id/verdict',
      summary: 'What a verifier would say of it now.',
      params,
      run: async (person, { params: { id }, takeFlash }) => ({
        html: verdictPage({ person, ...(await check(parts, person, id)), flash: takeFlash() }),
      }),
    }),
    own(parts, {
      method: 'GET',
      path: '/credentials/:id/download',
      summary: 'The credential itself, exactly as it was received.',
      params,
      responses: { 200: { description: 'The signed credential.', mediaType: 'application/vc' } },
      run: async (person, { params: { id } }) => {
        const held = await findCredential(parts, person, id)
        return {
          bytes: held.text,
          contentType: mediaTypeOf(held),
          headers: { 'Content-Disposition': `attachment; filename="${fileName(held)}"` },
        }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/credentials/:id/picture/:ending',
      summary: 'A picture of the badge with the credential inside it (Open Badges 3.0 §5.3.3).',
      params: params.extend({ ending: z.enum(['png', 'svg']) }),
      responses: { 200: { description: 'The picture.', mediaType: 'image/png' } },
      run: async (person, { params: { id, ending } }) => {
        const held = await findCredential(parts, person, id)
        if (held.state === 'undecided' || held.checked.face === 'notGenuine') {
          throw new PassportError('request.conflict', 'This credential is not genuine, so there is no picture of it.')
        }
        const { bytes, contentType } = badgeFile(await textToGive(held, parts), ending, held.shown.credential)
        const headers = { 'Content-Disposition': `attachment; filename="${fileName(held, { ending })}"` }
        return { bytes, contentType, headers }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/credentials/:id/parts',
      summary: 'Keep each credential of a record by itself too; the record stays.',
      params,
      responses: PAGE,
      run: async (person, { params: { id } }) => {
        const results = await importParts(parts, person, await findCredential(parts, person, id))
        return { html: importedPage(person, { results: results.map(resultOf) }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/credentials/:id/keep',
      summary: 'Keep one that is not genuine, marked as that.',
      params,
      run: async (person, { params: { id }, flash }) => {
        await keepAnyway(parts, person, id)
        flash('It is kept, marked as not genuine.')
        return { redirect: `/credentials/${id}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/credentials/:id/delete',
      summary: 'Delete a credential.',
      params,
      run: async (person, { params: { id }, flash }) => {
        await deleteCredential(parts, person, id)
        flash('It is deleted.')
        return { redirect: '/passport' }
      },
    }),
  ]
}
