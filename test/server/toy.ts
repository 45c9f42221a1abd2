import { z } from 'zod'
import type { ServiceOptions, SessionStore } from '#server'
import { createLog, createMetrics, createService, type Listening, listen, type Route, route } from '#server'

interface KeptSession {
  data: string
  accountId: string | null
  expiresAt: Date
}

/** Sessions in memory, so that a test can look at what is kept. */
export function memorySessions(): SessionStore & { rows: Map<string, KeptSession> } {
  const rows = new Map<string, KeptSession>()
  return {
    rows,
    get: async (id, now) => {
      const row = rows.get(id)
      return row !== undefined && row.expiresAt > now ? row.data : undefined
    },
    set: async (id, session) => void rows.set(id, session),
    touch: async (id, expiresAt) => {
      const row = rows.get(id)
      if (row) rows.set(id, { ...row, expiresAt })
    },
    destroy: async (id) => void rows.delete(id),
  }
}

/** A small service that has one route of each kind. */
export const toyRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/things/:id',
    summary: 'One thing.',
    tag: 'Things',
    access: 'public',
    query: z.object({ a: z.string().optional() }),
    params: z.object({ id: z.string().max(20) }),
    responses: { 200: { description: 'The thing.', schema: z.object({ id: z.string() }) } },
    run: async ({ params, query }) => ({ json: { id: params.id, ...query } }),
  }),
  route({
    method: 'POST',
    path: '/things',
    summary: 'Make a thing.',
    tag: 'Things',
    access: 'public',
    crossOrigin: true,
    body: { json: z.object({ name: z.string(), inner: z.unknown().optional() }) },
    responses: { 201: { description: 'Made.' } },
    problemMembers: { verified: false },
    run: async ({ body }) => ({ status: 201, json: { name: body.name } }),
  }),
  route({
    method: 'POST',
    path: '/bytes',
    summary: 'Count bytes.',
    tag: 'Things',
    access: 'public',
    body: { bytes: { maxBytes: 100, mediaTypes: ['image/png', 'text/plain'] } },
    responses: { 200: { description: 'How many.' } },
    run: async ({ raw, mediaType }) => ({ json: { size: raw.length, mediaType } }),
  }),
  route({
    method: 'POST',
    path: '/upload',
    summary: 'Take files.',
    tag: 'Things',
    access: 'public',
    body: { multipart: z.object({ note: z.string() }), maxBytes: 1_000 },
    responses: { 200: { description: 'What came.' } },
    run: async ({ body, files }) => ({
      json: { note: body.note, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) },
    }),
  }),
  route({
    method: 'POST',
    path: '/enter',
    summary: 'Sign in.',
    tag: 'People',
    access: 'public',
    body: { form: z.object({ account: z.string(), role: z.array(z.string()).optional() }) },
    responses: { 303: { description: 'In.' } },
    run: async ({ body, signIn, flash }) => {
      await signIn({ accountId: body.account })
      flash(`Welcome, ${(body.role ?? []).join('+')}.`)
      return { redirect: '/me' }
    },
  }),
  route({
    method: 'POST',
    path: '/visit',
    summary: 'Leave a message in a session without an account.',
    tag: 'People',
    access: 'public',
    responses: { 204: { description: 'Done.' } },
    run: async ({ flash }) => {
      flash('Hello')
      return { status: 204, bytes: '', contentType: 'text/plain' }
    },
  }),
  route({
    method: 'GET',
    path: '/me',
    summary: 'Who I am.',
    tag: 'People',
    access: 'user',
    responses: { 200: { description: 'Me.' } },
    run: async ({ user, takeFlash }) => ({ json: { account: user?.accountId, flash: takeFlash() ?? null } }),
  }),
  route({
    method: 'POST',
    path: '/leave',
    summary: 'Sign out.',
    tag: 'People',
    access: 'user',
    responses: { 303: { description: 'Out.' } },
    run: async ({ signOut }) => {
      await signOut()
      return { redirect: '/' }
    },
  }),
  route({
    method: 'POST',
    path: '/keyed',
    summary: 'For programs.',
    tag: 'Things',
    access: 'apiKey',
    responses: { 200: { description: 'Who.' } },
    run: async ({ user }) => ({ json: { issuer: user?.issuerId } }),
  }),
  route({
    method: 'POST',
    path: '/drop',
    summary: 'Take a form of another site, or much JSON.',
    tag: 'Things',
    access: 'public',
    crossSiteForm: true,
    formAction: ['https://other.example'],
    body: { json: z.object({ items: z.array(z.unknown()) }), maxBytes: 2 * 1024 * 1024 },
    responses: { 200: { description: 'Who.' } },
    run: async ({ body, user }) => ({ json: { items: body.items.length, user: user?.accountId ?? null } }),
  }),
  route({
    method: 'GET',
    path: '/limited',
    summary: 'Twice a minute.',
    tag: 'Things',
    access: 'public',
    limit: { requests: 2, seconds: 60 },
    responses: { 200: { description: 'Yes.' } },
    run: async () => ({ json: {} }),
  }),
  route({
    method: 'GET',
    path: '/broken',
    summary: 'Fails.',
    tag: 'Things',
    access: 'public',
    responses: { 200: { description: 'Never.' } },
    run: async () => {
      throw new Error('secret SELECT * FROM person WHERE email = a@b.example')
    },
  }),
]

/** The toy service, listening on a free port of loopback, and what it logged. */
export async function startToy(
  options: Partial<ServiceOptions> = {},
): Promise<Listening & { lines: string[]; sessions: ReturnType<typeof memorySessions> }> {
  const lines: string[] = []
  const sessions = memorySessions()
  const app = createService({
    name: 'toy',
    version: '1.0.0',
    baseUrl: 'http://localhost:4999',
    routes: toyRoutes,
    sessions: { store: sessions, secret: 'a secret of this test' },
    pages: { problem: ({ status, code }) => `<h1>${status} ${code}</h1>`, api: ({ info }) => `<h1>${info.title}</h1>` },
    apiKey: async (bearer) => (bearer === 'good-key' ? { issuerId: 'college', keyId: 'k1' } : undefined),
    log: createLog({ service: 'toy', destination: { write: (line: string) => void lines.push(line) } }),
    metrics: createMetrics('toy', { process: false }),
    ...options,
  })
  const listening = await listen(app, { host: '127.0.0.1', port: 0 })
  return { ...listening, lines, sessions }
}
