import { PassportError } from '#platform'
import type { Route } from '#server'
import { findTarget } from '#skills'
import type { WalletParts } from '../parts.ts'
import { WATCHED_TARGET } from '../records/watch-kind.ts'
import { listWatched, unwatchTarget, watchNotices, watchTarget } from '../watch-target.ts'
import { watchingPage } from '../web/skills/watching.tsx'
import { own } from './own.ts'

const AT = '/skills/watching'
const form = WATCHED_TARGET.schema.pick({ target: true })

/** What somebody watches, so that they are told when it asks for something else. */
export function watchingRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: AT,
      summary: 'What is watched, and what of it became other.',
      tag: 'Skills',
      run: async (person, { takeFlash }) => {
        const watched = await listWatched(parts, person)
        const notices = await watchNotices(parts, person)
        return { html: watchingPage({ person, watched, notices, flash: takeFlash() }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: AT,
      summary: 'Watch a role, a standard or a qualification as it is now.',
      tag: 'Skills',
      body: { form },
      run: async (person, { body, flash }) => {
        const target = findTarget(parts.frameworks, body.target)
        if (target === null) throw new PassportError('request.notFound', 'There is nothing of that name to watch.')
        await watchTarget(parts, person, target)
        flash('You are told when it asks for something else.')
        return { redirect: AT }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/end`,
      summary: 'Watch it no more.',
      tag: 'Skills',
      body: { form },
      run: async (person, { body, flash }) => {
        await unwatchTarget(parts, person, body.target)
        flash('You watch it no more.')
        return { redirect: AT }
      },
    }),
  ]
}
