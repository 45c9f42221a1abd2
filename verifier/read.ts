import {
  imageTypeOf,
  isJwtPresentation,
  isPresentation,
  looksCompact,
  looksLikeCredential,
  type Received,
  receiveCompact,
  receiveJson,
  type SuppliedFile,
  unbakePng,
  unbakeSvg,
} from '#credential'
import { decodeUtf8, type ErrorCode, type Json, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { type ArchivedDocument, readArchive } from './archive.ts'

/** What somebody handed in, read and not yet believed. */
export type Thing =
  /** With the evidence of its issuer's log that came beside it, not read yet. */
  | { kind: 'credential'; received: Received; issueLogEvidence?: Json | undefined }
  | { kind: 'presentation'; presentation: JsonObject | string }
  | { kind: 'several'; things: Thing[]; supplied?: readonly SuppliedFile[] }
  | { kind: 'link'; url: string }
  /** What lies among credentials and is none. */
  | { kind: 'unread'; reason: ErrorCode }

/** What was handed in as one of many, and is read where it is checked. */
export type Item =
  | Thing
  | { kind: 'bytes'; bytes: Uint8Array; mediaType: string }
  | { kind: 'text'; text: string }
  /** An object that was read strictly, as JSON again: that goes to another thread in half the time. */
  | { kind: 'document'; json: string }

/** Reads one of many. Throws as `readThing` does. */
export function readItem(item: Item): Thing {
  switch (item.kind) {
    case 'bytes':
      return readThing(item.bytes, item.mediaType)
    case 'text':
      return readText(item.text)
    case 'document':
      return thingOf(JSON.parse(item.json))
  }
  return item
}

/** The media types that `POST /api/check` takes; a PDF is named so that the refusal can say what to do. */
export const MEDIA_TYPES = [
  'application/json',
  'application/ld+json',
  'application/vc',
  'application/vp',
  'application/jwt',
  'application/vc+jwt',
  'application/vp+jwt',
  'application/dc+sd-jwt',
  'application/vc+sd-jwt',
  'application/sd-jwt',
  'application/zip',
  'text/plain',
  'image/png',
  'image/svg+xml',
  'application/pdf',
] as const

/** What credentials are found inside of elsewhere, and not here. */
export const UNREAD: Readonly<Record<string, string>> = {
  'image/jpeg': 'a JPEG picture',
  'application/pdf': 'a PDF',
}

/**
 * Reads bytes as what their media type says, and refuses everything else: `json.*`, `jwt.malformed` and `image.*` for what
 * cannot be read safely, `media.unsupported` for a form that is not read here and for data that is
 * no credential.
 */
export function readThing(bytes: Uint8Array, mediaType: string): Thing {
  const unread = UNREAD[mediaType]
  if (unread !== undefined) {
    const remedy = 'Send the credential itself, as JSON or as a JWT, its PNG or SVG picture, or the link to it.'
    throw new PassportError('media.unsupported', `Credentials inside ${unread} are not read yet. ${remedy}`)
  }
  switch (mediaType) {
    case 'image/png':
      return readText(unbakePng(bytes).text)
    case 'image/svg+xml':
      return readText(unbakeSvg(bytes).text)
    case 'application/zip': {
      const { documents, supplied } = readArchive(bytes)
      return { kind: 'several', things: documents.map(amongOthers), supplied }
    }
    case 'application/jwt':
    case 'application/vc+jwt':
    case 'application/vp+jwt':
    case 'application/dc+sd-jwt':
    case 'application/vc+sd-jwt':
    case 'application/sd-jwt':
      return thingOfCompact(decodeUtf8(bytes).trim())
    case 'application/vc':
    case 'application/vp':
      return expectKind(thingOf(parseJsonObject(bytes)), mediaType === 'application/vp')
    case 'text/plain':
      return readText(decodeUtf8(bytes))
  }
  if (/^application\/(?:[\w.+-]+\+)?json$/.test(mediaType)) return thingOf(parseJsonObject(bytes))
  throw new PassportError('media.unsupported', `${mediaType || 'A content without a type'} is not read here.`)
}

/** Reads a text that somebody pasted or that a file holds: a link, a JWT, an SD-JWT or JSON. Space around it means nothing. */
export function readText(text: string): Thing {
  const trimmed = text.trim()
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return thingOf(parseJsonObject(trimmed))
  if (looksCompact(trimmed)) return thingOfCompact(trimmed)
  if (isLink(trimmed)) return { kind: 'link', url: linkWithin(trimmed) }
  throw new PassportError(
    'request.malformed',
    'This is neither a credential nor a link. A link begins with https://, a credential with {.',
  )
}

/** A JWT as a presentation where it calls itself one; else, like an SD-JWT, as a credential. */
function thingOfCompact(text: string): Thing {
  if (isJwtPresentation(text)) return { kind: 'presentation', presentation: text }
  return credentialOf(receiveCompact(text))
}

/** Whether a text is an address on the web. */
export function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
}

/** People also pass on the address of a verdict, `/check?link=…`: what they mean is the link within it. */
function linkWithin(link: string): string {
  const { pathname, searchParams } = new URL(link)
  const within = searchParams.get('link')
  return pathname === '/check' && within !== null && isLink(within) ? within : link
}

/** A JSON object as a presentation or as a credential; whether it is a good one is for the checks to say. */
export function thingOf(document: JsonObject): Thing {
  if (isPresentation(document)) return { kind: 'presentation', presentation: document }
  return credentialOf(receiveJson(document))
}

/** Data that is no credential is refused here: no check is to call it false. */
function credentialOf(received: Received): Thing {
  if (looksLikeCredential(received)) return { kind: 'credential', received }
  throw new PassportError(
    'media.unsupported',
    'This is data of another kind, and no credential. Look where it came from for a link to share or a file to download.',
  )
}

/** A ZIP file is answered for whole: what is no credential in it is said to be that, and does not keep the others back. */
function amongOthers({ document, issueLogEvidence }: ArchivedDocument): Thing {
  try {
    const thing = thingOf(document)
    return thing.kind === 'credential' ? { ...thing, issueLogEvidence } : thing
  } catch (error) {
    if (error instanceof PassportError && error.code === 'media.unsupported')
      return { kind: 'unread', reason: error.code }
    throw error
  }
}

/** The media type of a file, by its content: names and declared types of files are often wrong. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'application/pdf'
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'application/zip'
  return imageTypeOf(bytes) ?? 'text/plain'
}

function expectKind(thing: Thing, presentation: boolean): Thing {
  if ((thing.kind === 'presentation') === presentation) return thing
  const [said, is] = presentation ? ['application/vp', 'not a presentation'] : ['application/vc', 'a presentation']
  throw new PassportError('request.malformed', `The content is called ${said} and is ${is}.`)
}
