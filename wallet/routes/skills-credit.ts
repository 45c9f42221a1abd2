import { z } from 'zod'
import type { Route } from '#server'
import { ledgerOf, totalOf } from '#skills'
import type { WalletParts } from '../parts.ts'
import { creditEntries } from '../skills/credit.ts'
import { readPassport } from '../skills/read-passport.ts'
import { ledgerPage } from '../web/skills/ledger.tsx'
import { own } from './own.ts'

/** How much credit somebody has. */
export function creditRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/skills/credit',
      summary: 'Credit by scheme and level, with what was not counted and why.',
      tag: 'Skills',
      query: z.object({ conversion: z.string().max(60).default('') }),
      run: async (person, { query: { conversion } }) => {
        const passport = await readPassport(parts, person)
        const { schemes } = passport.known
        const ledger = ledgerOf(schemes, creditEntries(passport.facts), passport.today)
        const total = totalOf(schemes, ledger.value, conversion === '' ? undefined : conversion)
        return { html: ledgerPage({ person, passport, ledger, total, conversion }) }
      },
    }),
  ]
}
