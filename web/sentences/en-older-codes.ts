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
  'shape.openBadges2': {
    says: ({ how }) =>
      how === 'signed'
        ? 'It is an Open Badge 2.0, the older form, signed by its issuer.'
        : 'It is an Open Badge 2.0, the older form, which holds as long as its issuer’s website says so.',
  },
  'proof.hosted': { says: 'Its own page on the web says the same.' },
  'proof.hostedDiffers': {
    says: 'Its own page on the web uses other words in places than the copy that you have. What you see is the page’s.',
  },
  'proof.hostedOther': {
    says: 'Its own page on the web says something else: about whom it is, what it is for, or when it was awarded.',
    todo: {
      employer: 'Ask the person who sent it for the original file or link.',
      holder: 'Ask the issuer to award it again.',
    },
  },
  'proof.unreachable': {
    says: 'The page on the web that would show whether it is genuine could not be read.',
    todo: {
      employer: 'Try again in a few minutes. If it stays so, ask the issuer whether it still keeps its badges online.',
      holder: 'Ask the issuer whether it still keeps its badges online.',
    },
  },
  'issuer.otherHost': {
    says: 'It is on a website that is not its issuer’s, so anyone could have put it there.',
    todo: { employer: 'Ask the issuer.', holder: 'Ask the issuer to award it again.' },
  },
  'issuer.unreachable': {
    says: 'The issuer’s own page on the web could not be read, so we cannot tell who awarded it.',
    todo: {
      employer: 'Try again in a few minutes.',
      holder: 'Ask the issuer whether it still keeps its badges online.',
    },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
