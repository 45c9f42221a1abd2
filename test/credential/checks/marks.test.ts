import { expect, test } from '@jest/globals'
import { receiveJson, sign, statusListCredential, statusListEntry, verify, type World, writeBit } from '#credential'
import { isObject, type JsonObject } from '#platform'
import type { RecognisedEntity, Scope } from '#trust'
import { actionFor, entity } from '../../trust/list.ts'
import { list } from '../../trust/register.ts'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const college = makeSigner()
const office = makeSigner()
const stranger = makeSigner()
const by = ({ signer }: typeof college) => ({ suite: 'eddsa-rdfc-2022', signer, now: NOW, contexts }) as const

const SCHEME = 'https://frameworks.example/schemes/htq'
const ACHIEVEMENT = 'https://college.example/modules/NSO4/v2'
const STANDARD = 'https://frameworks.example/os/ST0127/1.2'
const STATUS = 'https://office.example/status/1'

const approval = (changes: JsonObject = {}): JsonObject => ({
  id: ACHIEVEMENT,
  type: ['EndorsementSubject', 'SkillsPassportEndorsement'],
  endorsementComment: 'Quality mark granted against the standard and version named here.',
  endorsementKind: 'QualityMark',
  scheme: SCHEME,
  outcome: 'Approved',
  approvedAgainst: [STANDARD],
  coverage: ['Full', 'Full', 'Partial', 'WorkplaceOnly'].map((coverageDegree, index) => ({
    type: ['CoverageStatement'],
    competency: `${STANDARD}/s0${index + 1}`,
    coverageDegree,
  })),
  approvalCycle: 'Cycle 1',
  firstTeachingOn: '2025-09-01',
  reviewDueOn: '2030-08-31',
  ...changes,
})

const endorsement = (signer = office, subject: JsonObject = approval(), changes: JsonObject = {}) =>
  sign(
    {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://w3id.org/skills-passport/v1',
      ],
      id: 'urn:uuid:5d0a7b0e-2222-4a4e-9d66-0d3f3f7c0003',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'HTQ approval',
      issuer: { id: signer.did, type: ['Profile'], name: 'Example Approval Body' },
      validFrom: '2025-02-15T00:00:00Z',
      credentialSubject: subject,
      ...changes,
    },
    by(signer),
  )

const HTQ: Scope = { schemes: [SCHEME], endorsementKinds: ['QualityMark', 'IssuerAuthority'] }
const owner = (changes: Parameters<typeof actionFor>[0] = {}) =>
  entity(office.did, { name: 'Office for Marks', actions: [actionFor({ scope: HTQ, ...changes })] })
const register = (...those: RecognisedEntity[]) =>
  list('https://register.example/list', 'Register of Schemes', 'did:web:register.example', those)
/** A world in which the college is recognised, and the office owns the scheme. */
const knowing = (those = [owner(), entity(college.did)], changes: Partial<World> = {}, documents = {}) =>
  makeWorld(documents, { trustLists: [register(...those)], ...changes })

async function found(marks: JsonObject[], world: World = knowing(), carrier = college) {
  const sample = sampleCredential(carrier.did)
  const subject = isObject(sample.credentialSubject) ? sample.credentialSubject : {}
  const achievement = isObject(subject.achievement) ? subject.achievement : {}
  const carrying = { ...subject, achievement: { ...achievement, endorsement: marks } }
  const credential = await sign({ ...sample, credentialSubject: carrying }, by(carrier))
  return reportOn(credential, world)
}

async function reportOn(credential: JsonObject, world: World) {
  const report = await verify(receiveJson(credential), world)
  expect(report.verdict).toBe('accepted')
  const results = report.checks.filter(({ check }) => check === 'endorsements')
  return { mark: report.marks[0], marks: report.marks, results, codes: results.map(({ code }) => code) }
}

test('HTQ-07 (partly): a mark of the scheme’s owner is shown with all that was approved', async () => {
  const { mark, results } = await found([await endorsement()])
  expect(mark).toMatchObject({
    state: 'shown',
    kind: 'QualityMark',
    scheme: SCHEME,
    name: 'HTQ approval',
    by: { id: office.did, name: 'Office for Marks', isListed: true },
    about: 'achievement',
    outcome: 'Approved',
    approvedAgainst: [STANDARD],
    cycle: 'Cycle 1',
    firstTeachingOn: '2025-09-01',
    reviewDueOn: '2030-08-31',
    isReviewOverdue: false,
    validFrom: '2025-02-15T00:00:00Z',
    validUntil: null,
  })
  expect(mark?.coverage.counts).toEqual({ Full: 2, Partial: 1, WorkplaceOnly: 1, NotCovered: 0 })
  expect(mark?.coverage.items).toHaveLength(4)
  expect(mark?.recognition).toMatchObject({
    outcome: 'recognised',
    list: { name: 'Register of Schemes' },
    asOf: '2026-11-20T00:00:00.000Z',
  })
  expect(results).toMatchObject([
    { outcome: 'passed', code: 'endorsements.mark', detail: { name: 'Office for Marks' } },
  ])
})

test('a mark by anyone but the scheme’s owner is not shown, and says whose scheme it is', async () => {
  const { mark, results } = await found([await endorsement(stranger)])
  expect(mark).toMatchObject({ state: 'notSchemeOwner', schemeOwner: { name: 'Office for Marks' } })
  expect(results).toMatchObject([
    { outcome: 'notice', code: 'endorsements.notSchemeOwner', detail: { owner: 'Office for Marks' } },
  ])
})

test('who is recognised for awards, for another scheme, or for marks in general owns no scheme by that', async () => {
  const others: Scope[] = [
    { schemes: ['https://frameworks.example/schemes/htq2'] },
    { endorsementKinds: ['QualityMark'] },
    { achievementTypes: ['ext:Module'] },
  ]
  for (const scope of others) {
    const { mark } = await found([await endorsement()], knowing([owner({ scope }), entity(college.did)]))
    expect(mark).toMatchObject({ state: 'notSchemeOwner', schemeOwner: null })
  }
})

test('the owner gives no mark of a kind, or on a day, for which it is not recognised', async () => {
  const adoption = await endorsement(office, approval({ endorsementKind: 'FrameworkAdoption' }))
  expect((await found([adoption])).mark?.state).toBe('notSchemeOwner')
  const later = owner({ from: new Date('2025-03-01T00:00:00Z') })
  const { mark } = await found([await endorsement()], knowing([later, entity(college.did)]))
  expect(mark).toMatchObject({ state: 'notSchemeOwner', reason: 'recognition.notAtThatDate', schemeOwner: null })
})

test('where a list could not be had, whose scheme it is could not be checked', async () => {
  const url = 'https://other.example/list'
  const missing = {
    url,
    name: 'Other',
    code: 'fetch.failed',
    asOf: null,
    signer: 'did:web:o.example',
    place: 1,
    seen: null,
  }
  const world = knowing([entity(college.did)], { unavailableLists: [missing] })
  expect((await found([await endorsement()], world)).mark?.state).toBe('unchecked')
})

test('a mark that was copied into a stranger’s credential is not theirs', async () => {
  const { mark, codes } = await found([await endorsement()], knowing(), stranger)
  expect(mark?.state).toBe('unbound')
  expect(codes).toEqual(['endorsements.unbound'])
})

test('a mark that names who may award it counts for these, on a list or not, and for nobody else', async () => {
  const others = Array.from({ length: 600 }, (_, at) => `did:web:college-${at}.example`)
  const named = (mayIssue: string[]) => endorsement(office, approval({ mayIssue }))
  for (const world of [knowing([owner()]), knowing()]) {
    expect((await found([await named([...others, college.did])], world)).mark?.state).toBe('shown')
    expect((await found([await named([`${college.did}2`])], world)).mark?.state).toBe('otherSubject')
  }
})

test('a mark on something else does not count', async () => {
  const { mark } = await found([await endorsement(office, approval({ id: `${ACHIEVEMENT}2` }))])
  expect(mark).toMatchObject({ state: 'otherSubject', about: null })
})

test('an authority to issue counts for what it names, and for no other award', async () => {
  const authority = (mayIssue: string[]) =>
    endorsement(
      office,
      approval({ id: college.did, endorsementKind: 'IssuerAuthority', ...(mayIssue.length > 0 ? { mayIssue } : {}) }),
    )
  const carried = async (mayIssue: string[]) => {
    const credential = await sign(
      sampleCredential(college.did, { endorsement: [await authority(mayIssue)] }),
      by(college),
    )
    return (await reportOn(credential, knowing([owner()]))).mark?.state
  }
  expect(await carried([ACHIEVEMENT])).toBe('shown')
  expect(await carried([])).toBe('shown')
  expect(await carried([`${ACHIEVEMENT}2`])).toBe('otherSubject')
})

test('a mark past its date has expired, and held on a date before', async () => {
  const mark = await endorsement(office, approval(), { validUntil: '2026-10-31T00:00:00Z' })
  expect(await found([mark])).toMatchObject({ mark: { state: 'expired' }, codes: ['endorsements.expired'] })
  const before = knowing(undefined, { at: new Date('2026-10-01T00:00:00Z') })
  expect((await found([mark], before)).mark?.state).toBe('shown')
})

test('a mark of which the time has not come says so', async () => {
  const mark = await endorsement(office, approval(), { validFrom: '2027-02-15T00:00:00Z' })
  expect(await found([mark])).toMatchObject({ mark: { state: 'notYet' }, codes: ['endorsements.notYet'] })
})

test('HTQ-08 (partly): a mark whose review is overdue is shown, and says so', async () => {
  const mark = await endorsement(office, approval({ reviewDueOn: '2026-08-31' }))
  expect(await found([mark])).toMatchObject({
    mark: { state: 'shown', isReviewOverdue: true },
    codes: ['endorsements.mark', 'endorsements.reviewDue'],
  })
  const onTheDay = knowing(undefined, { at: new Date('2026-08-31T12:00:00Z') })
  expect((await found([mark], onTheDay)).codes).toEqual(['endorsements.mark'])
})

test('HTQ-16 (partly): an award from before the first teaching of what is marked is shown with that', async () => {
  const mark = await endorsement(office, approval({ firstTeachingOn: '2026-09-01' }))
  expect(await found([mark])).toMatchObject({
    mark: { state: 'shown', isBeforeTeaching: true },
    codes: ['endorsements.mark', 'endorsements.beforeTeaching'],
  })
})

test('HTQ-23 (partly): what was not approved, or says nothing of that, is no mark; with conditions it is one', async () => {
  const state = async (outcome: string | null) => {
    const { outcome: _left, ...subject } = approval()
    const of = outcome === null ? subject : { ...subject, outcome }
    return (await found([await endorsement(office, of)])).mark
  }
  expect((await state('ApprovedWithConditions'))?.state).toBe('shown')
  expect((await state('NotApproved'))?.state).toBe('notApproved')
  expect((await state(null))?.state).toBe('notApproved')
  expect(await state('Withdrawn')).toMatchObject({ state: 'withdrawn', withdrawnOn: '2025-02-15T00:00:00Z' })
})

test('a mark that was revoked or suspended is shown as withdrawn, and one whose list is out of reach as unchecked', async () => {
  const marked = await endorsement(office, approval(), { credentialStatus: statusListEntry(STATUS, 'revocation', 7) })
  const listWith = async (positions: number[]) => {
    const bits = new Uint8Array(131_072 / 8)
    for (const position of positions) writeBit(bits, position, true)
    const common = { url: STATUS, issuer: office.did, purpose: 'revocation', bits } as const
    const validUntil = new Date('2026-11-26T12:00:00Z')
    return sign(statusListCredential({ ...common, validFrom: NOW, validUntil }), by(office))
  }
  const state = async (documents: Record<string, object>) =>
    (await found([marked], knowing(undefined, {}, documents))).mark?.state
  expect(await state({ [STATUS]: await listWith([]) })).toBe('shown')
  expect(await state({ [STATUS]: await listWith([7]) })).toBe('withdrawn')
  expect(await state({})).toBe('unchecked')
})

test('a mark that was changed after it was signed is not shown', async () => {
  const forged = { ...(await endorsement()), name: 'Royal mark' }
  expect((await found([forged])).mark).toMatchObject({ state: 'invalid', reason: 'proof.invalid' })
})

test('a mark with a date, an outcome or a degree that is none of its terms is no mark', async () => {
  const degree = [{ type: ['CoverageStatement'], competency: `${STANDARD}/s01`, coverageDegree: 'Mostly' }]
  for (const wrong of [{ reviewDueOn: 'soon' }, { outcome: 'Accepted' }, { coverage: degree }]) {
    const jcs = { ...by(office), suite: 'eddsa-jcs-2022' } as const
    const { proof: _proof, ...unsigned } = await endorsement()
    const mark = await sign({ ...unsigned, credentialSubject: approval(wrong) }, jcs)
    const report = await verify(receiveJson(mark), knowing())
    expect(report.checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)).toEqual([
      'shape.invalid',
    ])
  }
})

test('ES-28 (partly): what an employer, a manager or a witness confirms is shown as their word, whether or not a list knows them', async () => {
  for (const endorsementKind of ['EmployerRecognition', 'ManagerConfirmation', 'WitnessStatement']) {
    const subject = { ...approval({ endorsementKind }) }
    for (const name of ['scheme', 'outcome', 'approvedAgainst', 'coverage']) delete subject[name]
    const word = await endorsement(stranger, subject)
    expect(await found([word])).toMatchObject({
      mark: { state: 'shown', by: { isListed: false, name: 'Example Approval Body' } },
      codes: ['endorsements.confirmedByUnlisted'],
    })
    const known = entity(stranger.did, { actions: [actionFor({ scope: { endorsementKinds: [endorsementKind] } })] })
    expect(await found([word], knowing([known, entity(college.did)]))).toMatchObject({
      mark: { state: 'shown', by: { isListed: true } },
      codes: ['endorsements.confirmed'],
    })
    expect((await found([await endorsement(college, subject)])).codes).toEqual(['endorsements.own'])
    expect((await found([await endorsement(stranger, { ...subject, outcome: 'NotApproved' })])).codes).toEqual([
      'endorsements.notApproved',
    ])
  }
})

test('an owner’s mark on its own award is its mark', async () => {
  const both = entity(office.did, { actions: [actionFor(), actionFor({ scope: HTQ })] })
  expect((await found([await endorsement()], knowing([both]), office)).mark?.state).toBe('shown')
})

test('a credential without endorsements has no marks', async () => {
  expect((await reportOn(await sign(sampleCredential(college.did), by(college)), knowing())).marks).toEqual([])
})
