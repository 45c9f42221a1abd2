import type { JsonObject } from '#platform'
import type { RecognisedEntity } from '#trust'
import type { IssuerParts } from '../parts.ts'
import type { RegisterChange } from '../records/register-changes.ts'
import { type Entry, findEntry } from '../records/register-entries.ts'
import { sequencesOf } from '../records/register-versions.ts'
import { touchedBy } from './act.ts'
import { actInWords, actionInWords } from './words.ts'

/** A change with all that is said of it: about whom, and by which version of the list it was published. */
export interface ToldChange {
  change: RegisterChange
  /** Undefined of a change about many, unless it is told in the history of one of them. */
  entity: RecognisedEntity | undefined
  /** Null for a moment after it was confirmed. */
  sequence: number | null
}

/** Changes as people are told of them; in the history of one entry, `about` is whose. */
export async function tellChanges(
  issuerId: string,
  changes: readonly RegisterChange[],
  { storage }: Pick<IssuerParts, 'storage'>,
  about?: string,
): Promise<ToldChange[]> {
  const entries = new Map<string, Entry | undefined>()
  const whom = changes.flatMap(({ act }) => (act.act === 'addSeveral' ? (about ?? []) : touchedBy(act)))
  for (const did of new Set(whom)) {
    entries.set(did, await findEntry(storage.db, issuerId, did))
  }
  const revisions = changes.flatMap(({ revision }) => revision ?? [])
  const sequences = await sequencesOf(storage.db, issuerId, revisions)
  return changes.map((change) => ({
    change,
    entity: entries.get(change.act.act === 'addSeveral' ? (about ?? '') : change.did)?.entity,
    sequence: sequences.get(change.revision ?? -1) ?? null,
  }))
}

/** An entry for programs, in the words of the trust list's model, and said as a person reads it. */
export function entryJson({ entity, state }: Entry): JsonObject {
  const { did, name, actions, ...rest } = entity
  return {
    id: did,
    name,
    state,
    recognisedTo: actions.map((action) => ({ ...plain(action), says: actionInWords(action) })),
    ...plain(rest),
  }
}

/** A change for programs: who is told by role, never by name. */
export function changeJson({ change, entity, sequence }: ToldChange): JsonObject {
  return {
    version: sequence,
    on: change.decidedAt,
    about: { id: entity?.did ?? change.did, name: entity?.name ?? change.name },
    act: change.act.act,
    says: actInWords(change.act, entity),
    proposedBy: change.proposerRole,
    confirmedBy: change.deciderRole,
  }
}

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value))
