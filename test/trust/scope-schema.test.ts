import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isObject, type Json, type JsonObject } from '#platform'
import { readScope, type Scope, scopeDigest, scopeSchema } from '#trust'
import { awardFacts } from '../../credential/award-facts.ts'
import { receiveJson } from '../../credential/received.ts'
import { outsideOf } from '../../trust/scope.ts'
import { sampleCredential } from '../credential/sample.ts'
import { NOW } from '../credential/world.ts'

/** What programs enforce (the schema) must decide as what people read (the words): over many scopes and credentials. */

const SCOPES: Scope[] = [
  { achievements: ['https://college.example/modules/NSO4/v2'] },
  { achievements: ['https://college.example/modules/NSO4'] },
  { achievementTypes: ['ext:Module', 'ext:HTQ'] },
  { levels: [{ framework: 'RQF', code: '4' }] },
  {
    levels: [
      { framework: 'RQF', code: '5' },
      { framework: 'EQF', code: '4' },
    ],
  },
  { fields: [{ scheme: 'ISCED-F', code: '06', name: 'ICT' }] },
  { fields: [{ scheme: 'HECoS', code: '100366', name: 'computer science' }] },
  { achievementTypes: ['ext:Module'], jurisdictions: ['GB'] },
  { achievementTypes: ['ext:Module'], jurisdictions: ['GB-WLS', 'IE'] },
  { achievementTypes: ['ext:Module'], deliveries: ['FormalCreditBearing'] },
  {
    achievementTypes: ['ext:Module'],
    levels: [{ framework: 'RQF', code: '4' }],
    fields: [{ scheme: 'ISCED-F', code: '0612', name: 'x' }],
  },
]

const alignment = (targetFramework: string, targetCode: string, targetType = 'CFItem') => ({
  type: ['Alignment'],
  targetType,
  targetFramework,
  targetCode,
  targetName: 'x',
  targetUrl: 'https://x.example',
})
const level = (framework: string, code: string) => alignment(framework, code, 'ext:QualificationLevel')

const ACHIEVEMENTS: JsonObject[] = [
  {},
  { achievementType: 'ext:HTQ' },
  { achievementType: ['ext:Module', 'Degree'] },
  { achievementType: undefined },
  { id: 'https://college.example/modules/NSO4' },
  { alignment: [level('RQF', '4'), level('RQF', '7')] },
  { alignment: level('RQF', '4') },
  { alignment: [level('EQF', '4'), level('RQF', '5')] },
  { alignment: [level('RQF', '4'), alignment('ISCED-F', '0612')] },
  { alignment: [alignment('ISCED-F', '0612'), alignment('ISCED-F', '0413')] },
  { alignment: [alignment('HECoS', '100366')] },
  { alignment: alignment('HECoS', '100367') },
  { alignment: undefined },
  { learningSetting: 'FormalCreditBearing' },
  { learningSetting: 'CPD' },
  { alignment: [] },
  { alignment: ['https://frameworks.example/level/4'] },
  { achievementType: [], learningSetting: [] },
]

const ADDRESSES: (JsonObject | undefined)[] = [
  undefined,
  { type: ['Address'], addressCountryCode: 'GB' },
  { type: ['Address'], addressCountryCode: 'GB', addressRegion: 'GB-WLS' },
  { type: ['Address'], addressCountryCode: 'IE' },
]

/** Records of several achievements, of which each must be within, and what is only named is not. */
const SEVERAL: Json[][] = [
  [{ alignment: [level('RQF', '4'), alignment('ISCED-F', '0612')] }, { id: 'https://college.example/modules/NSO4' }],
  [{ alignment: [alignment('ISCED-F', '0612')] }, { alignment: [alignment('HECoS', '100366')] }],
  [{ alignment: [level('RQF', '4')] }, { alignment: undefined }],
  [{}, { achievementType: undefined }],
  [{ learningSetting: 'FormalCreditBearing' }, {}],
  [{}, 'https://college.example/doctorate'],
  [{}, { id: undefined }],
  [...Array.from({ length: 200 }, () => ({})), { alignment: [level('RQF', '8')], achievementType: 'Degree', id: 'x' }],
]

function credentials(): JsonObject[] {
  const base = sampleCredential('did:web:college.example')
  const subject = base.credentialSubject as JsonObject
  return [...ACHIEVEMENTS, ...SEVERAL].flatMap((changes) =>
    ADDRESSES.map((address): JsonObject => {
      const changed = (one: Json) => (isObject(one) ? { ...(subject.achievement as JsonObject), ...one } : one)
      const achievement = Array.isArray(changes) ? changes.map(changed) : changed(changes)
      const issuer = { id: 'did:web:college.example', type: ['Profile'], name: 'x', ...(address ? { address } : {}) }
      return JSON.parse(JSON.stringify({ ...base, issuer, credentialSubject: { ...subject, achievement } }))
    }),
  )
}

/** A subject that is awarded what most of the scopes allow. */
const GOOD: JsonObject = {
  achievement: {
    id: 'https://college.example/modules/NSO4/v2',
    achievementType: 'ext:Module',
    learningSetting: 'FormalCreditBearing',
    alignment: [level('RQF', '4'), alignment('ISCED-F', '0612')],
  },
}

const factsOf = (credential: JsonObject) =>
  awardFacts({ received: receiveJson(credential), credential, issuerId: 'did:web:college.example', proofs: [] }, NOW)

describe.each(SCOPES.map((scope) => [JSON.stringify(scope), scope] as const))('the scope %s', (_, scope) => {
  const ajv = new Ajv2020({ strict: false })
  const isValid = ajv.compile(scopeSchema(scope))

  test('allows by its schema what it allows in words', () => {
    const verdicts = credentials().map((credential) => {
      const words = outsideOf(scope, factsOf(credential)).length === 0
      return { words, schema: isValid(credential), credential: JSON.stringify(credential.credentialSubject) }
    })
    for (const { words, schema, credential } of verdicts)
      expect({ schema, credential }).toEqual({ schema: words, credential })
    expect(new Set(verdicts.map(({ words }) => words)).size).toBe(2)
  })

  test.each<[string, Json]>([
    ['awards nothing', {}],
    ['awards an empty list', { achievement: [] }],
    ['awards an empty thing', { achievement: {} }],
    ['only names what it awards', { achievement: 'https://college.example/modules/NSO4/v2' }],
    ['awards nothing to a second person', [GOOD, { id: 'did:example:other' }]],
    ['names a second person only', [GOOD, 'did:example:other']],
    ['is about nobody', []],
  ])('allows nothing, in words or by its schema, of a credential that %s', (__, credentialSubject) => {
    const credential = { ...sampleCredential('did:web:college.example'), credentialSubject }
    expect([outsideOf(scope, factsOf(credential)).length > 0, isValid(credential)]).toEqual([true, false])
  })

  test('is read back from its words, with the same digest', () => {
    const again = readScope(JSON.parse(JSON.stringify(scope)) as Json)
    expect(scopeDigest(again)).toBe(scopeDigest(scope))
  })
})

test('an endorsement is within the scope of its scheme and kind', () => {
  const scope = readScope({ schemes: ['https://htq.example/scheme'], endorsementKinds: ['QualityMark'] })
  const isValid = new Ajv2020({ strict: false }).compile(scopeSchema(scope))
  const mark = (changes: JsonObject): JsonObject => ({
    credentialSubject: { id: 'x', scheme: 'https://htq.example/scheme', endorsementKind: 'QualityMark', ...changes },
  })
  expect(isValid(mark({}))).toBe(true)
  expect(isValid(mark({ scheme: 'https://htq.example/other' }))).toBe(false)
  expect(isValid(mark({ endorsementKind: 'WitnessStatement' }))).toBe(false)
})
