import { z } from 'zod'
import type { Route } from '#server'
import { addStep, beginJourney } from '../keep-journey.ts'
import type { WalletParts } from '../parts.ts'
import { readJourneys } from '../read-journeys.ts'
import { LEARNING_JOURNEY } from '../records/journey-kind.ts'
import { deletePersonal } from '../records/personal.ts'
import { journeyFormPage, journeyPage } from '../web/skills/journey.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Skills'
const AT = '/skills/journey'
/** More than fits, so that the form itself says what does. */
const text = z.string().max(1_000).default('')
const word = z.string().max(40).default('')
const byName = z.object({ name: z.string().max(100) })

/** What somebody is learning, and how far they are. */
export function journeyRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: AT,
      summary: 'All that is learnt: enrolled, under way, paused, completed and renewed, by its days.',
      tag: TAG,
      run: async (person, { takeFlash }) => ({
        html: journeyPage({ person, ...(await readJourneys(parts, person)), flash: takeFlash() }),
      }),
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/new`,
      summary: 'The form of something that is learnt.',
      tag: TAG,
      run: async (person, { now }) => {
        const wish = { title: '', provider: '', status: 'Enrolled', on: now.toISOString().slice(0, 10) }
        return { html: journeyFormPage({ person, wish, faults: {} }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: AT,
      summary: 'Write down something that is learnt.',
      tag: TAG,
      body: { form: z.object({ title: text, provider: text, status: word, on: word }) },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body: wish, flash }) => {
        const begun = await beginJourney(parts, person, wish)
        if ('faults' in begun) return { status: 422, html: journeyFormPage({ person, wish, faults: begun.faults }) }
        flash('It is written down.')
        return { redirect: `${AT}#${begun.name}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:name/step`,
      summary: 'Say that it stands otherwise from a day on.',
      tag: TAG,
      params: byName,
      body: { form: z.object({ status: word, on: word, credential: LEARNING_JOURNEY.schema.shape.credential }) },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { params: { name }, body: wish, flash }) => {
        const read = await readJourneys(parts, person)
        const faults = await addStep(parts, person, name, { wish, achieved: read.achieved })
        if (faults !== null)
          return { status: 422, html: journeyPage({ person, ...read, refused: { name, faults, wish } }) }
        flash('It is written down.')
        return { redirect: `${AT}#${name}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:name/delete`,
      summary: 'Delete what was written down of something that is learnt.',
      tag: TAG,
      params: byName,
      body: 'form',
      run: async (person, { params: { name }, flash }) => {
        if (await deletePersonal(parts, person, LEARNING_JOURNEY, name)) flash('It is deleted.')
        return { redirect: AT }
      },
    }),
  ]
}
