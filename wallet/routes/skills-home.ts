import type { Route } from '#server'
import type { WalletParts } from '../parts.ts'
import { own } from './own.ts'

/** Where a person's skills begin. */
export function skillsHomeRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills',
      summary: 'What the person who is signed in can do.',
      tag: 'Skills',
      run: async () => ({ redirect: '/skills/self-assessment' }),
    }),
  ]
}
