import { type Report, verify } from '#credential'
import type { WalletParts } from './parts.ts'
import { findCredential, type HeldCredential, lastCheckOf, noteCheck } from './records/credentials.ts'
import type { Person } from './records/person.ts'

/** Checks a credential of this person's as any verifier would, now, and remembers how it stood. */
export async function check(
  parts: WalletParts,
  person: Person,
  id: string,
): Promise<{ held: HeldCredential; report: Report }> {
  const held = await findCredential(parts, person, id)
  const report = await verify(held.received, await parts.world())
  await noteCheck(parts, person, id, report)
  return { held: { ...held, checked: lastCheckOf(report) }, report }
}
