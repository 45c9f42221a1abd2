import { z } from 'zod'
import type { Route } from '#server'
import { ledgerOf, totalOf } from '#skills'
import type { WalletParts } from '../parts.ts'
import { creditEntries } from '../skills/credit.ts'
import { transfersOf } from '../skills/decisions.ts'
import { readPassport } from '../skills/read-passport.ts'
import { decisionsPage } from '../web/skills/decisions.tsx'
import { ledgerPage } from '../web/skills/ledger.tsx'
import { own } from './own.ts'

/** How much credit somebody has, and what others recognised. */
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
        const ledger = ledgerOf(schemes, creditEntries(passport.facts), passport.today, transfersOf(passport.decisions))
        const total = totalOf(schemes, ledger.value, conversion === '' ? undefined : conversion)
        return { html: ledgerPage({ person, passport, ledger, total, conversion }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/skills/decisions',
      summary:
        'What others decided to recognise: exemptions, imports and credit transfers, each with what it is about.',
      tag: 'Skills',
      run: async (person) => {
        const { decisions, known } = await readPassport(parts, person)
        return { html: decisionsPage({ person, decisions, known }) }
      },
    }),
  ]
}
