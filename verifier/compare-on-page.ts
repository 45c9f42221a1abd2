import { z } from 'zod'
import { PassportError } from '#platform'
import { type Answer, PROBLEMS, type UploadedFile } from '#server'
import { compareCandidates, type Frameworks, findTarget, frameworks } from '#skills'
import { type CheckParts, check, follow } from './check.ts'
import { blindChoice, pastedAgain } from './check-on-page.ts'
import { employerView, type ReadEmployerView } from './employer/employer-view.ts'
import { mediaTypeOf, readText, readThing, type Thing } from './read.ts'
import { type CompareFaults, comparePage } from './web/compare-page.tsx'
import { comparisonPage } from './web/comparison-page.tsx'

export const compareQuery = z.object({ blind: blindChoice })

/** What the page's form sends, besides files: `oneFile` and `otherFile`. */
export const compareForm = z.object({
  one: z.string().default(''),
  other: z.string().default(''),
  target: z.string().max(200).default(''),
  blind: blindChoice,
})

type Wish = z.infer<typeof compareForm>

/** Compares what two people show with what one role or standard asks for: evidence beside evidence, and no score. */
export async function compareSubmitted(wish: Wish, files: readonly UploadedFile[], parts: CheckParts): Promise<Answer> {
  const known = frameworks()
  const target = findTarget(known, wish.target)
  const [one, other] = await Promise.all(
    (['one', 'other'] as const).map((field) => candidate(wish[field], fileOf(files, field), known, parts)),
  )
  const faults: CompareFaults = {
    ...(one !== undefined && 'fault' in one ? { one: one.fault } : {}),
    ...(other !== undefined && 'fault' in other ? { other: other.fault } : {}),
    ...(target === null ? { target: 'Choose what to compare them for.' } : {}),
  }
  const isBlind = wish.blind === 'on'
  const headers = { 'Cache-Control': 'no-store' }
  if (target === null || one === undefined || other === undefined || 'fault' in one || 'fault' in other) {
    const given = { ...wish, one: pastedAgain(wish.one, isBlind), other: pastedAgain(wish.other, isBlind) }
    return { status: 422, html: comparePage({ known, wish: given, isBlind, faults }), headers }
  }
  const candidates = [one, other].map(({ evidence, holder }, at) => ({ name: `${at}`, evidence, holder }))
  const answer = compareCandidates(target, candidates, {
    on: one.view.on,
    currency: known.currency,
    levels: known.levels,
  })
  return { html: comparisonPage({ target, rows: answer.value, views: [one.view, other.view], isBlind }), headers }
}

const fileOf = (files: readonly UploadedFile[], field: 'one' | 'other') =>
  files.find((file) => file.field === `${field}File` && file.bytes.length > 0)

async function candidate(
  text: string,
  file: UploadedFile | undefined,
  known: Frameworks,
  parts: CheckParts,
): Promise<ReadEmployerView | { fault: string }> {
  if (file === undefined && text.trim() === '') return { fault: 'Paste their link, or choose their file.' }
  try {
    const thing: Thing = file === undefined ? readText(text) : readThing(file.bytes, mediaTypeOf(file.bytes))
    const found = await follow(thing, {}, parts)
    if ('answer' in found) return { fault: 'Nothing could be had at this link now. Check it, or ask for a new one.' }
    return employerView(await check(found.thing, {}, parts), known)
  } catch (error) {
    if (!(error instanceof PassportError) || error.code === 'internal' || PROBLEMS[error.code][0] >= 500) throw error
    return { fault: error.message }
  }
}
