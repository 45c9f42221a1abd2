import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJsonObject } from '#platform'
import { achievementBody } from './achievement-body.ts'
import { awardOf } from './award.ts'
import { changeStatus } from './change-status.ts'
import { createIssuer, type NewIssuer } from './create-issuer.ts'
import { describeAchievement } from './describe-achievement.ts'
import { issue } from './issue.ts'
import type { IssuerParts } from './parts.ts'
import { recogniseIssuer } from './recognise-issuer.ts'
import type { Achievement } from './records/achievements.ts'
import { getIssuer, type Issuer } from './records/issuers.ts'

export const DEMONSTRATION_COLLEGE = 'example-college'
export const DEMONSTRATION_REGISTER = 'demonstration-register'

const COLLEGE: NewIssuer = {
  name: 'Example Independent College',
  slug: DEMONSTRATION_COLLEGE,
  did: 'web',
  suite: 'eddsa-rdfc-2022',
  status: true,
  ukprn: '10099999',
  description: 'A fictional provider of technical and professional courses.',
  staff: { name: 'Rowan Ellis', email: 'registrar@example-college.example' },
}

const REGISTER: NewIssuer = {
  name: 'Demonstration Register of Providers',
  slug: DEMONSTRATION_REGISTER,
  did: 'web',
  suite: 'eddsa-rdfc-2022',
  description: 'A fictional register. It says which providers of the demonstration are recognised.',
  staff: { name: 'Register office', email: 'office@demonstration-register.example' },
}

/** What the learner is awarded: the template, how many days ago, and the grade. */
const AWARDS = [
  { template: 'htq-module', daysAgo: 12, grade: '68' },
  { template: 'itq-unit', daysAgo: 160, grade: 'Merit' },
  { template: 'manufacturer-certificate', daysAgo: 45 },
  { template: 'short-course', daysAgo: 5 },
] as const

const LEARNER = { name: 'Ola Adeyemi', email: 'learner@example.com' }

const OTHERS = ['Siân Price', 'Callum O’Neill', 'Zofia Wójcik', 'Amina Yusuf', 'Thomas Nguyễn', 'Eilidh MacLeod']

const DAY_MS = 24 * 60 * 60 * 1000
const ACTOR = 'system'

/**
 * Fills an empty issuer with the demonstration: a college that is on a register's list, four achievements, a learner
 * who has been awarded all of them, and some others. Everything in it is fictional.
 */
export async function loadDemonstration(
  parts: IssuerParts,
): Promise<{ staffSignInUrl: string; claimUrls: string[]; trustList: { url: string; did: string } }> {
  const { staffSignInUrl, did } = await createIssuer(COLLEGE, parts)
  const register = await createIssuer(REGISTER, parts)
  const college = await getIssuer(parts.storage.db, DEMONSTRATION_COLLEGE)
  const since = `${new Date(parts.now().getTime() - 730 * DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`
  const entry = { did, name: college.name, from: since }
  await recogniseIssuer(DEMONSTRATION_REGISTER, entry, ACTOR, parts)

  const achievements = await Promise.all(
    AWARDS.map(({ template }) => describeAchievement(college, { body: readTemplate(template) }, ACTOR, parts)),
  )
  const claimUrls = await Promise.all(
    AWARDS.map(async ({ daysAgo, ...award }, index) => {
      const grade = 'grade' in award ? award.grade : undefined
      const { claimUrl } = await give(achievements[index], { ...LEARNER, grade, daysAgo }, college, parts)
      return claimUrl === undefined ? [] : [claimUrl]
    }),
  )
  const others = await Promise.all(
    OTHERS.map((name, index) => {
      const grade = String(52 + index * 5)
      return give(achievements[0], { name, grade, daysAgo: 12 }, college, parts)
    }),
  )
  const acts = [
    { act: 'revoke', reason: 'Entered for the wrong module.', id: others[3]?.id },
    { act: 'suspend', reason: 'Mark under review after an appeal.', id: others[4]?.id },
  ] as const
  for (const { act, reason, id } of acts) {
    if (id !== undefined) await changeStatus(college.id, id, { act, reason, actor: ACTOR }, parts)
  }
  const url = `${parts.config.baseUrl}/issuers/${DEMONSTRATION_REGISTER}/trust-list`
  return { staffSignInUrl, claimUrls: claimUrls.flat(), trustList: { url, did: register.did } }
}

async function give(
  achievement: Achievement | undefined,
  to: { name: string; email?: string; grade: string | undefined; daysAgo: number },
  issuer: Issuer,
  parts: IssuerParts,
) {
  if (achievement === undefined) throw new Error('The demonstration awards something that it does not describe.')
  const now = parts.now()
  const awardedOn = new Date(now.getTime() - to.daysAgo * DAY_MS).toISOString().slice(0, 10)
  const award = awardOf(achievement, { ...to, awardedOn }, { issuer, baseUrl: parts.config.baseUrl, now })
  return await issue(award, issuer, { actor: ACTOR }, parts)
}

function readTemplate(name: string) {
  return achievementBody.parse(
    parseJsonObject(readFileSync(join(import.meta.dirname, 'demonstration', `${name}.json`))),
  )
}
