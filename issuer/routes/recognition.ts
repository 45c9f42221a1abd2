import { z } from 'zod'
import { PassportError, uuid } from '#platform'
import { type Route, route } from '#server'
import type { IssuerParts } from '../parts.ts'
import { decideRecognition } from '../recognition/decide.ts'
import { openPack } from '../recognition/open-pack.ts'
import { openRequest, type RecognitionRequest, sealRequest } from '../recognition/request.ts'
import { type RecognitionTarget, recognitionTargets } from '../recognition/target.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { recognitionDecisionPage } from '../web/recognition-decision-page.tsx'
import { recognitionPage } from '../web/recognition-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const AT = '/console/recognition'
const text = z.string().max(2_048).default('')
const day = z.iso.date()

const openForm = z.object({ link: text, target: text, registered: text })
const decisionForm = z.object({
  request: z.string().max(500_000),
  decision: z.array(z.string().max(20)).max(50).default([]),
  note: z.string().max(5_000).default(''),
  name: text,
  email: text,
})

/** What learners bring from elsewhere: opened by the link that they share, decided, signed, and sent back. */
export function recognitionRoutes(parts: IssuerParts): Route[] {
  const today = () => parts.now().toISOString().slice(0, 10)
  const targetOf = async (staff: Staff, key: string): Promise<RecognitionTarget | undefined> =>
    (await recognitionTargets(staff.issuer, parts)).find((one) => one.key === key)
  return [
    route({
      ...STAFF,
      method: 'GET',
      path: AT,
      summary: 'The form that opens what a learner shares, to decide what of it is recognised.',
      responses: PAGE,
      run: async ({ user, takeFlash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const targets = await recognitionTargets(staff.issuer, parts)
        const form = { link: '', target: '', registered: today() }
        return { html: recognitionPage({ staff, targets, form, faults: {}, flash: takeFlash() }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: AT,
      summary: 'Open what a learner shares, which spends one use of the link, and check it.',
      body: { form: openForm },
      responses: PAGE,
      run: async ({ user, body: form }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const targets = await recognitionTargets(staff.issuer, parts)
        const target = targets.find(({ key }) => key === form.target)
        const registered = day.safeParse(form.registered.trim() || today())
        const opened = target && registered.success ? await openOrFault(form.link.trim(), parts) : undefined
        if (target === undefined || !registered.success || opened === undefined || 'fault' in opened) {
          const faults = {
            ...(target === undefined ? { target: 'Choose for what it should be recognised.' } : {}),
            ...(registered.success ? {} : { registered: `Write the day as ${today()}, the year first.` }),
            ...(opened !== undefined && 'fault' in opened ? { link: opened.fault } : {}),
          }
          return { status: 422, html: recognitionPage({ staff, targets, form, faults }) }
        }
        const request: RecognitionRequest = {
          target: target.key,
          registered: registered.data,
          once: uuid(),
          pack: opened.pack,
        }
        const sealed = sealRequest(request, staff.issuer, parts)
        const empty = { decision: [], note: '', name: '', email: '' }
        return {
          html: recognitionDecisionPage({ staff, request, target, sealed, form: empty, on: today() }),
        }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${AT}/decision`,
      summary: 'Sign what was decided, and send the learner the link to take it.',
      body: { form: decisionForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async ({ user, body: { request: sealed, ...form }, flash }) => {
        const staff = await staffOf(user, 'issuer', parts)
        const request = openRequest(sealed, staff.issuer, parts)
        const target = await targetOf(staff, request.target)
        if (target === undefined) {
          throw new PassportError('request.notFound', 'What this was to be recognised for is not there any more.')
        }
        const made = await decideRecognition(form, { request, target }, staff, parts)
        if ('faults' in made) {
          const view = { staff, request, target, sealed, form, on: today(), faults: made.faults }
          return { status: 422, html: recognitionDecisionPage(view) }
        }
        flash('Signed. We have sent the learner the link to take the decision.')
        return { redirect: `/console/credentials/${made.id}` }
      },
    }),
  ]
}

/** What cannot be opened is told beside the link, in words; what is wrong with us goes on. */
async function openOrFault(link: string, parts: IssuerParts) {
  if (!URL.canParse(link)) return { fault: 'Paste the whole link that the learner sent, from https:// on.' }
  try {
    return { pack: await openPack(link, parts) }
  } catch (error) {
    if (!(error instanceof PassportError) || error.code === 'internal') throw error
    return { fault: error.message }
  }
}
