import type { CertificateScheme, Package, RecognitionEntry } from './model.ts'

/** A certificate of before that a text may mean. Whose it is and what it stands for, the entry says. */
export interface RecognisedCertificate {
  entry: RecognitionEntry
  /** Who awarded it; null where the library does not say. */
  awardingBody: string | null
  /** Whether the text names this unit or level, and not only the scheme. */
  isExact: boolean
}

/**
 * The certificates of the library that a text may mean, such as "New CLAiT Unit 2", as somebody reads it off the paper. It only
 * spares them a search: they say which of these it is. Where the text names a scheme and no unit of it, each of the scheme.
 * Nothing where it names no scheme that is known.
 */
export function recogniseCertificate({ content }: Package<'recognition'>, written: string): RecognisedCertificate[] {
  const text = plain(written)
  const named = schemesIn(text, content.schemes ?? [])
  return named.flatMap(({ scheme, awardingBody }) => {
    const ranked = content.entries
      .filter(({ from }) => from.scheme === scheme)
      .map((entry) => ({ entry, rank: rankOf(entry, text) }))
    const most = Math.max(0, ...ranked.map(({ rank }) => rank))
    return ranked
      .filter(({ rank }) => rank === most)
      .map(({ entry }) => ({
        entry,
        awardingBody: entry.from.awardingBody ?? awardingBody ?? null,
        isExact: most > 0,
      }))
  })
}

/** Of names that lie within one another the longest is meant: "New CLAiT" is not "CLAiT". */
function schemesIn(text: string, schemes: readonly CertificateScheme[]): CertificateScheme[] {
  const hits = schemes.flatMap((one) =>
    [one.scheme, ...one.names].map(plain).flatMap((name) => (text.includes(name) ? [{ one, name }] : [])),
  )
  const meant = hits.filter(({ name }) => !hits.some((other) => other.name !== name && other.name.includes(name)))
  return [...new Set(meant.map(({ one }) => one))]
}

/** A number that is named says more than a word. */
function rankOf({ from: { unit, level } }: RecognitionEntry, text: string): number {
  const asked = plain(unit ?? `level ${level}`)
  const numbers = asked.match(/ (?:unit|level|module) \d+(?= )/g) ?? []
  if (
    numbers.some(
      (number) => text.includes(number.slice(0, number.lastIndexOf(' ') + 1)) && !text.includes(`${number} `),
    )
  ) {
    return 0
  }
  const words = asked.split(' ').filter((word) => word.length > 3 && !['unit', 'level', 'module'].includes(word))
  const shared = words.filter((word) => text.includes(` ${word} `)).length
  return numbers.filter((number) => text.includes(`${number} `)).length * 10 + shared
}

/** Words alone, each between spaces. A plus sign is one, for it tells one scheme from another. */
function plain(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('+', ' plus ')
  return ` ${words.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}
