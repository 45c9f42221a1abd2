import { type Report, verify } from '#credential'
import type { WalletParts } from './parts.ts'
import { findCredential, type HeldCredential, lastCheckOf, noteCheck, shownAs } from './records/credentials.ts'
import type { Person } from './records/person.ts'

/** Checks a credential of this person's as any verifier would, now, and remembers how it stood. */
export async function check(
  parts: WalletParts,
  person: Person,
  id: string,
): Promise<{ held: HeldCredential; report: Report }> {
  const held = await findCredential(parts, person, id)
  const report = await verify(held.received, await parts.world())
  const checked = lastCheckOf(report, held.checked)
  await noteCheck(parts, person, id, checked)
  return { held: { ...held, checked, shown: shownAs(held.received, checked) }, report }
}
