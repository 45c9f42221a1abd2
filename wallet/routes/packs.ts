import { z } from 'zod'
import { PassportError } from '#platform'
import { attachment, type Route } from '#server'
import { targetChoices } from '#skills'
import { packPdf } from '../formats/pack-pdf.ts'
import { presentationIn, proposePack, readPack } from '../pack.ts'
import type { WalletParts } from '../parts.ts'
import type { Person } from '../records/person.ts'
import { findShare } from '../records/shares.ts'
import { type ShareFaults, type ShareWish, share, shareUrl } from '../share.ts'
import { packFormPage, packTargetPage } from '../web/skills/pack-form.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Sharing'

const params = z.object({ id: z.string().max(64) })
const target = z.string().max(200)
const chosen = z.array(z.string().max(100)).optional()
const packForm = z.object({
  target,
  credential: chosen,
  work: chosen,
  audience: z.string().max(1_000).default(''),
  lasts: z.string().max(10).default(''),
  until: z.string().max(20).default(''),
  uses: z.string().max(20).default(''),
})

/** Application packs: what shows that somebody can do what a role asks for, as a link, a code, a PDF and a presentation. */
export function packRoutes(parts: WalletParts): Route[] {
  const proposalOf = async (person: Person, id: string) => {
    const proposal = await proposePack(parts, person, id)
    if (proposal === null) throw new PassportError('request.notFound', 'There is nothing of that name to apply for.')
    return proposal
  }
  return [
    own(parts, {
      method: 'GET',
      path: '/packs/new',
      summary: 'What goes into an application pack: what is proposed for a role or standard, to choose from.',
      tag: TAG,
      query: z.object({ target: target.optional() }),
      run: async (person, { query }) => {
        if (query.target === undefined) {
          return { html: packTargetPage({ person, choices: targetChoices(parts.frameworks) }) }
        }
        const proposal = await proposalOf(person, query.target)
        const wish = { ...EMPTY, credential: [...proposal.proposed], lasts: '30' }
        const work = proposal.work.map(({ name }) => name)
        return { html: packFormPage({ person, proposal, wish, work, faults: {} }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/packs',
      summary: 'Make an application pack: a share of what was chosen.',
      tag: TAG,
      body: { form: packForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body, flash }) => {
        const proposal = await proposalOf(person, body.target)
        const wish = { ...EMPTY, ...body, credential: body.credential ?? [] }
        const work = proposal.work.flatMap(({ name }) => (body.work?.includes(name) ? [name] : []))
        const again = (faults: ShareFaults) => packFormPage({ person, proposal, wish, work, faults })
        const made = await share(parts, person, wish, { target: body.target, work })
        if ('faults' in made) return { status: 422, html: again(made.faults) }
        flash('Your pack is ready: a link, a code, a PDF and a file for verifiers.')
        return { redirect: `/shares/${made.share.id}` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/shares/:id/pack.pdf',
      summary: 'An application pack as a PDF, with its presentation inside.',
      tag: TAG,
      params,
      responses: { 200: { description: 'A PDF.', mediaType: 'application/pdf' } },
      run: async (person, { params: { id } }) => {
        const found = await findShare(parts, person, id)
        const pack = await readPack(parts, person, found)
        if (pack === null) throw new PassportError('request.notFound', 'This share is no application pack.')
        const bytes = await packPdf({
          pack,
          name: person.name ?? person.email,
          audience: found.audience,
          link: { url: shareUrl(parts, found), until: found.expiresAt },
          presentation: await presentationIn(parts, person, found),
          madeAt: parts.now(),
        })
        return attachment(bytes, { name: 'application.pdf', mediaType: 'application/pdf' })
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/shares/:id/presentation.json',
      summary: 'What a share shows, as a presentation. Its holder spends no use.',
      tag: TAG,
      params,
      responses: { 200: { description: 'A presentation.', mediaType: 'application/vp' } },
      run: async (person, { params: { id } }) => {
        const presentation = await presentationIn(parts, person, await findShare(parts, person, id))
        const bytes = new TextEncoder().encode(JSON.stringify(presentation))
        return attachment(bytes, { name: 'presentation.json', mediaType: 'application/vp' })
      },
    }),
  ]
}

const EMPTY: ShareWish = { credential: [], leaveOut: [], audience: '', lasts: '', until: '', uses: '' }
