import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { uuid } from '#platform'
import type { Database, DependencyTable, Queries, Storage, Together } from '#storage'
import type { Dependency } from '../dependencies.ts'

export type DependencyRecord = DependencyTable

/** What of these an issuer knows already. */
export async function findDependencies(
  db: Queries,
  issuerId: string,
  dependencies: readonly Dependency[],
): Promise<DependencyRecord[]> {
  if (dependencies.length === 0) return []
  const rows = await db
    .selectFrom('dependency')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('target', 'in', [...new Set(dependencies.map(({ target }) => target))])
    .execute()
  return rows.filter((row) => dependencies.some(({ kind, target }) => row.kind === kind && row.target === target))
}

/** The same, with those written down that were not known yet. A name that was missing is filled in. */
export async function keepDependencies(
  together: Together,
  issuerId: string,
  dependencies: readonly Dependency[],
): Promise<DependencyRecord[]> {
  const known = await findDependencies(together, issuerId, dependencies)
  const isKnown = ({ kind, target, name }: Dependency) =>
    known.some((row) => row.kind === kind && row.target === target && (row.name !== null || name === null))
  const missing = dependencies.filter((one) => !isKnown(one))
  if (missing.length === 0) return known
  await together
    .insertInto('dependency')
    .values(missing.map((one) => ({ ...one, id: uuid(), issuer_id: issuerId, suspension_id: null })))
    .onConflict((conflict) =>
      conflict
        .columns(['issuer_id', 'kind', 'target'])
        .doUpdateSet((row) => ({ name: row.fn.coalesce('dependency.name', 'excluded.name') })),
    )
    .execute()
  return await findDependencies(together, issuerId, dependencies)
}

/** Notes on what credentials depend. */
export async function trace(
  together: Together,
  traced: readonly { credentialId: string; dependencies: readonly DependencyRecord[] }[],
): Promise<void> {
  const values = traced.flatMap(({ credentialId, dependencies }) =>
    dependencies.map(({ id }) => ({ dependency_id: id, credential_id: credentialId })),
  )
  if (values.length === 0) return
  await together
    .insertInto('credential_dependency')
    .values(values)
    .onConflict((conflict) => conflict.columns(['dependency_id', 'credential_id']).doNothing())
    .execute()
}

/**
 * On what each of these credentials depends, held as it is until the transaction ends: who suspends one of these waits until
 * then, so what is kept in this transaction is found by whoever looks afterwards.
 */
export async function holdDependencies(
  together: Together,
  credentialIds: readonly string[],
  engine: Storage['engine'],
): Promise<Map<string, DependencyRecord[]>> {
  const rows = await together
    .selectFrom('dependency')
    .innerJoin('credential_dependency', 'credential_dependency.dependency_id', 'dependency.id')
    .selectAll('dependency')
    .select('credential_dependency.credential_id')
    .where('credential_dependency.credential_id', 'in', credentialIds)
    .orderBy('dependency.id')
    .$if(engine === 'postgresql', (those) => those.forShare('dependency'))
    .execute()
  return Map.groupBy(rows, ({ credential_id: id }) => id)
}

export async function findDependency(db: Queries, issuerId: string, id: string): Promise<DependencyRecord | undefined> {
  return await db
    .selectFrom('dependency')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .executeTakeFirst()
}

interface DependencyFilter {
  text: string
  kind?: DependencyTable['kind'] | undefined
}

/** A page of what an issuer's awards depend on, by name, each with how many were issued that do; and how many there are. */
export async function listDependencies(
  db: Queries,
  issuerId: string,
  { text, kind }: DependencyFilter,
  { page, size }: { page: number; size: number },
): Promise<{ rows: (DependencyRecord & { credentials: number })[]; total: number }> {
  const like = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = (row: ExpressionBuilder<Database, 'dependency'>) =>
    row.and([
      row('issuer_id', '=', issuerId),
      ...(kind === undefined ? [] : [row('kind', '=', kind)]),
      ...(text === '' ? [] : [sql<SqlBool>`lower(coalesce(name, '') || ' ' || target) like ${like} escape '\\'`]),
    ])
  const { count } = await db
    .selectFrom('dependency')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where(where)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('dependency')
    .selectAll()
    .select((row) =>
      row
        .selectFrom('credential_dependency')
        .innerJoin('credential', 'credential.id', 'credential_dependency.credential_id')
        .whereRef('credential_dependency.dependency_id', '=', 'dependency.id')
        .where('credential.state', '=', 'issued')
        .select((inner) => inner.fn.countAll<number>().as('credentials'))
        .as('credentials'),
    )
    .where(where)
    .orderBy(sql`lower(coalesce(name, target))`)
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows: rows.map((row) => ({ ...row, credentials: Number(row.credentials) })), total: Number(count) }
}

/** Whether older credentials are still to be looked through, and how many of this issuer. */
export async function countUntraced(db: Queries, issuerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('credential')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('is_traced', '=', 0)
    .where('issuer_id', '=', issuerId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
