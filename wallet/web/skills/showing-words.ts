import { type Currency, TECHNIQUE_LEVELS } from '#skills'
import { formatDate } from '#web'
import type { Showing } from '../../skills/showing.ts'

/** What can be done about something that shows a skill, and where. */
export interface NextAction {
  label: string
  href: string
}

/** What somebody can show and who says so, in one plain sentence. */
export const skillSentence = (skill: string, best: Showing) => `You can show ${saidOf(skill, best)}`

/** What one thing shows and who says so, in one plain sentence. */
export const showingSentence = (skill: string, showing: Showing) => `This shows ${saidOf(skill, showing)}`

function saidOf(skill: string, showing: Showing): string {
  const { level } = showing
  return `“${skill}”${level === null ? '' : ` at the level ${level}`}: ${whoOf(showing)}${lastsOf(showing)}.`
}

/** What to do next about something that shows a skill: the one thing that makes it count for more, else showing it to somebody. */
export function nextOf(showing: Showing): NextAction {
  const { credential, work, own, item, state, currency, level } = showing
  if (work !== null) {
    return work.confirmedBy.length === 0
      ? { label: 'Ask someone to confirm it', href: `/portfolio/${work.name}#asked` }
      : { label: 'Put it into an application', href: '/packs/new' }
  }
  if (own !== null) {
    return level === TECHNIQUE_LEVELS.at(-1)
      ? { label: 'Show something that you did with it', href: '/portfolio/new' }
      : { label: 'See what leads to the next level', href: `/skills/self-assessment/${own.technique}/result` }
  }
  if (credential === null) return { label: 'Ask for the credential itself', href: '/add' }
  if (TO_RENEW.includes(currency)) return { label: 'Renew it', href: `/skills/calendar/${item}` }
  if (credential.status === 'unknown') return { label: 'Check it again', href: `/credentials/${item}` }
  if (state === 'proven') return { label: 'Show it to an employer', href: `/shares/new?credential=${item}` }
  return { label: 'Ask a college to assess it', href: '/skills/prior-learning' }
}

const TO_RENEW: readonly Currency[] = ['dueSoon', 'inGrace', 'lapsedHistory', 'lapsedNotAuthorised']

/** Who says so, within a sentence. What nobody checked is never said to be proven. */
function whoOf({ state, assurance, credential, work, described }: Showing): string {
  const [first, ...more] = work?.confirmedBy ?? []
  if (first !== undefined) {
    const others = more.length === 0 ? '' : `, and ${more.length === 1 ? 'someone else' : `${more.length} others`} too`
    return `${first.by}, who says they are ${first.relation}, confirms it${others}`
  }
  if (described !== null) return 'a file that you brought says so, and nobody checked it'
  if (credential === null) return 'you say so yourself'
  const { issuerName, isOwn, status } = credential
  if (isOwn) return 'you say so yourself, in a credential that you signed'
  if (status === 'unknown') return `${issuerName} says so, and it could not be checked the last time`
  if (state === 'unknown' || assurance === null) return `${issuerName} says so, and how sure it is, is not stated`
  switch (assurance) {
    case 'RegulatedAward':
      return `it is a regulated award of ${issuerName}`
    case 'ExternallyQualityAssured':
      return `${issuerName} assessed it, and someone from outside checked that`
    case 'ProviderAssessed':
      return `${issuerName} assessed it`
    case 'AttendanceRecorded':
      return `${issuerName} noted that you took part`
    case 'PeerOrManagerConfirmed':
      return `${issuerName} confirms it`
    case 'SelfAsserted':
      return `${issuerName} passes on what you say yourself`
  }
}

function lastsOf({ credential, currency, until }: Showing): string {
  if (credential === null || until === null) return ''
  const day = formatDate(until)
  if (currency === 'lapsedHistory') return `, until it ran out on ${day}`
  if (currency === 'lapsedNotAuthorised') return `; it ran out on ${day}, so you may not work under it`
  return currency === 'inGrace' ? `; it ran out on ${day} and can still be renewed` : `, and it lasts until ${day}`
}
