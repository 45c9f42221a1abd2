import { deleteEvidence, listEvidence } from './evidence.ts'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { deletePersonal, listUnreadable, noteUnreadable, type PersonalRecord } from './records/personal.ts'
import { PERSONAL_KINDS } from './records/personal-kinds.ts'
import { EVIDENCE_BLOCK } from './records/portfolio-kinds.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** The content of files is not looked through: it is large, and a file whose content is damaged says so itself. */
const KINDS = PERSONAL_KINDS.filter(({ kind }) => kind !== EVIDENCE_BLOCK.kind)

/** What a person wrote down that cannot be read any more, so that no page shows it; the oldest first. */
export async function readUnreadable(
  parts: Pick<Parts, 'storage' | 'keys'>,
  person: Person,
): Promise<PersonalRecord[]> {
  return await listUnreadable(parts, person, KINDS)
}

/** Has the page say all of it, whatever it reads itself: for those that speak of everything a person wrote down. */
export async function noteAllUnreadable(parts: Pick<Parts, 'storage' | 'keys'>, person: Person): Promise<void> {
  for (const record of await readUnreadable(parts, person)) noteUnreadable(person, record)
}

/** Deletes such a record with its files. Answers whether there was one: what can be read is deleted on its own page. */
export async function deleteUnreadable(
  parts: Parts,
  person: Person,
  { kind, name }: Pick<PersonalRecord, 'kind' | 'name'>,
): Promise<boolean> {
  const found = (await readUnreadable(parts, person)).find((one) => one.kind === kind && one.name === name)
  if (found === undefined) return false
  for (const { digest } of await listEvidence(parts, person, name)) await deleteEvidence(parts, person, name, digest)
  return await deletePersonal(parts, person, found, name)
}
