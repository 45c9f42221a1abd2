import type { Values } from '#skills'
import { formatDate } from '../dates.ts'

/** A sentence for each code of an answer, made of its values. */
export type Says<Code extends string> = Readonly<Record<Code, (values: Values) => string>>

/** A value in a sentence: a day as people write it, several with commas between; what is not there is a dash. */
export function said(value: Values[string] | undefined): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'object') return value.length === 0 ? '–' : value.join(', ')
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : String(value)
}
