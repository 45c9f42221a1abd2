import { formatNumber } from '#web'
import type { Changes } from '../../portfolio.ts'
import type { PortfolioItem } from '../../records/portfolio-kinds.ts'

export const ITEM_TYPES: Record<PortfolioItem['type'], string> = {
  artefact: 'Something I made',
  project: 'A project of my own',
  teamProject: 'A project in a team',
}

const TEXTS = {
  title: 'its name',
  about: 'what it is about',
  contribution: 'what the person did',
  team: 'who was in the team',
} as const

/** What changed since somebody saw it, in a sentence. */
export function changesInWords({ texts, gone, added }: Changes): string {
  const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
  const parts = [
    ...(gone.length > 0 ? [`${quoted(gone)} ${gone.length === 1 ? 'is' : 'are'} not the same file any more`] : []),
    ...(added.length > 0 ? [`${quoted(added)} ${added.length === 1 ? 'is' : 'are'} new`] : []),
    ...(texts.length > 0 ? [`${texts.map((part) => TEXTS[part]).join(' and ')} reads differently`] : []),
  ]
  const [first = '', ...more] = parts
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...more].join('; ')}.`
}

/** A size of a file, such as "340 kB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1_000)))} kB`
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`
}
