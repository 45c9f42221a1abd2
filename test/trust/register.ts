import type { AwardFacts, PinnedKey, RecognisedEntity, TrustList } from '#trust'
import { actionFor, entity } from './list.ts'

/** A made-up register with one entry for each way in which recognition can come and go. */

export const KEY = { old: 'z6MkOld', own: 'z6MkOwn', lost: 'z6MkLost', foreign: 'z6MkForeign' }
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const pinned = (key: string, from: string, until?: string, reason: PinnedKey['reason'] = null): PinnedKey => ({
  key,
  from: day(from),
  until: until === undefined ? null : day(until),
  reason,
})

const HTQ = {
  achievementTypes: ['ext:HTQ', 'ext:Module'],
  levels: ['4', '5'].map((code) => ({ framework: 'RQF', code })),
  fields: [{ scheme: 'ISCED-F' as const, code: '06', name: 'digital technologies' }],
  jurisdictions: ['GB'],
}
const UNITS = { achievementTypes: ['ext:Unit'], levels: [{ framework: 'RQF', code: '2' }] }
const BADGE = { achievements: ['https://maker.example/badges/welder'] }

const entities: RecognisedEntity[] = [
  entity('did:web:college.example', {
    name: 'Example College',
    actions: [actionFor({ scope: HTQ, from: day('2022-09-01') })],
    keys: [pinned(KEY.old, '2022-09-01', '2024-06-30', 'superseded'), pinned(KEY.own, '2024-07-01')],
  }),
  entity('did:web:adult.example', {
    name: 'Adult Centre',
    actions: [
      actionFor({ scope: UNITS, from: day('2015-01-01'), until: day('2019-12-31') }),
      actionFor({
        scope: UNITS,
        from: day('2022-01-01'),
        suspensions: [{ from: day('2024-02-01'), until: day('2024-05-01') }],
      }),
    ],
  }),
  entity('did:web:closed.example', {
    name: 'Closed College',
    actions: [actionFor({ scope: UNITS, from: day('2010-01-01') })],
    keys: [pinned(KEY.own, '2010-01-01', '2023-07-31', 'closed')],
    closure: {
      on: day('2023-07-31'),
      custodian: { did: 'did:web:archive.example', name: 'Records Archive' },
      successor: { did: 'did:web:college.example', name: 'Example College' },
    },
  }),
  entity('did:web:rogue.example', {
    name: 'Rogue Training',
    actions: [
      actionFor({ scope: UNITS, withdrawal: { on: day('2024-01-15'), isRetroactive: false, reason: 'No assessors.' } }),
    ],
  }),
  entity('did:web:mill.example', {
    name: 'Diploma Mill',
    actions: [
      actionFor({ scope: UNITS, withdrawal: { on: day('2024-01-15'), isRetroactive: true, reason: 'Fraud.' } }),
    ],
  }),
  entity('did:web:logged.example', {
    name: 'Logged Training',
    actions: [
      actionFor({ scope: UNITS, withdrawal: { on: day('2024-01-15'), isRetroactive: false, reason: 'Insolvent.' } }),
    ],
    issueLog: {
      url: 'https://logged.example/log',
      key: 'z6MkLog',
      since: day('2021-01-01'),
      seen: { size: 9, root: 'AA==', at: day('2024-01-10') },
    },
  }),
  entity('did:web:robbed.example', {
    name: 'Robbed College',
    actions: [actionFor({ scope: UNITS })],
    keys: [pinned(KEY.lost, '2020-01-01', '2025-03-01', 'compromised'), pinned(KEY.own, '2025-03-02')],
  }),
  entity('did:web:wales.example', {
    name: 'Coleg Enghraifft',
    actions: [actionFor({ scope: { ...UNITS, jurisdictions: ['GB-WLS'], deliveries: ['FormalCreditBearing'] } })],
  }),
  entity('did:web:maker.example', {
    name: 'Example Maker',
    actions: [
      actionFor({ scope: BADGE, from: day('2021-01-01') }),
      actionFor({ action: 'recognise', scope: BADGE, from: day('2021-01-01'), until: day('2026-12-31'), depth: 0 }),
    ],
    recognisedIn: 'https://maker.example/list',
  }),
  entity('did:web:htq.example', {
    name: 'Mark Office',
    actions: [actionFor({ scope: { schemes: ['https://htq.example/scheme'], endorsementKinds: ['QualityMark'] } })],
  }),
]

const bodyList = (url: string, name: string, operator: string, those: readonly RecognisedEntity[]): TrustList => ({
  url,
  name,
  operator,
  sequence: 7,
  digest: 'z1',
  previousDigest: null,
  validFrom: day('2026-01-01'),
  validUntil: day('2027-06-30'),
  nextUpdate: day('2027-01-01'),
  asOf: day('2026-11-20'),
  refused: null,
  isStapled: false,
  entities: new Map(those.map((one) => [one.did, one])),
  delegated: new Map(),
  unavailable: [],
})

/** Of the maker's dealers, who may award its badge; one of them may let others do so, once. */
const further = bodyList('https://dealer.example/list', 'Dealer’s list', 'did:web:dealer.example', [
  entity('did:web:branch.example', { name: 'Branch', actions: [actionFor({ scope: BADGE, from: day('2023-01-01') })] }),
])
const dealers: TrustList = {
  ...bodyList('https://maker.example/list', 'Maker’s list', 'did:web:maker.example', [
    entity('did:web:dealer.example', {
      name: 'Dealer',
      actions: [
        actionFor({ scope: BADGE, from: day('2022-01-01') }),
        actionFor({ action: 'recognise', scope: BADGE, from: day('2022-01-01'), depth: 0 }),
      ],
      recognisedIn: further.url,
    }),
    entity('did:web:overreach.example', { name: 'Overreach', actions: [actionFor({ scope: UNITS })] }),
  ]),
  delegated: new Map([['did:web:dealer.example', further]]),
}

export const REGISTER: TrustList = {
  ...bodyList('https://register.example/list', 'Register of Providers', 'did:web:register.example', entities),
  delegated: new Map([['did:web:maker.example', dealers]]),
}

export const list = bodyList

/** Facts of an award, in the few words of a row: `type level field place`, `-` for what is not stated. */
export function award(
  issuer: string,
  key: keyof typeof KEY | null,
  [type, level, field, place]: readonly string[],
  on: string,
  more: Partial<AwardFacts> = {},
): AwardFacts {
  const stated = <T>(value: string | undefined, read: (value: string) => T): T[] =>
    value === undefined || value === '-' ? [] : [read(value)]
  return {
    issuer: `did:web:${issuer}.example`,
    key: key === null ? null : KEY[key],
    kind: 'award',
    on: [day(on)],
    awardedOn: day(on),
    signedAt: day(on),
    witnessedAt: null,
    seenAt: null,
    credentialTypes: ['VerifiableCredential', 'OpenBadgeCredential'],
    achievements: ['https://college.example/achievements/1'],
    creators: [],
    achievementTypes: stated(type, (value) => value),
    levels: stated(level, (value) => {
      const [framework = '', code = ''] = value.split(':')
      return { framework, code }
    }),
    fields: [
      stated(field, (code) => ({ scheme: code.length === 6 ? ('HECoS' as const) : ('ISCED-F' as const), code })),
    ],
    places: stated(place, (value) => value).flatMap((value) => [...new Set([value.slice(0, 2), value])]),
    deliveries: [],
    schemes: [],
    endorsementKinds: [],
    assurance: 'RegulatedAward',
    ...more,
  }
}
