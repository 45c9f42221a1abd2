import type { NavItem, PageUser } from '#web'
import type { Person } from '../records/person.ts'

/** The places in a person's own wallet. */
export type Place = '/passport' | '/skills' | '/add' | '/shares' | '/account'

const NAV: readonly (NavItem & { href: Place })[] = [
  { href: '/passport', label: 'Passport' },
  { href: '/skills', label: 'Skills' },
  { href: '/add', label: 'Add' },
  { href: '/shares', label: 'Shares' },
  { href: '/account', label: 'Account' },
]

/** The frame of a page that strangers may see. */
export const PUBLIC = { service: 'wallet' } as const

/** The frame of a person's own pages. */
export function frameOf(person: Person, here?: Place) {
  const user: PageUser = { name: person.name ?? person.email, href: '/account', signOutAction: '/sign-out' }
  return {
    service: 'wallet',
    home: '/passport',
    user,
    nav: NAV.map((item) => ({ ...item, current: item.href === here })),
  } as const
}
