import { readConfig } from '../../../issuer/config.ts'
import { createIssuer, type NewIssuer } from '../../../issuer/create-issuer.ts'
import { type IssuerParts, openParts } from '../../../issuer/parts.ts'
import type { Act, ActOf } from '../../../issuer/register/act.ts'
import { issuerSettings } from '../service.ts'

/** An issuer's parts on a database of their own, with a register and nothing listening. */
export async function registerParts(databaseUrl?: string, changes: Partial<NewIssuer> = {}): Promise<IssuerParts> {
  const settings = await issuerSettings(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl })
  const parts = await openParts(readConfig(settings), { memory: databaseUrl === undefined })
  await createIssuer({ name: 'Register of Providers', slug: 'register', suite: 'eddsa-rdfc-2022', ...changes }, parts)
  return parts
}

export const REGISTER = 'register'

/** The two people that a change takes. */
export const ANNA = { id: 'staff:anna', role: 'issuer' }
export const BEN = { id: 'staff:ben', role: 'admin' }

export const day = (text: string) => new Date(`${text}T00:00:00Z`)
export const lastMoment = (text: string) => new Date(`${text}T23:59:59Z`)

export const MODULES: ActOf<'extend'>['award'] = {
  from: day('2024-09-01'),
  until: null,
  scope: { achievementTypes: ['ext:Module'], levels: [{ framework: 'RQF', code: '4' }] },
  assurance: 'ExternallyQualityAssured',
}

export const collegeDid = (number = 1) => `did:web:college-${number}.example`

/** Puts a college on the register. */
export function adding(number = 1, changes: Partial<ActOf<'add'>> = {}): Act {
  const keys = [{ key: `z6Mkcollege${number}`, from: null, until: null, reason: null }]
  return { act: 'add', did: collegeDid(number), name: `College ${number}`, awards: [MODULES], keys, ...changes }
}
