import { type Frameworks, frameworks, type Package } from '#skills'
import { achievementId } from '../achievement.ts'
import type { IssuerParts } from '../parts.ts'
import { listAchievements } from '../records/achievements.ts'
import type { Issuer } from '../records/issuers.ts'

/** What somebody asks to have something recognised for: a qualification whose rules are known, or a course of one's own. */
export type RecognitionTarget =
  | { kind: 'qualification'; key: string; title: string; ruleset: Package<'ruleset'>; qualification: string }
  | { kind: 'course'; key: string; title: string; id: string }

/** Everything for which this issuer may recognise something, its own courses first. */
export async function recognitionTargets(issuer: Issuer, parts: IssuerParts): Promise<RecognitionTarget[]> {
  const own = await listAchievements(parts.storage.db, issuer.id)
  return [
    ...own.map((one): RecognitionTarget => {
      const id = achievementId(one, issuer, parts.config.baseUrl)
      return { kind: 'course', key: id, title: one.body.name, id }
    }),
    ...qualificationTargets(frameworks()),
  ]
}

function qualificationTargets({ rulesets }: Frameworks): RecognitionTarget[] {
  return rulesets.flatMap((ruleset) =>
    ruleset.content.qualifications.map(({ id, title }) => ({
      kind: 'qualification',
      key: `${ruleset.id}#${id}`,
      title,
      ruleset,
      qualification: id,
    })),
  )
}
