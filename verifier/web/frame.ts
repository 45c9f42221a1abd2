import type { NavItem } from '#web'
import type { Question } from '../check.ts'

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

/** The address of a page with what it asks, and with the choice not to see who somebody is kept while going on. */
export function addressOf(path: string, isBlind: boolean, asks: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(asks)
  if (isBlind && BLIND.has(path)) query.set('blind', 'on')
  return query.size === 0 ? path : `${path}?${query}`
}

/** The address that checks a link once more in the same way; null where something was asked that an address does not say. */
export function addressOfLink(
  link: string,
  { at, recipient, evidence }: Omit<Question, 'challenge' | 'domain'>,
  isBlind: boolean,
): string | null {
  if (recipient !== undefined || evidence !== undefined) return null
  return addressOf('/check', isBlind, { link, ...(at === undefined ? {} : { at: at.toISOString() }) })
}

/** The frame of one of these pages: where one is, and the choice not to see who somebody is. */
export function frameOf(here: string | null, isBlind = false) {
  return {
    ...FRAME,
    home: isBlind ? addressOf('/check', isBlind) : '/',
    nav: NAV.map((item) => ({ ...item, href: addressOf(item.href, isBlind), current: item.href === here })),
  }
}
