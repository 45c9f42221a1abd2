import type { NavItem, PageUser } from '#web'
import type { Staff } from '../viewer.ts'

export const REGISTER_PLACE = '/console/register'

const PLACES = [
  { href: '/console', label: 'Overview' },
  { href: '/console/achievements', label: 'Achievements' },
  { href: '/console/imports', label: 'Import results' },
  { href: '/console/credentials', label: 'Credentials' },
  { href: '/console/recognition', label: 'Recognise' },
  { href: REGISTER_PLACE, label: 'Register' },
  { href: '/console/settings', label: 'Settings' },
] as const

export type Place = (typeof PLACES)[number]['href']

interface ConsoleFrame {
  service: 'issuer'
  user: PageUser
  nav: NavItem[]
  home: string
  flash?: string | undefined
}

/** What frames every page of the console. */
export function consoleFrame({ member, issuer, keepsRegister }: Staff, place: Place, flash?: string): ConsoleFrame {
  const places = PLACES.filter(({ href }) => href !== REGISTER_PLACE || keepsRegister || place === REGISTER_PLACE)
  return {
    service: 'issuer',
    home: '/console',
    user: { name: member.name, detail: issuer.name, href: '/console/settings', signOutAction: '/sign-out' },
    nav: places.map(({ href, label }) => ({ href, label, current: href === place })),
    flash,
  }
}

/** Whether this person may issue, revoke and describe achievements, or only look. */
export const mayIssue = ({ member }: Pick<Staff, 'member'>) => member.role !== 'viewer'

/** Whether this person may change who and what acts for the issuer. */
export const mayAdminister = ({ member }: Pick<Staff, 'member'>) => member.role === 'admin'
