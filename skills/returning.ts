import type { Answer, Item, Step } from './answer.ts'
import { addPeriod, type Day, isDay } from './calendar.ts'
import type { Package, TransferPolicy } from './model.ts'
import { referenceTo } from './package.ts'

/** Something that was learned, perhaps long ago. */
export interface Learned {
  item: string
  awardedOn: Day | null
}

export type ReturningCode =
  | 'returning.policy'
  | 'returning.counts'
  | 'returning.mayBeRefused'
  | 'returning.noDate'
  | 'returning.noSuchDay'
  | 'returning.inFuture'

export interface ReturningRow {
  item: string
  /** The bodies whose own policy lets them refuse it for its age; each decides case by case. */
  mayBeRefusedBy: readonly { body: string; maxAgeYears: number; until: Day; source: string }[]
}

/**
 * What still counts for somebody who comes back to learning, and which bodies may refuse what for its age. That a body states
 * no limit promises nothing.
 */
export function returnToLearning(
  library: Package<'recognition'>,
  learned: readonly Learned[],
  on: Day,
): Answer<readonly ReturningRow[], ReturningCode> {
  const { policies = [] } = library.content
  const judged = learned.map((one) => ({ one, ...judge(one, policies, on) }))
  const items = judged.map(
    ({ one, code, row }): Item<ReturningCode> => ({
      item: one.item,
      code,
      values: { day: one.awardedOn, bodies: row?.mayBeRefusedBy.map(({ body }) => body) ?? [] },
    }),
  )
  const isCounted = ({ code }: Item<ReturningCode>) => code === 'returning.counts' || code === 'returning.mayBeRefused'
  return {
    value: judged.flatMap(({ row }) => row ?? []),
    steps: policies.map(stepOf),
    rules: [referenceTo(library)],
    counted: items.filter(isCounted),
    notCounted: items.filter((one) => !isCounted(one)),
  }
}

function judge(
  { item, awardedOn }: Learned,
  policies: readonly TransferPolicy[],
  on: Day,
): { code: ReturningCode; row: ReturningRow | null } {
  if (awardedOn === null) return { code: 'returning.noDate', row: null }
  if (!isDay(awardedOn)) return { code: 'returning.noSuchDay', row: null }
  if (awardedOn > on) return { code: 'returning.inFuture', row: null }
  const mayBeRefusedBy = policies.flatMap(({ body, maxAgeYears, source }) => {
    if (maxAgeYears === undefined) return []
    const until = addPeriod(awardedOn, `P${maxAgeYears}Y`)
    return until < on ? [{ body, maxAgeYears, until, source }] : []
  })
  const code = mayBeRefusedBy.length > 0 ? 'returning.mayBeRefused' : 'returning.counts'
  return { code, row: { item, mayBeRefusedBy } }
}

function stepOf({ body, maxAgeYears, maxShare, source, confidence }: TransferPolicy): Step<ReturningCode> {
  const values = { body, maxAgeYears: maxAgeYears ?? null, maxShare: maxShare ?? null, source }
  return { code: 'returning.policy', values, isMet: null, confidence }
}
