import { z } from 'zod'
import { PassportError } from '#platform'
import { appendAudit } from '#storage'
import type { IssuerParts } from './parts.ts'
import { publishedList } from './publish-list.ts'
import { openList, touchList } from './records/lists.ts'
import { deleteRecognised, keepRecognised, listRecognised, type RecognisedEntry } from './records/recognised.ts'

/** A DID, as it will be compared: whole. */
export const did = z
  .string()
  .trim()
  .max(2_048)
  .regex(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/, 'must be a DID such as did:web:college.example')

/** Puts an issuer on another's list of recognised issuers, and publishes the list. */
export async function recogniseIssuer(
  issuerId: string,
  entry: RecognisedEntry,
  actor: string,
  parts: IssuerParts,
): Promise<void> {
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    await openList(together, issuerId, 'recognition', 1)
    await keepRecognised(together, issuerId, entry)
    await touchList(together, issuerId, 'recognition')
    const detail = { did: entry.did, from: entry.from }
    await appendAudit(together, { actor, action: 'issuer.recognised', subject: issuerId, detail }, now)
  })
  await publishedList(issuerId, 'recognition', 1, parts)
}

/**
 * Takes an issuer off the list, and publishes what is left; a list of nobody is no list, and is not served. Throws
 * `request.notFound` where it was not on it.
 */
export async function stopRecognising(
  issuerId: string,
  entryDid: string,
  actor: string,
  parts: IssuerParts,
): Promise<void> {
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    if (!(await deleteRecognised(together, issuerId, entryDid))) {
      throw new PassportError('request.notFound', 'That issuer is not on the list.')
    }
    await touchList(together, issuerId, 'recognition')
    const detail = { did: entryDid }
    await appendAudit(together, { actor, action: 'issuer.notRecognised', subject: issuerId, detail }, now)
  })
  if ((await listRecognised(parts.storage.db, issuerId)).length > 0)
    await publishedList(issuerId, 'recognition', 1, parts)
}
