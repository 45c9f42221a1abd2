import {
  type CheckResult,
  looksCompact,
  type Mark,
  type Received,
  receiveJson,
  receiveJwt,
  verifyEndorsement,
} from '#credential'
import { asArray, asText, decodeUtf8, PassportError, parseJsonObject } from '#platform'
import { achievementId, meantVersion } from './achievement.ts'
import { MAX_ENDORSEMENTS } from './achievement-body.ts'
import { describeAchievement } from './describe-achievement.ts'
import type { IssuerParts } from './parts.ts'
import type { Achievement } from './records/achievements.ts'
import type { Staff } from './viewer.ts'

const MAX_LENGTH = 200_000

/** What was kept, or why an endorsement is not taken: results of the check that every verifier makes of it, or a sentence. */
export type Attached =
  | { achievement: Achievement; results: readonly CheckResult[] }
  | { refused: readonly CheckResult[] }
  | { fault: string }

/**
 * Takes an endorsement that somebody else signed, so that every award of an achievement carries it. It is verified first as
 * whoever reads the award will verify it, and only one that holds, now or later, and is about this very achievement or its
 * issuer is kept. What is awarded stays the same achievement with the same id, since that is what was endorsed.
 */
export async function attachEndorsement(
  achievement: Achievement,
  given: Uint8Array | string,
  { issuer, actor }: Pick<Staff, 'issuer' | 'actor'>,
  parts: IssuerParts,
): Promise<Attached> {
  const read = readEndorsement(given)
  if ('fault' in read) return read
  const { text, received } = read
  const { slug, body } = achievement
  if (body.endorsements.some((one) => one.text === text)) return { fault: 'It is attached already.' }
  if (body.endorsements.length >= MAX_ENDORSEMENTS) {
    return { fault: `There are ${MAX_ENDORSEMENTS} already, and no verifier looks at more. Take one off first.` }
  }
  const id = achievementId(achievement, issuer, parts.config.baseUrl)
  const named = new Map([[id, 'achievement'] as const, [issuer.did, 'issuer'] as const])
  const endorsed = { issuerId: issuer.did, isRecognised: true, achievements: [id], awardedOn: null }
  const { marks, results } = await verifyEndorsement(received, named, endorsed, await parts.world())
  if (!isGood(marks[0], results)) return { refused: results }
  const about = subjectOf(received) === issuer.did ? ('issuer' as const) : ('achievement' as const)
  const endorsements = [...body.endorsements, { about, text }]
  const next = { slug, body: { ...body, endorsements, meansVersion: meantVersion(achievement) } }
  return { achievement: await describeAchievement(issuer, next, actor, parts), results }
}

/** Takes one off again, as a new version; `request.notFound` where there is none at that place. */
export async function detachEndorsement(
  achievement: Achievement,
  place: number,
  { issuer, actor }: Pick<Staff, 'issuer' | 'actor'>,
  parts: IssuerParts,
): Promise<Achievement> {
  const { slug, body } = achievement
  if (body.endorsements[place] === undefined) throw new PassportError('request.notFound', 'That mark is not attached.')
  const endorsements = body.endorsements.filter((_one, index) => index !== place)
  const next = { slug, body: { ...body, endorsements, meansVersion: meantVersion(achievement) } }
  return await describeAchievement(issuer, next, actor, parts)
}

/** What is kept of an achievement's endorsement, read again. */
export const receiveEndorsement = (text: string): Received =>
  looksCompact(text) ? receiveJwt(text) : receiveJson(parseJsonObject(text))

/** Codes of what is no mark of a kind, and is kept too. */
const GOOD_WORDS = new Set(['endorsements.ok', 'endorsements.notListed'])

/** A mark whose scheme no list here knows is left to whoever reads the award; one whose scheme is somebody else's is not. */
function isGood(mark: Mark | undefined, results: readonly CheckResult[]): boolean {
  if (mark === undefined) return results.every(({ code }) => GOOD_WORDS.has(code))
  const { state, schemeOwner, reason } = mark
  if (state === 'shown' || state === 'notYet') return true
  return state === 'notSchemeOwner' && schemeOwner === null && reason === 'recognition.notListed'
}

function readEndorsement(given: Uint8Array | string): { text: string; received: Received } | { fault: string } {
  try {
    const written = (typeof given === 'string' ? given : decodeUtf8(given)).trim()
    if (written.length > MAX_LENGTH) return { fault: 'It is too large for an endorsement.' }
    const text = withoutEnvelope(written)
    const received = receiveEndorsement(text)
    if (asArray(received.credential.type).includes('EndorsementCredential')) return { text, received }
    return { fault: 'This is a credential, but no endorsement.' }
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return { fault: 'This cannot be read as an endorsement: a credential as JSON, or a JWT.' }
  }
}

/** A JWT that comes in an envelope (VC Data Model 2.0 §4.13) is kept without it, which is how an award carries one. */
function withoutEnvelope(text: string): string {
  if (looksCompact(text)) return text
  const { type, id } = parseJsonObject(text)
  if (!asArray(type).includes('EnvelopedVerifiableCredential')) return text
  return asText(id).replace(/^data:[^,]*,/, '')
}

function subjectOf({ credential }: Received): string {
  const [subject] = asArray(credential.credentialSubject)
  return typeof subject === 'object' && subject !== null && 'id' in subject ? asText(subject.id) : ''
}
