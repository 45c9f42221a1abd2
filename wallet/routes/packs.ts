import { z } from 'zod'
import { termOfSkill } from '#credential'
import { PassportError } from '#platform'
import { attachment, type Route } from '#server'
import { type Frameworks, skillsNamedIn, targetChoices, targetsNamedIn, VACANCY } from '#skills'
import { packPdf } from '../formats/pack-pdf.ts'
import { type Application, presentationIn, proposePack, readPack } from '../pack.ts'
import type { WalletParts } from '../parts.ts'
import type { Person } from '../records/person.ts'
import { findShare } from '../records/shares.ts'
import { type ShareFaults, type ShareWish, share, shareUrl } from '../share.ts'
import { readPassport } from '../skills/read-passport.ts'
import { packFormPage } from '../web/skills/pack-form.tsx'
import { packTargetPage, vacancyPage } from '../web/skills/pack-target.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Sharing'

const params = z.object({ id: z.string().max(64) })
const target = z.string().max(200)
const chosen = z.array(z.string().max(100)).optional()
const MOST_TERMS = 100
const vacancyFields = {
  title: z.string().max(300).default(''),
  term: z.array(z.string().max(400)).max(MOST_TERMS).default([]),
  /** Further skills, one on each line. */
  more: z.string().max(10_000).default(''),
}
const packForm = z.object({
  target,
  ...vacancyFields,
  credential: chosen,
  work: chosen,
  audience: z.string().max(1_000).default(''),
  lasts: z.string().max(10).default(''),
  until: z.string().max(20).default(''),
  uses: z.string().max(20).default(''),
})

/** Application packs: what shows that somebody can do what a role asks for, as a link, a code, a PDF and a presentation. */
export function packRoutes(parts: WalletParts): Route[] {
  const proposalOf = async (person: Person, application: Application) => {
    const proposal = await proposePack(parts, person, application)
    if (proposal === null) throw new PassportError('request.notFound', 'There is nothing of that name to apply for.')
    return proposal
  }
  return [
    own(parts, {
      method: 'GET',
      path: '/packs/new',
      summary: 'What goes into an application pack: what is proposed for a role or standard, to choose from.',
      tag: TAG,
      query: z.object({ target: target.optional(), ...vacancyFields }),
      run: async (person, { query }) => {
        if (query.target === undefined) {
          return { html: packTargetPage({ person, choices: targetChoices(parts.frameworks) }) }
        }
        const application = applicationIn({ ...query, target: query.target }, parts.frameworks)
        const proposal = await proposalOf(person, application)
        const wish = { ...EMPTY, credential: [...proposal.proposed], lasts: '30' }
        const work = proposal.work.map(({ name }) => name)
        return { html: packFormPage({ person, application, proposal, wish, work, faults: {} }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: '/packs/vacancy',
      summary: 'The skills that the text of a vacancy names, to choose from.',
      tag: TAG,
      limit: { requests: 20, seconds: 60 },
      body: { form: z.object({ text: z.string().max(50_000).default(''), title: vacancyFields.title }) },
      responses: PAGE,
      run: async (person, { body: { text, title } }) => {
        const { facts, known } = await readPassport(parts, person)
        const own = facts.flatMap(({ skills }) => skills.map((name) => ({ term: termOfSkill(name, known), name })))
        const skills = skillsNamedIn(text, [...known.names, ...own])
        const targets = targetsNamedIn(text, known)
        const fault = text.trim() === '' ? 'Paste the text of the vacancy.' : undefined
        const html = vacancyPage({ person, title, text, skills, targets, fault })
        return fault === undefined ? { html } : { status: 422, html }
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
        const application = applicationIn(body, parts.frameworks)
        const proposal = await proposalOf(person, application)
        const wish = { ...EMPTY, ...body, credential: body.credential ?? [] }
        const work = proposal.work.flatMap(({ name }) => (body.work?.includes(name) ? [name] : []))
        const again = (faults: ShareFaults) => packFormPage({ person, application, proposal, wish, work, faults })
        const made = await share(parts, person, wish, { pack: { ...application, work } })
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

/** A target by its id; or a vacancy, by the skills that were chosen of its text and those that were added. */
function applicationIn(
  { target, title, term, more }: { target: string; title: string; term: readonly string[]; more: string },
  known: Frameworks,
): Application {
  if (target !== VACANCY) return { target, vacancy: null }
  const added = more
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const terms = [...new Set([...term, ...added.map((name) => termOfSkill(name, known))])].slice(0, MOST_TERMS)
  return { target, vacancy: { title: title.trim() || 'a vacancy', terms } }
}

const EMPTY: ShareWish = { credential: [], leaveOut: [], audience: '', lasts: '', until: '', uses: '' }
