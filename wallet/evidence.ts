import { PassportError, sha256Hex } from '#platform'
import { giveWay, type UploadedFile } from '#server'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { deletePersonal, findPersonal, listPersonal, savePersonal } from './records/personal.ts'
import { EVIDENCE_BLOCK, EVIDENCE_FILE, type EvidenceFile } from './records/portfolio-kinds.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>
type Owner = Pick<Person, 'id' | 'key'>

/** What files of evidence may be at most, in bytes: one, and all of a person's; and how many an item may have. */
export const EVIDENCE_LIMITS = { fileBytes: 10 * 1024 * 1024, allBytes: 50 * 1024 * 1024, perItem: 10 }

const BLOCK = 192 * 1024

/** The files of a person's evidence, or of one item. */
export async function listEvidence(
  parts: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
  item?: string,
): Promise<EvidenceFile[]> {
  const records = await listPersonal(parts, person, EVIDENCE_FILE)
  return records.map(({ content }) => content).filter((one) => item === undefined || one.item === item)
}

/**
 * Keeps a file beside an item, sealed, under the digest of its content. The same file twice is kept once. Answers what is
 * wrong and the remedy where it is empty or too much.
 */
export async function addEvidence(
  parts: Parts,
  person: Person,
  item: string,
  { name, bytes }: Pick<UploadedFile, 'name' | 'bytes'>,
): Promise<{ fault: string } | { digest: string }> {
  if (bytes.length === 0) return { fault: 'Choose a file first. It must not be empty.' }
  if (bytes.length > EVIDENCE_LIMITS.fileBytes) {
    return { fault: 'This file is larger than 10 MB. Choose a smaller one, or put it online and add its link.' }
  }
  const digest = sha256Hex(bytes)
  const all = await listEvidence(parts, person)
  const others = new Map(all.filter((one) => one.digest !== digest).map((one) => [one.digest, one.size]))
  const total = [...others.values()].reduce((sum, size) => sum + size, bytes.length)
  if (total > EVIDENCE_LIMITS.allBytes) {
    return { fault: 'All your files together may have 50 MB. Delete one that you do not need, or add a link instead.' }
  }
  const here = all.filter((one) => one.item === item && one.digest !== digest)
  if (here.length >= EVIDENCE_LIMITS.perItem) {
    return { fault: `There are ${EVIDENCE_LIMITS.perItem} files here already. Delete one first.` }
  }
  for (let at = 0, number = 1; at < bytes.length; at += BLOCK, number++) {
    const piece = Buffer.from(bytes.subarray(at, at + BLOCK)).toString('base64')
    await savePersonal(parts, person, EVIDENCE_BLOCK, { bytes: piece }, blockName(digest, number))
    await giveWay()
  }
  const file: EvidenceFile = { item, name: name.slice(0, 200) || 'file', digest, size: bytes.length }
  await savePersonal(parts, person, EVIDENCE_FILE, file, fileName(item, digest))
  return { digest }
}

/** A file of an item with its content. Throws `request.notFound`; content that is not what its digest says is not given. */
export async function openEvidence(
  parts: Pick<Parts, 'storage' | 'keys'>,
  person: Owner,
  item: string,
  digest: string,
): Promise<EvidenceFile & { bytes: Uint8Array }> {
  const { content } = await findPersonal(parts, person, EVIDENCE_FILE, fileName(item, digest))
  const pieces: Uint8Array[] = []
  for (let number = 1; number <= Math.ceil(content.size / BLOCK); number++) {
    const block = await findPersonal(parts, person, EVIDENCE_BLOCK, blockName(digest, number))
    pieces.push(Buffer.from(block.content.bytes, 'base64'))
    await giveWay()
  }
  const bytes = Buffer.concat(pieces)
  if (sha256Hex(bytes) !== digest) throw new PassportError('request.notFound', 'This file is damaged. Add it again.')
  return { ...content, bytes }
}

/** Deletes a file of an item; its content too, unless it belongs to another item as well. */
export async function deleteEvidence(parts: Parts, person: Person, item: string, digest: string): Promise<void> {
  const all = await listEvidence(parts, person)
  const file = all.find((one) => one.item === item && one.digest === digest)
  if (file === undefined) return
  await deletePersonal(parts, person, EVIDENCE_FILE, fileName(item, digest))
  if (all.some((one) => one.digest === digest && one.item !== item)) return
  for (let number = 1; number <= Math.ceil(file.size / BLOCK); number++) {
    await deletePersonal(parts, person, EVIDENCE_BLOCK, blockName(digest, number))
  }
}

const fileName = (item: string, digest: string) => `${item} ${digest}`
const blockName = (digest: string, number: number) => `${digest} ${number}`
