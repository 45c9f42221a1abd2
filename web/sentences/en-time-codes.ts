import { formatDate } from '../dates.ts'
import type { CodeSentences, Facts, SentenceCode } from './sentences.ts'

/** " on 25 June 2027", where the fact is known. */
function on(facts: Facts, name: string): string {
  const value = facts[name]
  return typeof value === 'string' ? ` on ${formatDate(value)}` : ''
}

const ask = { employer: 'Ask the issuer.', holder: 'Ask the issuer to award it again.' }

/** What is said of keys over time, and of a credential as at a date in the past. */
export const timeCodes = {
  'issuer.keyPinned': {
    says: ({ list }) =>
      `The issuer’s own list of keys is not to be had any more. ${list} kept the key that this was signed with.`,
  },
  'issuer.keyRetired': {
    says: (facts) => `The key with which it is signed was in use then. The issuer retired it${on(facts, 'until')}.`,
  },
  'issuer.keyEnded': {
    says: (facts) => `It was signed with a key that its signer had retired before${on(facts, 'until')}.`,
    todo: ask,
  },
  'issuer.keyUndated': {
    says: (facts) =>
      `Its key was retired${on(facts, 'until')}, and it does not say when it was signed. We cannot tell whether that was before.`,
    todo: ask,
  },
  'issuer.keyCompromised': {
    says: (facts) =>
      `It was signed after its key fell into other hands${on(facts, 'since')}, so anyone who had the key could have made it.`,
    todo: ask,
  },
  'issuer.keyCompromisedLater': {
    says: (facts) =>
      `On the date that you asked about, its key was good. Since then it fell into other hands${on(facts, 'since')}, and nothing shows that it was signed before.`,
  },
  'log.witnessed': {
    says: (facts) =>
      `Its key fell into other hands${on(facts, 'since')}. The issuer’s log shows that it was signed before that.`,
  },
  'log.included': {
    says: (facts) => `The issuer’s log of what it issued had it${on(facts, 'at')}.`,
  },
  'log.invalid': {
    says: () => 'Evidence of the issuer’s log came with it, and does not show that it is in that log.',
  },
  'log.partsLeftOut': {
    says: () =>
      'Evidence of the issuer’s log came with it. Parts of this copy are left out, so it cannot be compared with the log.',
  },
  'log.keyUnknown': {
    says: () => 'Evidence of the issuer’s log came with it, and the key of that log could not be had to check it.',
  },
  'log.notWitnessed': {
    says: (facts) =>
      `Its key fell into other hands${on(facts, 'since')}, and nothing shows that it was signed before that.`,
    todo: {
      employer: 'Ask the person for a copy that comes with the evidence of the issuer’s log, or ask the issuer.',
      holder: 'Share it again from your wallet, which keeps that evidence, or ask the issuer to award it again.',
    },
  },
  'status.notThen': {
    says: (facts) =>
      `Its issuer says only how things stand now, so we cannot tell whether it was ${facts.purpose === 'suspension' ? 'suspended' : 'revoked'} on the date that you asked about.`,
    todo: { employer: 'Check it for today, or ask the issuer.' },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
