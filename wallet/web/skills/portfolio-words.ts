import { catalogue, count, countInWelsh, formatNumber } from '#web'
import type { Changes } from '../../portfolio.ts'
import type { PortfolioItem } from '../../records/portfolio-kinds.ts'

const TYPES: Readonly<Record<PortfolioItem['type'], string>> = {
  artefact: 'Something I made',
  project: 'A project of my own',
  teamProject: 'A project in a team',
}

const TEXTS: Readonly<Record<Changes['texts'][number], string>> = {
  title: 'its name',
  about: 'what it is about',
  contribution: 'what the person did',
  team: 'who was in the team',
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')

/** The words of the portfolio, and of what is said of each thing in it. */
export const portfolioWords = catalogue({
  en: {
    title: 'Your portfolio',
    lead: 'Things that you made or did, at work, at home or in a team. Others can confirm them.',
    add: 'Add something',
    nothing: 'Show what you did',
    howToBegin:
      'A repaired bike, a meal for sixty, a web page, a shift that you led: it all shows what you can do. Add a photo or a file, and ask someone who saw it to confirm it.',
    confirmedBy: (people: number) => `Confirmed by ${count(people, 'person', 'people')}`,
    types: TYPES,
    changes: {
      gone: (names: readonly string[]) =>
        `${quoted(names)} ${names.length === 1 ? 'is' : 'are'} not the same file any more`,
      added: (names: readonly string[]) => `${quoted(names)} ${names.length === 1 ? 'is' : 'are'} new`,
      texts: (parts: readonly string[]) => `${parts.join(' and ')} reads differently`,
      parts: TEXTS,
    },
  },
  cy: {
    title: 'Eich portffolio',
    lead: 'Pethau a wnaethoch, yn y gwaith, gartref neu mewn tîm. Gall eraill eu cadarnhau.',
    add: 'Ychwanegu rhywbeth',
    nothing: 'Dangos beth a wnaethoch',
    howToBegin:
      'Beic a drwsiwyd, pryd o fwyd i drigain, tudalen we, sifft a arweiniwyd gennych: mae’r cyfan yn dangos beth y gallwch ei wneud. Ychwanegwch lun neu ffeil, a gofynnwch i rywun a’i gwelodd ei gadarnhau.',
    confirmedBy: (people: number) => `Cadarnhawyd gan ${countInWelsh(people, 'person', 'bobl')}`,
    types: {
      artefact: 'Rhywbeth a wnes i',
      project: 'Fy mhrosiect fy hun',
      teamProject: 'Prosiect mewn tîm',
    },
    changes: {
      gone: (names: readonly string[]) =>
        `nid yr un ${names.length === 1 ? 'ffeil' : 'ffeiliau'} yw ${quoted(names)} mwyach`,
      added: (names: readonly string[]) => `mae ${quoted(names)} yn newydd`,
      texts: (parts: readonly string[]) => `mae’r rhannau hyn yn darllen yn wahanol: ${parts.join(', ')}`,
      parts: {
        title: 'ei enw',
        about: 'yr hyn y mae’n sôn amdano',
        contribution: 'yr hyn a wnaeth y person',
        team: 'pwy oedd yn y tîm',
      },
    },
  },
})

/** What changed since somebody saw it, in a sentence. */
export function changesInWords({ texts, gone, added }: Changes): string {
  const { changes } = portfolioWords()
  const parts = [
    ...(gone.length > 0 ? [changes.gone(gone)] : []),
    ...(added.length > 0 ? [changes.added(added)] : []),
    ...(texts.length > 0 ? [changes.texts(texts.map((part) => changes.parts[part]))] : []),
  ]
  const [first = '', ...more] = parts
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...more].join('; ')}.`
}

/** A size of a file, such as "340 kB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1_000)))} kB`
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`
}
