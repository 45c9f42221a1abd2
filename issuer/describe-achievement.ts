import { type Signer, type SigningAlgorithm, sign } from '#credential'
import { PassportError } from '#platform'
import { appendAudit, isUniqueViolation } from '#storage'
import type { AchievementBody } from './achievement-body.ts'
import { awardOf } from './award.ts'
import { slugOf } from './create-issuer.ts'
import { expectWellFormed } from './own-work.ts'
import type { IssuerParts } from './parts.ts'
import { type Achievement, insertAchievement } from './records/achievements.ts'
import { keepDependencies } from './records/dependencies.ts'
import type { Issuer } from './records/issuers.ts'
import { expectStandardFields } from './standard-fields.ts'
import { dependenciesOfAchievement } from './suspended-for.ts'

/**
 * Keeps an achievement, as a new version where there is one of that slug. Refuses one whose awards would lack a
 * standard field without saying why, or could not be signed: better now than at the four-hundredth award.
 */
export async function describeAchievement(
  issuer: Issuer,
  { slug, body }: { slug?: string | undefined; body: AchievementBody },
  actor: string,
  parts: IssuerParts,
): Promise<Achievement> {
  const name = slug ?? slugOf(body.name)
  await expectAwardable(issuer, { slug: name, body }, parts)
  const now = parts.now()
  try {
    return await parts.storage.transaction(async (together) => {
      const achievement = await insertAchievement(together, { issuerId: issuer.id, slug: name, body }, now)
      const dependencies = dependenciesOfAchievement(achievement, issuer, parts.config.baseUrl)
      await keepDependencies(together, issuer.id, dependencies)
      const detail = { issuer: issuer.id, version: achievement.version }
      await appendAudit(together, { actor, action: 'achievement.described', subject: achievement.id, detail }, now)
      return achievement
    })
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause
    throw new PassportError('request.conflict', 'Someone else changed this achievement just now. Look and try again.', {
      cause,
    })
  }
}

async function expectAwardable(
  issuer: Issuer,
  achievement: { slug: string; body: AchievementBody },
  parts: IssuerParts,
): Promise<void> {
  const { credential } = trialAward(issuer, achievement, parts)
  expectStandardFields(credential)
  await expectWellFormed(credential, parts)
  const { suite, algorithm } = issuer
  await sign(credential, { suite, signer: emptySigner(algorithm), now: parts.now(), contexts: parts.contexts })
}

function trialAward(
  issuer: Issuer,
  { slug, body }: { slug: string; body: AchievementBody },
  { config, now }: Pick<IssuerParts, 'config' | 'now'>,
) {
  const recipient = { name: 'A person', awardedOn: now().toISOString().slice(0, 10) }
  return awardOf({ id: '', slug, version: 1, body }, recipient, { issuer, baseUrl: config.baseUrl, now: now() })
}

/** Goes through the motions of signing, so that safe mode speaks, and makes no signature. */
const emptySigner = (algorithm: SigningAlgorithm): Signer => ({
  id: 'did:example:nobody#key',
  algorithm,
  sign: async () => new Uint8Array(64),
  publicKey: new Uint8Array(96),
  signMessages: async () => new Uint8Array(80),
})
