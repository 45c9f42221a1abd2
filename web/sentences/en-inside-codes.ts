import { count } from '../dates.ts'
import type { CodeSentences, Facts, SentenceCode } from './sentences.ts'

const ASK_ISSUER = 'Ask the issuer.'

/** Whoever endorsed it, by name, or "somebody". */
const who = ({ name }: Facts) => (typeof name === 'string' && name !== '' ? `“${name}”` : 'Somebody')

const WHAT: Readonly<Record<string, string>> = {
  credential: 'this award',
  achievement: 'what was achieved',
  issuer: 'the issuer',
}
const what = ({ about }: Facts) => WHAT[String(about)] ?? 'it'

const number = ({ count: found }: Facts, noun: string) =>
  typeof found === 'number' ? count(found, noun) : `some ${noun}s`
const lone = ({ count: found }: Facts) => found === 1
const some = (facts: Facts, one: string, several: string) => (lone(facts) ? one : several)

/** What a credential carries besides its own words: schemas, marks of others, files, other credentials, and whom it is about. */
export const insideCodes = {
  'schema.ok': { says: 'It is as the schema that it names says.' },
  'schema.invalid': { says: 'It is not as the schema that it names says.', todo: { employer: ASK_ISSUER } },
  'schema.unknown': { says: 'It names a schema that we do not have, so we have not held it against that.' },
  'endorsements.none': { says: 'It carries no quality marks.' },
  'endorsements.notRun': { says: 'Quality marks were not looked at.' },
  'endorsements.notChecked': {
    says: (facts) => `It carries ${number(facts, 'quality mark')} from others, not checked here.`,
  },
  'endorsements.ok': {
    says: (facts) => `${who(facts)} vouches for ${what(facts)}, and a list that we use recognises them.`,
  },
  'endorsements.notListed': {
    says: (facts) =>
      `${who(facts)} vouches for ${what(facts)}, and is on no list that we use. Decide for yourself whether you know them.`,
  },
  'endorsements.unbound': {
    says: (facts) =>
      `${who(facts)} vouches for ${what(facts)} of that name. As no list that we use recognises the issuer, the mark may belong to somebody else’s award.`,
  },
  'endorsements.own': { says: 'The issuer vouches for it itself, which adds nothing.' },
  'endorsements.otherSubject': {
    says: (facts) => `A mark by ${who(facts)} is about something else. It does not count.`,
  },
  'endorsements.invalid': {
    says: (facts) => `A mark that names ${who(facts)} is forged, damaged or no longer valid. It does not count.`,
  },
  'endorsements.unchecked': {
    says: (facts) => `A mark that names ${who(facts)} could not be checked. It does not count.`,
  },
  'endorsements.tooMany': {
    says: (facts) => `${number(facts, 'more quality mark')} ${some(facts, 'was', 'were')} not looked at.`,
  },
  'recipient.match': { says: 'It is about the person whom you named.' },
  'recipient.noMatch': {
    says: 'It is not about the person whom you named.',
    todo: { employer: 'See that you wrote the address or the name as the person gave it. If you did, ask them.' },
  },
  'recipient.notComparable': {
    says: ({ reason }) =>
      reason === 'weakHash'
        ? 'It names its holder in an outdated way that anyone could have made up, so we cannot tell whether it is the person whom you named.'
        : 'It does not say whom it is about in a way that can be compared with what you know.',
    todo: { employer: 'Try the other of name and e-mail address, or compare the name with the person’s own papers.' },
  },
  'evidence.none': { says: 'It names no evidence.' },
  'evidence.ok': {
    says: (facts) =>
      `${number(facts, 'file')} to which it points ${some(facts, 'is the very one', 'are the very ones')} that it names.`,
  },
  'evidence.mismatch': {
    says: 'A file to which it points is not the one that was there when it was signed.',
    todo: { employer: 'Do not rely on that file. Ask the issuer for the right one.' },
  },
  'evidence.notSupplied': {
    says: (facts) =>
      `It names ${number(facts, 'file')} of evidence that did not come with it, so we have not compared ${some(facts, 'it', 'them')}.`,
  },
  'evidence.unreachable': {
    says: (facts) =>
      `${number(facts, 'file')} of evidence could not be reached, so we have not compared ${some(facts, 'it', 'them')}.`,
  },
  'evidence.unsupported': {
    says: (facts) => `It names ${number(facts, 'file')} of evidence with a fingerprint that we cannot read.`,
  },
  'evidence.noDigest': {
    says: (facts) =>
      `It points to ${number(facts, 'piece')} of evidence without a fingerprint, so what is there may have changed since.`,
  },
  'evidence.notRun': { says: 'Evidence was not looked at.' },
  'parts.ok': {
    says: (facts) => `${lone(facts) ? 'The credential' : `Each of the ${number(facts, 'credential')}`} in it holds.`,
  },
  'parts.faulty': {
    says: ({ count: all, faulty }) =>
      `${faulty} of the ${all} credentials in it ${faulty === 1 ? 'does' : 'do'} not hold.`,
    todo: {
      employer: 'See below which, and why. Rely on the others only.',
      holder: 'Ask the issuer for a new record.',
    },
  },
  'parts.unchecked': {
    says: ({ count: all, unchecked }) => `${unchecked} of the ${all} credentials in it could not be checked.`,
    todo: { employer: 'See below which, and why.' },
  },
  'parts.otherSubject': {
    says: (facts) =>
      `${number(facts, 'credential')} in it ${some(facts, 'is', 'are')} about somebody else than the record.`,
    todo: { employer: ASK_ISSUER },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
