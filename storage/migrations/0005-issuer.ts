import { type Kysely, sql } from 'kysely'
import { canonicalJson, digestMultibase, parseJsonObject, uuid } from '#platform'
import { type ColumnTypes, owned, primary, required, zero } from './step.ts'

/**
 * Registers: who is recognised for what, in every state in which it ever was; changes with the two people behind each; and
 * every version of the list that was signed. The list that was published before stays as a version. Those on it were
 * recognised without a scope, which is for people to say: each is a draft, and on no list until two of them have.
 */
export async function issuerRegisters(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  const { schema } = db
  await schema
    .createTable('register')
    .addColumn('issuer_id', 'text', (column) => owned('issuer.id')(column).primaryKey())
    .addColumn('revision', 'integer', zero)
    .addColumn('published_revision', 'integer', zero)
    .addColumn('sequence', 'bigint', zero)
    .addColumn('appeals', 'text')
    .addColumn('begun_at', 'text', required)
    .execute()
  await schema
    .createTable('register_entry')
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('did', 'text', required)
    .addColumn('revision_from', 'integer', required)
    .addColumn('revision_until', 'integer')
    .addColumn('name', 'text', required)
    .addColumn('search', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('state_until', 'text')
    .addPrimaryKeyConstraint('register_entry_revision', ['issuer_id', 'did', 'revision_from'])
    .execute()
  await schema
    .createIndex('register_entry_current')
    .on('register_entry')
    .columns(['issuer_id', 'search', 'did'])
    .where(sql.ref('revision_until'), 'is', null)
    .execute()
  await schema
    .createIndex('register_entry_state')
    .on('register_entry')
    .columns(['issuer_id', 'state_until'])
    .where(sql.ref('revision_until'), 'is', null)
    .execute()
  await schema
    .createTable('register_facet')
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('kind', 'text', required)
    .addColumn('value', 'text', required)
    .addColumn('did', 'text', required)
    .addPrimaryKeyConstraint('register_facet_value', ['issuer_id', 'kind', 'value', 'did'])
    .execute()
  await schema
    .createTable('register_change')
    .addColumn('id', 'text', primary)
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('did', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('act', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('based_on', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('note', 'text')
    .addColumn('proposed_by', 'text', required)
    .addColumn('proposer_role', 'text', required)
    .addColumn('proposed_at', 'text', required)
    .addColumn('decided_by', 'text')
    .addColumn('decider_role', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('revision', 'integer')
    .execute()
  await schema
    .createIndex('register_change_state')
    .on('register_change')
    .columns(['issuer_id', 'state', 'proposed_at'])
    .execute()
  await schema
    .createIndex('register_change_revision')
    .on('register_change')
    .columns(['issuer_id', 'revision'])
    .unique()
    .execute()
  await schema
    .createTable('register_version')
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('sequence', 'bigint', required)
    .addColumn('revision', 'integer', required)
    .addColumn('entries', 'integer', required)
    .addColumn('digest', 'text', required)
    .addColumn('previous_digest', 'text')
    .addColumn('signed', 'text', required)
    .addColumn('key_id', 'text')
    .addColumn('published_at', 'text', required)
    .addColumn('next_update', 'text')
    .addColumn('valid_until', 'text')
    .addPrimaryKeyConstraint('register_version_sequence', ['issuer_id', 'sequence'])
    .execute()
  await schema
    .createIndex('register_version_revision')
    .on('register_version')
    .columns(['issuer_id', 'revision', 'sequence'])
    .execute()
  await schema
    .createTable('register_document')
    .addColumn('issuer_id', 'text', owned('issuer.id'))
    .addColumn('digest', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('body', bytes, required)
    .addPrimaryKeyConstraint('register_document_digest', ['issuer_id', 'digest', 'kind'])
    .execute()
  await carryOver(db as Kysely<Before>)
}

/** The tables of the steps before, as far as they are carried over. */
interface Before {
  recognised_issuer: { issuer_id: string; did: string; name: string; recognised_from: string }
  published_list: {
    issuer_id: string
    kind: string
    signed: string | null
    valid_from: string | null
    valid_until: string | null
  }
  register: { issuer_id: string; sequence: number; begun_at: string }
  register_version: Record<string, string | number | null>
  register_change: Record<string, string | number | null>
}

/** The time a version is from counts those of a list without numbers, so its numbers go on from there. */
async function carryOver(db: Kysely<Before>): Promise<void> {
  const entries = await db.selectFrom('recognised_issuer').selectAll().orderBy('did').execute()
  const lists = await db.selectFrom('published_list').selectAll().where('kind', '=', 'recognition').execute()
  for (const [issuerId, theirs] of Map.groupBy(entries, ({ issuer_id }) => issuer_id)) {
    const list = lists.find(({ issuer_id }) => issuer_id === issuerId)
    const begun = list?.valid_from ?? theirs[0]?.recognised_from ?? ''
    const sequence = list?.valid_from ? Date.parse(list.valid_from) : 0
    await db.insertInto('register').values({ issuer_id: issuerId, sequence, begun_at: begun }).execute()
    if (list?.signed && list.valid_from) {
      const version = {
        issuer_id: issuerId,
        sequence,
        revision: 0,
        entries: theirs.length,
        digest: digestMultibase(canonicalJson(parseJsonObject(list.signed))),
        previous_digest: null,
        signed: list.signed,
        published_at: list.valid_from,
        next_update: null,
        valid_until: list.valid_until,
      }
      await db.insertInto('register_version').values(version).execute()
    }
    for (const { did, name, recognised_from } of theirs) {
      const draft = {
        id: uuid(),
        issuer_id: issuerId,
        did,
        name,
        act: 'add',
        body: JSON.stringify({ from: recognised_from }),
        based_on: '{}',
        state: 'draft',
        proposed_by: 'system',
        proposer_role: 'system',
        proposed_at: begun,
      }
      await db.insertInto('register_change').values(draft).execute()
    }
  }
}
