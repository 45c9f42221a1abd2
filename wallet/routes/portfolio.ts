import { z } from 'zod'
import type { Route } from '#server'
import { askToConfirm, confirmUrl, takeBackRequest } from '../confirm.ts'
import { addEvidence, deleteEvidence, EVIDENCE_LIMITS, openEvidence } from '../evidence.ts'
import type { WalletParts } from '../parts.ts'
import { deleteEntry, findEntry, listPortfolio, saveItem } from '../portfolio.ts'
import type { Person } from '../records/person.ts'
import { portfolioPage } from '../web/skills/portfolio.tsx'
import { itemFormPage } from '../web/skills/portfolio-form.tsx'
import { portfolioItemPage } from '../web/skills/portfolio-item.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Skills'
const AT = '/portfolio'

const params = z.object({ item: z.string().max(100) })
const fileParams = params.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) })
const text = z.string().max(10_000).default('')
const itemForm = z.object({
  type: text,
  title: text,
  about: text,
  skill: text,
  contribution: text,
  team: text,
  link: text,
})

/** What a person made or did, with its evidence, and links by which others confirm it. */
export function portfolioRoutes(parts: WalletParts): Route[] {
  const shown = async (person: Person, name: string, more: { flash?: string | undefined; fault?: string } = {}) => {
    const entry = await findEntry(parts, person, name)
    const urlOf = (token: string) => confirmUrl(parts, person, token)
    return portfolioItemPage({ person, entry, urlOf, now: parts.now(), ...more })
  }
  return [
    own(parts, {
      method: 'GET',
      path: AT,
      summary: 'The portfolio of the person who is signed in.',
      tag: TAG,
      help: 'portfolio',
      run: async (person, { takeFlash }) => ({
        html: portfolioPage({ person, entries: await listPortfolio(parts, person), flash: takeFlash() }),
      }),
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/new`,
      summary: 'The form of a new item.',
      tag: TAG,
      help: 'portfolio',
      run: async (person) => ({ html: itemFormPage({ person }) }),
    }),
    own(parts, {
      method: 'POST',
      path: AT,
      summary: 'Put something into the portfolio.',
      tag: TAG,
      help: 'portfolio',
      body: { form: itemForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body: wish, flash }) => {
        const made = await saveItem(parts, person, wish)
        if ('faults' in made) return { status: 422, html: itemFormPage({ person, wish, faults: made.faults }) }
        flash('It is in your portfolio. Now you can add files, and ask someone to confirm it.')
        return { redirect: `${AT}/${made.name}` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:item`,
      summary: 'One item: its files, and who confirms it.',
      tag: TAG,
      help: 'portfolio',
      params,
      run: async (person, { params: { item }, takeFlash }) => ({
        html: await shown(person, item, { flash: takeFlash() }),
      }),
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:item/edit`,
      summary: 'The form of an item that is there.',
      tag: TAG,
      help: 'portfolio',
      params,
      run: async (person, { params: { item } }) => {
        const entry = await findEntry(parts, person, item)
        return { html: itemFormPage({ person, name: item, wish: entry.item }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:item`,
      summary: 'Change an item.',
      tag: TAG,
      help: 'portfolio',
      params,
      body: { form: itemForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { params: { item: name }, body: wish, flash }) => {
        await findEntry(parts, person, name)
        const made = await saveItem(parts, person, wish, name)
        if ('faults' in made) return { status: 422, html: itemFormPage({ person, name, wish, faults: made.faults }) }
        flash('It is changed.')
        return { redirect: `${AT}/${name}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:item/files`,
      summary: 'Add a file to an item.',
      tag: TAG,
      help: 'portfolio',
      params,
      body: { multipart: z.object({}), maxBytes: EVIDENCE_LIMITS.fileBytes },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { params: { item }, files: [file], flash }) => {
        await findEntry(parts, person, item)
        const added = await addEvidence(parts, person, item, file ?? { name: '', bytes: new Uint8Array() })
        if ('fault' in added) return { status: 422, html: await shown(person, item, { fault: added.fault }) }
        flash('The file is there.')
        return { redirect: `${AT}/${item}` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:item/files/:digest`,
      summary: 'A file of an item, as it was added.',
      tag: TAG,
      params: fileParams,
      responses: { 200: { description: 'The file.', mediaType: 'application/octet-stream' } },
      run: async (person, { params: { item, digest } }) => fileAnswer(await openEvidence(parts, person, item, digest)),
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:item/files/:digest/delete`,
      summary: 'Delete a file of an item.',
      tag: TAG,
      params: fileParams,
      run: async (person, { params: { item, digest }, flash }) => {
        await deleteEvidence(parts, person, item, digest)
        flash('The file is deleted.')
        return { redirect: `${AT}/${item}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:item/ask`,
      summary: 'Make a link by which somebody can confirm an item.',
      tag: TAG,
      params,
      run: async (person, { params: { item }, flash }) => {
        await askToConfirm(parts, person, item)
        flash('The link is ready. Send it to someone who saw what you did.')
        return { redirect: `${AT}/${item}#asked` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:item/take-back`,
      summary: 'Take back a link by which somebody could confirm.',
      tag: TAG,
      params,
      body: { form: z.object({ token: z.string().max(100) }) },
      run: async (person, { params: { item }, body: { token }, flash }) => {
        await takeBackRequest(parts, person, token)
        flash('The link does not work any more.')
        return { redirect: `${AT}/${item}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:item/delete`,
      summary: 'Delete an item with its files and confirmations.',
      tag: TAG,
      params,
      run: async (person, { params: { item }, flash }) => {
        await deleteEntry(parts, person, item)
        flash('It is deleted.')
        return { redirect: AT }
      },
    }),
  ]
}

/** A file to save, and never one that a browser opens here: anyone may have made it. */
export function fileAnswer({ name, bytes }: { name: string; bytes: Uint8Array }) {
  const headers = {
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, escaped)}`,
    'Cache-Control': 'no-store',
  }
  return { bytes, contentType: 'application/octet-stream', headers }
}

/** What RFC 8187 §3.2.1 wants escaped, and `encodeURIComponent` does not. */
const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
