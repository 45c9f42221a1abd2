import { type Frameworks, frameworks } from '#skills'
import type { ManyRow } from '../many-csv.ts'
import { blinding } from './blind.ts'
import { readShown } from './shown-credential.ts'

/** A row of a list in which it is not to be seen who somebody is. */
export interface BlindRow {
  /** Where it stood in what was brought: a file has a number for its name. */
  place: string
  /** What the credential is called, without names; null where there is none, or its name cannot be told from others'. */
  title: string | null
  row: ManyRow
}

/** Rows of a list without what tells who somebody is, or where and when they learned. Their order stays as it was brought. */
export function blindRows(rows: readonly ManyRow[], known: Frameworks = frameworks()): BlindRow[] {
  const views = rows.map(({ answer }, at) => {
    const { credential = null, summary = null } = answer ?? {}
    if (answer === null || credential === null || summary === null) return null
    const { shown } = readShown(`c${at + 1}`, { ...answer, credential, summary }, answer.at.slice(0, 10), known)
    const holders = summary.recipientName === null ? [] : [summary.recipientName]
    const none = { skills: [], work: [], supplements: [], left: { notGenuine: 0, unchecked: 0 } }
    return { on: answer.at.slice(0, 10), holders, credentials: [shown], ...none }
  })
  const asBlind = blinding(views.filter((view) => view !== null))
  const places = placesOf(rows)
  return rows.map((row, at) => {
    const view = views[at] ?? null
    const [only] = view === null ? [] : asBlind(view).credentials
    return { place: places[at] ?? '', title: only?.title ?? null, row }
  })
}

/**
 * Of what a table or a field held, its row or line; files are counted, since people name them after themselves. Several people's
 * may be called alike: what is in one file stands together, and begins with its first.
 */
function placesOf(rows: readonly ManyRow[]): string[] {
  let number = 0
  let last = ''
  return rows.map(({ name }) => {
    const [, file = name, part = ''] = /^(.*?)(, \d+ of \d+)?$/su.exec(name) ?? []
    if (/^(?:Row|Line) \d+$/.test(file)) return name
    if (file !== last || part === '' || part.startsWith(', 1 of ')) number += 1
    last = file
    return `File ${number}${part}`
  })
}
