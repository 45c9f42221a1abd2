import type { HiddenBecause, ReadinessCode } from '#skills'
import { countInWelsh } from '../dates.ts'
import { catalogue, language } from '../language.tsx'
import { currencySays } from './currency-words.ts'
import {
  hiddenBecause as because,
  readinessSays as english,
  type NameOf,
  type NextSays,
  nextSays as next,
} from './en-gap.ts'
import { type Says, said } from './says.ts'

type Value = Parameters<typeof said>[0]

const naming = (nameOf: NameOf) => (terms: Value) => (Array.isArray(terms) ? terms.map(nameOf).join(', ') : said(terms))

/** In Welsh each is a clause of its own, to go on after a name and a colon. */
function welsh(nameOf: NameOf): Says<ReadinessCode> {
  const named = naming(nameOf)
  return {
    'gap.proven': () => 'wedi’i brofi.',
    'gap.confirmed': ({ minAssurance }) =>
      minAssurance === null || minAssurance === 'PeerOrManagerConfirmed'
        ? 'wedi’i gadarnhau gan rywun heblaw chi.'
        : 'wedi’i gadarnhau gan rywun, a gofynnir am asesiad.',
    'gap.selfAssessed': ({ minAssurance }) =>
      minAssurance === null
        ? 'eich gair chi eich hun, sy’n ddigon yma.'
        : 'eich gair chi eich hun, a gofynnir am fwy na hynny.',
    'gap.lapsed': ({ until }) => `fe’i dangoswyd, a daeth i ben ar ${said(until)}.`,
    'gap.belowLevel': ({ level }) => `fe’i dangosir islaw’r lefel y gofynnir amdani (${said(level)}).`,
    'gap.missing': () => 'nid oes dim sydd gennych yn ei ddangos.',
    'gap.unknown': () =>
      'gall rhywbeth ei ddangos. Nid oedd modd ei wirio, neu nid yw’r hyn y gofynnir amdano wedi’i nodi ynddo.',
    'gap.shows': ({ terms }) => `mae’n dangos: ${named(terms)}.`,
    'gap.fallsShort': ({ terms }) => `dyma’r gorau ar gyfer hyn, ac nid yw’n ddigon: ${named(terms)}.`,
    'gap.weaker': ({ terms }) =>
      `mae’n dangos hyn, ac mae rhywbeth arall sydd gennych yn ei ddangos yn well: ${named(terms)}.`,
    'gap.notAsked': () => 'mae am sgiliau eraill.',
    'gap.duplicate': () => 'mae yno ddwywaith.',
    'gap.ownConfirmation': ({ terms }) =>
      `mae’n dangos hyn fel eich gair chi eich hun, am mai chi a’i llofnododd: ${named(terms)}.`,
    'gap.notInForce': ({ because: code }) => inForce(String(code)),
    'readiness.renew': ({ until }) => `daeth i ben ar ${said(until)}. O’i adnewyddu, bydd yn cyfrif eto.`,
    'readiness.booked': ({ day }) => `wedi’i drefnu ar gyfer ${said(day)}.`,
    'readiness.blocked': ({ state, until }) =>
      state === 'lapsed'
        ? `daeth i ben ar ${said(until)}, a hebddo ni chewch wneud hyn.`
        : state === 'missing'
          ? 'gofynnir amdano, ac nid oes dim yn ei ddangos.'
          : 'fe’i dangosir, a gofynnir am fwy na hynny.',
    'readiness.unknown': () => 'nid oedd modd dweud.',
    'readiness.until': ({ until }) => `Ar ôl ${said(until)} y daw’r peth cyntaf i ben.`,
    'booking.counted': ({ day, term }) => `${nameOf(String(term))}: mae’n cyfrif, wedi’i drefnu ar gyfer ${said(day)}.`,
    'booking.inPast': ({ day }) =>
      `mae ${said(day)} wedi bod. Os aeth yn dda, yr hyn a gawsoch bryd hynny sy’n ei ddangos.`,
    'booking.noSuchDay': ({ day }) => `Nid yw’r diwrnod hwn yn y calendr: ${said(day)}.`,
    'booking.notNeeded': ({ term }) => `${nameOf(String(term))}: mae yno eisoes, neu ni ofynnir amdano.`,
  }
}

function inForce(code: string): string {
  const says: Readonly<Partial<Record<string, (values: Record<string, never>) => string>>> = currencySays()
  return says[code]?.({}) ?? 'nid yw mewn grym.'
}

const BECAUSE: Readonly<Record<HiddenBecause, string>> = {
  'next.tooFar': 'mae’n rhy bell i ffwrdd',
  'next.otherMode': 'fe’i dysgir mewn ffordd wahanol i’r un a ddymunwch',
  'next.tooDear': 'mae’n costio mwy nag y dymunwch ei wario',
  'next.closesNothing': 'nid yw’n rhoi dim o’r hyn sydd ar goll yma',
}

function welshNext(nameOf: NameOf): NextSays {
  const named = naming(nameOf)
  return {
    'next.renewsLapsed': ({ terms }) => `Mae’n adnewyddu’r hyn a ddaeth i ben: ${named(terms)}.`,
    'next.renewsDueSoon': ({ terms }) => `Mae’n adnewyddu’r hyn a ddaw i ben cyn hir: ${named(terms)}.`,
    'next.closesEssential': ({ terms }) => `Mae’n rhoi i chi’r hyn y mae’n rhaid i chi ei gael: ${named(terms)}.`,
    'next.closesOther': ({ terms }) => `Mae’n rhoi i chi’r hyn a ddymunir hefyd: ${named(terms)}.`,
    'next.sameArea': () => 'Mae yn eich ardal chi.',
    'next.neighbouringArea': () => 'Mae yn yr ardal nesaf.',
    'next.anywhere': () => 'Gallwch ei wneud o unrhyw le.',
    'next.preferredMode': () => 'Fe’i gwneir yn y ffordd a ddymunwch.',
    'next.affordable': ({ cost, budget }) => `Mae’n costio £${said(cost)}, o fewn eich £${said(budget)}.`,
    'next.highDemand': () => 'Mae llawer o gyflogwyr yn gofyn amdano.',
    'next.entryUnmet': ({ terms }) => `I ddechrau, mae arnoch angen: ${named(terms)}.`,
    'next.tooFar': () => `${BECAUSE['next.tooFar']}.`,
    'next.otherMode': () => `${BECAUSE['next.otherMode']}.`,
    'next.tooDear': () => `${BECAUSE['next.tooDear']}.`,
    'next.closesNothing': () => `${BECAUSE['next.closesNothing']}.`,
    'next.shown': ({ count: many }) =>
      many === undefined ? 'fe’i dangosir.' : `Dangosir ${countInWelsh(Number(many), 'cam', 'gamau')}.`,
    'next.hidden': ({ count: many }) =>
      `Cuddiwyd ${countInWelsh(Number(many), 'cam', 'gamau')} gan yr hyn a ddymunwch.`,
    'next.pinned': () => 'fe’i rhoddwyd yn gyntaf.',
    'next.unknownArea': ({ area }) => `Nid yw’r ardal ${said(area)} yn hysbys yma, felly nid yw lle o bwys.`,
  }
}

/** The steps and items of a gap and of readiness. `nameOf` says what a term is called. */
export function readinessSays(nameOf: NameOf): Says<ReadinessCode> {
  return language() === 'cy' ? welsh(nameOf) : english(nameOf)
}

/** Why a next step is where it is in the list. */
export function nextSays(nameOf: NameOf): NextSays {
  return language() === 'cy' ? welshNext(nameOf) : next(nameOf)
}

/** Why a step is hidden, to go on after its name; in Welsh after its name and a colon. */
export const hiddenBecause = catalogue({ en: because, cy: BECAUSE })
