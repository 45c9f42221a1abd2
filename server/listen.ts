import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { PassportError } from '#platform'
import type { Certificate } from './certificate.ts'

/** A service that listens. */
export interface Listening {
  url: string
  port: number
  /** Takes no more requests, lets those that run finish for at most four seconds, then closes. */
  stop(): Promise<void>
}

const DRAIN_MS = 4_000

/** Where to listen, and with which certificate; without one it speaks plain HTTP. */
export interface Place {
  host: string
  port: number
  certificate?: Certificate | undefined
}

/**
 * Listens, and answers once it does. A client that sends its headers or its body too slowly is cut off, so that idle
 * sockets cannot pile up.
 */
export async function listen(app: RequestListener, { host, port, certificate }: Place): Promise<Listening> {
  const limits = {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: 2_000,
  }
  const server =
    certificate === undefined
      ? createServer(limits, app)
      : createSecureServer({ ...limits, ...certificate, minVersion: 'TLSv1.2' }, app)
  server.maxHeadersCount = 100
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'another program uses it' : (cause.code ?? 'it cannot be opened')
      reject(new PassportError('settings.invalid', `Cannot listen on ${host} port ${port}: ${why}.`, { cause }))
    })
    server.listen(port, host, resolve)
  })
  const bound = (server.address() as AddressInfo).port
  let stopping: Promise<void> | undefined
  const shown = host.includes(':') ? `[${host}]` : host
  return {
    url: `${certificate === undefined ? 'http' : 'https'}://${shown}:${bound}`,
    port: bound,
    stop: () => {
      stopping ??= new Promise<void>((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
        server.close(() => {
          clearTimeout(late)
          resolve()
        })
        server.closeIdleConnections()
      })
      return stopping
    },
  }
}
