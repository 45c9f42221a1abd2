/** A calendar date as text, or why it is none. */
export type ReadDate = { date: string } | { reason: string; remedy: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const REMEDY = 'Write the day, month and year, such as 25/06/2026.'

/**
 * Reads a date as spreadsheets of British colleges have it: 25/06/2026, 25-06-2026, 25.06.2026, 25 June 2026,
 * 2026-06-25, with or without a time; or the number of a day, as Excel counts them. A date that could be read two ways
 * is read with the day first; a year of two digits is not guessed.
 */
export function readDate(cell: string): ReadDate {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z| ?[AP]M)?$/i, '')
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Math.floor(Number(text)))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return fromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]), cell)
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (british) return fromParts(Number(british[3]), Number(british[2]), Number(british[1]), cell)
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?[ -](\d{4})$/.exec(text)
  const month = named ? MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  if (named && month > 0) return fromParts(Number(named[3]), month, Number(named[1]), cell)
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) {
    return { reason: `The year of “${cell.trim()}” has two digits`, remedy: 'Write the year with four digits.' }
  }
  return { reason: `“${cell.trim().slice(0, 40)}” is not a date`, remedy: REMEDY }
}

/** Excel counts days from the end of 1899 (and believes that 1900 had a 29 February, which no date here reaches). */
function fromSerial(serial: number): ReadDate {
  return { date: new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10) }
}

function fromParts(year: number, month: number, day: number, cell: string): ReadDate {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (exists && year >= 1900) return { date: date.toISOString().slice(0, 10) }
  const remedy = month > 12 && day <= 12 ? 'Write the day first, then the month.' : REMEDY
  return { reason: `There is no day ${cell.trim().slice(0, 40)}`, remedy }
}
