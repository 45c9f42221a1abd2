import { z } from 'zod'

/** What a row can tell us, and what its column is called to whoever maps them. */
export const FIELDS = {
  name: 'Full name',
  givenName: 'First name',
  familyName: 'Last name',
  email: 'E-mail address',
  awardedOn: 'Date awarded',
  grade: 'Grade or mark',
  licenceNumber: 'Licence or card number',
} as const

export type FieldName = keyof typeof FIELDS

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[]

/** Which column holds what, by the column's name; and the date for all rows where no column holds one. */
export const mapping = z.object({
  columns: z.partialRecord(z.enum(FIELD_NAMES as [FieldName]), z.string().max(4_096)),
  awardedOn: z.iso.date().optional(),
})

export type Mapping = z.infer<typeof mapping>

/** How student-record systems name their columns, without spaces, signs and case. The first that fits is taken. */
const NAMES: Record<FieldName, RegExp[]> = {
  name: [
    /^(full|student|learner|candidate|display|legal)?name$/,
    /^(student|learner|candidate)fullname$/,
    /^(student|learner|candidate)$/,
  ],
  givenName: [/^(student|learner|legal|preferred)?(given|first)names?$/, /^(student|learner)?forenames?$/],
  familyName: [/^(student|learner|legal)?(family|last|sur)name$/],
  email: [/^(student|learner|personal|college|contact|primary)?e?mail(address)?$/, /email/],
  awardedOn: [
    /^(date(awarded|achieved|ofaward|completed)|(award(ed)?|achievement|completion|result|confirmed)(date|on))$/,
    /^(actualenddate|learnactenddate|enddate|date)$/,
    /(award|achiev|complet|confirm).*date|date.*(award|achiev|complet|confirm)/,
  ],
  grade: [
    /^((overall|final|module|unit|agreed|confirmed)?(grade|mark|result|score)|outgrade|percentage)$/,
    /(grade|mark)$/,
  ],
  licenceNumber: [/^(licen[cs]e|card|certificate|registration)(number|no|id)$/],
}

/**
 * Guesses from their names which column is which; someone will look at it before it counts. `names` has for each field the
 * patterns of names without spaces, signs and case, of which the first that fits is taken.
 */
export function guessColumns<Field extends string>(
  columns: readonly string[],
  names: Readonly<Record<Field, readonly RegExp[]>>,
): Partial<Record<Field, string>> {
  const taken = new Set<string>()
  const guessed: Partial<Record<Field, string>> = {}
  for (const field in names) {
    const free = columns.filter((name) => !taken.has(name))
    const fitting = names[field].map((pattern) => free.find((name) => pattern.test(plain(name))))
    const column = fitting.find((name) => name !== undefined)
    if (column === undefined) continue
    taken.add(column)
    guessed[field] = column
  }
  return guessed
}

/** Guesses which column is which in a file of results. */
export function guessMapping(columns: readonly string[]): Mapping {
  const guessed = guessColumns(columns, NAMES)
  // A name in two parts says more than a column that merely ends in "name".
  if (guessed.givenName !== undefined && guessed.familyName !== undefined) delete guessed.name
  return { columns: guessed }
}

/** Whether every column that a mapping speaks of is there. */
export function fits(mapping: Mapping, present: readonly string[]): boolean {
  return misfitOf(mapping, present) === undefined
}

/** The first field whose column is not there. */
export function misfitOf({ columns }: Mapping, present: readonly string[]): FieldName | undefined {
  return FIELD_NAMES.find((field) => columns[field] !== undefined && !present.includes(columns[field]))
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
