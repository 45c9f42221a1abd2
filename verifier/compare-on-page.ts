import { z } from 'zod'
import type { Answer, UploadedFile } from '#server'
import { compareCandidates, type Frameworks, findTarget, frameworks } from '#skills'
import { readCandidate } from './candidate.ts'
import type { CheckParts } from './check.ts'
import { blindChoice, pastedAgain } from './check-on-page.ts'
import type { ReadEmployerView } from './employer/employer-view.ts'
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
  return await readCandidate(file === undefined ? { text } : { file }, known, parts)
}
