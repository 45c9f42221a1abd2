import { z } from 'zod'
import { LEARNING_SOURCES } from '#credential'
import type { Answer, UploadedFile } from '#server'
import { findTarget, frameworks } from '#skills'
import { ASSURANCE_STEPS } from '#trust'
import { forEachInOrder } from './answer.ts'
import { readCandidate } from './candidate.ts'
import type { CheckParts } from './check.ts'
import { blindChoice, pastedAgain } from './check-on-page.ts'
import { blinding } from './employer/blind.ts'
import type { EmployerView } from './employer/employer-view.ts'
import { skillsFound } from './employer/find-people.ts'
import { inNeutralOrder } from './employer/neutral-order.ts'
import { findPage } from './web/find-page.tsx'
import { findResultPage } from './web/find-result-page.tsx'

/** As many as one person can look through. */
export const MAX_PEOPLE = 30

export const findQuery = z.object({ blind: blindChoice })

/** What the page's form sends, besides a file for each person. */
export const findForm = z.object({
  links: z.string().default('').meta({ description: 'The links that people sent, one a line.' }),
  skill: z.string().max(200).default(''),
  target: z.string().max(200).default('').meta({ description: 'The id of a job, standard or qualification.' }),
  class: z.string().max(100).default(''),
  source: z.enum(['', ...LEARNING_SOURCES]).default(''),
  assurance: z.enum(['', ...ASSURANCE_STEPS]).default(''),
  blind: blindChoice,
})

/** What was brought of one person, and where it stood. */
type Given = { place: string } & ({ text: string; file?: never } | { file: UploadedFile; text?: never })

/**
 * Looks through what several people shared for a skill, or for what a job or course asks for: who shows it and by what, in an
 * order that says nothing of them. It is the same order whether one sees who they are or not.
 */
export async function findSubmitted(
  { links, blind, target: targetId, ...wish }: z.infer<typeof findForm>,
  files: readonly UploadedFile[],
  parts: CheckParts,
): Promise<Answer> {
  const known = frameworks()
  const isBlind = blind === 'on'
  const target = findTarget(known, targetId)
  const headers = { 'Cache-Control': 'no-store' }
  const lines = links.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const chosen = files.filter(({ bytes }) => bytes.length > 0)
  const given = inNeutralOrder<Given>([
    ...lines.map((text, at) => ({ text, place: `Link ${at + 1}` })),
    ...chosen.map((file, at) => ({ file, place: `File ${at + 1}` })),
  ])
  const fault = faultOf(given.length)
  if (fault !== undefined) {
    const again = lines.map((line) => pastedAgain(line, isBlind)).join('\n')
    return {
      status: 422,
      html: findPage({ known, wish: { ...wish, target: targetId, links: again }, isBlind, fault }),
      headers,
    }
  }
  const read = await forEachInOrder(given, (one) => readCandidate(one, known, parts))
  const asLookedAt = isBlind
    ? blinding(read.flatMap((one) => ('view' in one ? [one.view] : [])))
    : (view: EmployerView) => view
  const people = read.map((one, at) => {
    const brought = given[at]
    const fileName = isBlind || brought?.file === undefined ? undefined : brought.file.name
    if ('fault' in one) return { name: fileName ?? brought?.place ?? '', fault: one.fault }
    const view = asLookedAt(one.view)
    const [holder, ...more] = view.holders
    const called = holder !== undefined && more.length === 0 ? holder : (fileName ?? `Person ${at + 1}`)
    return { name: called, view, found: skillsFound(view, { ...wish, target }, known) }
  })
  return { html: findResultPage({ people, wish: { ...wish, target }, isBlind }), headers }
}

function faultOf(people: number): string | undefined {
  if (people === 0) return 'Paste the links that they sent you, or choose their files.'
  return people > MAX_PEOPLE
    ? `These are more than ${MAX_PEOPLE} people. Look through them in several parts.`
    : undefined
}
