import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sign } from '#credential'
import { isObject, type JsonObject, uuid } from '#platform'
import { decisionSubject, decisionsIn, isCountable, termAddress } from '#protocol'
import { CONTEXTS } from '../issuer/contexts.ts'
import { createIssuer } from '../issuer/create-issuer.ts'
import { getIssued } from '../issuer/records/credentials.ts'
import type { RunningIssuer } from '../issuer/start.ts'
import { keep } from '../wallet/keep.ts'
import type { Person } from '../wallet/records/person.ts'
import { share, shareUrl } from '../wallet/share.ts'
import { makeSigner } from './credential/keys.ts'
import { contexts } from './credential/world.ts'
import { countedAtOnce } from './issuer/deciding.ts'
import { newIssuer, runIssuer, Visitor as Staff } from './issuer/service.ts'
import { entity, unsignedList } from './trust/list.ts'
import type { Visitor } from './wallet/visitor.ts'
import { startTestWallet, type TestWallet } from './wallet/wallet.ts'

const ELSEWHERE = makeSigner()
let issuers: RunningIssuer
let wallet: TestWallet
let staff: Staff
let other: Staff
let register: Server
beforeAll(async () => {
  issuers = await runIssuer()
  const wanted = { name: 'Receiving University', slug: 'receiver', suite: 'eddsa-rdfc-2022', status: false } as const
  const receiver = await createIssuer(wanted, issuers.parts)
  register = createServer().listen(0, '127.0.0.1')
  await once(register, 'listening')
  wallet = await startTestWallet({ TRUST_LISTS: await registerOf(receiver.did) })
  staff = new Staff(issuers.url)
  await staff.signIn(receiver.staffSignInUrl)
  other = new Staff(issuers.url)
  const { staffSignInUrl } = await newIssuer(issuers, { name: 'Other', slug: 'other', status: false })
  await other.signIn(staffSignInUrl)
}, 60_000)
afterAll(async () => {
  register.close()
  await issuers.stop()
  await wallet.stop()
})

/** Serves a register that recognises one issuer for some awards. Answers it as a setting. */
async function registerOf(did: string): Promise<string> {
  const keeper = makeSigner()
  const url = `http://localhost:${(register.address() as AddressInfo).port}/register`
  const one = entity(did, { name: 'Receiving University' })
  const { credential } = unsignedList(keeper.did, [one], { url, name: 'Register of the test' })
  const options = { suite: 'eddsa-rdfc-2022', signer: keeper.signer, now: new Date(), contexts } as const
  const body = JSON.stringify(await sign(credential, options))
  register.on('request', (_, response) => response.setHeader('content-type', 'application/json').end(body))
  return `${url} ${keeper.did}`
}

const COURSE = {
  name: 'Computing degree',
  description: 'A degree.',
  criteria: 'Passes.',
  type: 'ext:Qualification',
  skillsReason: 'NotApplicable',
  level: 'NotApplicable',
  assessmentReason: 'NotApplicable',
  currency: 'notRecorded',
}
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const wordsAt = async (visitor: Visitor, path: string) => wordsOf(await (await visitor.get(path)).text())

interface Learner {
  person: Person
  visitor: Visitor
}

/** Signs something elsewhere and puts it into a learner's passport. Answers its ids there and its own. */
async function awarded({ person }: Learner, name: string, subject: JsonObject): Promise<{ held: string; id: string }> {
  const id = `urn:uuid:${uuid()}`
  const { achievement = {}, ...rest } = subject
  const credential = {
    '@context': CONTEXTS,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: ELSEWHERE.did, type: ['Profile'], name: 'Elsewhere College' },
    name,
    validFrom: '2026-01-15T00:00:00Z',
    awardedDate: '2026-01-15T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      ...rest,
      achievement: {
        id: `https://elsewhere.example/${id}`,
        type: ['Achievement'],
        name,
        description: name,
        criteria: { narrative: 'Passed.' },
        ...(isObject(achievement) ? achievement : {}),
      },
    },
  }
  const signed = await sign(credential, {
    suite: 'eddsa-jcs-2022',
    signer: ELSEWHERE.signer,
    now: new Date(),
    contexts,
  })
  return { held: (await keep(wallet.parts, person, JSON.stringify(signed))).id, id }
}

const aligned = (targetFramework: string, targetCode: string) => ({
  achievement: {
    alignment: [
      { type: ['Alignment'], targetName: targetCode, targetUrl: 'https://units.example/', targetFramework, targetCode },
    ],
  },
})
const credits = (creditValue: string) => ({
  creditAwarded: [{ type: ['Credit'], creditValue, creditScheme: 'CATS' }],
})

/** The link of a request: what a learner shares, once. */
async function sent({ person }: Learner, credential: string[]): Promise<string> {
  const wish = { credential, leaveOut: [], audience: 'Receiving University', lasts: '7', until: '', uses: '1' }
  const made = await share(wallet.parts, person, wish)
  if (!('share' in made)) throw new Error(JSON.stringify(made))
  return shareUrl(wallet.parts, made.share)
}

/** Opens a request in the console. */
async function opened(link: string, target: string): Promise<string> {
  const { status, html } = await staff.post('/console/recognition', { link, target, registered: '2026-01-20' })
  expect([status, wordsOf(html)]).toEqual([200, expect.stringContaining('Decide what is recognised')])
  return html
}

/** Fills a decision in: of each thing by its title the way whose words begin so. */
function filled(html: string, choices: Record<string, string>): Record<string, string | string[]> {
  const cards = html.split('<section class="card flow"').slice(1)
  const decision = cards.map((card) => {
    const [, wanted] = Object.entries(choices).find(([title]) => card.includes(`<bdi>${title}</bdi>`)) ?? []
    const options = [...card.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)]
    return options.find(([, , label]) => wanted !== undefined && label?.startsWith(wanted))?.[1] ?? ''
  })
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  return { request: field('request'), decision, note: '', name: 'Ola', email: `${uuid()}@example.org` }
}

/** Sends a decision, and takes the credential into the learner's passport. */
async function decided(learner: Learner, form: Record<string, string | string[]>): Promise<JsonObject> {
  const { status, location } = await staff.post('/console/recognition/decision', form)
  const made = /^\/console\/credentials\/([\w-]+)$/.exec(location ?? '')?.[1] ?? ''
  expect([status, made]).toEqual([303, expect.stringMatching(/./)])
  const { signed } = await getIssued(issuers.parts.storage.db, 'receiver', made)
  const kept = await keep(wallet.parts, learner.person, signed ?? '')
  expect(kept.outcome).toBe('added')
  return JSON.parse(signed ?? '')
}

test('IHE-62: a receiver accepts 30 of 45 credits, and the ledger shows 30 recognised there and 45 held', async () => {
  const learner = await wallet.enter('ola@example.org', 'Ola')
  const modules = [
    await awarded(learner, 'Networks', credits('15')),
    await awarded(learner, 'Databases', credits('15')),
    await awarded(learner, 'Web design', credits('15')),
  ]
  const made = await staff.post('/console/achievements', COURSE)
  expect(made.location).toContain('/console/achievements/')
  const [, target = ''] =
    /value="([^"]*)"[^>]*>Computing degree/.exec((await staff.get('/console/recognition')).html) ?? []
  const link = await sent(
    learner,
    modules.map(({ held }) => held),
  )
  const html = await opened(link, target)
  const form = filled(html, { Networks: 'Accept as credit transfer', Databases: 'Accept', 'Web design': 'Refuse' })
  const signed = await decided(learner, { ...form, note: 'Web design is not part of the degree.' })
  expect(decisionsIn(signed)).toEqual(
    modules.map(({ id }, at) =>
      expect.objectContaining({
        recognitionType: 'CreditTransfer',
        basedOn: [id],
        satisfies: at === 2 ? [] : [target],
        decidedBy: expect.stringMatching(/^did:web:.*receiver$/),
      }),
    ),
  )
  const ledger = await wordsAt(learner.visitor, '/skills/credit')
  expect(ledger).toContain('Receiving University recognised 30 CATS. You hold 45 CATS.')
  const decisions = await wordsAt(learner.visitor, '/skills/decisions')
  expect(decisions).toMatch(/Credit transfer A course of theirs Networks urn:uuid:.* 15 CATS/)
  expect(decisions).toMatch(/Credit transfer Refused Web design urn:uuid:\S+ Nothing/)
  // The link was good for one look, and a button pressed twice is one decision.
  const again = await staff.post('/console/recognition', { link, target, registered: '2026-01-20' })
  expect([again.status, wordsOf(again.html)]).toEqual([422, expect.stringContaining('no longer shared')])
  expect((await staff.post('/console/recognition/decision', form)).status).toBe(422)
})

test('ES-35: an exempted unit is recorded with the type Exemption and its source credential, and is no credit earned', async () => {
  const learner = await wallet.enter('ecdl@example.org', 'Ecdl')
  const source = await awarded(learner, 'ECDL Word processing', aligned('ECDL/ICDL module (BCS)', 'Word processing'))
  const html = await opened(await sent(learner, [source.held]), 'itq/2003#ITQ-L1')
  const signed = await decided(learner, filled(html, { 'ECDL Word processing': 'Accept by an exemption' }))
  expect(decisionsIn(signed)).toEqual([
    expect.objectContaining({
      recognitionType: 'Exemption',
      satisfies: ['urn:skills-passport:term:itq/2003#WP/1'],
      basedOn: [source.id],
      underRule: expect.stringMatching(/^urn:skills-passport:rule:itq\/2003@2003\.\S+#ITQ-L1\.recognition\.Exemption$/),
    }),
  ])
  const award = await wordsAt(learner.visitor, '/skills/decisions')
  expect(award).toMatch(new RegExp(`Exemption Word processing.*, level 1 ECDL Word processing ${source.id}`))
  const plan = await wordsAt(learner.visitor, '/skills/itq?target=itq%2F2003%23ITQ-L1')
  expect(plan).toContain('counts by an exemption with 10 points, and is no credit of yours.')
  expect(await wordsAt(learner.visitor, '/skills/credit')).toContain('No credit yet')
})

const HEALTH = aligned('NVQ unit', 'Health and safety at work (any awarding body)')

test('ES-36: an imported unit beyond the cap is recorded with nought and the reason', async () => {
  const learner = await wallet.enter('cap@example.org', 'Cap')
  const first = await awarded(learner, 'Health and safety', HEALTH)
  const second = await awarded(learner, 'Health and safety again', HEALTH)
  const html = await opened(await sent(learner, [first.held, second.held]), 'itq/2003#ITQ-L1')
  const choice = 'Accept as an imported unit'
  const signed = await decided(
    learner,
    filled(html, { 'Health and safety': choice, 'Health and safety again': choice }),
  )
  const counted = decisionsIn(signed).map(({ creditCounted }) => creditCounted?.creditValue)
  expect(counted).toEqual(['15', '0'])
  const beyond = decisionsIn(signed).find(({ creditCounted }) => creditCounted?.creditValue === '0')
  expect(beyond?.description).toBe('Counted 0: it is more than may count in that way: at most 20.')
  expect(await wordsAt(learner.visitor, '/skills/decisions')).toContain('at most 20.')
})

test('ES-36 (partly): the cap holds across what was decided before of the same learner or the same credential', async () => {
  const learner = await wallet.enter('across@example.org', 'Across')
  const unit = async (name: string) => await awarded(learner, name, HEALTH)
  const units = [await unit('First'), await unit('Second')]
  const decide = async (held: string, title: string, changes: Record<string, string>) => {
    const html = await opened(await sent(learner, [held]), 'itq/2003#ITQ-L1')
    const form = filled(html, { [title]: 'Accept as an imported unit' })
    const signed = await decided(learner, { ...form, ...changes })
    return decisionsIn(signed).map(({ creditCounted }) => creditCounted?.creditValue)
  }
  expect(await decide(units[0]?.held ?? '', 'First', { email: 'across@example.org' })).toEqual(['15'])
  expect(await decide(units[1]?.held ?? '', 'Second', { email: 'Across@example.org' })).toEqual(['0'])
  expect(await decide(units[0]?.held ?? '', 'First', { email: 'elsewhere@example.org' })).toEqual(['0'])
})

test('ES-36 (partly): of decisions about one learner at the same moment together no more counts than the cap lets', async () => {
  expect(await countedAtOnce('receiver', Array(4).fill(issuers.parts))).toEqual(['0', '0', '0', '15'])
})

test('who is on no list is named by what it calls itself, people who differ are told, and whom a decision is about is written', async () => {
  const learner = await wallet.enter('whom@example.org', 'Whom')
  const mine = await awarded(learner, 'Mine', { ...HEALTH, id: 'did:example:me' })
  const theirs = await awarded(learner, 'Theirs', { ...HEALTH, id: 'did:example:bob' })
  const html = await opened(await sent(learner, [mine.held, theirs.held]), 'itq/2003#ITQ-L1')
  expect(wordsOf(html)).toContain('Not all of these name the same person')
  expect(wordsOf(html)).toMatch(/An issuer that calls itself Elsewhere College , .*? Issuer is not on a list we use/)
  const signed = await decided(learner, filled(html, { Mine: 'Accept as an imported unit' }))
  expect(decisionsIn(signed)).toMatchObject([{ id: 'did:example:me', basedOn: [mine.id] }])
  expect(await wordsAt(learner.visitor, '/skills/decisions')).toContain('15 points, as an imported unit')
})

test('credit of which a decision cannot say that it counts is not offered', async () => {
  const learner = await wallet.enter('odd@example.org', 'Odd')
  const odd = []
  for (const value of ['0', '1.123456']) odd.push(await awarded(learner, `Odd ${value}`, credits(value)))
  await staff.post('/console/achievements', { ...COURSE, name: 'Another degree' })
  const [, target = ''] =
    /value="([^"]*)"[^>]*>Another degree/.exec((await staff.get('/console/recognition')).html) ?? []
  const link = await sent(
    learner,
    odd.map(({ held }) => held),
  )
  const html = await opened(link, target)
  expect(html.match(/The rules that are known here offer no way for this one/g)).toHaveLength(odd.length)
  const countable = ['0x10', '1e9', '-5', '1.123456', '12345678901', '15', '7.5'].filter((value) =>
    isCountable({ value, scheme: 'CATS' }),
  )
  expect(countable).toEqual(['15', '7.5'])
})

test('ES-37: a health and safety unit counts toward the ITQ: with it the threshold is reached, without it not', async () => {
  const learner = await wallet.enter('safe@example.org', 'Safe')
  const units = [
    await awarded(learner, 'Make selective use of IT', aligned('itq/2003', 'MSU/1')),
    await awarded(learner, 'Word processing', aligned('itq/2003', 'WP/1')),
    await awarded(learner, 'Health and safety', HEALTH),
  ]
  const link = await sent(
    learner,
    units.map(({ held }) => held),
  )
  const html = await opened(link, 'itq/2003#ITQ-L1')
  const plan = '/skills/itq?target=itq%2F2003%23ITQ-L1'
  expect(await wordsAt(learner.visitor, plan)).toContain('25 points of at least 40.')
  const signed = await decided(
    learner,
    filled(html, { 'Health and safety': 'Accept as an imported unit, for 15 points' }),
  )
  expect(decisionsIn(signed)).toHaveLength(1)
  const reached = await wordsAt(learner.visitor, plan)
  expect(reached).toContain('40 points of at least 40.')
  expect(reached).toContain('By the rules that are known here you have all that it takes.')
  const held = /href="\/credentials\/([\w-]+)"[^>]*><bdi>Receiving University/.exec(
    await (await learner.visitor.get('/skills/decisions')).text(),
  )
  expect((await learner.visitor.post(`/credentials/${held?.[1]}/delete`)).status).toBe(303)
  expect(await wordsAt(learner.visitor, plan)).toContain('25 points of at least 40.')
})

test('ES-35 (partly): a decision that somebody signs for themself under another name is shown, and counts for nothing', async () => {
  const learner = await wallet.enter('self@example.org', 'Self')
  const source = await awarded(learner, 'Word processing', aligned('ECDL/ICDL module (BCS)', 'Word processing'))
  const decision = decisionSubject({
    recognitionType: 'PriorLearning',
    satisfies: ['MSU/1', 'WP/1', 'SS/1', 'DB/1', 'EM/1'].map((unit) => termAddress(`itq/2003#${unit}`)),
    basedOn: [source.id],
    basedOnDigest: [],
    decidedBy: ELSEWHERE.did,
    decidedOn: '2026-02-01',
  })
  const credential = {
    '@context': CONTEXTS,
    id: `urn:uuid:${uuid()}`,
    type: ['VerifiableCredential'],
    issuer: { id: ELSEWHERE.did, type: ['Profile'], name: 'Receiving University' },
    validFrom: '2026-02-01T00:00:00Z',
    credentialSubject: decision,
  }
  const options = { suite: 'eddsa-jcs-2022', signer: ELSEWHERE.signer, now: new Date(), contexts } as const
  await keep(wallet.parts, learner.person, JSON.stringify(await sign(credential, options)))
  expect(await wordsAt(learner.visitor, '/skills/decisions')).toContain(
    '0: decided by an issuer on no list that is known here An issuer that calls itself Receiving University',
  )
  expect(await wordsAt(learner.visitor, '/skills/itq?target=itq%2F2003%23ITQ-L1')).toContain('0 points of at least 40.')
})

test('what was opened for one provider is decided by it alone, and what is no request is refused', async () => {
  const learner = await wallet.enter('strange@example.org', 'Strange')
  const one = await awarded(learner, 'ECDL Word processing', aligned('ECDL/ICDL module (BCS)', 'Word processing'))
  const form = filled(await opened(await sent(learner, [one.held]), 'itq/2003#ITQ-L1'), {
    'ECDL Word processing': 'Accept',
  })
  expect((await other.post('/console/recognition/decision', form)).status).toBe(409)
  expect((await staff.post('/console/recognition/decision', { ...form, request: 'AAAA' })).status).toBe(409)
  const wrong = await staff.post('/console/recognition/decision', { ...form, decision: ['9.9'], email: 'nobody' })
  expect(wrong.status).toBe(422)
  const nothing = await staff.post('/console/recognition', { link: 'javascript:1', target: '', registered: 'soon' })
  expect([nothing.status, wordsOf(nothing.html)]).toEqual([422, expect.stringContaining('Choose for what')])
})
