import {
  type Certificate,
  certificateUnits,
  type Frameworks,
  type Package,
  type RecognisedCertificate,
  type RecognitionEntry,
  recogniseCertificate,
  type SkillEvidence,
  techniquesOf,
} from '#skills'
import { addEvidence, deleteEvidence, listEvidence } from './evidence.ts'
import type { WalletParts } from './parts.ts'
import { OLD_CERTIFICATE, type OldCertificate } from './records/old-certificate-kind.ts'
import type { Person } from './records/person.ts'
import { deletePersonal, findPersonal, listPersonal, type PersonalRecord, savePersonal } from './records/personal.ts'
import type { EvidenceFile } from './records/portfolio-kinds.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>

/** Stands before the name of an old certificate where it is an item of an answer. */
export const CERTIFICATE = 'certificate '

/** Chosen where the paper is none of those that are known. */
export const OTHER = 'other'

/** What the form of a certificate says, as it was written. */
export interface CertificateWish {
  paper: string
  /** By `certificateKey`, or `OTHER`. */
  which: string
  awardingBody: string
  awardedOn: string
  number: string
}

export type CertificateFaults = Partial<Record<keyof CertificateWish | 'file', string>>

/** A certificate with its files. */
export interface CertificateEntry extends PersonalRecord<OldCertificate> {
  files: readonly EvidenceFile[]
}

/** Tells a certificate of the library from the others, in a form. */
export function certificateKey({ from }: RecognitionEntry): string {
  return JSON.stringify([from.scheme, from.unit ?? null, from.level ?? null])
}

/** What a text may mean, else every certificate of the library to choose from. */
export function certificateChoices(
  library: Package<'recognition'>,
  paper: string,
): { found: boolean; choices: RecognisedCertificate[] } {
  const choices = recogniseCertificate(library, paper)
  if (choices.length > 0) return { found: true, choices }
  const all = library.content.entries.map((entry) => ({
    entry,
    awardingBody: entry.from.awardingBody ?? null,
    isExact: false,
  }))
  return { found: false, choices: all }
}

/** Keeps a certificate as claimed, with the picture of it where there is one. Answers its name, or what is wrong. */
export async function addCertificate(
  parts: Parts,
  person: Person,
  wish: CertificateWish,
  file: { name: string; bytes: Uint8Array } | undefined,
): Promise<{ name: string } | { faults: CertificateFaults }> {
  const entry = parts.frameworks.library.content.entries.find((one) => certificateKey(one) === wish.which)
  const today = parts.now().toISOString().slice(0, 10)
  const parsed = OLD_CERTIFICATE.schema.safeParse({
    paper: wish.paper.trim(),
    scheme: entry?.from.scheme ?? '',
    unit: entry?.from.unit ?? '',
    level: entry?.from.level ?? null,
    awardingBody: entry?.from.awardingBody ?? wish.awardingBody.trim(),
    awardedOn: wish.awardedOn.trim(),
    number: wish.number.trim(),
  })
  const faulty = new Set(parsed.error?.issues.map(({ path }) => path[0]))
  const faults: CertificateFaults = {
    ...(faulty.has('paper') ? { paper: 'Write what the paper says, in 200 characters or fewer.' } : {}),
    ...(entry === undefined && wish.which !== OTHER ? { which: 'Choose which one it is, or “None of these”.' } : {}),
    ...(faulty.has('awardingBody') ? { awardingBody: 'Use 200 characters or fewer.' } : {}),
    ...(faulty.has('awardedOn') || wish.awardedOn.trim() > today
      ? { awardedOn: `Write the day as ${today}, the year first, and not one that is yet to come. Or leave it empty.` }
      : {}),
    ...(faulty.has('number') ? { number: 'Use 60 characters or fewer.' } : {}),
  }
  if (!parsed.success || Object.keys(faults).length > 0) return { faults }
  const name = await savePersonal(parts, person, OLD_CERTIFICATE, parsed.data)
  if (file !== undefined && file.bytes.length > 0) {
    const added = await addEvidence(parts, person, name, file)
    if ('fault' in added) {
      await deletePersonal(parts, person, OLD_CERTIFICATE, name)
      return { faults: { file: added.fault } }
    }
  }
  return { name }
}

/** All of a person's, the newest first. */
export async function listCertificates(
  parts: Pick<Parts, 'storage' | 'keys'>,
  person: Person,
): Promise<PersonalRecord<OldCertificate>[]> {
  return (await listPersonal(parts, person, OLD_CERTIFICATE)).toReversed()
}

/** One of this person's with its files. Throws `request.notFound`. */
export async function findCertificate(
  parts: Pick<Parts, 'storage' | 'keys'>,
  person: Person,
  name: string,
): Promise<CertificateEntry> {
  const record = await findPersonal(parts, person, OLD_CERTIFICATE, name)
  return { ...record, files: await listEvidence(parts, person, name) }
}

/** Deletes a certificate with its files. */
export async function deleteCertificate(parts: Parts, person: Person, name: string): Promise<void> {
  const { files } = await findCertificate(parts, person, name)
  for (const { digest } of files) await deleteEvidence(parts, person, name, digest)
  await deletePersonal(parts, person, OLD_CERTIFICATE, name)
}

/** What old certificates may be proposed for, as claimed. */
export function claimedCertificates(records: readonly PersonalRecord<OldCertificate>[]): Certificate[] {
  return records
    .filter(({ content }) => content.scheme !== '')
    .map(({ name, content: { scheme, unit, level, awardedOn } }) => ({
      item: `${CERTIFICATE}${name}`,
      scheme,
      ...(unit === '' ? {} : { unit }),
      ...(level === null ? {} : { level }),
      awardedOn: awardedOn === '' ? null : awardedOn,
      standing: 'claimed',
    }))
}

/**
 * What old certificates show: the units that the library says they stand for, and the techniques that go with those. It is
 * `holder`'s own word, whatever the paper says.
 */
export function certificateEvidence(
  records: readonly PersonalRecord<OldCertificate>[],
  known: Frameworks,
  { holder, on }: { holder: string; on: string },
): SkillEvidence[] {
  return records.flatMap(({ name, content: { scheme, unit, awardedOn } }) => {
    const common = {
      assurance: 'SelfAsserted',
      by: holder,
      awardedOn: awardedOn === '' ? on : awardedOn,
      status: 'active',
    } as const
    const units = certificateUnits(known.library, { scheme, unit: unit === '' ? undefined : unit })
    return units.flatMap(({ unit: term }): SkillEvidence[] => [
      { ...common, item: `${CERTIFICATE}${name}+${term}`, terms: [term] },
      ...techniquesOf(known.techniques, term).map(({ technique, level: code }) => ({
        ...common,
        item: `${CERTIFICATE}${name}+${technique}`,
        terms: [`${known.techniques.id}#${technique}`],
        level: { framework: known.techniques.id, code },
      })),
    ])
  })
}
