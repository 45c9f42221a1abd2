import { parseJsonObject, uuid } from '#platform'
import type { AchievementTable, Queries } from '#storage'
import { type AchievementBody, achievementBody } from '../achievement-body.ts'

/** One version of an achievement: what was awarded keeps pointing at the version under which it was. */
export interface Achievement {
  id: string
  issuerId: string
  slug: string
  version: number
  body: AchievementBody
  createdAt: string
}

/** Keeps a further version of an achievement. Two at the same time get two numbers, or the later one is refused. */
export async function insertAchievement(
  db: Queries,
  achievement: { issuerId: string; slug: string; body: AchievementBody },
  now: Date,
): Promise<Achievement> {
  const { issuerId, slug, body } = achievement
  const newest = await findAchievement(db, issuerId, slug)
  const row = {
    id: uuid(),
    issuer_id: issuerId,
    slug,
    version: (newest?.version ?? 0) + 1,
    body: JSON.stringify(body),
    created_at: now.toISOString(),
    retired_at: null,
  }
  await db.insertInto('achievement').values(row).execute()
  return achievementOf(row)
}

/** An achievement of this issuer in a version, by default the newest. */
export async function findAchievement(
  db: Queries,
  issuerId: string,
  slug: string,
  version?: number,
): Promise<Achievement | undefined> {
  let query = db.selectFrom('achievement').selectAll().where('issuer_id', '=', issuerId).where('slug', '=', slug)
  if (version !== undefined) query = query.where('version', '=', version)
  const row = await query.orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? undefined : achievementOf(row)
}

export async function findAchievementById(db: Queries, issuerId: string, id: string): Promise<Achievement | undefined> {
  const row = await db
    .selectFrom('achievement')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : achievementOf(row)
}

/** The newest version of each achievement of this issuer, by name. */
export async function listAchievements(db: Queries, issuerId: string): Promise<Achievement[]> {
  const rows = await db
    .selectFrom('achievement')
    .selectAll()
    .where('issuer_id', '=', issuerId)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('achievement as later')
            .select('later.id')
            .whereRef('later.issuer_id', '=', 'achievement.issuer_id')
            .whereRef('later.slug', '=', 'achievement.slug')
            .whereRef('later.version', '>', 'achievement.version'),
        ),
      ),
    )
    .execute()
  return rows.map(achievementOf).sort((a, b) => a.body.name.localeCompare(b.body.name, 'en-GB'))
}

function achievementOf(row: AchievementTable): Achievement {
  return {
    id: row.id,
    issuerId: row.issuer_id,
    slug: row.slug,
    version: row.version,
    body: achievementBody.parse(parseJsonObject(row.body)),
    createdAt: row.created_at,
  }
}
