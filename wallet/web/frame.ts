import { h } from 'preact'
import { reader } from '#platform'
import { formatTime, type PageUser, speaking } from '#web'
import type { Person } from '../records/person.ts'
import { frameWords } from './frame-words.ts'
import { UnreadableNotice } from './unreadable-notice.tsx'

const PLACES = ['/passport', '/skills', '/add', '/shares', '/account'] as const

/** The places in a person's own wallet. */
export type Place = (typeof PLACES)[number]

/** The frame of a page that strangers may see. */
export const PUBLIC = { service: 'wallet' } as const

/**
 * The frame of a person's own pages, which says of each what could not be read for it; to a helper it says whom they help
 * until when, and leads to nothing else.
 */
export function frameOf(person: Person, here?: Place) {
  const { language } = reader()
  const words = frameWords[language]
  const { helper } = person
  const notice = h(UnreadableNotice, { person })
  if (helper !== undefined) {
    const detail = speaking(language, () => words.helping(holderName(person), formatTime(helper.until)))
    const user: PageUser = { name: helper.name, detail, href: HELPING, signOutAction: `${HELPING}/end` }
    return { service: 'wallet', home: HELPING, user, nav: [], notice } as const
  }
  const user: PageUser = { name: person.name ?? person.email, href: '/account', signOutAction: '/sign-out' }
  return {
    service: 'wallet',
    home: '/passport',
    user,
    notice,
    nav: PLACES.map((href) => ({ href, label: words.places[href], current: href === here })),
  } as const
}

/** Where a helper sees what they may do. */
export const HELPING = '/helping'

/** What a helper is told of whom they help: never the address. */
export function holderName({ name }: Pick<Person, 'name'>): string {
  return name ?? frameWords().whoInvited
}

/** Where a page of skills leads back to: for a helper, to what they may do. */
export function backOf(person: Person) {
  if (person.helper !== undefined) return { href: HELPING, label: frameWords().whatYouCanHelpWith }
  return { href: '/skills', label: frameWords().yourSkills }
}
