import { parseHTML } from 'linkedom'
import { receiveJson, summarise } from '#credential'
import type { JsonObject } from '#platform'
import { bodyInWords, formatDate, wordsOf } from '#web'

/** The fields of a credential that every form of a pack has, as people read them. */
const LABELS = [
  'Issued by',
  'Skills',
  'Level',
  'How it was assessed',
  'Awarded by',
  'Awarded on',
  'Valid until',
  'Current until',
] as const

type Fields = Record<string, string>

const NOT_STATED = 'Not stated'

/** What a presented credential says, read from the credential itself. */
export function fieldsPresented(credential: JsonObject): Fields {
  const said = summarise(receiveJson(credential))
  const day = (value: string | null, without: string) =>
    value === null ? (said.doesNotExpire ? without : NOT_STATED) : formatDate(value)
  const some = (values: readonly string[]) => (values.length === 0 ? NOT_STATED : values.join('; '))
  return {
    Title: said.title,
    'Issued by': said.issuer.name ?? said.issuer.id,
    Skills: some(said.skill),
    Level: said.level?.name ?? NOT_STATED,
    'How it was assessed': some(said.assessmentMethods.map(wordsOf)),
    'Awarded by': some(said.awardedBy.map((body) => bodyInWords(body, said.knownNames))),
    'Awarded on': said.awardedOn === null ? NOT_STATED : formatDate(said.awardedOn),
    'Valid until': day(said.validUntil, 'Does not expire'),
    'Current until': day(said.currentUntil, 'Does not lapse'),
  }
}

/** The same from the cards of a page. */
export function fieldsOnPage(html: string): Fields[] {
  const { document } = parseHTML(html)
  return [...document.querySelectorAll('article.credential')].map((card) => {
    const rows = new Map(
      [...card.querySelectorAll('dl > div')].map((row) => [
        row.querySelector('dt')?.textContent ?? '',
        row.querySelector('dd'),
      ]),
    )
    const title = card.querySelector('h2, h3')?.textContent ?? ''
    return { Title: title, ...Object.fromEntries(LABELS.map((label) => [label, wordsAt(rows.get(label))])) }
  })
}

/** Names stand each in its own element; dates, and that there is none, do not. */
function wordsAt(value: Element | null | undefined): string {
  if (value === null || value === undefined || value.querySelector('.not-stated') !== null) return NOT_STATED
  const names = [...value.querySelectorAll('bdi')].map(({ textContent }) => textContent ?? '')
  return names.length > 0 ? names.join('; ') : (value.textContent ?? '').trim()
}

/** The same from the words of a PDF: a title as its heading, and each label followed by its value. */
export function fieldsOnPaper(words: readonly string[], titles: readonly string[]): Fields[] {
  return words.flatMap((word, at) => {
    if (!titles.includes(word) || words[at + 1] !== LABELS[0]) return []
    const rest = words.slice(at + 1, at + 1 + 2 * LABELS.length)
    return [{ Title: word, ...Object.fromEntries(LABELS.map((label) => [label, rest[rest.indexOf(label) + 1] ?? ''])) }]
  })
}
