import { type Answer, type RequestContext, type Route, type RouteOptions, route } from '#server'
import type { WalletParts } from '../parts.ts'
import { knownPerson, type Person } from '../records/person.ts'

type OwnOptions<Params, Query, Body> = Omit<
  RouteOptions<Params, Query, Body>,
  'access' | 'tag' | 'responses' | 'run'
> & {
  tag?: string
  responses?: RouteOptions<Params, Query, Body>['responses']
  run: (person: Person, context: RequestContext<Params, Query, Body>) => Promise<Answer>
}

export const PAGE = { 200: { description: 'A page.', mediaType: 'text/html' } }
export const ONWARDS = { 303: { description: 'To the page that shows the result.' } }

/** Makes a route for whoever is signed in, and hands it the person: what is not theirs it cannot even ask for. */
export function own<P = unknown, Q = unknown, B = unknown>(parts: WalletParts, options: OwnOptions<P, Q, B>): Route {
  const { run, tag = 'Passport', responses = options.method === 'GET' ? PAGE : ONWARDS, ...rest } = options
  return route<P, Q, B>({
    ...rest,
    tag,
    responses,
    access: 'user',
    run: async (context) => run(await knownPerson(parts, context.user?.accountId ?? ''), context),
  })
}
