import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { PassportError } from '#platform'
import type { Target } from './target.ts'

export interface Exchange {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: Uint8Array | undefined
  maxBytes: number
  connectMs: number
  signal: AbortSignal
  /** Certificates to trust instead of the well-known authorities'. */
  ca: string | undefined
}

export interface Fetched {
  status: number
  /** Without parameters, in lower case; empty if the server names none. */
  mediaType: string
  bytes: Uint8Array
  headers: Readonly<Record<string, string>>
}

const MAX_HEADERS = 100
const MAX_INTERIM = 5

/** One request and its answer over a connection of its own, to one of the target's addresses and to no other. */
export function exchange(target: Target, options: Exchange): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const request = open(target, options)
    const fail = (cause: unknown) => {
      clearTimeout(connecting)
      request.destroy()
      reject(errorOf(cause, options.signal))
    }
    const slow = () => fail(new PassportError('fetch.timeout', 'The server did not accept the connection in time.'))
    const connecting = setTimeout(slow, options.connectMs)
    const ready = () => clearTimeout(connecting)
    request.once('socket', (socket) => {
      socket.once(target.url.protocol === 'https:' ? 'secureConnect' : 'connect', ready)
    })
    let interim = 0
    request.on('information', () => {
      if (++interim > MAX_INTERIM) fail(new PassportError('fetch.failed', 'The server sent too many interim answers.'))
    })
    request.once('error', fail)
    request.once('response', (response) => {
      read(response, options.maxBytes).then((fetched) => {
        resolve(fetched)
        request.destroy()
      }, fail)
    })
    request.end(options.body)
  })
}

function open(target: Target, { method, headers, body, connectMs, signal, ca }: Exchange): ClientRequest {
  const { url, hostname, addresses, isLoopback } = target
  const lookup: LookupFunction = (_hostname, lookupOptions, callback) => {
    if (lookupOptions.all) return callback(null, addresses)
    const [first] = addresses
    callback(null, first?.address ?? '', first?.family)
  }
  const options: RequestOptions & { autoSelectFamilyAttemptTimeout: number } = {
    method,
    host: hostname,
    port: url.port === '' ? undefined : Number(url.port),
    path: `${url.pathname}${url.search}`,
    // A connection of its own: nothing of one exchange, cookies or credentials included, reaches another.
    agent: false,
    lookup,
    // A name has several addresses. On loopback the wrong one refuses at once; a quarter of a second, which is Node's
    // patience, would give up a busy server that is there.
    autoSelectFamilyAttemptTimeout: isLoopback ? connectMs : connectMs / 2,
    maxHeaderSize: 16 * 1024,
    signal,
    setHost: false,
    headers: {
      'Accept-Encoding': 'gzip, deflate, br',
      ...headers,
      Host: url.host,
      ...(body === undefined ? {} : { 'Content-Length': String(body.byteLength) }),
    },
  }
  const request =
    url.protocol === 'https:'
      ? httpsRequest({
          ...options,
          minVersion: 'TLSv1.2',
          rejectUnauthorized: true,
          ...(ca === undefined ? {} : { ca }),
        })
      : httpRequest(options)
  // One more than is allowed, so that what is cut off shows.
  request.maxHeadersCount = MAX_HEADERS + 1
  return request
}

async function read(response: IncomingMessage, maxBytes: number): Promise<Fetched> {
  const status = response.statusCode ?? 0
  if ([301, 302, 303, 307, 308].includes(status)) {
    throw new PassportError('fetch.redirect', 'The server redirects to another address, which is not followed.')
  }
  if (response.rawHeaders.length / 2 > MAX_HEADERS) {
    throw new PassportError('fetch.failed', `The server sent more than ${MAX_HEADERS} headers.`)
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined || name === 'set-cookie' ? [] : [[name, String(value)]],
    ),
  )
  const bytes = await capped(response, maxBytes)
  const [mediaType = ''] = (headers['content-type'] ?? '').split(';')
  return { status, mediaType: mediaType.trim().toLowerCase(), bytes, headers }
}

async function capped(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new PassportError('fetch.tooLarge', `The answer is larger than ${Math.ceil(maxBytes / 1024)} KiB.`)
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const decoder = decoderOf(response.headers['content-encoding'])
  let wire = 0
  response.on('data', (chunk: Buffer) => {
    wire += chunk.length
    if (wire > maxBytes) response.destroy(tooLarge())
  })
  response.once('error', (error) => decoder?.destroy(error))
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of decoder ? response.pipe(decoder) : response) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  if (!response.complete) throw new PassportError('fetch.failed', 'The answer ended too early.')
  return Buffer.concat(chunks)
}

function decoderOf(encoding = 'identity'): Transform | undefined {
  switch (encoding.trim().toLowerCase()) {
    case 'identity':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new PassportError('fetch.failed', 'The answer is compressed in a way that is not accepted.')
  }
}

function errorOf(cause: unknown, signal: AbortSignal): PassportError {
  if (cause instanceof PassportError) return cause
  if (signal.aborted) return new PassportError('fetch.timeout', 'The server did not answer in time.', { cause })
  const code = errorCodeOf(cause) ?? ''
  if (/CERT|TLS|SSL|ERR_OSSL|EPROTO|ALTNAME/.test(code)) {
    return new PassportError('fetch.failed', `The server's certificate or encryption is not trusted (tls, ${code}).`, {
      cause,
    })
  }
  return new PassportError(
    'fetch.failed',
    `The server cannot be reached or its answer not be read (${code || 'closed'}).`,
    { cause },
  )
}

/** Node's code of an error (`ECONNREFUSED`), if it has one. */
export function errorCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
