import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadContexts } from '#contexts'
import { sign } from '#credential'
import { type JsonObject, parseJsonObject } from '#platform'
import type { Scope } from '#trust'
import { achievementBody } from '../issuer/achievement-body.ts'
import type { CreatedIssuer, NewIssuer } from '../issuer/create-issuer.ts'
import { describeAchievement } from '../issuer/describe-achievement.ts'
import { findAchievement } from '../issuer/records/achievements.ts'
import { findIssuedAs } from '../issuer/records/credentials.ts'
import { getIssuer } from '../issuer/records/issuers.ts'
import type { RunningIssuer } from '../issuer/start.ts'
import { makeSigner } from './credential/keys.ts'
import { newIssuer, runIssuer, Visitor } from './issuer/service.ts'
import { actionFor, entity, unsignedList } from './trust/list.ts'
import { serveVerifier, type TestVerifier } from './verifier/service.ts'

export const SCHEME = 'https://frameworks.example/schemes/htq'
export const STANDARD = 'https://frameworks.example/os/ST0127/1.2'

/** Somebody who issues: what they may do by their key, and their browser. */
export interface Player extends CreatedIssuer {
  browser: Visitor
}

/** A register that says who owns a scheme and who may award, an owner, a college, a stranger, and a verifier. */
export interface Scene {
  /** By which a service trusts the register. */
  settings: { TRUST_LISTS: string; STATUS_MAX_AGE: string }
  issuer: RunningIssuer
  verifier: TestVerifier
  office: Player
  college: Player
  stranger: Player
  /** Signs JWTs, and is on no list. */
  employer: Player
  /** The id of the college's module, by which it is endorsed. */
  moduleId: string
  stop(): Promise<void>
}

export async function openScene(): Promise<Scene> {
  const keeper = makeSigner()
  let body = ''
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'application/vc').end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://localhost:${port}/register`
  const settings = { TRUST_LISTS: `${url} ${keeper.did}`, STATUS_MAX_AGE: '0' }
  const issuer = await runIssuer(settings)
  const verifier = await serveVerifier(settings)
  const player = async (slug: string, name: string, changes: Partial<NewIssuer> = {}): Promise<Player> => {
    const staff = { name: 'Sam', email: `sam@${slug}.example` }
    const suite = { suite: 'eddsa-rdfc-2022', algorithm: 'EdDSA' } as const
    const created = await newIssuer(issuer, { slug, name, staff, ...suite, ...changes })
    const browser = new Visitor(issuer.url)
    await browser.signIn(created.staffSignInUrl)
    return { ...created, browser }
  }
  const office = await player('office', 'Office for Marks')
  const college = await player('college', 'Example College')
  const stranger = await player('stranger', 'Stranger Training')
  const employer = await player('employer', 'Example Networks', { suite: 'vc-jwt', algorithm: 'ES256' })
  const scope: Scope = { schemes: [SCHEME] }
  const { credential } = unsignedList(
    keeper.did,
    [
      entity(office.did, { name: 'Office for Marks', actions: [actionFor({ scope })] }),
      entity(college.did, {
        name: 'Example College',
        actions: [actionFor({ scope: { achievementTypes: ['ext:Module'] }, assurance: 'ProviderAssessed' })],
      }),
    ],
    { url, name: 'Register of Schemes' },
  )
  body = JSON.stringify(
    await sign(credential, {
      suite: 'eddsa-rdfc-2022',
      signer: keeper.signer,
      now: new Date(),
      contexts: loadContexts(),
    }),
  )
  await describeAchievement(
    await getIssuer(issuer.parts.storage.db, college.id),
    {
      slug: 'networks',
      body: achievementBody.parse({
        name: 'Network engineering',
        description: 'An assessed module.',
        criteria: 'Pass both components.',
        type: 'ext:Module',
        skills: [{ name: 'Secure a small network' }],
        level: { framework: 'RQF', code: '4', name: 'RQF Level 4', url: 'http://data.europa.eu/snb/qdr/c_308a1766' },
        assessmentMethods: ['Project'],
        currency: { kind: 'doesNotExpire' },
        assurance: 'RegulatedAward',
      }),
    },
    'test',
    issuer.parts,
  )
  return {
    settings,
    issuer,
    verifier,
    office,
    college,
    stranger,
    employer,
    moduleId: `${issuer.url}/issuers/college/achievements/networks/1`,
    async stop() {
      await Promise.all([issuer.stop(), verifier.stop()])
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The form of an approval of the college's module, as staff of the owner fill it in. */
export const approvalForm = ({ moduleId }: Pick<Scene, 'moduleId'>, changes: Record<string, string> = {}) => ({
  kind: 'QualityMark',
  name: 'HTQ approval',
  subject: moduleId,
  scheme: SCHEME,
  outcome: 'Approved',
  approvedAgainst: STANDARD,
  coverage: `${STANDARD}/s01 Full\n${STANDARD}/s02 Partial\n${STANDARD}/b01 WorkplaceOnly`,
  cycle: 'Cycle 3',
  firstTeachingOn: '2025-09-01',
  reviewDueOn: '2030-08-31',
  validFrom: '2025-02-15',
  ...changes,
})

/** Signs an endorsement in the console, and answers its id there and the file to hand over. */
export async function endorse(
  { browser }: Player,
  form: Record<string, string>,
): Promise<{ id: string; file: string }> {
  const once = crypto.randomUUID()
  const signed = await browser.post('/console/endorsements', { ...form, once, step: 'sign' })
  if (signed.status !== 303) throw new Error(`It was not signed: ${signed.status}`)
  return { id: once, file: (await browser.get(`/console/endorsements/${once}/download`)).html }
}

/** Attaches an endorsement to the module in the college's console. */
export function attach({ college }: Pick<Scene, 'college'>, file: string) {
  const bytes = new TextEncoder().encode(file)
  return college.browser.upload('/console/achievements/networks/marks', { text: '' }, { name: 'mark.json', bytes })
}

/** Awards the module, as it is now, to one person. */
export async function award({ issuer, college }: Pick<Scene, 'issuer' | 'college'>): Promise<JsonObject> {
  const { db } = issuer.parts.storage
  const achievement = await findAchievement(db, college.id, 'networks')
  const once = crypto.randomUUID()
  const form = {
    achievement: achievement?.id ?? '',
    name: 'Ola Adeyemi',
    email: 'ola@example.com',
    awardedOn: '2026-06-25',
    grade: '',
  }
  const given = await college.browser.post('/console/issue', { ...form, once })
  if (given.status !== 303) throw new Error(`It was not awarded: ${given.status}`)
  const [record] = await findIssuedAs(db, college.id, once)
  return parseJsonObject(record?.signed ?? '')
}

/** Takes a mark, or any credential, back. */
export const revoke = ({ browser }: Player, id: string) =>
  browser.post(`/console/credentials/${id}/status`, { act: 'revoke', revokeReason: 'The standard was withdrawn.' })
