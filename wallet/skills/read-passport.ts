import { z } from 'zod'
import type { Frameworks } from '#skills'
import { listCertificates } from '../old-certificates.ts'
import type { WalletParts } from '../parts.ts'
import { listCredentials } from '../records/credentials.ts'
import type { OldCertificate } from '../records/old-certificate-kind.ts'
import type { Person } from '../records/person.ts'
import { listPersonal, type PersonalRecord } from '../records/personal.ts'
import { CPD_ENTRY } from '../records/personal-kinds.ts'
import { decisionsOf, type HeldDecision } from './decisions.ts'
import { factsOf, type HeldFact } from './held-fact.ts'

/** What somebody holds, as the engine of skills is told it. */
export interface ReadPassport {
  facts: readonly HeldFact[]
  /** Old certificates on paper: what their holder says of them. */
  certificates: readonly PersonalRecord<OldCertificate>[]
  /** What others decided to recognise. */
  decisions: readonly HeldDecision[]
  known: Frameworks
  /** How many are not genuine, and so say nothing here. */
  notGenuine: number
  /** How many are records of several credentials, of which only the record itself is read. */
  records: number
  today: string
}

/** Reads all that a person holds, as each stood at its last check: nothing is fetched. */
export async function readPassport(
  parts: Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>,
  person: Person,
): Promise<ReadPassport> {
  const known = parts.frameworks
  const held = await listCredentials(parts, person)
  const logged = await listPersonal(parts, person, CPD_ENTRY)
  const facts = factsOf(held, known).map((fact) => {
    const own = logged.filter(({ content }) => content.credential === fact.digest)
    return { ...fact, cpd: own.map(({ name: item, content: { what, hours, on } }) => ({ item, what, hours, on })) }
  })
  const today = parts.now().toISOString().slice(0, 10)
  return {
    facts,
    decisions: decisionsOf(held, facts, today, known),
    certificates: await listCertificates(parts, person),
    known,
    notGenuine: held.length - facts.length,
    records: facts.filter(({ isRecord }) => isRecord).length,
    today,
  }
}

/** A day that somebody asked about, as they wrote it; today where they wrote nothing, or what is no day. */
export interface AskedDay {
  day: string
  written: string
  fault: string | undefined
}

const calendarDay = z.iso.date()

/** Reads a day out of an address. What is no day is told, and today stands in for it. */
export function askedDay(written: string | undefined, today: string): AskedDay {
  const text = written?.trim() ?? ''
  if (text === '') return { day: today, written: today, fault: undefined }
  if (calendarDay.safeParse(text).success) return { day: text, written: text, fault: undefined }
  const fault = `There is no day “${text}”. Write it as ${today}, the year first.`
  return { day: today, written: text, fault }
}
