import type { NavItem } from '#web'

const NAV: readonly NavItem[] = [
  { href: '/check', label: 'Check a credential', icon: 'search' },
  { href: '/check/many', label: 'Check many', icon: 'file-check' },
  { href: '/check/compare', label: 'Compare two', icon: 'users' },
  { href: '/accepts', label: 'What we accept', icon: 'badge-check' },
  { href: '/api', label: 'For programs', icon: 'code-xml' },
]

/** The frame that the verifier's pages share. */
export const FRAME = { service: 'verifier', nav: NAV } as const

/** The pages that can be looked at without seeing who somebody is. */
const BLIND = new Set(['/check', '/check/compare'])

/** The address of a page, with the choice not to see who somebody is kept while going on. */
export function withBlind(path: string, isBlind: boolean): string {
  return isBlind && BLIND.has(path) ? `${path}?blind=on` : path
}

/** The frame of one of these pages: where one is, and the choice not to see who somebody is. */
export function frameOf(here: string | null, isBlind = false) {
  return {
    ...FRAME,
    nav: NAV.map((item) => ({ ...item, href: withBlind(item.href, isBlind), current: item.href === here })),
  }
}
