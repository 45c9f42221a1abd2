import type { PassportError } from '#platform'
import { awardOf } from './award.ts'
import type { OpenBatch } from './import-results.ts'
import { intendAll, type Prepared } from './intend.ts'
import { keepAll, type Signed } from './keep.ts'
import type { IssuerParts } from './parts.ts'
import { type BatchRow, noteFailures } from './records/batch-rows.ts'
import { listAwardedAddresses, type RowFailure } from './records/batches.ts'
import { failIntents, listBatchRows } from './records/credentials.ts'
import type { Issuer } from './records/issuers.ts'
import type { Secured } from './secure.ts'

/** The messages of a batch go when it is done, so that they do not hold it up; or after so long, if it takes longer. */
const MAIL_WAIT_MS = 60_000

interface Under {
  issuer: Issuer
  open: OpenBatch
  actor: string
}

/** What was written down for rows, and why nothing was for some. */
export interface BegunRows {
  intents: readonly Prepared[]
  /** The row of each intent, by its id. */
  rowOf: ReadonlyMap<string, number>
  failures: readonly RowFailure[]
}

/** Writes down what is to be signed for those rows that have no award yet, or finds what was written down before. */
export async function beginRows(
  rows: readonly BatchRow[],
  { issuer, open }: Under,
  parts: IssuerParts,
): Promise<BegunRows> {
  const { batch, achievement } = open
  const { baseUrl } = parts.config
  const now = parts.now()
  const addresses = rows.flatMap(({ recipient }) => recipient?.email ?? [])
  const failures: RowFailure[] = []
  const intents: Prepared[] = []
  const rowOf = new Map<string, number>()
  await parts.storage.transaction(async (together) => {
    const bounds = { first: rows.at(0)?.row ?? 0, last: rows.at(-1)?.row ?? 0 }
    const found = await listBatchRows(together, issuer.id, batch.id, bounds)
    const before = new Map(found.map((one) => [one.batch_row, one]))
    // Whoever got the award elsewhere since the rows were checked does not get it twice.
    const awarded = await listAwardedAddresses(together, batch, achievement.slug, addresses)
    const fresh: ReturnType<typeof awardOf>[] = []
    for (const { row, recipient } of rows) {
      const intent = before.get(row)
      if (intent?.state === 'issued' || recipient === null) continue
      if (intent !== undefined) {
        intents.push(intent)
        rowOf.set(intent.id, row)
      } else if (recipient.email !== undefined && awarded.has(recipient.email)) {
        failures.push({ row, reason: 'This person has this award already' })
      } else {
        const award = awardOf(achievement, recipient, { issuer, baseUrl, now })
        fresh.push({ ...award, batch: { id: batch.id, row } })
        rowOf.set(award.id, row)
      }
    }
    const { made, refused } = await intendAll(together, fresh, issuer, parts)
    intents.push(...made)
    failures.push(...failuresOf(refused, rowOf))
  })
  return { intents, rowOf, failures }
}

/** Keeps what was signed for rows, all together, and notes which failed; answers those that failed since they were begun. */
export async function keepRows(
  rows: readonly BatchRow[],
  { intents, rowOf, failures: before }: BegunRows,
  secured: Secured,
  { issuer, open, actor }: Under,
  parts: IssuerParts,
): Promise<RowFailure[]> {
  const failures = failuresOf(secured.refused, rowOf)
  const signed = intents.flatMap((intent): Signed[] => {
    const credential = secured.signed.get(intent.id)
    return credential === undefined ? [] : [{ intent, credential }]
  })
  const sendAt = new Date(parts.now().getTime() + MAIL_WAIT_MS)
  await parts.storage.transaction(async (together) => {
    const { refused } = await keepAll(together, signed, { issuer, asked: { actor, sendAt }, parts })
    failures.push(...failuresOf(refused, rowOf))
    await failIntents(together, [...refused.keys()])
    const numbers = rows.map(({ row }) => row)
    await noteFailures(together, open.batch.id, numbers, [...before, ...failures])
  })
  return failures
}

function failuresOf(refused: ReadonlyMap<string, PassportError>, rowOf: ReadonlyMap<string, number>): RowFailure[] {
  return [...refused].flatMap(([id, { message: reason }]) => {
    const row = rowOf.get(id)
    return row === undefined ? [] : [{ row, reason }]
  })
}
