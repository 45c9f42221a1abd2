import type { CalendarEntry } from './currency.ts'

/** How long a line may be, in octets, before it goes on in the next (RFC 5545 §3.1). */
const LINE = 75

/**
 * The days on which what is held runs out, as a file for any calendar (RFC 5545): an event of a whole day each, with alarms
 * so many days before. What has run out already, or has no end, is not in it.
 */
export function icalendar(
  entries: readonly CalendarEntry[],
  {
    now,
    on,
    remindDays,
    sayOf,
  }: {
    now: Date
    /** The day from which on. */
    on: string
    remindDays: readonly number[]
    /** What stands in the event. */
    sayOf: (entry: CalendarEntry) => { summary: string; description: string }
  },
): string {
  const stamp = `${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  const events = entries.flatMap((entry) => {
    const { until } = entry.answer.value
    if (until === null || until < on) return []
    const { summary, description } = sayOf(entry)
    const alarms = remindDays.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      `TRIGGER:-P${days}D`,
      'END:VALARM',
    ])
    return [
      'BEGIN:VEVENT',
      `UID:${entry.fact.item}@skills-passport`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${until.replaceAll('-', '')}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      ...alarms,
      'END:VEVENT',
    ]
  })
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Skills Passport//Wallet//EN', 'CALSCALE:GREGORIAN']
  return `${[...head, ...events, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`
}

/** RFC 5545 §3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/g, '\\n')
}

/** RFC 5545 §3.1: no character is cut in two. */
function folded(line: string): string {
  const lines = ['']
  for (const character of line) {
    const last = lines.at(-1) ?? ''
    if (Buffer.byteLength(last + character) > LINE) lines.push(` ${character}`)
    else lines[lines.length - 1] = last + character
  }
  return lines.join('\r\n')
}
