import type { CodeSentences, SentenceCode } from './sentences.ts'

/** What is said of credentials in the forms of earlier years. */
export const olderCodes = {
  'dates.noZone': { says: 'Its dates name no time zone, as was allowed when it was made. It is within them in any.' },
  'dates.zoneDecides': {
    says: 'Its dates name no time zone, and whether it is within them depends on that.',
    todo: { employer: 'Check it again in a day.' },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
