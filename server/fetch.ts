import { lookup as systemLookup } from 'node:dns/promises'
import { PassportError } from '#platform'
import { type Exchange, errorCodeOf, exchange, type Fetched } from './exchange.ts'
import { createSlots } from './slots.ts'
import { type Lookup, parseTarget, resolveTarget } from './target.ts'

export interface FetchRequest {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: Uint8Array
  /** Media types for the `Accept` header. */
  accept: string
  maxBytes: number
  timeoutMs?: number
}

/** Gets what is at a public address, or throws `fetch.*`. Any status but a redirect is an answer. */
export type GuardedFetch = (url: string, request: FetchRequest) => Promise<Fetched>

export interface FetchSettings {
  /** Whether http, https and any port of this machine may be reached too. */
  allowLoopback: boolean
  lookup?: Lookup
  now?: () => Date
  /** Certificates (PEM) to trust instead of the well-known authorities'. */
  ca?: string
}

const CONNECT_MS = 2_000
const TOTAL_MS = 5_000
const SOCKETS_PER_HOST = 4
const UNREACHABLE_MS = 60_000
const UNREACHABLE_LOOPBACK_MS = 1_000

/** Never sent, whoever asks: the guarded fetch speaks for nobody. */
const FORBIDDEN = new Set([
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'host',
  'proxy-authorization',
  'transfer-encoding',
])

/**
 * The only way out. It reaches public addresses over https on port 443; resolves a name once and connects to what was
 * checked; follows no redirect; gives up after five seconds, two for connecting; reads no more than was asked for,
 * compressed or not; keeps four connections to a host; and for a minute does not try again a host that was not there.
 */
export function createFetch({ allowLoopback, lookup, now = () => new Date(), ca }: FetchSettings): GuardedFetch {
  const slots = createSlots(SOCKETS_PER_HOST)
  const unreachable = new Map<string, number>()
  const unanswered = new Map<string, number>()
  const find: Lookup = lookup ?? ((hostname) => systemLookup(hostname, { all: true }))

  const refuseUnreachable = (host: string) => {
    const until = unreachable.get(host)
    if (until === undefined) return
    if (until > now().getTime()) throw new PassportError('fetch.failed', 'The server was unreachable a moment ago.')
    unreachable.delete(host)
  }

  /** One slow address may be anyone's on a good host; all connections at once, or as many in a row, are a host that hangs. */
  const isHung = (host: string, error: unknown) => {
    if (!(error instanceof PassportError && error.code === 'fetch.timeout')) return false
    if (unanswered.size > 10_000) unanswered.clear()
    const times = (unanswered.get(host) ?? 0) + 1
    unanswered.set(host, times)
    return times >= SOCKETS_PER_HOST || slots.isFull(host)
  }

  return async (text, request) => {
    for (const name of Object.keys(request.headers ?? {})) {
      if (FORBIDDEN.has(name.toLowerCase())) throw new PassportError('fetch.blocked', `The header ${name} is not sent.`)
    }
    const parsed = parseTarget(text, allowLoopback)
    const { host } = parsed.url
    const signal = AbortSignal.timeout(request.timeoutMs ?? TOTAL_MS)
    const release = await slots.take(host, signal).catch((cause) => {
      throw late(cause)
    })
    try {
      refuseUnreachable(host)
      const target = await inTime(resolveTarget(parsed, find), signal)
      const { maxBytes } = request
      const options: Exchange = {
        method: request.method ?? 'GET',
        headers: { ...request.headers, Accept: request.accept },
        body: request.body,
        maxBytes,
        connectMs: CONNECT_MS,
        signal,
        ca,
      }
      const fetched = await exchange(target, options)
      unanswered.delete(host)
      return fetched
    } catch (error) {
      if (isUnreachable(error) || isHung(host, error)) {
        if (unreachable.size > 10_000) unreachable.clear()
        unreachable.set(host, now().getTime() + (parsed.isLoopback ? UNREACHABLE_LOOPBACK_MS : UNREACHABLE_MS))
      }
      throw error
    } finally {
      release()
    }
  }
}

const late = (cause: unknown) => new PassportError('fetch.timeout', 'The server did not answer in time.', { cause })

const NOT_THERE = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
])

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof PassportError)) return false
  return error.code === 'fetch.failed' && NOT_THERE.has(errorCodeOf(error.cause) ?? '')
}

/** The work's result, unless the signal comes first; the work may then still run, but nobody waits for it. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(late(signal.reason))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
