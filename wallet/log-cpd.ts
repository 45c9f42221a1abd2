import { z } from 'zod'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { deletePersonal, savePersonal } from './records/personal.ts'
import { CPD_ENTRY } from './records/personal-kinds.ts'
import type { HeldFact } from './skills/held-fact.ts'

/** What the form of logged hours says, as it was written. */
export interface CpdWish {
  what: string
  hours: string
  on: string
}

/** By field: what is wrong and how to put it right. */
export type CpdFaults = Partial<Record<keyof CpdWish, string>>

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** Logs hours of development for a credential, or says what is wrong with them. The same ones twice are once. */
export async function logCpd(
  parts: Parts,
  person: Person,
  { digest }: Pick<HeldFact, 'digest'>,
  { what, hours: written, on }: CpdWish,
): Promise<CpdFaults | null> {
  const hours = Number(written.trim().replace(',', '.'))
  const faults = faultsOf({ what: what.trim(), hours, on }, parts.now().toISOString().slice(0, 10))
  if (faults !== null) return faults
  const entry = { credential: digest, what: what.trim(), hours, on }
  await savePersonal(parts, person, CPD_ENTRY, entry, `${digest} ${on} ${hours} ${entry.what}`)
  return null
}

/** Forgets logged hours. */
export async function forgetCpd(parts: Parts, person: Person, name: string): Promise<void> {
  await deletePersonal(parts, person, CPD_ENTRY, name)
}

function faultsOf({ what, hours, on }: { what: string; hours: number; on: string }, today: string): CpdFaults | null {
  const { shape } = CPD_ENTRY.schema
  const isDay = z.iso.date().safeParse(on).success
  const faults: CpdFaults = {
    ...(what === '' || !shape.what.safeParse(what).success
      ? { what: 'Say what it was, in 200 characters or fewer.' }
      : {}),
    ...(shape.hours.safeParse(hours).success ? {} : { hours: 'Enter the hours as a number, such as 3 or 1.5.' }),
    ...(isDay ? {} : { on: `Enter the day on which it was, such as ${today}.` }),
    ...(isDay && on > today ? { on: 'Enter a day that is not still to come.' } : {}),
  }
  return Object.keys(faults).length === 0 ? null : faults
}
