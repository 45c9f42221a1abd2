import type { CodeSentences, SentenceCode } from './sentences.ts'

/** What is said of credentials in the forms of earlier years. */
export const olderCodes = {
  'dates.noZone': { says: 'Its dates name no time zone, as was allowed when it was made. It is within them in any.' },
  'dates.zoneDecides': {
    says: 'Its dates name no time zone, and whether it is within them depends on that.',
    todo: { employer: 'Check it again in a day.' },
  },
  'status.refresh': {
    says: 'The issuer has a newer version of it. This one still holds.',
    todo: { employer: 'Ask the person for the newer one.', holder: 'Ask the issuer for the newer version.' },
  },
  'status.unsigned': {
    says: 'The list of revocations is not signed. It was read at the address that the credential itself names.',
  },
  'status.rollback': {
    says: 'The list of revocations is older than one that we saw before, so it may leave something out.',
    todo: {
      employer: 'Try again in a few minutes. If it stays so, ask the issuer.',
      issuer: 'See that your newest list is published.',
    },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
