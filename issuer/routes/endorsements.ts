import { z } from 'zod'
import { PassportError, parseJsonObject, uuid } from '#platform'
import { type Answer, type Route, route } from '#server'
import { attachEndorsement, detachEndorsement } from '../attach-endorsement.ts'
import { slug } from '../create-issuer.ts'
import { endorse, previewEndorsement } from '../endorse.ts'
import { endorsementForm, readEndorsementForm } from '../endorsement-form.ts'
import type { IssuerParts } from '../parts.ts'
import { findAchievement } from '../records/achievements.ts'
import { getIssued } from '../records/credentials.ts'
import { staffOf } from '../viewer.ts'
import { ENDORSEMENTS, endorsementFormPage, endorsementPreviewPage } from '../web/endorsement-form-page.tsx'
import { marksPage } from '../web/marks-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const bySlug = z.object({ slug })
const MARKS = '/console/achievements/:slug/marks'
const MAX_BYTES = 256 * 1024

const signForm = endorsementForm.extend({
  once: z.uuid(),
  step: z.enum(['preview', 'edit', 'sign']).default('preview'),
})

/** Endorsements: of others, to sign; and by others, to attach to what one awards. */
export function endorsementRoutes(parts: IssuerParts): Route[] {
  return [...signing(parts), ...attaching(parts)]
}

function signing(parts: IssuerParts): Route[] {
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: ENDORSEMENTS,
      summary: 'The form that endorses what somebody else awards or is.',
      responses: PAGE,
      run: async ({ user, now }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const form = endorsementForm.parse({ validFrom: now.toISOString().slice(0, 10) })
        return { html: endorsementFormPage({ staff, form, once: uuid() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: ENDORSEMENTS,
      summary: 'Look at an endorsement before it is signed, or sign it.',
      body: { form: signForm },
      responses: ONWARDS,
      run: async ({ user, body: { once, step, ...form }, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const shown = { staff, form, once }
        if (step === 'edit') return { html: endorsementFormPage(shown) }
        const read = readEndorsementForm(form)
        if ('faults' in read) return { status: 422, html: endorsementFormPage({ ...shown, faults: read.faults }) }
        const { endorsement } = read
        if (step === 'preview') {
          const summary = await previewEndorsement(endorsement, once, staff, parts)
          return { html: endorsementPreviewPage({ ...shown, summary }) }
        }
        const { id } = await endorse(endorsement, once, staff, parts)
        flash('Signed. Download it and hand it to whom it is for; revoke it here to withdraw it.')
        return { redirect: `/console/credentials/${id}` }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${ENDORSEMENTS}/:id/download`,
      summary: 'An endorsement that was signed, as a file to hand over.',
      params: z.object({ id: z.uuid() }),
      responses: { 200: { description: 'The credential.', mediaType: 'application/vc' } },
      run: async ({ user, params }): Promise<Answer> => {
        const staff = await staffOf(user, 'viewer', parts)
        const { signed, id } = await getIssued(parts.storage.db, staff.issuer.id, params.id)
        if (signed === null) throw new PassportError('credential.notFound', 'What was signed is not kept any more.')
        return {
          json: parseJsonObject(signed),
          contentType: 'application/vc',
          headers: { 'Content-Disposition': `attachment; filename="endorsement-${id}.json"` },
        }
      },
    }),
  ]
}

function attaching(parts: IssuerParts): Route[] {
  const page = async (staff: Awaited<ReturnType<typeof staffOf>>, name: string) => {
    const achievement = await findAchievement(parts.storage.db, staff.issuer.id, name)
    if (achievement === undefined) throw new PassportError('request.notFound', 'You have no such achievement.')
    return { staff, achievement, baseUrl: parts.config.baseUrl }
  }
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: MARKS,
      summary: 'What others say of an achievement, and the form that attaches more.',
      params: bySlug,
      responses: PAGE,
      run: async ({ user, params, takeFlash }) => {
        const shown = await page(await staffOf(user, 'viewer', parts), params.slug)
        return { html: marksPage({ ...shown, flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: MARKS,
      summary: 'Check an endorsement and attach it to an achievement, as a new version.',
      params: bySlug,
      body: { multipart: z.object({ text: z.string().max(MAX_BYTES).default('') }), maxBytes: 2 * MAX_BYTES },
      responses: ONWARDS,
      run: async ({ user, params, body, files, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const shown = await page(staff, params.slug)
        const file = files.find(({ bytes }) => bytes.length > 0)
        const given = file?.bytes ?? body.text
        if (given.length === 0) {
          return { status: 422, html: marksPage({ ...shown, fault: 'Paste an endorsement, or choose its file.' }) }
        }
        const attached = await attachEndorsement(shown.achievement, given, staff, parts)
        if ('fault' in attached)
          return { status: 422, html: marksPage({ ...shown, fault: attached.fault, text: body.text }) }
        if ('refused' in attached) {
          return { status: 422, html: marksPage({ ...shown, refused: attached.refused, text: body.text }) }
        }
        const isKnown = attached.results.some(({ outcome }) => outcome === 'passed')
        flash(
          `Attached as version ${attached.achievement.version}. Every award carries it from now on.${isKnown ? '' : ' No list used here knows who signed it; each verifier decides by its own lists.'}`,
        )
        return { redirect: `/console/achievements/${params.slug}/marks` }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${MARKS}/remove`,
      summary: 'Take an endorsement off an achievement, as a new version.',
      params: bySlug,
      body: { form: z.object({ place: z.coerce.number().int().min(0), version: z.coerce.number().int() }) },
      responses: ONWARDS,
      run: async ({ user, params, body, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const { achievement } = await page(staff, params.slug)
        if (achievement.version !== body.version) {
          throw new PassportError(
            'request.conflict',
            'The achievement has changed meanwhile. Look at it and try again.',
          )
        }
        const { version } = await detachEndorsement(achievement, body.place, staff, parts)
        flash(`Taken off, in version ${version}. What was awarded before keeps it.`)
        return { redirect: `/console/achievements/${params.slug}/marks` }
      },
    }),
  ]
}
