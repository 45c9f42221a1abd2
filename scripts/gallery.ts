import { createServer } from 'node:http'
import '../server/tsx.ts'

/**
 * Serves a sample page of every piece of the shared look, on `PORT` or a free one, under the same content policy as the
 * services. `/` lists them; it prints `gallery URL` and runs until it is told to stop.
 */
const { assets } = await import('#web')
const { samples } = await import('./gallery/samples.tsx')

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"

const files = await assets()
const pages: Readonly<Record<string, () => string>> = samples

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const asset = files.get(pathname)
  const sample = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined
  response.setHeader('content-security-policy', POLICY)
  if (asset) {
    const { bytes, contentType, etag, cacheControl } = asset
    response.writeHead(200, { 'content-type': contentType, etag, 'cache-control': cacheControl }).end(bytes)
  } else if (pathname === '/progress.json') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"done":16,"total":25,"state":"running"}')
  } else if (request.method === 'POST') {
    response.writeHead(303, { location: '/' }).end()
  } else {
    response
      .writeHead(sample ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      .end(sample?.() ?? 'No such sample')
  }
})

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`gallery http://localhost:${address.port}/`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
