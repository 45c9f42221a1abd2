import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Request, Response } from 'express'
import type { ZodType } from 'zod'
import { decodeUtf8, JSON_LIMITS, PassportError, parseJson } from '#platform'
import { parseFields } from './fields.ts'
import { readMultipart } from './multipart.ts'
import type { BodyKind, BodyRule, UploadedFile } from './route.ts'
import { arrayFields, validate } from './validate.ts'

const DEFAULT_MAX_BYTES = 1024 * 1024

/** How much of a refused body is still read, so that the sender hears why. */
const MAX_FORGOTTEN = 32 * 1024 * 1024

export interface Body {
  body: unknown
  raw: Uint8Array
  mediaType: string
  files: UploadedFile[]
}

/**
 * Reads a request's body as its route asks, and refuses everything else: another media type or charset (415), too many
 * bytes before or after decompression (413), what cannot be read (400), what the schema does not allow (422).
 */
export async function readBody(
  request: Request,
  response: Response,
  rule: BodyKind | BodyRule<ZodType>,
): Promise<Body> {
  const nothing = { body: undefined, raw: new Uint8Array(), files: [] }
  if (rule === 'none') return { ...nothing, mediaType: '' }
  const mediaType = mediaTypeOf(request)
  if (rule === 'json') return { ...nothing, mediaType, body: await readJson(request, mediaType, DEFAULT_MAX_BYTES) }
  if (rule === 'form') return { ...nothing, mediaType, body: await readForm(request, mediaType, new Set()) }
  if (rule === 'multipart') {
    const multipart = { mediaType, maxBytes: DEFAULT_MAX_BYTES, arrays: new Set<string>() }
    return { ...nothing, mediaType, ...(await readMultipart(request, response, multipart)) }
  }
  if (rule === 'bytes') return { ...nothing, mediaType, raw: await readBytes(request, DEFAULT_MAX_BYTES) }
  if ('json' in rule) {
    const value = await readJson(request, mediaType, rule.maxBytes ?? DEFAULT_MAX_BYTES)
    return { ...nothing, mediaType, body: validate(rule.json, value, rule.refusal ?? 'request.invalid') }
  }
  if ('form' in rule) {
    const fields = await readForm(request, mediaType, arrayFields(rule.form))
    return { ...nothing, mediaType, body: validate(rule.form, fields, 'request.invalid') }
  }
  if ('multipart' in rule) {
    if (mediaType === 'application/x-www-form-urlencoded') {
      const fields = await readForm(request, mediaType, arrayFields(rule.multipart))
      return { ...nothing, mediaType, body: validate(rule.multipart, fields, 'request.invalid') }
    }
    const { maxBytes, maxFiles } = rule
    const multipart = { mediaType, maxBytes, maxFiles, arrays: arrayFields(rule.multipart) }
    const { body, files } = await readMultipart(request, response, multipart)
    return { ...nothing, mediaType, files, body: validate(rule.multipart, body, 'request.invalid') }
  }
  expectMediaType(mediaType, rule.bytes.mediaTypes)
  return { ...nothing, mediaType, raw: await readBytes(request, rule.bytes.maxBytes) }
}

async function readJson(request: IncomingMessage, mediaType: string, maxBytes: number): Promise<unknown> {
  if (!/^application\/([\w.+-]+\+)?json$|^application\/v[cp]$/.test(mediaType)) {
    throw unsupported(mediaType, 'application/json')
  }
  const bytes = await readBytes(request, maxBytes)
  const scale = Math.max(1, maxBytes / DEFAULT_MAX_BYTES)
  return parseJson(bytes, { ...JSON_LIMITS, length: maxBytes, keys: JSON_LIMITS.keys * scale })
}

async function readForm(request: IncomingMessage, mediaType: string, arrays: ReadonlySet<string>): Promise<unknown> {
  expectMediaType(mediaType, ['application/x-www-form-urlencoded'])
  return parseFields(decodeUtf8(await readBytes(request, DEFAULT_MAX_BYTES)), arrays)
}

/** The body's bytes, decompressed if it says so; at most `maxBytes` of them, counted on the wire and after inflating. */
export function readBytes(request: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const decoder = decoderOf(request)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let wire = 0
    let settled = false
    const fail = (error: PassportError) => {
      if (settled) return
      settled = true
      if (decoder) {
        request.unpipe(decoder)
        decoder.destroy()
      }
      // Cutting the connection now would lose the answer on its way.
      request.removeAllListeners('data').on('data', (chunk: Buffer) => {
        wire += chunk.length
        if (wire > MAX_FORGOTTEN) request.destroy()
      })
      request.resume()
      reject(error)
    }
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return fail(tooLarge(maxBytes))
    request.on('data', (chunk: Buffer) => {
      wire += chunk.length
      if (wire > maxBytes) fail(tooLarge(maxBytes))
    })
    request.once('close', () => {
      if (!request.complete) fail(new PassportError('request.malformed', 'The content ended too early.'))
    })
    const source = decoder ? request.pipe(decoder) : request
    source.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxBytes) fail(tooLarge(maxBytes))
      else chunks.push(chunk)
    })
    source.once('end', () => {
      settled = true
      resolve(Buffer.concat(chunks))
    })
    source.once('error', (cause) => fail(new PassportError('request.malformed', 'The content is damaged.', { cause })))
  })
}

function decoderOf(request: IncomingMessage): Transform | undefined {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity') return undefined
  if (encoding === 'gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw new PassportError('media.unsupported', 'The content encoding must be gzip, deflate, br or none.')
}

/** The media type without its parameters; a charset other than UTF-8 is refused. Empty where there is none. */
function mediaTypeOf(request: IncomingMessage): string {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').split(';')
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=')
    const charset = value.trim().replaceAll('"', '').toLowerCase()
    if (name.trim().toLowerCase() === 'charset' && charset !== 'utf-8' && charset !== 'utf8') {
      throw new PassportError('media.unsupported', 'The charset must be UTF-8.')
    }
  }
  return type.trim().toLowerCase()
}

function expectMediaType(mediaType: string, allowed: readonly string[]): void {
  if (!allowed.includes(mediaType)) throw unsupported(mediaType, allowed.join(', '))
}

function unsupported(mediaType: string, allowed: string): PassportError {
  const given = mediaType === '' ? 'The content has no Content-Type' : `${mediaType.slice(0, 80)} is not accepted here`
  return new PassportError('media.unsupported', `${given}; it must be ${allowed}.`)
}

const tooLarge = (maxBytes: number) =>
  new PassportError('request.tooLarge', `The content is larger than ${Math.floor(maxBytes / 1024)} KiB.`)
