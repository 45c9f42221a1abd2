import { setImmediate as others, setTimeout as sleep } from 'node:timers/promises'
import { receiveJson, verify } from '#credential'
import type { JsonObject } from '#platform'
import { achievementBody } from '../../issuer/achievement-body.ts'
import { CONTEXTS } from '../../issuer/contexts.ts'
import type { CreatedIssuer } from '../../issuer/create-issuer.ts'
import { describeAchievement } from '../../issuer/describe-achievement.ts'
import { issue } from '../../issuer/issue.ts'
import { findDependencies } from '../../issuer/records/dependencies.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'
import { takePositions } from '../../issuer/records/lists.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { makeWorld } from '../credential/world.ts'
import { newIssuer, Visitor } from './service.ts'

/** A college with a member of staff who is signed in, and what it takes to award there. */
export class College {
  readonly running: RunningIssuer
  readonly created: CreatedIssuer
  readonly staff: Visitor

  private constructor(running: RunningIssuer, created: CreatedIssuer, staff: Visitor) {
    this.running = running
    this.created = created
    this.staff = staff
  }

  static async open(running: RunningIssuer, changes: Parameters<typeof newIssuer>[1] = {}): Promise<College> {
    const slug = changes.slug ?? 'college'
    const created = await newIssuer(running, {
      staff: { name: 'Rowan', email: `rowan@${slug}.example` },
      ...changes,
      slug,
    })
    const staff = new Visitor(running.url)
    await staff.signIn(created.staffSignInUrl)
    return new College(running, created, staff)
  }

  get id(): string {
    return this.created.id
  }

  get db() {
    return this.running.parts.storage.db
  }

  /** Awards as a program would, with what the award depends on; answers our id and the credential. */
  async award(
    to: string,
    { achievement = 'welding', centre = [], assessor }: Depends = {},
  ): Promise<{ id: string; verifiableCredential: JsonObject }> {
    const { parts } = this.running
    const credential = dependent({ achievement, centre, assessor })
    const recipient = { name: to, email: `${to.toLowerCase()}@example.com` }
    return await issue({ credential, recipient }, await getIssuer(this.db, this.id), { actor: 'test' }, parts)
  }

  async describe(name: string, deliveredBy: string[] = []): Promise<string> {
    const { parts } = this.running
    const body = achievementBody.parse({ ...PLAIN_ACHIEVEMENT, name, deliveredBy })
    const { id } = await describeAchievement(await getIssuer(this.db, this.id), { body }, 'test', parts)
    return id
  }

  /** The id of what is known under a target. */
  async dependency(kind: 'achievement' | 'centre' | 'assessor', target: string): Promise<string> {
    const [found] = await findDependencies(this.db, this.id, [{ kind, target, name: null }])
    if (found === undefined) throw new Error(`Nothing depends on ${target}.`)
    return found.id
  }

  /** Sees the count, confirms it, and waits until all is done; answers the page of the suspension. */
  async suspend(dependency: string, fields: Record<string, string> = {}): Promise<string> {
    const { html } = await this.staff.get(`/console/suspensions/new?dependency=${dependency}`)
    const asked = { dependency, ...countIn(html), reason: 'Under inquiry', tell: 'yes', ...fields }
    const { status, location, html: answer } = await this.staff.post('/console/suspensions', asked)
    if (status !== 303) throw new Error(`It answered ${status}: ${answer}`)
    await this.ended(location ?? '')
    return location ?? ''
  }

  async lift(path: string, fields: Record<string, string> = {}): Promise<void> {
    const { html } = await this.staff.get(path)
    const credentials = /name="credentials" value="(\d+)"/.exec(html)?.[1] ?? ''
    const { status, html: answer } = await this.staff.post(`${path}/lift`, { credentials, tell: 'yes', ...fields })
    if (status !== 303) throw new Error(`It answered ${status}: ${answer}`)
    await this.ended(path)
  }

  async ended(path: string): Promise<void> {
    for (let attempt = 0; attempt < 1_200; attempt++) {
      if (JSON.parse((await this.staff.get(`${path}/progress`)).html).state === 'done') return
      await sleep(25)
    }
    throw new Error('The work did not end.')
  }

  async statusOf(id: string): Promise<string> {
    const row = await this.db.selectFrom('credential').select('status').where('id', '=', id).executeTakeFirstOrThrow()
    return row.status
  }

  /** What the verifier's status check says of it, asked anew. */
  async verdictOf(credential: JsonObject): Promise<string[]> {
    const load = async (url: string) => ({
      bytes: new Uint8Array(await (await fetch(url)).arrayBuffer()),
      asOf: new Date(),
    })
    const world = makeWorld({}, { now: new Date(), allowLoopback: true, load })
    const { checks } = await verify(receiveJson(credential), world)
    return checks.filter(({ check }) => check === 'status').map(({ code }) => code)
  }

  /** The messages that were sent to an address, their texts. */
  async messagesTo(address: string): Promise<string[]> {
    for (let attempt = 0; attempt < 400; attempt++) {
      const waiting = await this.db
        .selectFrom('job')
        .select('id')
        .where('kind', '=', 'mail')
        .where('owner', '=', this.id)
        .where('state', '!=', 'done')
        .executeTakeFirst()
      if (waiting === undefined) break
      await sleep(25)
    }
    const messages = await this.running.parts.outbox.list()
    return messages.filter(({ to }) => to === address).map(({ subject, text }) => `${subject}\n${text}`)
  }
}

interface Depends {
  achievement?: string | undefined
  centre?: string[]
  assessor?: string | undefined
}

const UNRECORDED = ['Skill', 'Level', 'AssessmentMethod', 'AwardingBody', 'DateAchieved', 'Currency'].map((field) => ({
  ...{ type: ['FieldExplanation'], field, reason: 'NotRecorded' },
}))

/** A badge as a program asks for it, that depends on these. */
export function dependent({ achievement = 'welding', centre = [], assessor }: Depends): JsonObject {
  return {
    '@context': CONTEXTS,
    id: `urn:uuid:${crypto.randomUUID()}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:holder',
      type: ['AchievementSubject', 'SkillsPassportSubject'],
      fieldExplanation: UNRECORDED,
      ...(assessor === undefined ? {} : { source: { id: assessor, type: ['Profile'], name: 'Sam Sharp' } }),
      achievement: {
        id: `https://college.example/${achievement}`,
        type: ['Achievement', 'SkillsPassportAchievement'],
        achievementType: 'Course',
        name: achievement,
        description: 'What was learned.',
        criteria: { narrative: 'What was shown.' },
        ...(centre.length === 0 ? {} : { deliveredBy: centre }),
      },
    },
  }
}

const PLAIN_ACHIEVEMENT = {
  description: 'What was learned.',
  criteria: 'What was shown.',
  type: 'Course',
  skills: [{ name: 'Welding' }],
  assessmentMethods: ['Assignment'],
  currency: { kind: 'doesNotExpire' },
  explanations: { Level: { reason: 'NotApplicable' } },
}

/** The count that a page asks to confirm. */
export function countIn(html: string): { credentials: string; learners: string } {
  const [, credentials = ''] = /name="credentials" value="(\d+)"/.exec(html) ?? []
  const [, learners = ''] = /name="learners" value="(\d+)"/.exec(html) ?? []
  return { credentials, learners }
}

/** Makes many of one credential, of so many learners: what takes long to sign is not what is tried here. */
export async function copies(
  { running, id: issuerId }: College,
  original: string,
  { count, learners = count }: { count: number; learners?: number },
): Promise<void> {
  const { storage } = running.parts
  await storage.transaction(async (together) => {
    const row = await together.selectFrom('credential').selectAll().where('id', '=', original).executeTakeFirstOrThrow()
    const links = await together
      .selectFrom('credential_dependency')
      .selectAll()
      .where('credential_id', '=', original)
      .execute()
    for (let index = 0; index < count; index++) {
      // What is in memory answers at once: nobody else would have a turn.
      if (index % 50 === 49) await others()
      const id = crypto.randomUUID()
      const copy = { ...row, id, recipient_email: `copy${index % learners}@example.com` }
      await together.insertInto('credential').values(copy).execute()
      for (const kind of ['revocation', 'suspension'] as const) await takePositions(together, issuerId, kind, [id])
      const depends = links.map((link) => ({ ...link, credential_id: id }))
      await together.insertInto('credential_dependency').values(depends).execute()
    }
  })
}
