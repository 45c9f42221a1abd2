import type { NavItem, PageUser } from '#web'
import type { Role } from '../records/staff.ts'

/** Who looks at a page of the console, and for which issuer. */
export interface Viewer {
  name: string
  role: Role
  issuerId: string
  issuerName: string
}

const PLACES = [
  { href: '/console', label: 'Overview' },
  { href: '/console/achievements', label: 'Achievements' },
  { href: '/console/imports', label: 'Import results' },
  { href: '/console/credentials', label: 'Credentials' },
  { href: '/console/settings', label: 'Settings' },
] as const

export type Place = (typeof PLACES)[number]['href']

/** What frames every page of the console. */
export function consoleFrame(
  viewer: Viewer,
  place: Place,
): { service: 'issuer'; user: PageUser; nav: NavItem[]; home: string } {
  return {
    service: 'issuer',
    home: '/console',
    user: { name: viewer.name, detail: viewer.issuerName, href: '/console/settings', signOutAction: '/sign-out' },
    nav: PLACES.map(({ href, label }) => ({ href, label, current: href === place })),
  }
}

/** Whether this person may issue, revoke and describe achievements, or only look. */
export const mayIssue = ({ role }: Pick<Viewer, 'role'>) => role !== 'viewer'

/** Whether this person may change who and what acts for the issuer. */
export const mayAdminister = ({ role }: Pick<Viewer, 'role'>) => role === 'admin'
