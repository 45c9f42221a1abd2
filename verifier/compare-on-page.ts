import { z } from 'zod'
import { PassportError } from '#platform'
import { type Answer, PROBLEMS, type UploadedFile } from '#server'
import { compareCandidates, type Frameworks, findTarget, frameworks } from '#skills'
import { type CheckParts, check, follow } from './check.ts'
import { blindChoice } from './check-on-page.ts'
import { employerView, type ReadEmployerView } from './employer/employer-view.ts'
import { mediaTypeOf, readText, readThing, type Thing } from './read.ts'
import { textOf } from './sent-again.ts'
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

/** A candidate as they were handed in, and as they were found. */
interface Found {
  read: ReadEmployerView
  /** To be handed in again; null where that is not possible. */
  sent: string | null
}

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
    return { status: 422, html: comparePage({ known, wish, isBlind, faults }), headers }
  }
  const candidates = [one, other].map(({ read: { evidence, holder } }, at) => ({ name: `${at}`, evidence, holder }))
  const answer = compareCandidates(target, candidates, {
    on: one.read.view.on,
    currency: known.currency,
    levels: known.levels,
  })
  const views = [one.read.view, other.read.view] as const
  const again =
    one.sent === null || other.sent === null ? null : { one: one.sent, other: other.sent, target: wish.target }
  return { html: comparisonPage({ target, rows: answer.value, views, isBlind, again }), headers }
}

const fileOf = (files: readonly UploadedFile[], field: 'one' | 'other') =>
  files.find((file) => file.field === `${field}File` && file.bytes.length > 0)

async function candidate(
  text: string,
  file: UploadedFile | undefined,
  known: Frameworks,
  parts: CheckParts,
): Promise<Found | { fault: string }> {
  if (file === undefined && text.trim() === '') return { fault: 'Paste their link, or choose their file.' }
  try {
    const thing: Thing = file === undefined ? readText(text) : readThing(file.bytes, mediaTypeOf(file.bytes))
    const found = await follow(thing, {}, parts)
    if ('answer' in found) return { fault: 'Nothing could be had at this link now. Check it, or ask for a new one.' }
    const answer = await check(found.thing, {}, parts)
    return { read: employerView(answer, known), sent: textOf(found.thing) }
  } catch (error) {
    if (!(error instanceof PassportError) || error.code === 'internal' || PROBLEMS[error.code][0] >= 500) throw error
    return { fault: error.message }
  }
}
