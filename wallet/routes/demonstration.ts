import { z } from 'zod'
import { PassportError } from '#platform'
import { type Route, route } from '#server'
import { forgetJob } from '#storage'
import { type ExamplePerson, enterExample } from '../demonstration.ts'
import type { WalletParts } from '../parts.ts'
import { demonstrationPage } from '../web/demonstration.tsx'
import { ONWARDS, PAGE } from './own.ts'
import { untilEnded } from './transfers.ts'

const AT = '/demonstration'
const MINUTES = 10

/** The people whose passports the demonstration shows. Without any there is no such page. */
export function demonstrationRoutes(parts: WalletParts, examples: readonly ExamplePerson[]): Route[] {
  if (examples.length === 0) return []
  return [
    route({
      method: 'GET',
      path: AT,
      summary: 'People with passports to look at. It exists in the demonstration only.',
      tag: 'Demonstration',
      access: 'public',
      responses: PAGE,
      run: async () => ({ html: demonstrationPage(examples) }),
    }),
    route({
      method: 'POST',
      path: `${AT}/:person`,
      summary: 'A sign-in link of one of them, for one use. It exists in the demonstration only.',
      tag: 'Demonstration',
      access: 'public',
      limit: { requests: 100, seconds: 600 },
      params: z.object({ person: z.string().max(40) }),
      body: { form: z.object({ look: z.string().max(200).default('') }) },
      responses: ONWARDS,
      run: async ({ params, body }) => {
        const example = examples.find(({ id }) => id === params.person)
        if (example === undefined) {
          throw new PassportError(
            'request.notFound',
            'There is nobody of that name here. Choose somebody from the list.',
          )
        }
        const place = example.look.find(({ href }) => href === body.look)?.href ?? '/passport'
        const { person, job } = await enterExample(parts, example)
        if (job !== null) {
          await untilEnded(parts, person, job)
          // What became of each file is for whoever brings something in.
          await forgetJob(parts.storage.db, person.id, job)
        }
        const link = await parts.signIn.createLink({ accountId: person.id }, { minutes: MINUTES, next: place })
        return { redirect: new URL(link).pathname }
      },
    }),
  ]
}
