import { canDo } from '../can-do.ts'
import type { WalletParts } from '../parts.ts'
import { ownRecords } from '../personal-files.ts'
import { listCredentials } from '../records/credentials.ts'
import { DESCRIBED_AWARD } from '../records/described-kind.ts'
import type { Person } from '../records/person.ts'
import { listPersonal } from '../records/personal.ts'
import { passportCsv } from './csv-write.ts'
import { type CheckLink, passportPdf } from './pdf.ts'

/** Everything of a person's as a table, what is not genuine included and marked. */
export async function csvOf(parts: WalletParts, person: Person): Promise<Uint8Array> {
  const held = await listCredentials(parts, person)
  return new TextEncoder().encode(await passportCsv(held, await ownRecords(parts, person), parts.frameworks))
}

/** What a person can do and holds as a document, with a link to check it by where there is one. */
export async function pdfOf(parts: WalletParts, person: Person, check: CheckLink | null): Promise<Uint8Array> {
  return await passportPdf({
    person,
    record: await canDo(parts, person),
    described: (await listPersonal(parts, person, DESCRIBED_AWARD)).length,
    check,
    verifierUrl: parts.config.verifierUrl,
    madeAt: parts.now(),
  })
}
