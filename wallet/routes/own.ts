import { PassportError } from '#platform'
import { type Answer, type RequestContext, type Route, type RouteOptions, route } from '#server'
import { helpedPerson, isHelper } from '../help.ts'
import type { WalletParts } from '../parts.ts'
import { type HelpArea, knownPerson, type Person } from '../records/person.ts'

type OwnOptions<Params, Query, Body> = Omit<
  RouteOptions<Params, Query, Body>,
  'access' | 'tag' | 'responses' | 'run'
> & {
  tag?: string
  /** What a helper must have been let into to use it; absent where no helper may. */
  help?: HelpArea | 'any'
  responses?: RouteOptions<Params, Query, Body>['responses']
  run: (person: Person, context: RequestContext<Params, Query, Body>) => Promise<Answer>
}

export const PAGE = { 200: { description: 'A page.', mediaType: 'text/html' } }
export const ONWARDS = { 303: { description: 'To the page that shows the result.' } }

/**
 * Makes a route for whoever is signed in, and hands it the person: what is not theirs it cannot even ask for. A helper is
 * let in only where the route says so and the holder consented, and what they do is written down.
 */
export function own<P = unknown, Q = unknown, B = unknown>(parts: WalletParts, options: OwnOptions<P, Q, B>): Route {
  const { run, help, tag = 'Passport', responses = options.method === 'GET' ? PAGE : ONWARDS, ...rest } = options
  return route<P, Q, B>({
    ...rest,
    tag,
    responses,
    access: 'user',
    run: async (context) => {
      const accountId = context.user?.accountId ?? ''
      if (!isHelper(accountId)) return await run(await knownPerson(parts, accountId), context)
      const request = { area: help, changes: rest.method !== 'GET', place: placeOf(rest.path, context.params) }
      return await run(await helpedPerson(parts, accountId, request).catch(leaving(context)), context)
    },
  })
}

/** Whoever comes back after the end is signed out, so that the next page is a stranger's. */
function leaving<P, Q, B>({ signOut }: RequestContext<P, Q, B>): (error: unknown) => Promise<never> {
  return async (error) => {
    if (error instanceof PassportError && error.code === 'help.ended') await signOut()
    throw error
  }
}

function placeOf(path: string, params: unknown): string {
  const values = new Map(Object.entries(params ?? {}))
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? '')))
}
