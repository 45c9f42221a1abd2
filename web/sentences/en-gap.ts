import type { GapState, HiddenBecause, NextStepCode, Readiness, ReadinessCode, Weight } from '#skills'
import { count } from '../dates.ts'
import { currencySays } from './en-currency.ts'
import { type Says, said } from './says.ts'

/** What is known of a skill, in a few words. */
export const gapStates: Readonly<Record<GapState, string>> = {
  proven: 'Proven',
  confirmed: 'Confirmed by someone',
  selfAssessed: 'You say so yourself',
  lapsed: 'Run out',
  belowLevel: 'Below the level',
  missing: 'Nothing shows it yet',
  unknown: 'Could not be told',
}

/** The same for whoever looks at what another person shows. */
export const gapStatesOfOthers: typeof gapStates = {
  proven: 'Assessed',
  confirmed: 'Confirmed by someone',
  selfAssessed: 'Their own word',
  lapsed: 'Run out',
  belowLevel: 'Below the level that is asked for',
  missing: 'Not shown',
  unknown: 'Could not be told',
}

export const readinessStates: Readonly<Record<Readiness, string>> = {
  ready: 'Ready',
  readyAfter: 'Ready when renewed',
  notReady: 'Not ready yet',
  unknown: 'Could not be told',
}

export type NameOf = (term: string) => string

/** The steps and items of a gap and of readiness. `nameOf` says what a term is called. */
export function readinessSays(nameOf: NameOf): Says<ReadinessCode> {
  const named = (terms: Parameters<typeof said>[0]) =>
    Array.isArray(terms) ? terms.map(nameOf).join(', ') : said(terms)
  return {
    'gap.proven': () => 'proven.',
    'gap.confirmed': ({ minAssurance }) =>
      minAssurance === null || minAssurance === 'PeerOrManagerConfirmed'
        ? 'confirmed by someone else than you.'
        : 'confirmed by someone, and an assessment is asked for.',
    'gap.selfAssessed': ({ minAssurance }) =>
      minAssurance === null
        ? 'your own word, which is enough here.'
        : 'your own word, and more than that is asked for.',
    'gap.lapsed': ({ until }) => `shown, and run out on ${said(until)}.`,
    'gap.belowLevel': ({ level }) => `shown below the level that is asked for (${said(level)}).`,
    'gap.missing': () => 'nothing that you hold shows it.',
    'gap.unknown': () => 'something may show it. It could not be checked, or what is asked for is not stated in it.',
    'gap.shows': ({ terms }) => `shows ${named(terms)}.`,
    'gap.fallsShort': ({ terms }) => `is the best for ${named(terms)}, and is not enough.`,
    'gap.weaker': ({ terms }) => `shows ${named(terms)}, and something else of yours shows it better.`,
    'gap.notAsked': () => 'is about other skills.',
    'gap.duplicate': () => 'is there twice.',
    'gap.ownConfirmation': ({ terms }) => `shows ${named(terms)} as your own word, for you signed it yourself.`,
    'gap.notInForce': ({ because }) => inForce(String(because)),
    'readiness.renew': ({ until }) => `ran out on ${said(until)}. Renew it, and it counts again.`,
    'readiness.booked': ({ day }) => `is booked for ${said(day)}.`,
    'readiness.blocked': ({ state, until }) =>
      state === 'lapsed'
        ? `ran out on ${said(until)}, and without it you are not allowed to.`
        : state === 'missing'
          ? 'is asked for, and nothing shows it.'
          : 'is shown, and more than that is asked for.',
    'readiness.unknown': () => 'could not be told.',
    'readiness.until': ({ until }) => `The first thing that runs out does so after ${said(until)}.`,
    'booking.counted': ({ day, term }) => `${nameOf(String(term))}, booked for ${said(day)}, counts.`,
    'booking.inPast': ({ day }) => `${said(day)} is over. If it went well, what you got then shows it.`,
    'booking.noSuchDay': ({ day }) => `The calendar does not have this day: ${said(day)}.`,
    'booking.notNeeded': ({ term }) => `${nameOf(String(term))} is there already, or is not asked for.`,
  }
}

function inForce(because: string): string {
  const says: Readonly<Partial<Record<string, (values: Record<string, never>) => string>>> = currencySays
  return says[because]?.({}) ?? 'is not in force.'
}

const BECAUSE: Readonly<Record<HiddenBecause, string>> = {
  'next.tooFar': 'is too far away',
  'next.otherMode': 'is learnt in another way than you want',
  'next.tooDear': 'costs more than you want to spend',
  'next.closesNothing': 'gives nothing of what is missing here',
}

/** Why a step is hidden, to go on after its name. */
export const hiddenBecause = BECAUSE

export type NextSays = Says<Exclude<NextStepCode, HiddenBecause>> & Says<HiddenBecause>

/** Why a next step is where it is in the list. */
export function nextSays(nameOf: NameOf): NextSays {
  const named = (terms: Parameters<typeof said>[0]) =>
    Array.isArray(terms) ? terms.map(nameOf).join(', ') : said(terms)
  const reasons: Says<`next.${Weight}`> = {
    'next.renewsLapsed': ({ terms }) => `It renews what ran out: ${named(terms)}.`,
    'next.renewsDueSoon': ({ terms }) => `It renews what runs out soon: ${named(terms)}.`,
    'next.closesEssential': ({ terms }) => `It gives you what you must have: ${named(terms)}.`,
    'next.closesOther': ({ terms }) => `It gives you what is wanted too: ${named(terms)}.`,
    'next.sameArea': () => 'It is in your area.',
    'next.neighbouringArea': () => 'It is in the next area.',
    'next.anywhere': () => 'You can do it from anywhere.',
    'next.preferredMode': () => 'It is done in the way that you want.',
    'next.affordable': ({ cost, budget }) => `It costs £${said(cost)}, within your £${said(budget)}.`,
    'next.highDemand': () => 'Many employers ask for it.',
    'next.entryUnmet': ({ terms }) => `To begin, you need: ${named(terms)}.`,
  }
  const hidden = Object.fromEntries(
    Object.entries(BECAUSE).map(([code, why]) => [code, () => `${why}.`]),
  ) as unknown as Says<HiddenBecause>
  return {
    ...reasons,
    ...hidden,
    'next.shown': ({ count: many }) =>
      many === undefined ? 'is shown.' : `${count(Number(many), 'step is', 'steps are')} shown.`,
    'next.hidden': ({ count: many }) => `${count(Number(many), 'step is', 'steps are')} hidden by what you want.`,
    'next.pinned': () => 'was put first.',
    'next.unknownArea': ({ area }) => `The area ${said(area)} is not known here, so place does not matter.`,
  }
}
