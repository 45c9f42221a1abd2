import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { STATUS_LIST_LENGTH } from '#credential'
import { uuid } from '#platform'
import { readConfig } from '../../issuer/config.ts'
import { createIssuer } from '../../issuer/create-issuer.ts'
import { issue } from '../../issuer/issue.ts'
import { newestCheckpoint } from '../../issuer/issue-log.ts'
import { type IssuerParts, openParts } from '../../issuer/parts.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'
import { sampleCredential } from '../sample.ts'

/** A provider with a database of its own, in a file, that is made as large as is wanted. */
export interface GrowingCollege {
  parts: IssuerParts
  issuerId: string
  /** Awards one more as a program does; answers our id of it. */
  award(): Promise<string>
  /** Makes it that many credentials in all, by copying one with its places on the lists and in the log. */
  growTo(count: number): Promise<void>
  close(): Promise<void>
}

/** How much of a list is taken before the next one is opened: the rest of it stays free. */
const TAKEN = Math.floor(STATUS_LIST_LENGTH * 0.9)

export async function openGrowingCollege(): Promise<GrowingCollege> {
  const folder = mkdtempSync(join(tmpdir(), 'growth-'))
  const parts = await openParts(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }))
  const { storage } = parts
  const how = { slug: 'college', suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA', did: 'web', status: true } as const
  const { id: issuerId } = await createIssuer({ name: 'Example Independent College', ...how }, parts)
  const issuer = await getIssuer(storage.db, issuerId)
  const award = async () => {
    const credential = { ...sampleCredential(issuer.did), id: `urn:uuid:${uuid()}` }
    const { id } = await issue({ credential }, issuer, { actor: 'benchmark' }, parts)
    return id
  }
  const original = await award()
  let size = 1
  return {
    parts,
    issuerId,
    award,
    async growTo(count) {
      await storage.transaction(async (together) => {
        const db = together as unknown as Kysely<unknown>
        await copyCredentials(db, original, { from: size, to: count })
        await takePlaces(db, issuerId, { from: size, to: count })
        await copyLeaves(db, issuerId, { from: size, to: count })
      })
      size = count
      await newestCheckpoint(issuerId, parts)
      await sql`analyze`.execute(storage.db)
    },
    async close() {
      await parts.close()
      rmSync(folder, { recursive: true })
    },
  }
}

interface Span {
  from: number
  to: number
}

const numbers = ({ from, to }: Span) =>
  sql`with recursive number(n) as (select cast(${from} as integer) union all select n + 1 from number where n + 1 < ${to})`

async function copyCredentials(db: Kysely<unknown>, original: string, span: Span): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info('credential')`.execute(db)
  const time = sql`strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01', n || ' seconds')`
  const own: Record<string, ReturnType<typeof sql>> = {
    id: sql`'copy-' || n`,
    credential_id: sql`'urn:example:copy-' || n`,
    recipient_name: sql`'Learner ' || n`,
    recipient_email: sql`'learner' || n || '@example.com'`,
    intended_at: time,
    issued_at: time,
  }
  const columns = rows.map(({ name }) => name)
  const values = columns.map((name) => own[name] ?? sql.ref(`credential.${name}`))
  await sql`
    insert into credential (${sql.join(columns.map((name) => sql.ref(name)))})
    ${numbers(span)}
    select ${sql.join(values)} from number, credential where credential.id = ${original}
  `.execute(db)
}

/** Places on the lists one after the other, since only how many are taken makes a difference here. */
async function takePlaces(db: Kysely<unknown>, issuerId: string, { from, to }: Span): Promise<void> {
  for (const kind of ['revocation', 'suspension']) {
    for (let begin = from; begin < to; ) {
      const number = Math.floor(begin / TAKEN) + 1
      const end = Math.min(to, number * TAKEN)
      await sql`
        insert into published_list (id, issuer_id, kind, number, length, version, signed, valid_from, valid_until)
        values (${uuid()}, ${issuerId}, ${kind}, ${number}, ${STATUS_LIST_LENGTH}, 1, null, null, null)
        on conflict do nothing
      `.execute(db)
      await sql`
        insert into status_index (list_id, position, credential_id, is_set)
        ${numbers({ from: begin, to: end })}
        select published_list.id, n % cast(${TAKEN} as integer), 'copy-' || n, 0 from number, published_list
        where issuer_id = ${issuerId} and kind = ${kind} and number = ${number}
        on conflict do nothing
      `.execute(db)
      begin = end
    }
  }
}

async function copyLeaves(db: Kysely<unknown>, issuerId: string, span: Span): Promise<void> {
  await sql`delete from log_checkpoint where issuer_id = ${issuerId}`.execute(db)
  await sql`
    insert into log_leaf (issuer_id, position, hash, credential_id)
    ${numbers(span)}
    select ${issuerId}, n, lower(hex(randomblob(32))), 'copy-' || n from number where true
    on conflict do nothing
  `.execute(db)
  await sql`
    update issue_log set size = (select count(*) from log_leaf where log_leaf.issuer_id = ${issuerId})
    where issuer_id = ${issuerId}
  `.execute(db)
}
