import { credentialsIn, imageTypeOf, isUnsignedRecord, looksCompact, readBakedImage, summarise } from '#credential'
import { decodeUtf8, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { shareInvitation } from '#protocol'
import { importCsv, importElm, isDescription } from './described.ts'
import { credentialTexts, type Kept, keep, textOf } from './keep.ts'
import type { WalletParts } from './parts.ts'
import { offerIn } from './receive.ts'
import type { HeldCredential } from './records/credentials.ts'
import type { Person } from './records/person.ts'
import type { ImportResult } from './records/transfers.ts'

/** What became of one thing that was brought in: kept in one way or another, not readable, with the reason, or told as it is. */
export type Imported = { name: string; kept: Kept } | { name: string; problem: PassportError } | { told: ImportResult }

const MAX_BYTES = 1100 * 1024
const ACCEPT =
  'application/vc, application/vc+jwt, application/dc+sd-jwt, application/json;q=0.9, application/jwt;q=0.9, text/plain;q=0.5, image/png;q=0.5, image/svg+xml;q=0.5'

const UNSIGNED_RECORD =
  'Nobody signed this record as a whole, so it is not kept. Each credential in it was looked at by itself.'

/** Keeps the credentials in a pasted text: JSON, a JWT, or a presentation. */
export async function importText(parts: WalletParts, person: Person, text: string): Promise<Imported[]> {
  return await importEach(parts, person, [{ name: 'What you pasted', text }])
}

/** Where a link leads: to something that was kept, or to an offer that is for its holder to take. */
export type Followed = { offer: true } | { offer: false; results: Imported[] }

/** Keeps the credential at an address. A claim link is not taken but recognised: only a button takes. */
export async function importLink(parts: WalletParts, person: Person, link: string): Promise<Followed> {
  const answer = await parts.fetch(link, { accept: ACCEPT, maxBytes: MAX_BYTES })
  if (answer.status !== 200) {
    throw new PassportError(
      'fetch.status',
      'There is no credential at this address. Check the link, or ask who sent it.',
    )
  }
  if (answer.mediaType === 'text/html') {
    throw new PassportError(
      'media.unsupported',
      'This address is a web page, not a credential. Look on it for a button that downloads, then add the file here.',
    )
  }
  if (offerIn(answer) !== null) return { offer: true }
  const text = await textIn(parts, answer.bytes)
  if (text.trimStart().startsWith('{') && shareInvitation.safeParse(parseJsonObject(text)).success) {
    throw new PassportError(
      'media.unsupported',
      'This is a share link. It lets others check a credential; it does not hand it over. Ask for a claim link.',
    )
  }
  return { offer: false, results: await importEach(parts, person, [{ name: new URL(link).hostname, text }]) }
}

/** Keeps the credentials in a file: JSON, a JWT, a presentation, a PNG or SVG picture. */
export async function importBytes(
  parts: WalletParts,
  person: Person,
  { name, bytes, logEvidence }: { name: string; bytes: Uint8Array; logEvidence?: Uint8Array | undefined },
): Promise<Imported[]> {
  try {
    if (/\.csv$/i.test(name)) return (await importCsv(parts, person, { name, bytes })).map((told) => ({ told }))
    const issueLogEvidence = logEvidence === undefined ? undefined : evidenceIn(logEvidence)
    return await importEach(parts, person, [{ name, text: await textIn(parts, bytes), issueLogEvidence }])
  } catch (error) {
    return [{ name, problem: asProblem(error) }]
  }
}

/** Keeps each credential of a record that is held, by itself too; the record stays. One that is no record has none. */
export async function importParts(parts: WalletParts, person: Person, { shown }: HeldCredential): Promise<Imported[]> {
  const name = summarise(shown).title
  return await keepEach(parts, person, name, credentialsIn(shown.credential).map(textOf))
}

async function importEach(
  parts: WalletParts,
  person: Person,
  sources: readonly { name: string; text: string; issueLogEvidence?: JsonObject | undefined }[],
): Promise<Imported[]> {
  const results: Imported[] = []
  for (const { name, text, issueLogEvidence } of sources) {
    const document = looksCompact(text.trim()) ? null : parseJsonObject(text)
    if (document !== null && isDescription(document)) {
      const bytes = new TextEncoder().encode(text)
      results.push(...(await importElm(parts, person, { name, bytes }, document)).map((told) => ({ told })))
      continue
    }
    if (document !== null && isUnsignedRecord(document))
      results.push({ told: { name, outcome: 'leftOut', reason: UNSIGNED_RECORD } })
    results.push(...(await keepEach(parts, person, name, credentialTexts(text), issueLogEvidence)))
  }
  return results
}

async function keepEach(
  parts: WalletParts,
  person: Person,
  name: string,
  texts: readonly string[],
  issueLogEvidence?: JsonObject,
): Promise<Imported[]> {
  const results: Imported[] = []
  for (const text of texts) {
    try {
      results.push({ name, kept: await keep(parts, person, text, { issueLogEvidence }) })
    } catch (error) {
      results.push({ name, problem: asProblem(error) })
    }
  }
  return results
}

/**
 * The text of a file, or of the badge inside a picture, which is got from its address where the picture holds only that
 * (Badge Baking 2.0). The picture itself is not kept: it is no part of what was signed.
 */
async function textIn(parts: WalletParts, bytes: Uint8Array): Promise<string> {
  if (imageTypeOf(bytes) === null) return decodeUtf8(bytes)
  const { text } = readBakedImage(bytes)
  if (!/^https?:\/\//i.test(text)) return text
  const answer = await parts.fetch(text, { accept: 'application/ld+json, application/json', maxBytes: MAX_BYTES })
  if (answer.status === 200 && imageTypeOf(answer.bytes) === null) return decodeUtf8(answer.bytes)
  throw new PassportError(
    'fetch.status',
    'This picture holds only the address of a badge, and there is no badge there.',
  )
}

/** Evidence that cannot be read is as good as none. */
function evidenceIn(bytes: Uint8Array): JsonObject | undefined {
  try {
    return parseJsonObject(bytes)
  } catch (error) {
    if (error instanceof PassportError) return undefined
    throw error
  }
}

/** What was wrong with what was brought in; a fault of ours goes on up. */
function asProblem(error: unknown): PassportError {
  if (error instanceof PassportError && !error.code.startsWith('storage.')) return error
  throw error
}
