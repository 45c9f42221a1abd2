import type { CheckResult } from '#credential'
import { en, faceOf, sentenceFor } from '#web'
import type { CredentialAnswer } from './answer.ts'

/** One of many: its answer, or why it could not be read. */
export type ManyRow = { name: string } & (
  | { answer: CredentialAnswer; problem: null }
  | { answer: null; problem: string }
)

const COLUMNS = [
  'Where',
  'What',
  'Issued by',
  'Issuer',
  'Verdict',
  'In words',
  'Recognition',
  'Reason',
  'Code',
  'Checked at',
]

/**
 * The results as a table for a spreadsheet. A cell that a spreadsheet would take for a formula is kept from being one.
 */
export async function manyCsv(rows: readonly ManyRow[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  return stringify([COLUMNS, ...rows.map(cellsOf)], { escape_formulas: true, bom: true })
}

function cellsOf({ name, answer, problem }: ManyRow): string[] {
  if (answer === null) return [name, '', '', '', '', en.standings.unchecked, '', problem, '', '']
  const { summary, verdict, recognition, checkedAt } = answer
  const decisive = decidedBy(answer)
  return [
    name,
    summary?.title ?? '',
    summary?.issuer.name ?? '',
    summary?.issuer.id ?? '',
    verdict,
    en.standings[faceOf(answer)],
    summary === null ? '' : en.recognitionLabels[recognition.outcome],
    decisive === undefined ? '' : sentenceFor(en, decisive),
    decisive?.code ?? '',
    checkedAt,
  ]
}

/** What decided, where it is not that everything passed. */
export function decidedBy({ checks }: CredentialAnswer): CheckResult | undefined {
  return checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'unknown')
}
