import { type Currency, TECHNIQUE_LEVELS } from '#skills'
import type { Assurance } from '#trust'
import { catalogue, formatDate } from '#web'
import type { Showing } from '../../skills/showing.ts'
import { levelInWords } from './self-words.ts'

/** What can be done about something that shows a skill, and where. */
export interface NextAction {
  label: string
  href: string
}

const ASSESSED: Readonly<Record<Assurance, (issuer: string) => string>> = {
  RegulatedAward: (issuer) => `it is a regulated award of ${issuer}`,
  ExternallyQualityAssured: (issuer) => `${issuer} assessed it, and someone from outside checked that`,
  ProviderAssessed: (issuer) => `${issuer} assessed it`,
  AttendanceRecorded: (issuer) => `${issuer} noted that you took part`,
  PeerOrManagerConfirmed: (issuer) => `${issuer} confirms it`,
  SelfAsserted: (issuer) => `${issuer} passes on what you say yourself`,
}

/** The words of the sentence that says what somebody can show and who says so, and of what to do next. */
export const showingWords = catalogue({
  en: {
    youCanShow: (shown: string) => `You can show ${shown}`,
    thisShows: (shown: string) => `This shows ${shown}`,
    quoted: (skill: string) => `“${skill}”`,
    atLevel: (skill: string, level: string) => `“${skill}” at the level ${level}`,
    confirms: (by: string, relation: string) => `${by}, who says they are ${relation}, confirms it`,
    othersToo: (others: number) => `, and ${others === 1 ? 'someone else' : `${others} others`} too`,
    described: 'a file that you brought says so, and nobody checked it',
    ownWord: 'you say so yourself',
    ownCredential: 'you say so yourself, in a credential that you signed',
    unchecked: (issuer: string) => `${issuer} says so, and it could not be checked the last time`,
    notSure: (issuer: string) => `${issuer} says so, and how sure it is, is not stated`,
    assessed: ASSESSED,
    untilRunOut: (day: string) => `, until it ran out on ${day}`,
    notAuthorised: (day: string) => `; it ran out on ${day}, so you may not work under it`,
    inGrace: (day: string) => `; it ran out on ${day} and can still be renewed`,
    lasts: (day: string) => `, and it lasts until ${day}`,
    next: {
      confirm: 'Ask someone to confirm it',
      apply: 'Put it into an application',
      work: 'Show something that you did with it',
      level: 'See what leads to the next level',
      credential: 'Ask for the credential itself',
      renew: 'Renew it',
      check: 'Check it again',
      share: 'Show it to an employer',
      assess: 'Ask a college to assess it',
    },
  },
  cy: {
    youCanShow: (shown: string) => `Gallwch ddangos ${shown}`,
    thisShows: (shown: string) => `Mae hyn yn dangos ${shown}`,
    quoted: (skill: string) => `“${skill}”`,
    atLevel: (skill: string, level: string) => `“${skill}” ar y lefel ${level}`,
    confirms: (by: string, relation: string) =>
      `cadarnheir hyn gan ${by} (y berthynas â chi, fel y’i nodwyd: ${relation})`,
    othersToo: (others: number) => `, a chan ${others === 1 ? 'rywun arall' : `${others} o bobl eraill`} hefyd`,
    described: 'mae ffeil y daethoch â hi yn dweud hynny, ac nid oes neb wedi’i gwirio',
    ownWord: 'eich gair eich hun yw hyn',
    ownCredential: 'eich gair eich hun yw hyn, mewn tystysgrif a lofnodwyd gennych chi',
    unchecked: (issuer: string) => `${issuer} sy’n dweud hynny, ac nid oedd modd ei wirio y tro diwethaf`,
    notSure: (issuer: string) => `${issuer} sy’n dweud hynny, ac ni nodir pa mor sicr ydyw`,
    assessed: {
      RegulatedAward: (issuer) => `dyfarniad gan ${issuer} ydyw, o fath a reoleiddir`,
      ExternallyQualityAssured: (issuer) => `aseswyd hyn gan ${issuer}, a gwiriodd rhywun o’r tu allan yr asesu`,
      ProviderAssessed: (issuer) => `aseswyd hyn gan ${issuer}`,
      AttendanceRecorded: (issuer) => `nododd ${issuer} eich bod wedi cymryd rhan`,
      PeerOrManagerConfirmed: (issuer) => `cadarnheir hyn gan ${issuer}`,
      SelfAsserted: (issuer) => `mae ${issuer} yn ailadrodd eich gair chi eich hun`,
    },
    untilRunOut: (day: string) => `, tan iddo ddod i ben ar ${day}`,
    notAuthorised: (day: string) => `; daeth i ben ar ${day}, felly ni chewch weithio odano`,
    inGrace: (day: string) => `; daeth i ben ar ${day}, ond gellir ei adnewyddu o hyd`,
    lasts: (day: string) => `, ac mae’n para tan ${day}`,
    next: {
      confirm: 'Gofyn i rywun ei gadarnhau',
      apply: 'Ei roi mewn cais',
      work: 'Dangos rhywbeth a wnaethoch ag ef',
      level: 'Gweld beth sy’n arwain at y lefel nesaf',
      credential: 'Gofyn am y dystysgrif ei hun',
      renew: 'Ei adnewyddu',
      check: 'Ei wirio eto',
      share: 'Ei ddangos i gyflogwr',
      assess: 'Gofyn i goleg ei asesu',
    },
  },
})

/** What somebody can show and who says so, in one plain sentence. */
export const skillSentence = (skill: string, best: Showing) => showingWords().youCanShow(saidOf(skill, best))

/** What one thing shows and who says so, in one plain sentence. */
export const showingSentence = (skill: string, showing: Showing) => showingWords().thisShows(saidOf(skill, showing))

function saidOf(skill: string, showing: Showing): string {
  const { quoted, atLevel } = showingWords()
  const { level } = showing
  const shown = level === null ? quoted(skill) : atLevel(skill, levelInWords(level))
  return `${shown}: ${whoOf(showing)}${lastsOf(showing)}.`
}

/** What to do next about something that shows a skill: the one thing that makes it count for more, else showing it to somebody. */
export function nextOf(showing: Showing): NextAction {
  const { next } = showingWords()
  const { credential, work, own, item, state, currency, level } = showing
  if (work !== null) {
    return work.confirmedBy.length === 0
      ? { label: next.confirm, href: `/portfolio/${work.name}#asked` }
      : { label: next.apply, href: '/packs/new' }
  }
  if (own !== null) {
    return level === TECHNIQUE_LEVELS.at(-1)
      ? { label: next.work, href: '/portfolio/new' }
      : { label: next.level, href: `/skills/self-assessment/${own.technique}/result` }
  }
  if (credential === null) return { label: next.credential, href: '/add' }
  if (TO_RENEW.includes(currency)) return { label: next.renew, href: `/skills/calendar/${item}` }
  if (credential.status === 'unknown') return { label: next.check, href: `/credentials/${item}` }
  if (state === 'proven') return { label: next.share, href: `/shares/new?credential=${item}` }
  return { label: next.assess, href: '/skills/prior-learning' }
}

const TO_RENEW: readonly Currency[] = ['dueSoon', 'inGrace', 'lapsedHistory', 'lapsedNotAuthorised']

/** Who says so, within a sentence. What nobody checked is never said to be proven. */
function whoOf({ state, assurance, credential, work, described }: Showing): string {
  const words = showingWords()
  const [first, ...more] = work?.confirmedBy ?? []
  if (first !== undefined) {
    return `${words.confirms(first.by, first.relation)}${more.length === 0 ? '' : words.othersToo(more.length)}`
  }
  if (described !== null) return words.described
  if (credential === null) return words.ownWord
  const { issuerName, isOwn, status } = credential
  if (isOwn) return words.ownCredential
  if (status === 'unknown') return words.unchecked(issuerName)
  if (state === 'unknown' || assurance === null) return words.notSure(issuerName)
  return words.assessed[assurance](issuerName)
}

function lastsOf({ credential, currency, until }: Showing): string {
  if (credential === null || until === null) return ''
  const words = showingWords()
  const day = formatDate(until)
  if (currency === 'lapsedHistory') return words.untilRunOut(day)
  if (currency === 'lapsedNotAuthorised') return words.notAuthorised(day)
  return currency === 'inGrace' ? words.inGrace(day) : words.lasts(day)
}
