import { z } from 'zod'
import { PassportError } from '#platform'
import { attachment, type Route } from '#server'
import {
  beginClaim,
  changeClaim,
  copyClaim,
  noteSent,
  readClaim,
  showOutcome,
  wishOf,
} from '../claim-prior-learning.ts'
import { claimPdf } from '../formats/prior-learning-pdf.ts'
import type { WalletParts } from '../parts.ts'
import type { Person } from '../records/person.ts'
import { deletePersonal, findPersonal, listPersonal } from '../records/personal.ts'
import { PRIOR_LEARNING_CLAIM } from '../records/prior-learning-kind.ts'
import { knownOutcomes, outcomeChoices } from '../skills/outcomes.ts'
import { claimFormPage, claimsPage } from '../web/skills/prior-learning.tsx'
import { claimPage, outcomePage } from '../web/skills/prior-learning-claim.tsx'
import { ONWARDS, own, PAGE } from './own.ts'

const TAG = 'Skills'
const AT = '/skills/prior-learning'

const params = z.object({ claim: z.string().max(100) })
const outcomeParams = params.extend({ number: z.string().regex(/^[1-9]\d?$/) })
const from = z.string().max(120).default('')
const claimForm = z.object({
  title: z.string().max(1_000).default(''),
  provider: z.string().max(1_000).default(''),
  outcomes: z.string().max(40_000).default(''),
  from,
})
const outcomeForm = z.object({ item: z.array(z.string().max(200)).max(1_000).default([]) })

/** Claims for prior learning: outcome by outcome what shows it. */
export function priorLearningRoutes(parts: WalletParts): Route[] {
  const choices = outcomeChoices(parts.frameworks)
  const outcomeOf = async (person: Person, name: string, number: string) => {
    const read = await readClaim(parts, person, name)
    const at = Number(number) - 1
    if (read.claim.outcomes[at] === undefined) {
      throw new PassportError('request.notFound', 'This claim has no such outcome. Choose one from its list.')
    }
    return { read, at }
  }
  return [
    own(parts, {
      method: 'GET',
      path: AT,
      summary: 'The claims for prior learning of the person who is signed in.',
      tag: TAG,
      run: async (person, { takeFlash }) => {
        const claims = (await listPersonal(parts, person, PRIOR_LEARNING_CLAIM)).toReversed()
        return { html: claimsPage({ person, claims, flash: takeFlash() }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/new`,
      summary: 'The form of a new claim, with the outcomes of a unit, qualification or standard that is known.',
      tag: TAG,
      query: z.object({ from }),
      run: async (person, { query }) => {
        const known = knownOutcomes(parts.frameworks, query.from)
        const outcomes = known?.outcomes.join('\n') ?? ''
        const wish = { title: known?.title ?? '', provider: '', outcomes, from: known === null ? '' : query.from }
        return { html: claimFormPage({ person, choices, wish, faults: {} }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: AT,
      summary: 'Begin a claim.',
      tag: TAG,
      body: { form: claimForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { body: wish, flash }) => {
        const made = await beginClaim(parts, person, wish)
        if ('faults' in made) {
          return { status: 422, html: claimFormPage({ person, choices, wish, faults: made.faults }) }
        }
        flash('Your claim is begun. It is kept as you go on.')
        return { redirect: `${AT}/${made.name}` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:claim`,
      summary: 'One claim: each outcome with what shows it, and what is missing.',
      tag: TAG,
      params,
      run: async (person, { params: { claim }, takeFlash }) => {
        const read = await readClaim(parts, person, claim)
        return { html: claimPage({ person, read, flash: takeFlash() }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:claim/edit`,
      summary: 'The form of a claim that was not sent yet.',
      tag: TAG,
      params,
      run: async (person, { params: { claim: name } }) => {
        const { content } = await findPersonal(parts, person, PRIOR_LEARNING_CLAIM, name)
        return { html: claimFormPage({ person, name, choices, wish: wishOf(content), faults: {} }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:claim`,
      summary: 'Change a claim that was not sent yet.',
      tag: TAG,
      params,
      body: { form: claimForm },
      responses: { ...PAGE, ...ONWARDS },
      run: async (person, { params: { claim: name }, body: wish, flash }) => {
        const changed = await changeClaim(parts, person, name, wish)
        if ('faults' in changed) {
          return { status: 422, html: claimFormPage({ person, name, choices, wish, faults: changed.faults }) }
        }
        flash('It is changed.')
        return { redirect: `${AT}/${name}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:claim/sent`,
      summary: 'Note that a claim was sent. It then stays as it is.',
      tag: TAG,
      params,
      run: async (person, { params: { claim }, flash }) => {
        await noteSent(parts, person, claim)
        flash('It is noted. The claim stays as you sent it.')
        return { redirect: `${AT}/${claim}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:claim/copy`,
      summary: 'Make a copy of a claim, to change.',
      tag: TAG,
      params,
      run: async (person, { params: { claim }, flash }) => {
        const name = await copyClaim(parts, person, claim)
        flash('This is a copy. You can change it.')
        return { redirect: `${AT}/${name}` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:claim/claim.pdf`,
      summary: 'One claim as a PDF.',
      tag: TAG,
      params,
      responses: { 200: { description: 'A PDF.', mediaType: 'application/pdf' } },
      run: async (person, { params: { claim } }) => {
        const read = await readClaim(parts, person, claim)
        const bytes = await claimPdf({ read, name: person.name ?? person.email, madeAt: parts.now() })
        return attachment(bytes, { name: 'claim.pdf', mediaType: 'application/pdf' })
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:claim/outcomes/:number`,
      summary: 'What can be put to one outcome.',
      tag: TAG,
      params: outcomeParams,
      run: async (person, { params: { claim, number } }) => ({
        html: outcomePage({ person, ...(await outcomeOf(person, claim, number)) }),
      }),
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:claim/outcomes/:number`,
      summary: 'Put things to one outcome, in the place of those before.',
      tag: TAG,
      params: outcomeParams,
      body: { form: outcomeForm },
      run: async (person, { params: { claim, number }, body: { item: items }, flash }) => {
        const { read, at } = await outcomeOf(person, claim, number)
        await showOutcome(parts, person, read, { at, items })
        flash('It is kept.')
        return { redirect: `${AT}/${claim}` }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:claim/delete`,
      summary: 'Delete a claim.',
      tag: TAG,
      params,
      run: async (person, { params: { claim }, flash }) => {
        if (await deletePersonal(parts, person, PRIOR_LEARNING_CLAIM, claim)) flash('The claim is deleted.')
        return { redirect: AT }
      },
    }),
  ]
}
