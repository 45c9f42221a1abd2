import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { IssuerParts } from '../issuer/parts.ts'
import { preparePages } from '../server/tsx.ts'
import { freePort } from './verifier.ts'

const ROWS = Number(process.argv[2])
const ACTOR = 'staff:benchmark'

await preparePages()
const { startBatch } = await import('../issuer/award-results.ts')
const { DEMONSTRATION_COLLEGE, loadDemonstration } = await import('../issuer/demonstration.ts')
const { mapColumns, openBatch, uploadResults } = await import('../issuer/import-results.ts')
const { findAchievement } = await import('../issuer/records/achievements.ts')
const { startIssuer } = await import('../issuer/start.ts')

/** The issuer as an operator starts it, with a database on the disk. */
const folder = mkdtempSync(join(tmpdir(), 'passport-benchmark-'))
const port = String(await freePort())
const settings = { ISSUER_PORT: port, DATA_DIR: folder, ALLOW_LOOPBACK_FETCH: '1', OUTBOX: '1', LOG_LEVEL: 'silent' }
const running = await startIssuer(settings)
try {
  console.log(JSON.stringify(await awardAll(running.parts)))
} finally {
  await running.stop()
  rmSync(folder, { recursive: true })
}

async function awardAll(parts: IssuerParts): Promise<{ read: number; all: number }> {
  await loadDemonstration(parts)
  const issuer = DEMONSTRATION_COLLEGE
  const achievementId = (await findAchievement(parts.storage.db, issuer, 'safeguarding-update'))?.id ?? ''
  const lines = Array.from({ length: ROWS }, (_, at) => `Person ${at},person${at}@example.com,2026-06-25`)
  const bytes = new TextEncoder().encode(['Name,Email,Date', ...lines].join('\n'))
  const begun = performance.now()
  const id = await uploadResults(
    issuer,
    { achievementId, file: { field: 'file', name: 'results.csv', mediaType: 'text/csv', bytes }, actor: ACTOR },
    parts,
  )
  await reaches(id, 'read', parts)
  const columns = { name: 'Name', email: 'Email', awardedOn: 'Date' }
  await mapColumns(issuer, id, { mapping: { columns }, saveAs: undefined }, parts)
  await reaches(id, 'checked', parts)
  const checked = performance.now()
  await startBatch(issuer, id, ACTOR, parts)
  await reaches(id, 'done', parts)
  const done = performance.now()
  await expectAll(id, parts)
  return { read: (checked - begun) / 1_000, all: (done - begun) / 1_000 }
}

async function reaches(id: string, state: string, parts: IssuerParts): Promise<void> {
  while ((await openBatch(DEMONSTRATION_COLLEGE, id, parts)).batch.state !== state) await sleep(20)
}

/** Throws unless every row is an award that was signed and kept. */
async function expectAll(id: string, { storage }: IssuerParts): Promise<void> {
  const { total } = await storage.db
    .selectFrom('credential')
    .select((column) => column.fn.countAll<number>().as('total'))
    .where('batch_id', '=', id)
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow()
  if (Number(total) !== ROWS) throw new Error(`${total} of ${ROWS} rows were awarded.`)
}
