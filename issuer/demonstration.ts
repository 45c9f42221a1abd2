import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassportError, parseJsonObject, uuid } from '#platform'
import type { Assurance } from '#trust'
import { achievementId } from './achievement.ts'
import { achievementBody } from './achievement-body.ts'
import type { Whole } from './achievement-form.ts'
import { addresses } from './addresses.ts'
import { awardOf } from './award.ts'
import { changeStatus } from './change-status.ts'
import { offerByMail } from './claim-mail.ts'
import { createIssuer, type NewIssuer, slugOf } from './create-issuer.ts'
import { endorse } from './endorse.ts'
import { endorsementForm, readEndorsementForm } from './endorsement-form.ts'
import { issue } from './issue.ts'
import type { IssuerParts } from './parts.ts'
import { type Achievement, findAchievement, insertAchievement } from './records/achievements.ts'
import { listClaims } from './records/claims.ts'
import { getIssued, searchCredentials } from './records/credentials.ts'
import { findIssuer, getIssuer, type Issuer } from './records/issuers.ts'
import { keepAppeals } from './records/register.ts'
import { findEntry } from './records/register-entries.ts'
import { insertStaff, listStaff } from './records/staff.ts'
import type { ActOf } from './register/act.ts'
import { setUp } from './register/decide.ts'
import { readKeys } from './register/read-keys.ts'
import { createStaffLink } from './sign-in.ts'

export const DEMONSTRATION_COLLEGE = 'example-college'
export const DEMONSTRATION_REGISTER = 'demonstration-register'

const COLLEGE: NewIssuer = {
  name: 'Example Independent College',
  slug: DEMONSTRATION_COLLEGE,
  did: 'web',
  suite: 'eddsa-rdfc-2022',
  status: true,
  type: 'TrainingProvider',
  ukprn: '10099999',
  description: 'A fictional provider of technical and professional courses.',
  staff: { name: 'Rowan Ellis', email: 'registrar@example-college.example' },
}

const REGULATOR: NewIssuer = {
  name: 'Example Skills Regulator',
  slug: DEMONSTRATION_REGISTER,
  did: 'web',
  suite: 'eddsa-rdfc-2022',
  status: true,
  type: 'Regulator',
  description: 'A fictional regulator. It says which providers of the demonstration are recognised, and owns a scheme.',
  staff: { name: 'Register office', email: 'office@regulator.example' },
}

/** A change of a register takes two. */
const SECOND = { name: 'Recognition panel', email: 'panel@regulator.example' }

/** The scheme that the regulator owns, and what of the college it approved under it. */
const SCHEME = 'https://regulator.example/schemes/htq'
const APPROVED = 'htq-module'

/** What that is a module of. */
const WHOLE = 'higher-certificate'

/**
 * What the learner is awarded: the template, how many days ago, and the grade. What they claim last is what an employer sees
 * first.
 */
const AWARDS = [
  { template: 'short-course', daysAgo: 5 },
  { template: 'manufacturer-certificate', daysAgo: 45 },
  { template: 'itq-unit', daysAgo: 160, grade: 'Merit' },
  { template: APPROVED, daysAgo: 12, grade: '68' },
] as const

const LEARNER = { name: 'Ola Adeyemi', email: 'learner@example.com' }

const OTHERS = [
  { name: 'Siân Price', grade: '71', status: null },
  { name: 'Callum O’Neill', grade: '57', status: null },
  { name: 'Zofia Wójcik', grade: '64', status: null },
  { name: 'Amina Yusuf', grade: '52', status: { act: 'revoke', reason: 'Entered for the wrong module.' } },
  { name: 'Thomas Nguyễn', grade: '49', status: { act: 'suspend', reason: 'Mark under review after an appeal.' } },
  { name: 'Eilidh MacLeod', grade: '77', status: null },
] as const

const DAY_MS = 24 * 60 * 60 * 1000
const ACTOR = 'system'

/**
 * The demonstration as far as people are shown it first: a college that is on a regulator's list, five achievements, one
 * of them with the regulator's quality mark, and a learner who has been awarded all but the whole that one is a part of. Everything in it is fictional. What is there already stays as it is, so
 * that a start which was interrupted is taken up again; `claimUrls` are the awards that nobody has claimed.
 */
export async function loadDemonstration(
  parts: IssuerParts,
  others: readonly RecognisedToo[] = [],
): Promise<{ staffSignInUrl: string; claimUrls: string[]; trustList: { url: string; did: string } }> {
  const college = await findOrCreate(COLLEGE, DEMONSTRATION_COLLEGE, parts)
  const register = await recogniseCollege(parts, others)
  const claimUrls = await Promise.all(AWARDS.map((award) => awardLearner(award, college, parts)))
  return {
    staffSignInUrl: await firstStaffLink(parts),
    claimUrls: claimUrls.flat(),
    trustList: { url: addresses(parts.config.baseUrl).trustList(register.id), did: register.did },
  }
}

/** Who else is on the register: an institution that issues elsewhere, and for what it is recognised. */
export interface RecognisedToo {
  did: string
  name: string
  recognised: { achievementTypes: string[]; assurance: Assurance }
}

/**
 * The register with its two people, and on it the college for its awards, the regulator itself for its scheme, and others for
 * theirs. What was changed there since stays as it is.
 */
export async function recogniseCollege(parts: IssuerParts, others: readonly RecognisedToo[] = []): Promise<Issuer> {
  const { db } = parts.storage
  const college = await findOrCreate(COLLEGE, DEMONSTRATION_COLLEGE, parts)
  const register = await findOrCreate(REGULATOR, DEMONSTRATION_REGISTER, parts)
  if ((await listStaff(db, register.id)).length < 2) {
    const second = { issuerId: register.id, ...SECOND, role: 'admin', isProven: true } as const
    await insertStaff(db, second, parts.now())
  }
  const period = { from: new Date(`${daysBefore(parts.now(), APPROVED_DAYS_AGO)}T00:00:00Z`), until: null }
  const scope = { schemes: [SCHEME], endorsementKinds: ['QualityMark'] }
  const wanted = [
    { body: college, awards: awardsFrom(period) },
    { body: register, awards: [{ ...period, scope, assurance: null }] },
    ...others.map((body) => ({ body, awards: [awardsOf(body)] })),
  ]
  const entries: ActOf<'addSeveral'>['entries'] = []
  for (const { body, awards } of wanted) {
    const { did, name } = body
    if ((await findEntry(db, register.id, did)) !== undefined) continue
    entries.push({ did, name, awards, keys: await readKeys(did, parts) })
  }
  if (entries.length === 0) return register
  await setUp(register.id, { act: 'addSeveral', did: register.did, entries }, parts)
  await keepAppeals(db, register.id, 'appeals@regulator.example')
  return register
}

const APPROVED_DAYS_AGO = 730

/** Of all times: some of their awards are old. */
function awardsOf({ recognised: { achievementTypes, assurance } }: RecognisedToo): ActOf<'add'>['awards'][number] {
  return { from: new Date('2000-01-01T00:00:00Z'), until: null, scope: { achievementTypes }, assurance }
}

/** What the college is recognised for: the four kinds of award that it gives in the demonstration, each with its limit. */
function awardsFrom(period: { from: Date; until: null }): ActOf<'add'>['awards'] {
  const levels = (...codes: string[]) => codes.map((code) => ({ framework: 'RQF', code }))
  return [
    {
      ...period,
      scope: { achievementTypes: ['ext:Module'], levels: levels('4', '5') },
      assurance: 'ExternallyQualityAssured',
    },
    {
      ...period,
      scope: { achievementTypes: ['ext:Unit'], levels: levels('1', '2', '3') },
      assurance: 'RegulatedAward',
    },
    {
      ...period,
      scope: { achievementTypes: ['Certification'], deliveries: ['ManufacturerTraining'] },
      assurance: 'ProviderAssessed',
    },
    { ...period, scope: { achievementTypes: ['ext:CPD'] }, assurance: 'AttendanceRecorded' },
  ]
}

/**
 * Some more of the college's learners, one revoked and one suspended, so that its console has something to show. Who
 * has the award already gets no second one; a status that is still missing is set.
 */
export async function addOtherLearners(parts: IssuerParts): Promise<void> {
  const college = await getIssuer(parts.storage.db, DEMONSTRATION_COLLEGE)
  const achievement = await findOrDescribe(APPROVED, college, parts)
  for (const { name, grade, status } of OTHERS) {
    const wanted = { text: name, achievementId: achievement.id }
    const { rows } = await searchCredentials(parts.storage.db, college.id, wanted, { page: 1, size: 1 })
    const { id } = rows[0] ?? (await give(achievement, { name, grade, daysAgo: 12 }, college, parts))
    if (status && (rows[0]?.status ?? 'valid') === 'valid')
      await changeStatus(college.id, id, { ...status, actor: ACTOR }, parts)
  }
}

/** Signs the demonstration's first member of staff in, once. */
export async function firstStaffLink(parts: IssuerParts): Promise<string> {
  const [first] = await listStaff(parts.storage.db, DEMONSTRATION_COLLEGE)
  if (first === undefined) {
    throw new PassportError('settings.invalid', 'The demonstration has no staff any more. Start with DEMO=0.')
  }
  return createStaffLink(first, parts)
}

async function findOrCreate(wanted: NewIssuer, id: string, parts: IssuerParts): Promise<Issuer> {
  const found = await findIssuer(parts.storage.db, id)
  if (found === undefined) await createIssuer(wanted, parts)
  return found ?? (await getIssuer(parts.storage.db, id))
}

/** An achievement of the demonstration. That awards of it can be signed is shown by those that follow at once. */
async function findOrDescribe(template: string, college: Issuer, parts: IssuerParts): Promise<Achievement> {
  const described = readTemplate(template)
  const slug = slugOf(described.name)
  const found = await findAchievement(parts.storage.db, college.id, slug)
  if (found !== undefined) return found
  const body = template === APPROVED ? { ...described, partOf: [await wholeOf(college, parts)] } : described
  const text = template === APPROVED ? await approve({ slug, body, version: 1 }, college, parts) : null
  const endorsements = text === null ? [] : [{ about: 'achievement' as const, text }]
  const wanted = { issuerId: college.id, slug, body: { ...body, endorsements } }
  return await parts.storage.transaction((together) => insertAchievement(together, wanted, parts.now()))
}

/** The qualification that the approved module counts towards. */
async function wholeOf(college: Issuer, parts: IssuerParts): Promise<Whole> {
  const whole = await findOrDescribe(WHOLE, college, parts)
  return { name: whole.body.name, url: achievementId(whole, college, parts.config.baseUrl) }
}

/** The regulator's quality mark on an achievement, signed; each award of it carries that. */
async function approve(
  achievement: Pick<Achievement, 'slug' | 'body' | 'version'>,
  college: Issuer,
  parts: IssuerParts,
): Promise<string> {
  const { db } = parts.storage
  const regulator = await getIssuer(db, DEMONSTRATION_REGISTER)
  const now = parts.now()
  const approvedOn = daysBefore(now, APPROVED_DAYS_AGO)
  const form = endorsementForm.parse({
    ...parseJsonObject(readFileSync(join(import.meta.dirname, 'demonstration', 'htq-approval.json'))),
    subject: achievementId(achievement, college, parts.config.baseUrl),
    scheme: SCHEME,
    firstTeachingOn: approvedOn,
    reviewDueOn: daysBefore(now, -APPROVED_DAYS_AGO),
    validFrom: approvedOn,
  })
  const read = readEndorsementForm(form)
  if ('faults' in read) throw new Error(`The demonstration cannot be endorsed: ${JSON.stringify(read.faults)}`)
  const { id } = await endorse(read.endorsement, uuid(), { issuer: regulator, actor: ACTOR }, parts)
  return (await getIssued(db, regulator.id, id)).signed ?? ''
}

/** Awards one achievement to the learner if they have none, and answers the link of an award that is not claimed. */
async function awardLearner(award: (typeof AWARDS)[number], college: Issuer, parts: IssuerParts): Promise<string[]> {
  const { db } = parts.storage
  const achievement = await findOrDescribe(award.template, college, parts)
  const wanted = { text: LEARNER.email, achievementId: achievement.id }
  const { rows } = await searchCredentials(db, college.id, wanted, { page: 1, size: 1 })
  const [held] = rows
  if (held === undefined) {
    const grade = 'grade' in award ? award.grade : undefined
    const { claimUrl } = await give(achievement, { ...LEARNER, grade, daysAgo: award.daysAgo }, college, parts)
    return claimUrl === undefined ? [] : [claimUrl]
  }
  const claims = await listClaims(db, college.id, held.id)
  if (claims.some(({ claimed_at }) => claimed_at !== null)) return []
  return [await offerByMail(db, { credentialId: held.id, title: held.title, email: LEARNER.email }, college, parts)]
}

async function give(
  achievement: Achievement,
  to: { name: string; email?: string; grade: string | undefined; daysAgo: number },
  issuer: Issuer,
  parts: IssuerParts,
) {
  const now = parts.now()
  const awardedOn = daysBefore(now, to.daysAgo)
  const award = awardOf(achievement, { ...to, awardedOn }, { issuer, baseUrl: parts.config.baseUrl, now })
  return await issue(award, issuer, { actor: ACTOR }, parts)
}

/** The calendar day that is so many days before. */
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10)

function readTemplate(name: string) {
  return achievementBody.parse(
    parseJsonObject(readFileSync(join(import.meta.dirname, 'demonstration', `${name}.json`))),
  )
}
