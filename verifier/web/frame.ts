import type { NavItem } from '#web'

const NAV: readonly NavItem[] = [
  { href: '/check', label: 'Check a credential', icon: 'search' },
  { href: '/check/many', label: 'Check many', icon: 'file-check' },
  { href: '/accepts', label: 'What we accept', icon: 'badge-check' },
  { href: '/api', label: 'For programs', icon: 'code-xml' },
]

/** The frame that the verifier's pages share. */
export const FRAME = { service: 'verifier', nav: NAV } as const
