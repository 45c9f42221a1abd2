import { z } from 'zod'
import { PassportError } from '#platform'
import type { KeptMessage, Outbox } from './mail.ts'
import { type Route, route } from './route.ts'

/**
 * Pages on which anyone can read the messages that were kept instead of sent. A device of the demonstration: a service
 * has these routes only where `OUTBOX=1`.
 */
export function outboxRoutes(outbox: Outbox, page: (messages: readonly KeptMessage[]) => string): Route[] {
  const common = { method: 'GET', tag: 'Demonstration', access: 'public' } as const
  const responses = { 200: { description: 'A page.', mediaType: 'text/html' } }
  return [
    route({
      ...common,
      path: '/outbox',
      summary: 'Messages that the demonstration would have sent.',
      responses,
      run: async () => ({ html: page(await outbox.list()) }),
    }),
    route({
      ...common,
      path: '/outbox/:id',
      summary: 'One of these messages.',
      params: z.object({ id: z.string().max(64) }),
      responses,
      run: async ({ params }) => {
        const message = await outbox.find(params.id)
        if (message === undefined) throw new PassportError('request.notFound', 'There is no such message.')
        return { html: page([message]) }
      },
    }),
  ]
}
