import { achievementOf } from './achievement.ts'
import { dependenciesOf, whatIsSuspended } from './dependencies.ts'
import type { IssuerParts } from './parts.ts'
import type { Achievement } from './records/achievements.ts'
import { findDependencies } from './records/dependencies.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'

/** On what every award of an achievement depends. */
export function dependenciesOfAchievement(
  achievement: Pick<Achievement, 'slug' | 'version' | 'body'>,
  issuer: Issuer,
  baseUrl: string,
) {
  return dependenciesOf({ credentialSubject: { achievement: achievementOf(achievement, issuer, baseUrl) } }, baseUrl)
}

/** A sentence that says why an achievement cannot be awarded now, if what its awards depend on is suspended. */
export async function suspendedFor(
  achievement: Achievement,
  { storage, config }: Pick<IssuerParts, 'storage' | 'config'>,
): Promise<string | undefined> {
  const issuer = await getIssuer(storage.db, achievement.issuerId)
  const dependencies = dependenciesOfAchievement(achievement, issuer, config.baseUrl)
  const known = await findDependencies(storage.db, issuer.id, dependencies)
  const suspended = known.find(({ suspension_id }) => suspension_id !== null)
  return suspended && whatIsSuspended(suspended)
}
