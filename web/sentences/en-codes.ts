import { formatDate, formatTime } from '../dates.ts'
import { insideCodes } from './en-inside-codes.ts'
import { markCodes } from './en-marks.ts'
import { olderCodes } from './en-older-codes.ts'
import { timeCodes } from './en-time-codes.ts'
import type { CodeSentences, Facts, SentenceCode } from './sentences.ts'

const ASK_ISSUER = 'Ask the issuer.'
const ASK_HOLDER = 'Ask the person who sent it for the original file or link.'
const ASK_FOR_NEW = 'Ask the issuer to award it again.'
const TRY_AGAIN = 'Try again in a few minutes.'

/** " on 25 June 2027", where the fact is known. */
function on(facts: Facts, name: string): string {
  const value = facts[name]
  return typeof value === 'string' ? ` on ${formatDate(value)}` : ''
}

/** " (as of 25 June 2027 at 14:05 UTC)", where the fact is known. */
function asOf({ asOf: value }: Facts): string {
  return typeof value === 'string' ? ` (as of ${formatTime(value)})` : ''
}

/** Somebody's own words in a sentence, where there are some. */
function quoted(before: string, words: Facts[string] | undefined): string {
  return typeof words === 'string' && words !== '' ? `${before} “${words}”.` : ''
}

const PRESENT_AGAIN = 'Ask the person to present it again.'
const ASK_SENDER = 'Ask the person who sent it for a new link, or for the credential as a file.'

const altered = { employer: ASK_HOLDER, holder: ASK_FOR_NEW }
const retry = { employer: TRY_AGAIN, holder: TRY_AGAIN, issuer: 'See that the address answers, then try again.' }

/** What each code means, for someone who has never heard of it. */
export const codes: Record<SentenceCode, CodeSentences> = {
  'shape.ok': { says: 'It is a credential that we can read.' },
  'shape.invalid': { says: 'It is not put together as a credential must be.', todo: altered },
  'shape.partial': {
    says: 'It shows a part: whoever shared it may have left something out.',
    todo: { employer: 'If something that you need is missing, ask the person to share it too.' },
  },
  'shape.unreadable': {
    says: ({ reason }) =>
      reason === 'media.unsupported'
        ? 'It is no credential, or one in a form that is not known here.'
        : 'It cannot be read as a credential.',
    todo: { employer: ASK_HOLDER, holder: ASK_FOR_NEW },
  },
  'shape.notRun': { says: 'Its form was not judged, because it uses a vocabulary that we do not know.' },
  'contexts.ok': { says: 'Every term in it has a published meaning.' },
  'contexts.unknown': {
    says: 'It uses a vocabulary that we do not know, so we cannot tell what it says.',
    todo: { employer: ASK_ISSUER, issuer: 'Use only published contexts, or ask the operator to add yours.' },
  },
  'contexts.inline': {
    says: 'It brings definitions of its own, so its words could mean something else than they say.',
    todo: altered,
  },
  'contexts.byType': {
    says: (facts) =>
      `Its words mean what its issuer says they mean${typeof facts.type === 'string' && facts.type !== '' ? ` for “${facts.type}”` : ''}; we have not looked that up.`,
  },
  'contexts.redefined': { says: 'It changes the meaning of a known word.', todo: altered },
  'dates.ok': { says: 'It is within its dates.' },
  'dates.expired': {
    says: (facts) => `It expired${on(facts, 'validUntil')}.`,
    todo: { employer: 'Ask whether there is a newer one.', holder: 'Ask the issuer whether you can renew it.' },
  },
  'dates.notYetValid': {
    says: (facts) =>
      typeof facts.validFrom === 'string'
        ? `It becomes valid on ${formatDate(facts.validFrom)}.`
        : 'It is not valid yet.',
    todo: { employer: 'Check it again on that day.' },
  },
  'dates.malformed': { says: 'A date in it cannot be read.', todo: { holder: ASK_FOR_NEW } },
  'proof.ok': { says: 'The signature is good: nothing was changed since it was signed.' },
  'proof.invalid': {
    says: 'The signature does not fit: it was changed after it was signed, or signed with another key.',
    todo: altered,
  },
  'proof.missing': { says: 'It is not signed, so anyone could have written it.', todo: altered },
  'proof.unsupported': {
    says: 'It is signed in a way that we cannot check yet.',
    todo: { employer: 'Try another verifier, or ask the issuer.', holder: ASK_ISSUER },
  },
  'proof.chainBroken': { says: 'One of its signatures follows another that is missing.', todo: altered },
  'proof.disclosures': {
    says: 'Something was added to it, or a part of it was changed, after it was signed.',
    todo: altered,
  },
  'proof.certificate': {
    says: 'It is signed with a certificate. We trust no certificates yet, so we cannot tell who signed it.',
    todo: { employer: 'Try another verifier, or ask the issuer.' },
  },
  'proof.keyNotPinned': {
    says: ({ list }) =>
      `The issuer’s own list of keys is not to be had, and ${list} kept no key that this was signed with.`,
    todo: {
      employer: 'Ask whoever keeps the records of that provider.',
      holder: 'Ask whoever keeps the records of that provider for a new copy.',
      issuer: 'Have the list name all keys that were in use.',
    },
  },
  'proof.base': {
    says: 'It is the private copy of its holder, from which any part could be shown. A shared copy is needed.',
    todo: {
      employer: 'Ask for a share link, or for the copy that the wallet makes for sharing.',
      holder: 'Share it from your wallet: it makes a copy with just what you choose to show.',
    },
  },
  'proof.malformed': { says: 'Its signature is damaged.', todo: altered },
  'proof.purpose': { says: 'Its signature was made for another purpose than awarding.', todo: { holder: ASK_FOR_NEW } },
  'proof.expired': { says: (facts) => `Its signature expired${on(facts, 'expires')}.`, todo: { holder: ASK_FOR_NEW } },
  'proof.notCanonical': {
    says: 'Its signature does not cover all of it, so a part could have been added or changed.',
    todo: { employer: ASK_ISSUER, holder: ASK_FOR_NEW },
  },
  'proof.tooComplex': {
    says: 'Its signature could not be worked out, because the document is too tangled.',
    todo: { employer: ASK_ISSUER },
  },
  'proof.overBudget': {
    says: 'Checking it took too long and was stopped. That says nothing against it.',
    todo: { employer: ASK_ISSUER },
  },
  'proof.claimMismatch': { says: 'The signed envelope and the document inside it do not say the same.', todo: altered },
  'proof.notRun': { says: 'Not looked at, because an earlier check did not pass.' },
  'issuer.ok': { says: 'The key that signed it belongs to the issuer that it names.' },
  'issuer.keyMismatch': { says: 'It is signed by someone other than the issuer that it names.', todo: altered },
  'issuer.keyNotListed': { says: 'The issuer that it names does not list the key that signed it.', todo: altered },
  'issuer.unbound': {
    says: 'It is signed, but the web address that names its issuer does not say which keys are its own.',
    todo: { employer: ASK_ISSUER, holder: ASK_ISSUER },
  },
  'issuer.missing': { says: 'It does not say who issued it.', todo: altered },
  'issuer.notRun': { says: 'Not looked at, because an earlier check did not pass.' },
  'did.unresolvable': {
    says: "The issuer's public keys could not be had, so we cannot tell who signed it.",
    todo: retry,
  },
  'did.unsupported': {
    says: 'The issuer is named in a way that we cannot look up yet.',
    todo: { employer: 'Try another verifier, or ask the issuer.' },
  },
  'did.invalid': { says: 'The issuer is named in a way that leads nowhere.', todo: altered },
  'did.mismatch': { says: 'The keys found under the issuer’s address belong to somebody else.', todo: altered },
  'did.deactivated': { says: 'The issuer has closed the identity that signed this.', todo: { employer: ASK_ISSUER } },
  'status.ok': {
    says: (facts) => `The issuer has not ${facts.purpose === 'suspension' ? 'suspended' : 'revoked'} it${asOf(facts)}.`,
  },
  'status.none': { says: 'The issuer keeps no list in which this could be revoked.' },
  'status.revoked': {
    says: (facts) => `The issuer has since revoked it${asOf(facts)}.${quoted(' Its reason:', facts.reason)}`,
    todo: { employer: ASK_ISSUER, holder: 'Ask the issuer why, and how to appeal.' },
  },
  'status.suspended': {
    says: (facts) => `The issuer has suspended it for now${asOf(facts)}.${quoted(' Its reason:', facts.reason)}`,
    todo: { employer: 'Check it again later, or ask the issuer.', holder: 'Ask the issuer why, and for how long.' },
  },
  'status.applicationSpecific': {
    says: (facts) => `The issuer’s list says something about it that only the issuer can explain${asOf(facts)}.`,
    todo: { employer: 'Ask the issuer whether it still holds.' },
  },
  'status.unreachable': {
    says: 'The issuer’s list could not be reached, so we cannot tell whether this was revoked.',
    todo: retry,
  },
  'status.stale': {
    says: (facts) => `The issuer’s list is too old to rely on${asOf(facts)}, so this may have been revoked since.`,
    todo: retry,
  },
  'status.malformed': { says: 'The issuer’s list of revocations cannot be read.', todo: { employer: ASK_ISSUER } },
  'status.unverifiable': {
    says: 'The issuer’s list of revocations could not be proven to be the issuer’s.',
    todo: { employer: ASK_ISSUER },
  },
  'status.issuerMismatch': {
    says: 'The list of revocations is signed by somebody other than the issuer.',
    todo: { employer: ASK_ISSUER },
  },
  'status.unsupported': {
    says: 'Revocations are kept in a way that we cannot read yet.',
    todo: { employer: 'Ask the issuer whether it still holds.' },
  },
  'status.message': {
    says: (facts) =>
      `The issuer has left a message about it${asOf(facts)}${quoted(':', facts.message) || '.'} It still holds.`,
  },
  'status.notRun': { says: 'Not looked up, because the signature and signer come first.' },
  'recognition.recognised': { says: 'A list that we use recognises this issuer.' },
  'recognition.notListed': { says: 'The issuer is on no list that we use. That is no fault.' },
  'recognition.listUnavailable': { says: 'A list of recognised issuers could not be had.', todo: retry },
  'recognition.notAtThatDate': { says: 'The issuer was not recognised on the day of the award.' },
  'recognition.withdrawn': { says: 'The issuer’s recognition was withdrawn.' },
  'recognition.stale': {
    says: ({ list, asOf }) =>
      `A newer version of ${list} is overdue; this is what it said on ${formatDate(String(asOf))}.`,
  },
  'recognition.listRefused': {
    says: ({ list }) => `The newest version of ${list} does not hold, so an earlier one was used.`,
  },
  'recognition.stapled': {
    says: ({ list, asOf }) =>
      `${list} could not be reached. Whoever presented this handed in a copy that its keeper signed on ${formatDate(String(asOf))}, and that was used.`,
  },
  'recognition.stapledRefused': {
    says: 'A list of recognised issuers came with it that is not one we use, or does not hold. It was left aside.',
  },
  'recognition.conflict': { says: 'Another list that we use says otherwise of this issuer.' },
  'recognition.outOfScope': { says: 'The issuer is recognised, but not for this kind of award.' },
  'recognition.notRun': { says: 'Not looked up, because the signature and signer come first.' },
  'holder.notPresented': {
    says: 'We have seen the credential only, not the person. It does not show who sent it to you.',
    todo: { employer: 'Compare the name with the person’s own papers.' },
  },
  'holder.ok': { says: 'The person whom it is about presented it.' },
  'holder.noChallenge': { says: 'It was presented without a fresh question, so it may be a copy.' },
  'holder.challengeMismatch': {
    says: 'It answers another question than ours, so it may have been presented before.',
    todo: { employer: PRESENT_AGAIN },
  },
  'holder.otherSubject': { says: 'The one who presented it is not the person whom it is about.' },
  'holder.unbound': {
    says: 'It does not say by a DID whom it is about, so it cannot be compared with who presented it.',
  },
  'holder.unsignedRecord': {
    says: 'Nobody signed the record around these credentials. What it says itself, its dates and whether it still holds, was not looked at.',
    todo: { employer: 'Rely on the credentials in it one by one.' },
  },
  'holder.unsigned': { says: 'It was presented without a signature, so it does not show who sent it.' },
  'holder.notChecked': { says: 'The presentation’s own signature could not be checked.' },
  'holder.stale': {
    says: 'It was presented too long ago to count now.',
    todo: { employer: PRESENT_AGAIN },
  },
  'holder.mismatch': {
    says: 'The presentation names one person and is signed by another.',
    todo: { employer: PRESENT_AGAIN },
  },
  'holder.invalid': { says: 'The presentation’s own signature does not fit.', todo: { employer: PRESENT_AGAIN } },
  'holder.notRun': { says: 'Not looked at, because the signature and signer come first.' },
  ...insideCodes,
  ...markCodes,
  ...olderCodes,
  ...timeCodes,
  'currency.lapsed': {
    says: (facts) => `Its currency lapsed${on(facts, 'currentUntil')}. It is still true as history.`,
    todo: { employer: 'Ask whether the skill was refreshed since.', holder: 'Ask the issuer how to refresh it.' },
  },
  'fetch.blocked': {
    says: 'The link does not lead to a public address on the web, so it was not opened.',
    todo: { employer: ASK_SENDER },
  },
  'fetch.failed': { says: 'The address that the link leads to could not be reached.', todo: retry },
  'fetch.redirect': {
    says: 'The link leads on to another address, which is not followed.',
    todo: { employer: 'Open the link yourself, and paste the address that it leads to.' },
  },
  'fetch.status': {
    says: 'There is nothing at the address that the link leads to.',
    todo: { employer: 'See that the whole link was pasted. If it was, ask the person who sent it for a new one.' },
  },
  'fetch.timeout': { says: 'The address that the link leads to did not answer in time.', todo: retry },
  'fetch.tooLarge': { says: 'What the link leads to is too large to be a credential.', todo: { employer: ASK_SENDER } },
  'share.ended': {
    says: 'What this link shared is no longer shared: it expired, was used up or was withdrawn.',
    todo: { employer: 'Ask the person who sent it to share it again.' },
  },
  'share.notFound': {
    says: 'Nothing is shared under this link.',
    todo: { employer: 'See that the whole link was pasted. If it was, ask the person who sent it for a new one.' },
  },
}
