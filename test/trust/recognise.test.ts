import { describe, expect, test } from '@jest/globals'
import {
  type AwardFacts,
  type PinnedKey,
  type RecognitionOutcome,
  type RecognitionReason,
  recognise,
  type TrustList,
  type TrustPolicy,
} from '#trust'
import { en } from '../../web/sentences/en.ts'
import { actionFor, entity } from './list.ts'
import { award, KEY, list, REGISTER } from './register.ts'

const NOW = new Date('2026-11-25T12:00:00Z')
const HTQ = ['ext:HTQ', 'RQF:4', '0612', 'GB']
const UNIT = ['ext:Unit', 'RQF:2', '-', '-']
const BADGE = { achievements: ['https://maker.example/badges/welder'], creators: ['did:web:maker.example'] }
const BADGE_SCOPE = { achievements: BADGE.achievements }
const THING = ['-', '-', '-', '-']
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const late = (text: string) => ({ signedAt: day(text) })
const seen = (text: string) => ({ witnessedAt: day(text), seenAt: day(text) })
const logged = (text: string) => ({ witnessedAt: day(text) })
const MARK = {
  kind: 'endorsement',
  schemes: ['https://htq.example/scheme'],
  endorsementKinds: ['QualityMark'],
} as const

type Row = [
  issuer: string,
  key: keyof typeof KEY | null,
  what: string[],
  on: string,
  more: Partial<AwardFacts>,
  says: string,
]

const ROWS: Record<Exclude<RecognitionOutcome, 'listUnavailable'>, Row[]> = {
  recognised: [
    [
      'college',
      'own',
      HTQ,
      '2025-06-25',
      {},
      'Example College is recognised by the Register of Providers to award higher technical qualifications and modules at RQF level 4 and 5 in digital technologies in United Kingdom from 1 September 2022; this award is dated 25 June 2025.',
    ],
    ['college', 'old', HTQ, '2023-06-25', {}, 'a key that has been replaced since'],
    ['college', 'old', HTQ, '2024-06-30', {}, 'this award is dated 30 June 2024'],
    ['college', 'own', ['ext:Module', 'RQF:5', '06', 'GB-ENG'], '2026-01-01', {}, 'from 1 September 2022'],
    ['college', 'own', ['ext:Module', 'RQF:5', '0611', 'GB'], '2024-07-01', {}, 'this award is dated 1 July 2024'],
    [
      'adult',
      null,
      UNIT,
      '2016-05-05',
      {},
      'Adult Centre was recognised by the Register of Providers to award units at RQF level 2 from 1 January 2015 until 31 December 2019',
    ],
    ['adult', 'foreign', UNIT, '2022-01-01', {}, 'from 1 January 2022'],
    ['adult', null, UNIT, '2024-05-01', {}, 'this award is dated 1 May 2024'],
    [
      'closed',
      'own',
      UNIT,
      '2023-07-31',
      {},
      'It closed on 31 July 2023. Example College goes on with its work. Records Archive keeps its records.',
    ],
    ['rogue', null, UNIT, '2024-01-14', {}, 'this award is dated 14 January 2024'],
    ['logged', null, UNIT, '2023-06-01', seen('2023-06-02'), 'Logged Training is recognised'],
    ['logged', null, UNIT, '2020-06-01', {}, 'this award is dated 1 June 2020'],
    ['robbed', 'lost', UNIT, '2024-06-01', seen('2024-06-02'), 'Robbed College is recognised'],
    ['robbed', 'lost', UNIT, '2024-06-01', { ...logged('2024-06-02'), signedAt: null }, 'Robbed College is recognised'],
    ['robbed', 'own', UNIT, '2025-06-01', {}, 'this award is dated 1 June 2025'],
    [
      'wales',
      null,
      ['ext:Unit', 'RQF:2', '-', 'GB-WLS'],
      '2025-01-01',
      { deliveries: ['FormalCreditBearing'] },
      'as formal study that bears credit in GB-WLS',
    ],
    ['maker', null, THING, '2025-01-01', BADGE, 'to award https://maker.example/badges/welder from 1 January 2021'],
    [
      'dealer',
      null,
      THING,
      '2025-01-01',
      BADGE,
      'Dealer is recognised by Example Maker, which the Register of Providers lets recognise others, to award',
    ],
    ['dealer', null, THING, '2025-01-01', { ...BADGE, creators: [] }, 'Example Maker'],
    ['college', 'own', THING, '2025-06-25', { kind: 'goodWord' }, 'Example College is recognised'],
    ['htq', null, THING, '2025-01-01', MARK, 'to award quality marks under https://htq.example/scheme'],
  ],
  outOfScope: [
    [
      'college',
      'own',
      ['ext:HTQ', 'RQF:6', '0612', 'GB'],
      '2025-06-25',
      {},
      'This award is outside of that: its level is another, or not stated.',
    ],
    ['college', 'own', ['ext:CPD', 'RQF:4', '0612', 'GB'], '2025-06-25', {}, 'its kind is another'],
    ['college', 'own', ['ext:HTQ', 'RQF:4', '0413', 'GB'], '2025-06-25', {}, 'its field of study is another'],
    [
      'college',
      'own',
      ['ext:HTQ', 'RQF:4', '-', 'GB'],
      '2025-06-25',
      {},
      'its field of study is another, or not stated',
    ],
    ['college', 'own', ['ext:HTQ', 'RQF:4', '100366', 'GB'], '2025-06-25', {}, 'its field of study'],
    ['college', 'own', ['ext:HTQ', 'RQF:4', '0612', 'FR'], '2025-06-25', {}, 'its place is another'],
    ['college', 'own', ['ext:HTQ', 'RQF:4', '0612', '-'], '2025-06-25', {}, 'its place is another, or not stated'],
    ['college', 'own', ['ext:HTQ', 'EQF:4', '0612', 'GB'], '2025-06-25', {}, 'its level is another'],
    ['college', 'own', ['ext:HTQ', '-', '0612', 'GB'], '2021-06-25', {}, 'its level is another, or not stated'],
    [
      'college',
      'own',
      HTQ,
      '2025-06-25',
      {
        levels: [
          { framework: 'RQF', code: '4' },
          { framework: 'RQF', code: '7' },
        ],
      },
      'its level is another',
    ],
    ['college', 'own', HTQ, '2025-06-25', { achievementTypes: ['ext:HTQ', 'Degree'] }, 'its kind is another'],
    [
      'wales',
      null,
      ['ext:Unit', 'RQF:2', '-', 'GB-ENG'],
      '2025-01-01',
      { deliveries: ['FormalCreditBearing'] },
      'its place is another',
    ],
    [
      'wales',
      null,
      ['ext:Unit', 'RQF:2', '-', 'GB-WLS'],
      '2025-01-01',
      { deliveries: ['CPD'] },
      'its way of learning is another',
    ],
    [
      'maker',
      null,
      THING,
      '2025-01-01',
      { achievements: ['https://maker.example/badges/welder/2'] },
      'its achievement is another',
    ],
    ['overreach', null, UNIT, '2025-01-01', {}, 'its achievement is another'],
    [
      'branch',
      null,
      THING,
      '2025-01-01',
      BADGE,
      'Branch is on the list of Dealer, recognised to award https://maker.example/badges/welder. Example Maker may not let others pass that on as far as this',
    ],
    ['htq', null, THING, '2025-01-01', { ...MARK, schemes: ['https://other.example/scheme'] }, 'its scheme is another'],
    ['htq', null, UNIT, '2025-01-01', {}, 'This award is outside of that'],
    ['college', 'own', HTQ, '2025-06-25', MARK, 'This award is outside of that'],
    ['college', 'own', THING, '2025-06-25', { kind: 'endorsement' }, 'This award is outside of that'],
    ['htq', null, THING, '2025-01-01', { kind: 'endorsement' }, 'its scheme and kind are another'],
  ],
  notAtThatDate: [
    ['college', 'old', HTQ, '2022-08-31', {}, 'only from 1 September 2022; this award is dated 31 August 2022'],
    ['college', 'own', HTQ, '2024-06-30', {}, 'the key that signed this was not in use when it was signed'],
    ['college', 'old', HTQ, '2024-07-01', {}, 'it ended on 30 June 2024'],
    ['college', 'old', HTQ, '2023-01-01', late('2025-01-01'), 'the key that signed this was not in use'],
    ['adult', null, UNIT, '2020-06-01', {}, 'until 31 December 2019; this award is dated 1 June 2020'],
    ['adult', null, UNIT, '2014-12-31', {}, 'Adult Centre is on the Register of Providers, but not for that day'],
    ['adult', null, UNIT, '2024-02-01', {}, 'was suspended then; this award is dated 1 February 2024'],
    ['adult', null, UNIT, '2024-04-30', {}, 'was suspended then'],
    [
      'adult',
      null,
      UNIT,
      '2019-06-01',
      { on: [day('2019-06-01'), day('2023-06-01')] },
      'this award is dated 1 June 2019 and was made out on 1 June 2023',
    ],
    [
      'closed',
      'own',
      UNIT,
      '2023-08-01',
      {},
      'it closed on 31 July 2023; this award is dated 1 August 2023. Example College goes on with its work.',
    ],
    ['dealer', null, THING, '2021-12-31', BADGE, 'only from 1 January 2022'],
    ['dealer', null, THING, '2027-01-01', BADGE, 'until 31 December 2026'],
    ['adult', null, UNIT, '2016-05-05', { on: [], awardedOn: null }, 'it states a day that cannot be read'],
  ],
  withdrawn: [
    [
      'rogue',
      null,
      UNIT,
      '2024-01-15',
      {},
      'The Register of Providers withdrew its recognition of Rogue Training to award units at RQF level 2 on 15 January 2024, before this was awarded or signed; this award is dated 15 January 2024.',
    ],
    ['rogue', null, UNIT, '2025-01-01', {}, 'on 15 January 2024'],
    ['rogue', null, UNIT, '2023-01-01', late('2024-02-01'), 'before this was awarded or signed'],
    [
      'rogue',
      null,
      UNIT,
      '2023-01-01',
      { on: [day('2023-01-01'), day('2024-03-01')] },
      'this award is dated 1 January 2023 and was made out on 1 March 2024',
    ],
    ['mill', null, UNIT, '2022-01-01', {}, 'for earlier awards too; this award is dated 1 January 2022'],
    ['mill', null, UNIT, '2025-01-01', {}, 'for earlier awards too'],
    ['mill', null, UNIT, '2022-01-01', { on: [] }, 'for earlier awards too; this award is dated 1 January 2022'],
    ['logged', null, UNIT, '2023-06-01', {}, 'nothing shows that it is'],
    ['logged', null, UNIT, '2020-12-31', late('2021-01-01'), 'nothing shows that it is'],
    ['logged', null, UNIT, '2020-12-31', { on: [day('2020-12-31'), day('2023-06-01')] }, 'nothing shows that it is'],
    ['logged', null, UNIT, '2023-06-01', logged('2023-06-02'), 'nothing shows that it is'],
    [
      'logged',
      null,
      UNIT,
      '2023-06-01',
      seen('2024-01-15'),
      'no longer vouches for what Logged Training signs from 15 January 2024',
    ],
    ['robbed', 'lost', UNIT, '2024-06-01', {}, 'no longer vouches for what Robbed College signs from 1 March 2025'],
    ['robbed', 'lost', UNIT, '2025-03-01', {}, 'was in the wrong hands from 1 March 2025'],
    ['robbed', 'lost', UNIT, '2025-06-01', seen('2024-06-01'), 'Ask Robbed College for a new one'],
    ['robbed', 'lost', UNIT, '2024-06-01', { signedAt: null }, 'nothing shows that it is'],
  ],
  notListed: [
    ['nobody', 'own', HTQ, '2025-06-25', {}, 'That is no fault'],
    ['college.example.evil', 'own', HTQ, '2025-06-25', {}, 'no list that we use names this issuer'],
    ['colleg', 'own', HTQ, '2025-06-25', {}, 'That is no fault'],
    ['College', 'own', HTQ, '2025-06-25', {}, 'That is no fault'],
    ['college', 'own', HTQ, '2025-06-25', { issuer: 'did:web:college.example:a' }, 'That is no fault'],
    ['college', 'own', HTQ, '2025-06-25', { issuer: ' did:web:college.example' }, 'That is no fault'],
    ['college', 'own', HTQ, '2025-06-25', { issuer: '' }, 'That is no fault'],
    [
      'college',
      'foreign',
      HTQ,
      '2025-06-25',
      {},
      'The Register of Providers names Example College with other keys than the one that signed this.',
    ],
    ['college', 'foreign', ['Degree', 'RQF:7', '-', '-'], '2025-06-25', {}, 'with other keys'],
    ['robbed', 'foreign', UNIT, '2026-01-01', {}, 'with other keys'],
    [
      'college',
      null,
      HTQ,
      '2025-06-25',
      {},
      'The Register of Providers names Example College by the keys it signs with, and this is signed with no key',
    ],
  ],
}

const world = (lists: readonly TrustList[], policy: TrustPolicy = 'any', at = NOW) => ({
  lists,
  unavailable: [],
  policy,
  now: NOW,
  at,
})
const asked = (facts: AwardFacts, lists: readonly TrustList[] = [REGISTER], policy: TrustPolicy = 'any') =>
  recognise(facts, world(lists, policy))

describe.each(Object.entries(ROWS))('%s', (outcome, rows) => {
  test.each(rows)('%s with %s key, %j, on %s %j', (issuer, key, what, on, more, says) => {
    const recognition = asked(award(issuer, key, what, on, more))
    expect(recognition.outcome).toBe(outcome)
    const sentence = en.recognition[recognition.outcome](recognition)
    expect(sentence).toContain(says)
    expect(sentence).not.toMatch(/undefined|null| {2}/)
    expect(recognition.list?.name ?? null).toBe(
      says.includes('no fault') || recognition.issuerName === null ? null : 'Register of Providers',
    )
  })
})

describe('listUnavailable', () => {
  const gone = { url: 'https://gone.example/list', name: 'https://gone.example/list', code: 'fetch.failed', asOf: null }
  const old = { url: 'https://gone.example/list', name: 'Sector list', code: 'trust.expired', asOf: day('2026-01-31') }
  const college = award('college', 'own', HTQ, '2025-06-25')

  test.each<[string, AwardFacts, readonly TrustList[], typeof gone | typeof old, TrustPolicy, string]>([
    [
      'an issuer that the others do not know',
      award('nobody', null, UNIT, '2025-01-01'),
      [REGISTER],
      gone,
      'any',
      'could not be reached or read',
    ],
    [
      'the same, where a good version was had once',
      award('nobody', null, UNIT, '2025-01-01'),
      [REGISTER],
      old,
      'any',
      'The Sector list could not be read, and what we had of it, from 31 January 2026, is out of date.',
    ],
    ['anybody, where there is no other', college, [], gone, 'any', 'Try again later'],
    ['anybody, by the first that knows', college, [], old, 'first', 'Sector list'],
    ['one that another recognises, where all must', college, [REGISTER], gone, 'all', 'could not be reached'],
    ['one that another recognises, where the first decides', college, [REGISTER], old, 'first', 'out of date'],
    [
      'an issuer like a listed one',
      award('college', 'own', HTQ, '2025-06-25', { issuer: 'did:web:college.example:x' }),
      [REGISTER],
      gone,
      'any',
      'Try again',
    ],
    [
      'an issuer on a list below that could not be had',
      award('nobody', null, UNIT, '2025-01-01'),
      [{ ...REGISTER, unavailable: [gone] }],
      old,
      'any',
      'Sector list',
    ],
  ])('is said of %s', (_, facts, lists, missing, policy, says) => {
    const recognition = recognise(facts, { ...world(lists, policy), unavailable: [missing] })
    expect(recognition).toMatchObject({ outcome: 'listUnavailable', list: { url: missing.url } })
    expect(en.recognition.listUnavailable(recognition)).toContain(says)
  })

  test('a list that could not be had leaves what another says as it is', () => {
    expect(recognise(college, { ...world([REGISTER]), unavailable: [gone] })).toMatchObject({
      outcome: 'recognised',
      others: [],
    })
  })

  test.each<[TrustPolicy, object[]]>([
    ['any', [{ outcome: 'listUnavailable', list: { url: gone.url } }]],
    ['all', []],
    ['first', []],
  ])('and is named beside what that says against it, where it would win (%s)', (policy, others) => {
    const mill = award('mill', null, UNIT, '2025-01-01')
    const recognition = recognise(mill, { ...world([REGISTER], policy), unavailable: [gone] })
    expect(recognition).toMatchObject({ outcome: 'withdrawn', isConflict: false, others })
  })

  test('a list below that could not be had keeps "not listed" from being said', () => {
    const lists = [{ ...REGISTER, unavailable: [gone] }]
    expect(recognise(award('nobody', null, UNIT, '2025-01-01'), world(lists)).outcome).toBe('listUnavailable')
  })
})

describe('several lists', () => {
  const kind = list('https://kind.example/list', 'Kind list', 'did:web:kind.example', [
    entity('did:web:mill.example', {
      name: 'Diploma Mill',
      actions: [actionFor({ scope: { achievementTypes: ['ext:Unit'] } })],
    }),
    entity('did:web:college.example', {
      name: 'Example College',
      actions: [actionFor({ scope: { achievementTypes: ['Degree'] } })],
    }),
  ])
  const mill = award('mill', null, UNIT, '2025-01-01')

  test.each<[TrustPolicy, string[], RecognitionOutcome]>([
    ['any', ['register', 'kind'], 'recognised'],
    ['all', ['kind', 'register'], 'withdrawn'],
    ['first', ['kind', 'register'], 'recognised'],
    ['first', ['register', 'kind'], 'withdrawn'],
  ])('under the policy %s, in the order %j: %s, and the contradiction is shown', (policy, order, outcome) => {
    const lists = order.map((name) => (name === 'kind' ? kind : REGISTER))
    const recognition = asked(mill, lists, policy)
    expect(recognition).toMatchObject({ outcome, isConflict: true })
    expect(recognition.others).toHaveLength(1)
    expect(recognition.others[0]?.outcome).not.toBe(outcome)
  })

  test('another scope is no contradiction', () => {
    expect(asked(award('college', 'own', HTQ, '2025-06-25'), [kind, REGISTER])).toMatchObject({
      outcome: 'recognised',
      isConflict: false,
      list: { name: 'Register of Providers' },
      others: [{ outcome: 'outOfScope', list: { name: 'Kind list' } }],
    })
  })
})

describe('a list and one that it leads to', () => {
  const maker = REGISTER.entities.get('did:web:maker.example') ?? entity('did:web:maker.example')
  const listing = (changes: Parameters<typeof actionFor>[0], keys: readonly PinnedKey[] = []): TrustList => {
    const seller = entity('did:web:seller.example', { actions: [actionFor({ scope: BADGE_SCOPE, ...changes })], keys })
    const theirs = list('https://maker.example/list', 'Maker’s list', maker.did, [
      entity(seller.did, { actions: [actionFor({ scope: BADGE_SCOPE })] }),
    ])
    const entities = [maker, seller].map((one): [string, typeof one] => [one.did, one])
    return { ...REGISTER, entities: new Map(entities), delegated: new Map([[maker.did, theirs]]) }
  }
  const seller = award('seller', null, THING, '2025-01-01', BADGE)
  const withdrawal = { on: day('2024-01-15'), isRetroactive: false, reason: 'No assessors.' }

  test.each<[string, Parameters<typeof actionFor>[0], RecognitionOutcome]>([
    ['withdrew', { withdrawal }, 'withdrawn'],
    ['suspended', { suspensions: [{ from: day('2024-06-01'), until: null }] }, 'notAtThatDate'],
    ['recognises for something else', { scope: { achievementTypes: ['Degree'] } }, 'recognised'],
  ])('what it %s itself', (_, changes, outcome) => {
    expect(asked(seller, [listing(changes)]).outcome).toBe(outcome)
  })

  const ended = (key: keyof typeof KEY, reason: PinnedKey['reason']): PinnedKey[] => [
    { key: KEY[key], from: null, until: reason && day('2024-06-01'), reason },
  ]
  test.each<[string, PinnedKey[], keyof typeof KEY | null, RecognitionOutcome, RecognitionReason | null]>([
    ['of a key that is not the issuer’s', ended('own', null), 'foreign', 'notListed', 'keyNotListed'],
    ['of what no key signed', ended('own', null), null, 'notListed', 'keyUnknown'],
    ['of a key that had ended', ended('old', 'superseded'), 'old', 'notAtThatDate', 'keyNotThen'],
    ['of a key in others’ hands', ended('lost', 'compromised'), 'lost', 'withdrawn', 'keyCompromised'],
    ['of a key of the issuer', ended('own', null), 'own', 'recognised', null],
    ['of any key where it knows none', [], 'foreign', 'recognised', null],
  ])('what it says %s stands, whomever the other recognises', (_, keys, key, outcome, reason) => {
    const signed = award('seller', key, THING, '2025-01-01', BADGE)
    for (const scope of [BADGE_SCOPE, { achievementTypes: ['Degree'] }]) {
      expect(asked(signed, [listing({ scope }, keys)])).toMatchObject({ outcome, reason })
    }
  })

  test('could not change what it says of a key by not being there', () => {
    const gone = { url: 'https://gone.example/list', name: 'Gone', code: 'fetch.failed', asOf: null }
    const top = { ...listing({}, ended('own', null)), unavailable: [gone] }
    expect(asked(award('seller', 'foreign', THING, '2025-01-01', BADGE), [top])).toMatchObject({
      outcome: 'notListed',
      reason: 'keyNotListed',
    })
  })

  test.each<TrustPolicy>([
    'any',
    'all',
    'first',
  ])('that could not be had keeps nobody from being recognised whom it recognises itself (%s)', (policy) => {
    const gone = { url: 'https://gone.example/list', name: 'Gone', code: 'fetch.failed', asOf: null }
    const lists = [{ ...REGISTER, unavailable: [gone] }]
    expect(asked(award('college', 'own', HTQ, '2025-06-25'), lists, policy).outcome).toBe('recognised')
  })

  test('and that is older or overdue makes the answer so', () => {
    const top = listing({ scope: { achievementTypes: ['Degree'] } })
    const theirs = top.delegated.get(maker.did) ?? top
    const older = { ...theirs, asOf: day('2026-11-01'), nextUpdate: day('2026-11-02') }
    expect(asked(seller, [top])).toMatchObject({ asOf: '2026-11-20T00:00:00.000Z', isStale: false })
    expect(asked(seller, [{ ...top, delegated: new Map([[maker.did, older]]) }])).toMatchObject({
      asOf: '2026-11-01T00:00:00.000Z',
      isStale: true,
    })
  })
})

describe('as of a day', () => {
  test.each<[string, AwardFacts, string, RecognitionOutcome]>([
    [
      'a withdrawal does not count before it',
      award('rogue', null, UNIT, '2023-06-01', late('2023-06-01')),
      '2024-01-14',
      'recognised',
    ],
    ['nor does one that is retroactive', award('mill', null, UNIT, '2023-06-01'), '2024-01-14', 'recognised'],
    ['and does from then on', award('mill', null, UNIT, '2023-06-01'), '2024-01-15', 'withdrawn'],
    ['a theft of the key counts before it too', award('robbed', 'lost', UNIT, '2024-06-01'), '2025-02-28', 'withdrawn'],
    [
      'unless the log had it before',
      award('robbed', 'lost', UNIT, '2024-06-01', seen('2024-06-02')),
      '2025-02-28',
      'recognised',
    ],
  ])('%s', (_, facts, at, outcome) => {
    expect(recognise(facts, world([REGISTER], 'any', day(at))).outcome).toBe(outcome)
  })
})

describe('a log whose place another took', () => {
  const [since, from, on] = [day('2021-01-01'), day('2023-01-01'), day('2024-01-15')]
  const first = { url: 'https://moved.example/log', key: 'z6Mk1', since, seen: { size: 9, root: 'AA==', at: from } }
  const second = { ...first, key: 'z6Mk2', since: from, seen: { ...first.seen, at: day('2024-01-10') } }
  const moved = entity('did:web:moved.example', {
    actions: [actionFor({ withdrawal: { on, isRetroactive: false, reason: 'It sold awards.' } })],
    issueLog: { ...second, earlier: [first] },
  })
  const asOf = (dated: string, more: Partial<AwardFacts> = {}) => {
    const facts = award('moved', null, ['ext:Module', 'RQF:4', '-', '-'], dated, more)
    return asked(facts, [{ ...REGISTER, entities: new Map([[moved.did, moved]]) }]).reason
  }

  test('still has to show what is dated in its time', () => {
    expect(asOf('2022-06-01')).toBe('notWitnessed')
    expect(asOf('2022-06-01', seen('2023-01-01'))).toBeNull()
    expect(asOf('2022-06-01', seen('2024-01-15'))).toBe('notWitnessed')
    expect(asOf('2023-06-01')).toBe('notWitnessed')
    expect(asOf('2020-12-31')).toBeNull()
  })
})

test('whoever is let recognise others may let them go on as far as the list says', () => {
  const maker = REGISTER.entities.get('did:web:maker.example') ?? entity('did:web:maker.example')
  const actions = maker.actions.map((action) => (action.action === 'recognise' ? { ...action, depth: 1 } : action))
  const deeper = { ...REGISTER, entities: new Map([...REGISTER.entities, [maker.did, { ...maker, actions }]]) }
  const recognition = asked(award('branch', null, THING, '2025-01-01', BADGE), [deeper])
  expect(recognition).toMatchObject({ outcome: 'recognised', through: [{ name: 'Example Maker' }, { name: 'Dealer' }] })
})

test('says when a newer version of the list is overdue, and why the newest is not used', () => {
  const facts = award('college', 'own', HTQ, '2025-06-25')
  const overdue = { ...world([{ ...REGISTER, refused: 'trust.forged' }]), now: day('2027-01-02') }
  expect(recognise(facts, overdue)).toMatchObject({ outcome: 'recognised', isStale: true, refused: 'trust.forged' })
  expect(asked(facts)).toMatchObject({ isStale: false, refused: null, asOf: '2026-11-20T00:00:00.000Z' })
})

describe('effective assurance', () => {
  test.each([
    ['RegulatedAward', 'ExternallyQualityAssured', 'ExternallyQualityAssured'],
    ['ProviderAssessed', 'ExternallyQualityAssured', 'ProviderAssessed'],
    [null, 'ExternallyQualityAssured', null],
  ] as const)('of a claim of %s where the list allows %s is %s', (claimed, allowed, effective) => {
    const { assurance } = asked(award('college', 'own', HTQ, '2025-06-25', { assurance: claimed }))
    expect(assurance).toEqual({ claimed, allowed, effective })
  })

  test('is nobody’s but the issuer’s where no list recognises it', () => {
    expect(asked(award('mill', null, UNIT, '2025-01-01')).assurance).toEqual({
      claimed: 'RegulatedAward',
      allowed: null,
      effective: null,
    })
  })
})

test('a decision is recognised of whoever may award something, while they may, and not through another', () => {
  const decided = (who: string, on: string, more: Partial<AwardFacts> = {}) =>
    asked(award(who, null, THING, on, { kind: 'decision', ...more })).outcome
  expect(asked(award('college', 'own', THING, '2025-06-25', { kind: 'decision' })).outcome).toBe('recognised')
  expect(asked(award('college', 'own', THING, '2025-06-25')).outcome).toBe('outOfScope')
  expect(decided('mill', '2025-01-01')).toBe('withdrawn')
  expect(decided('adult', '2021-01-01')).toBe('notAtThatDate')
  expect(decided('stranger', '2025-01-01')).toBe('notListed')
  expect(decided('branch', '2025-01-01')).not.toBe('recognised')
})

test('the table is as large as it must be', () => {
  for (const rows of Object.values(ROWS)) expect(rows.length).toBeGreaterThanOrEqual(8)
  expect(Object.values(ROWS).flat().length + 8).toBeGreaterThanOrEqual(60)
})

test('a list that could not be had might recognise what another has on it for something else only', () => {
  const gone = { url: 'https://gone.example/list', name: 'Gone', code: 'fetch.failed', asOf: null }
  const degree = award('college', 'own', ['Degree', 'RQF:7', '-', '-'], '2025-06-25')
  expect(recognise(degree, { ...world([REGISTER]), unavailable: [gone] })).toMatchObject({
    outcome: 'listUnavailable',
    others: [{ outcome: 'outOfScope' }],
  })
})
