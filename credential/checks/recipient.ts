import { asArray, asText, isObject, type Json, type JsonObject, sha256Hex } from '#platform'
import { hasOwnVocabulary } from '../received.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('recipient')

/**
 * Whether it is about the person whom the one who checks has in mind: the e-mail address or name that they know is compared
 * with each identity that the credential states, in plain or as a hash (Open Badges 3.0 §B.1.14, IdentityObject). Who asks
 * is answered yes or no, or that it cannot be told; who does not ask hears nothing. What was asked is in no result.
 */
export const recipient: Check = ({ received, credential }, { recipient: asked }) => {
  const known = asked?.normalize('NFC').trim() ?? ''
  if (known === '') return []
  const identities = hasOwnVocabulary(received) ? identitiesInClaims(credential) : identitiesOf(credential)
  const answers = identities.map((identity) => compare(identity, known))
  const match = answers.find(({ answer }) => answer === 'same')
  if (match) return result('passed', 'recipient.match', { identityType: match.type })
  if (answers.some(({ answer }) => answer === 'weak')) {
    return result('unknown', 'recipient.notComparable', { reason: 'weakHash' })
  }
  if (answers.some(({ answer }) => answer === 'other')) return result('failed', 'recipient.noMatch')
  return result('unknown', 'recipient.notComparable', { reason: answers.length === 0 ? 'none' : 'otherKind' })
}

interface Identity {
  type: string
  value: string
  salt: string
  hashed: boolean
}

/** `other`: the same kind of thing and another one. `incomparable`: nothing can be told. `weak`: hashed in a way that proves nothing. */
type Answer = 'same' | 'other' | 'incomparable' | 'weak'

function identitiesOf({ credentialSubject }: JsonObject): Identity[] {
  return asArray(credentialSubject)
    .filter(isObject)
    .flatMap((subject) => [...asArray(subject.identifier).flatMap(identityOf), ...mailbox(subject.id)])
}

function identityOf(identity: Json): Identity[] {
  if (!isObject(identity)) return []
  const { identityType, identityHash, salt, hashed } = identity
  if (typeof identityHash !== 'string' || typeof identityType !== 'string') return []
  return [{ type: identityType, value: identityHash, salt: asText(salt), hashed: hashed === true }]
}

/** What an SD-JWT VC says of a person it says in claims of OpenID Connect Core §5.1, where its type has no words of its own. */
function identitiesInClaims({ email, name, given_name: given, family_name: family }: JsonObject): Identity[] {
  // Half a name is no name to compare with.
  const whole = asText(given) === '' || asText(family) === '' ? '' : `${asText(given)} ${asText(family)}`
  return [
    ...(asText(email) === '' ? [] : [{ ...IN_PLAIN, type: 'emailAddress', value: asText(email) }]),
    ...[asText(name), whole].filter((value) => value !== '').map((value) => ({ ...IN_PLAIN, type: 'name', value })),
  ]
}

const IN_PLAIN = { salt: '', hashed: false }

function mailbox(id: Json | undefined): Identity[] {
  const address = /^mailto:(.+)$/i.exec(asText(id))?.[1]
  return address === undefined ? [] : [{ ...IN_PLAIN, type: 'emailAddress', value: address }]
}

/** A text with an @ is an address; any other is a name, or a number by which someone knows the person. */
function compare({ type, value, salt, hashed }: Identity, known: string): { type: string; answer: Answer } {
  const isOfKind = type === (known.includes('@') ? 'emailAddress' : 'name')
  const different: Answer = isOfKind ? 'other' : 'incomparable'
  if (!hashed) return { type, answer: plain(value, type) === plain(known, type) ? 'same' : different }
  const digest = /^sha256\$([0-9a-f]{64})$/i.exec(value)?.[1]
  if (digest === undefined) return { type, answer: isOfKind ? 'weak' : 'incomparable' }
  const same = spellings(known, type).some((text) => sha256Hex(`${text}${salt}`) === digest.toLowerCase())
  return { type, answer: same ? 'same' : different }
}

/** Addresses are hashed in lower case; an issuer may have hashed one, or a name, as it was written. */
function spellings(known: string, type: string): string[] {
  return type === 'emailAddress' ? [known.toLowerCase(), known] : [known, known.replaceAll(/\s+/g, ' ')]
}

/** For people a name is the same in capitals; an account's number is not. */
function plain(text: string, type: string): string {
  const tidy = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  return type === 'emailAddress' || type === 'name' ? tidy.toLowerCase() : tidy
}
