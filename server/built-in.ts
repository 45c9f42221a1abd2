import { z } from 'zod'
import type { Metrics } from './metrics.ts'
import type { OpenApiDocument } from './openapi.ts'
import { type Route, route } from './route.ts'

/** What every service serves beside its own routes, for those who run it and those who program against it. */
export function builtInRoutes(parts: {
  checks: Readonly<Record<string, () => Promise<void>>>
  metrics: Metrics
  document: () => Promise<OpenApiDocument>
  apiPage: (document: OpenApiDocument) => string
}): Route[] {
  const common = { method: 'GET', tag: 'Operation', access: 'public', crossOrigin: true } as const
  return [
    route({
      ...common,
      path: '/health',
      summary: 'Whether the process is alive.',
      responses: { 200: { description: 'It is.', schema: z.object({ status: z.literal('ok') }) } },
      run: async () => ({ json: { status: 'ok' }, headers: { 'Cache-Control': 'no-store' } }),
    }),
    route({
      ...common,
      path: '/ready',
      summary: 'Whether everything the service needs is there.',
      responses: {
        200: { description: 'It is.', schema: readiness },
        503: { description: 'Something is missing; `checks` says what.', schema: readiness },
      },
      run: async () => {
        const checks = await Promise.all(
          Object.entries(parts.checks).map(async ([name, check]) => [name, await passes(check)] as const),
        )
        const isReady = checks.every(([, passed]) => passed)
        const report = Object.fromEntries(checks.map(([name, passed]) => [name, passed ? 'ok' : 'failed']))
        return {
          status: isReady ? 200 : 503,
          json: { status: isReady ? 'ready' : 'notReady', checks: report },
          headers: { 'Cache-Control': 'no-store' },
        }
      },
    }),
    route({
      ...common,
      path: '/metrics',
      summary: 'Figures for Prometheus, without anything personal.',
      responses: { 200: { description: 'The figures.', mediaType: 'text/plain' } },
      run: async () => ({
        bytes: await parts.metrics.text(),
        contentType: parts.metrics.contentType,
        headers: { 'Cache-Control': 'no-store' },
      }),
    }),
    route({
      ...common,
      path: '/openapi.json',
      summary: 'This description, for programs (OpenAPI 3.1).',
      responses: { 200: { description: 'The description.', mediaType: 'application/json' } },
      run: async () => ({ json: await parts.document() }),
    }),
    route({
      ...common,
      path: '/api',
      summary: 'This description, for people.',
      responses: { 200: { description: 'A page.', mediaType: 'text/html' } },
      run: async () => ({ html: parts.apiPage(await parts.document()) }),
    }),
  ]
}

const readiness = z.object({ status: z.enum(['ready', 'notReady']), checks: z.record(z.string(), z.string()) })

async function passes(check: () => Promise<void>): Promise<boolean> {
  try {
    await check()
    return true
  } catch {
    return false
  }
}
