import { describe, expect, test } from '@jest/globals'
import {
  type Certificate,
  combine,
  type Deciding,
  heldBy,
  ledgerOf,
  loadPackage,
  type Package,
  type Proposal,
  proposeRecognition,
  type RecognitionQuestion,
  recordDecision,
} from '#skills'
import { HOLDER } from './evidence.ts'
import { bundled } from './packages.ts'

const ITQ_2003 = bundled('ruleset', 'itq/2003')
const ITQ_2009 = bundled('ruleset', 'itq/2009')
const LIBRARY = bundled('recognition', 'recognition/library')
const L1: RecognitionQuestion = {
  library: LIBRARY,
  ruleset: ITQ_2009,
  qualification: 'L1-CERT',
  registered: '2026-11-01',
  on: '2026-11-01',
}
const L2_2003: RecognitionQuestion = { ...L1, ruleset: ITQ_2003, qualification: 'ITQ-L2' }
const CLAIT: Certificate = {
  item: 'urn:clait',
  scheme: 'New CLAiT 2006',
  unit: 'Unit 2 Creating spreadsheets and graphs',
  awardedOn: '2025-06-01',
  standing: 'claimed',
}

function proposed(question: RecognitionQuestion, certificate: Certificate): Proposal {
  const [found] = proposeRecognition(question, [certificate]).value
  if (found === undefined) throw new Error('nothing is proposed')
  return found
}

test.each([
  'claimed',
  'verified',
] as const)('ES-34: New CLAiT unit 2 is proposed for the level 1 spreadsheet unit, and is %s', (standing) => {
  const { value, counted } = proposeRecognition(L1, [{ ...CLAIT, standing }])
  expect(value).toEqual([
    {
      item: 'urn:clait',
      type: 'Equivalence',
      ways: [{ units: ['SS/1'], size: 3, level: 1, confidence: 'sourced' }],
      underRule: 'L1-CERT.recognition.*',
      standing,
      achievedOn: '2025-06-01',
      confidence: 'sourced',
      source: expect.stringMatching(/ocr/),
    },
  ])
  expect(counted[0]).toMatchObject({ item: 'urn:clait', code: 'recognition.proposed', values: { standing } })
})

test.each([
  ['ECDL/ICDL module (BCS)', 'Spreadsheets', 'SS/1', L2_2003],
  ['e-Quals IT users (City & Guilds 7266)', 'Spreadsheets level 2', 'SS/2', L2_2003],
  ['CLAiT Plus 2006', 'Unit 2 Manipulating spreadsheets and graphs', 'SS/2', { ...L1, qualification: 'L2-CERT' }],
])('ES-34: %s is recognised, and stays marked as illustrative', (scheme, unit, gives, question) => {
  expect(proposed(question, { ...CLAIT, scheme, unit })).toMatchObject({
    ways: [{ units: [gives] }],
    confidence: 'illustrative',
  })
})

test('ES-33: a certificate of four years is refused under the three-year rule, with the reason and the version of the rule', () => {
  const { value, steps, rules, notCounted } = proposeRecognition(L1, [{ ...CLAIT, awardedOn: '2022-11-01' }])
  expect(value).toEqual([])
  expect(notCounted).toEqual([
    {
      item: 'urn:clait',
      code: 'recognition.tooOld',
      values: {
        scheme: CLAIT.scheme,
        unit: CLAIT.unit,
        level: null,
        day: '2022-11-01',
        type: 'Equivalence',
        maxAgeYears: 3,
        registered: '2026-11-01',
      },
    },
  ])
  expect(steps.map(({ values }) => values.rule)).toEqual(['L1-CERT.recognition.*'])
  expect(rules[1]).toEqual({ id: 'itq/2009', version: '2009.2.0', digest: ITQ_2009.digest })
})

describe('a certificate', () => {
  test.each<[string, Partial<Certificate>, RecognitionQuestion]>([
    ['recognition.notListed', { scheme: 'New CLAiT' }, L1],
    ['recognition.notListed', { unit: 'Unit 2' }, L1],
    ['recognition.otherRuleset', {}, L2_2003],
    ['recognition.noDate', { awardedOn: null }, L1],
    ['recognition.noSuchDay', { awardedOn: '2025-02-30' }, L1],
    ['recognition.inFuture', { awardedOn: '2026-11-02' }, L1],
    ['recognition.tooOld', { awardedOn: '2023-10-31' }, L1],
  ])('is not counted: %s', (code, changes, question) => {
    const { value, notCounted } = proposeRecognition(question, [{ ...CLAIT, ...changes }])
    expect([value, notCounted.map((one) => one.code)]).toEqual([[], [code]])
  })

  test('of exactly three years counts, and one that is there twice counts once', () => {
    const three = { ...CLAIT, awardedOn: '2023-11-01' }
    expect(proposed(L1, { ...CLAIT, awardedOn: L1.on }).achievedOn).toBe(L1.on)
    const { value, notCounted } = proposeRecognition(L1, [three, three])
    expect([value.length, notCounted.map(({ code }) => code)]).toEqual([1, ['recognition.duplicate']])
  })

  test('may stand for several things, of which the person chooses', () => {
    const { ways } = proposed(L1, {
      ...CLAIT,
      scheme: 'NI Essential Skills ICT',
      unit: undefined,
      level: 1,
    } as Certificate)
    expect(ways).toEqual([
      { units: ['ISF/1', 'IPU/1'], size: 6, level: 1, confidence: 'sourced' },
      { units: [], size: 5, level: 1, confidence: 'sourced' },
    ])
  })

  test('does not stand for a unit that nobody may be exempted from', () => {
    const entries = [
      {
        from: { scheme: 'Old', unit: 'All' },
        type: 'Exemption',
        satisfies: ['itq/2003#MSU/2'],
        confidence: 'illustrative',
      },
    ]
    const library = loadPackage({ id: 'test/library', version: '1.0.0', kind: 'recognition', layer: 'local', entries })
    const question = { ...L2_2003, library: library as Package<'recognition'> }
    const { notCounted } = proposeRecognition(question, [{ ...CLAIT, scheme: 'Old', unit: 'All' }])
    expect(notCounted[0]).toMatchObject({ code: 'recognition.notFor', values: { notFor: ['MSU'] } })
  })
})

test('is not proposed where the rules do not offer that way', () => {
  const entries = [
    {
      from: { scheme: 'Old', unit: 'All' },
      type: 'ImportedUnit',
      satisfies: ['itq/2009#SS/1'],
      confidence: 'illustrative',
    },
  ]
  const library = loadPackage({ id: 'test/library', version: '1.0.0', kind: 'recognition', layer: 'local', entries })
  const question = { ...L1, library: library as Package<'recognition'> }
  const { notCounted } = proposeRecognition(question, [{ ...CLAIT, scheme: 'Old', unit: 'All' }])
  expect(notCounted[0]?.code).toBe('recognition.notOffered')
})

describe('a decision', () => {
  const ECDL = proposed(L2_2003, { ...CLAIT, scheme: 'ECDL/ICDL module (BCS)', unit: 'Spreadsheets' })
  const deciding: Deciding = {
    outcome: 'accepted',
    way: 0,
    decidedBy: 'did:web:awarding.example',
    decidedOn: '2026-10-02',
  }
  const world = { ruleset: ITQ_2003, qualification: 'ITQ-L2', holder: [HOLDER], on: '2026-11-01' }

  test('ES-35: exempts from a unit, by a record that names its source and is no credit', () => {
    const { value, steps, counted } = recordDecision(ECDL, deciding, world)
    expect(counted[0]?.confidence).toBe('illustrative')
    expect(value).toMatchObject({
      recognitionType: 'Exemption',
      satisfies: ['itq/2003#SS/1'],
      basedOn: 'urn:clait',
      creditCounted: { value: '10', scheme: 'ITQPoints' },
      earnsCredit: false,
      underRule: 'ITQ-L2.recognition.Exemption',
      rule: { id: 'itq/2003', version: '2003.1.0' },
    })
    expect(steps.map(({ code }) => code)).toEqual(['decision.recorded', 'decision.onClaim'])
    const schemes = bundled('creditSchemes', 'credit/schemes')
    const credit = { value: '10', scheme: 'ITQPoints', level: null }
    const entry = {
      item: 'urn:clait',
      achievement: 'itq/2003#SS/1',
      credit,
      awardedOn: null,
      as: 'Exemption',
      stands: true,
    } as const
    expect(ledgerOf(schemes, [entry], '2026-11-01').value.totals).toEqual([])
  })

  test.each<[string, Partial<Deciding>]>([
    ['decision.byHolder', { decidedBy: HOLDER }],
    ['decision.inFuture', { decidedOn: '2026-11-02' }],
    ['decision.noSuchDay', { decidedOn: 'today' }],
    ['decision.noSuchWay', { way: 1 }],
  ])('is none: %s', (code, changes) => {
    const { value, notCounted } = recordDecision(ECDL, { ...deciding, ...changes }, world)
    expect([value, notCounted[0]?.code]).toEqual([null, code])
  })

  test('that refuses is a record too, and gives nothing', () => {
    const { value } = recordDecision(ECDL, { ...deciding, outcome: 'refused' }, world)
    expect(value).toMatchObject({ outcome: 'refused', creditCounted: null, earnsCredit: false })
    expect(value && heldBy(value)).toEqual([])
  })

  test.each([
    ['PriorLearning', true],
    ['CustomisedUnit', true],
    ['CreditTransfer', false],
    ['Equivalence', false],
    ['ImportedUnit', false],
  ] as const)('by %s earns credit: %s', (type, earnsCredit) => {
    expect(recordDecision({ ...ECDL, type }, deciding, world).value?.earnsCredit).toBe(earnsCredit)
  })

  test('ES-36, ES-37: an imported unit of health and safety, once accepted, brings an ITQ to its size, and not without', () => {
    const unit = 'Health and safety at work (any awarding body)'
    const imported = proposed(L2_2003, { ...CLAIT, item: 'urn:hs', scheme: 'NVQ unit', unit, level: 2 })
    const decision = recordDecision(imported, deciding, world).value
    const earned = ['MSU/2', 'WP/2', 'SS/2', 'INT/2', 'EML/1'].map((one) => ({ unit: one, on: '2026-06-01' }))
    const ask = { qualification: 'ITQ-L2', registered: '2026-11-01', on: '2026-11-01' }
    const held = [...earned, ...(decision ? heldBy(decision) : [])]
    expect(decision?.satisfies).toEqual(['itq/2003#ITQ-L2'])
    expect(combine(ITQ_2003, { ...ask, held }).value.isMet).toBe(true)
    expect(combine(ITQ_2003, { ...ask, held: earned }).value.isMet).toBe(false)
  })
})
