import { reader } from '#platform'
import type { IconName, NavItem } from '#web'
import type { Question } from '../check.ts'
import { checkWords } from './check-words.ts'

const PLACES = {
  '/check': 'search',
  '/check/many': 'file-check',
  '/check/compare': 'users',
  '/check/find': 'circle-check',
  '/accepts': 'badge-check',
  '/api': 'code-xml',
} as const satisfies Readonly<Record<keyof typeof checkWords.en.nav, IconName>>

/** Where one can go, in the language of whoever reads it. */
function nav(): NavItem[] {
  const labels = checkWords[reader().language].nav
  return Object.entries(PLACES).map(([href, icon]) => ({ href, icon, label: labels[href as keyof typeof labels] }))
}

/** The frame that the verifier's pages share. */
export const FRAME = {
  service: 'verifier',
  get nav() {
    return nav()
  },
} as const

/** The pages that can be looked at without seeing who somebody is. */
const BLIND = new Set(['/check', '/check/many', '/check/compare', '/check/find'])

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
    nav: nav().map((item) => ({ ...item, href: addressOf(item.href, isBlind), current: item.href === here })),
  }
}
