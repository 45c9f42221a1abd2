import { z } from 'zod'
import { presentedWork } from '#protocol'
import { mark } from './mark-schema.ts'

const verdict = z.enum(['accepted', 'rejected', 'undecided'])

const checkResult = z.looseObject({
  check: z.string().meta({ example: 'status', description: '`link` alone where a link could not be opened.' }),
  outcome: z.enum(['passed', 'failed', 'unknown', 'notice']),
  code: z.string().meta({ example: 'status.revoked' }),
  detail: z.looseObject({}),
})

const report = z
  .looseObject({
    verdict,
    standing: z.enum(['genuine', 'noLongerValid', 'notYetValid', 'notGenuine', 'unchecked']),
    checks: z.array(checkResult),
    recognition: z.looseObject({ outcome: z.string() }),
    marks: z.array(mark),
    credential: z.looseObject({}).nullable(),
    summary: z.looseObject({}).nullable(),
    reports: z
      .array(z.looseObject({}))
      .optional()
      .meta({ description: 'A report on each credential inside it, where it is a record of several.' }),
    portfolio: z.array(presentedWork).optional(),
    securing: z.enum(['data-integrity', 'vc-jwt', 'sd-jwt', 'open-badges-2', 'none']),
    digest: z.string(),
    checkedAt: z.string(),
    at: z.string(),
  })
  .meta({ id: 'Report', description: 'What was found of one credential.' })

const several = z
  .looseObject({
    verdict,
    checks: z.array(checkResult),
    reports: z.array(report),
    portfolio: z.array(presentedWork).optional(),
    checkedAt: z.string(),
    at: z.string(),
  })
  .meta({ id: 'SeveralReports', description: 'What was found of several credentials in one thing; the worst verdict.' })

/** What a check answers, for the description of the API. */
export const checkAnswer = z.union([report, several])

export const batchAnswer = z.object({
  results: z.array(z.union([report, several, z.looseObject({ code: z.string(), status: z.number() })])),
})
