import { describe, expect, test } from '@jest/globals'
import {
  loadTrustList,
  readTrustList,
  receiveJson,
  receiveJwt,
  sign,
  signForAll,
  verify,
  type World,
} from '#credential'
import { asText, digestMultibase, type JsonObject } from '#platform'
import { type PinnedKey, type RecognisedEntity, readScope, type Scope } from '#trust'
import { jwtClaims, signClaims } from '../../credential/proof/vc-jwt.ts'
import { actionFor, entity, unsignedList } from '../trust/list.ts'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const URL_ = 'https://register.example/trust-list'
const register = makeSigner()
const college = makeSigner()
const source = { url: URL_, signer: register.did, asOf: NOW }
const by = ({ signer }: typeof register) => ({ suite: 'eddsa-rdfc-2022' as const, signer, now: NOW, contexts })
const bytesOf = (document: unknown) => new TextEncoder().encode(JSON.stringify(document))
const written = (entities: readonly RecognisedEntity[] = [entity(college.did)], changes = {}) =>
  unsignedList(register.did, entities, changes)
const signed = async (entities?: readonly RecognisedEntity[], changes = {}) =>
  sign(written(entities, changes).credential, by(register))
const read = (document: unknown, world = makeWorld(), signer = register.did) =>
  readTrustList(bytesOf(document), { ...source, signer }, world)
const refused = (code: string) => expect.objectContaining({ code })

const entries = ({ credentialSubject }: JsonObject) => credentialSubject as JsonObject[]

/** The list with its first entry changed, signed. */
const withEntry = async (change: (entry: JsonObject) => JsonObject) => {
  const { credential } = written()
  const [entry] = credential.credentialSubject as JsonObject[]
  return sign({ ...credential, credentialSubject: [change(entry ?? {})] }, by(register))
}
const withAction = (changes: JsonObject) =>
  withEntry((entry) => ({ ...entry, recognizedTo: [{ ...(entry.recognizedTo as JsonObject[])[0], ...changes }] }))

test('says everything again that was put into it', async () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  const all: RecognisedEntity[] = [
    entity(college.did, {
      actions: [
        actionFor({
          from: day('2022-09-01'),
          until: day('2027-08-31'),
          scope: {
            achievements: ['https://college.example/a'],
            achievementTypes: ['ext:HTQ'],
            levels: [{ framework: 'RQF', code: '4' }],
            fields: [{ scheme: 'ISCED-F', code: '061', name: 'ICTs' }],
            jurisdictions: ['GB-WLS'],
            deliveries: ['FormalCreditBearing'],
          },
          suspensions: [{ from: day('2023-01-01'), until: day('2023-02-01') }],
          withdrawal: { on: day('2026-01-01'), isRetroactive: true, reason: 'Fraud.' },
        }),
        actionFor({ action: 'recognise', depth: 2, assurance: null }),
      ],
      keys: [
        { key: college.multibase, from: day('2022-09-01'), until: day('2024-01-01'), reason: 'compromised' },
        { key: register.multibase, from: null, until: null, reason: null },
      ],
      closure: { on: day('2026-02-01'), custodian: { did: 'did:web:a.example', name: 'A' }, successor: null },
      issueLog: {
        url: 'https://college.example/log',
        key: college.multibase,
        since: day('2023-01-01'),
        seen: { size: 12, root: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=', at: day('2025-12-31') },
      },
    }),
    entity('did:web:moved.example', {
      issueLog: {
        url: 'https://moved.example/log',
        key: college.multibase,
        since: day('2025-01-01'),
        seen: { size: 1, root: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=', at: day('2025-12-31') },
        earlier: [{ url: 'https://moved.example/log', key: register.multibase, since: day('2023-01-01') }],
      },
    }),
    entity('did:web:htq.example', {
      actions: [actionFor({ scope: { schemes: ['https://htq.example/s'], endorsementKinds: ['QualityMark'] } })],
    }),
  ]
  const changes = { sequence: 8, previousDigest: 'zQmBefore', nextUpdate: '2026-12-01T00:00:00Z' }
  const list = await read(await signed(all, changes))
  expect([...list.entities.values()]).toEqual(all)
  expect(list).toMatchObject({
    sequence: 8,
    previousDigest: 'zQmBefore',
    nextUpdate: day('2026-12-01'),
    name: 'Register of Providers',
    operator: register.did,
  })
})

test('makes an issuer on it recognised, for what it may award and nothing else', async () => {
  const list = await read(await signed())
  const check = async (changes: JsonObject = {}) => {
    const credential = await sign(sampleCredential(college.did, changes), by(college))
    return verify(receiveJson(credential), makeWorld({}, { trustLists: [list] }))
  }
  const report = await check()
  expect(report).toMatchObject({
    verdict: 'accepted',
    recognition: { outcome: 'recognised', assurance: { effective: 'ExternallyQualityAssured' } },
  })
  expect(report.checks).toContainEqual(expect.objectContaining({ check: 'recognition', outcome: 'passed' }))
  const { credentialSubject } = sampleCredential(college.did)
  const subject = credentialSubject as JsonObject
  const achievement = { ...(subject.achievement as JsonObject), achievementType: 'Degree' }
  const degree = await check({ credentialSubject: { ...subject, achievement } })
  expect(degree).toMatchObject({
    verdict: 'accepted',
    recognition: { outcome: 'outOfScope', outside: ['achievementTypes'] },
  })
})

test('a decision awards nothing, and beside one an award is within the scope of awards', async () => {
  const list = await read(await signed())
  const { credentialSubject, ...sample } = sampleCredential(college.did)
  const { achievement } = credentialSubject as JsonObject
  const award = {
    type: ['AchievementSubject'],
    achievement: { ...(achievement as JsonObject), achievementType: 'Degree' },
  }
  const decision = { type: ['RecognitionDecision'], recognitionType: 'Exemption', decidedBy: college.did }
  const outcomeOf = async (subjects: JsonObject[]) => {
    const credential = { ...sample, type: ['VerifiableCredential'], credentialSubject: subjects }
    const { signer } = college
    const proven = await sign(credential, { suite: 'eddsa-jcs-2022', signer, now: NOW, contexts })
    const report = await verify(receiveJson(proven), makeWorld({}, { trustLists: [list] }))
    return [report.verdict, report.recognition.outcome]
  }
  expect(await outcomeOf([decision])).toEqual(['accepted', 'recognised'])
  expect(await outcomeOf([decision, award])).toEqual(['accepted', 'outOfScope'])
  expect(await outcomeOf([{ ...award, ...decision }])).toEqual(['accepted', 'outOfScope'])
})

test('a credential that calls itself an endorsement is not recognised for what it awards', async () => {
  const list = await read(await signed())
  const { credentialSubject, ...award } = sampleCredential(college.did)
  const { achievement } = credentialSubject as JsonObject
  const degree = { ...(achievement as JsonObject), achievementType: 'Degree' }
  const endorsement = {
    ...award,
    '@context': (award['@context'] as string[]).slice(0, 2),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    credentialSubject: { id: 'did:example:ola', type: ['EndorsementSubject'], achievement: degree },
  }
  const { signer } = college
  const jwt = await signForAll(endorsement, { suite: 'vc-jwt', signer, now: NOW, contexts })
  const compact = asText((jwt as JsonObject).id).replace(/^data:[^,]+,/, '')
  const report = await verify(receiveJwt(compact), makeWorld({}, { trustLists: [list] }))
  expect(report).toMatchObject({ verdict: 'accepted', recognition: { outcome: 'outOfScope' } })
})

test('says nothing of a credential that its issuer did not sign', async () => {
  const list = await read(await signed())
  const forged = await sign(sampleCredential(college.did), by(makeSigner()))
  const report = await verify(receiveJson(forged), makeWorld({}, { trustLists: [list] }))
  expect(report.recognition.outcome).toBe('notListed')
  expect(report.checks.map(({ code }) => code)).toContain('recognition.notRun')
})

test('a pinned key other than the one that signed is not the issuer as the list knows it', async () => {
  const pinning = (key: string) => [entity(college.did, { keys: [{ key, from: null, until: null, reason: null }] })]
  const credential = await sign(sampleCredential(college.did), by(college))
  const outcome = async (key: string) => {
    const trustLists = [await read(await signed(pinning(key)))]
    return (await verify(receiveJson(credential), makeWorld({}, { trustLists }))).recognition
  }
  expect(await outcome(college.multibase)).toMatchObject({ outcome: 'recognised', key: { isRetired: false } })
  expect(await outcome(register.multibase)).toMatchObject({ outcome: 'notListed', reason: 'keyNotListed' })
})

describe('a list is refused whole', () => {
  test('when someone else signed it, when it was changed, when nobody signed it, and when it is out of date', async () => {
    const good = await signed()
    await expect(read(good, makeWorld(), 'did:web:other.example')).rejects.toEqual(refused('trust.wrongSigner'))
    await expect(read({ ...good, name: 'x' })).rejects.toEqual(refused('trust.forged'))
    await expect(read({ ...good, proof: undefined })).rejects.toEqual(refused('trust.notSigned'))
    await expect(read(await sign(written().credential, by(college)))).rejects.toEqual(refused('trust.forged'))
    const late = makeWorld({}, { now: new Date('2099-01-02T00:00:00Z') })
    await expect(read(good, late)).rejects.toEqual(refused('trust.expired'))
  })

  test('in a form whose words another has signed', async () => {
    const other = makeSigner()
    const { credential } = unsignedList(other.did, [entity(other.did)])
    const claims = { ...jwtClaims(credential), iss: other.did, vct: 'x:y', iat: NOW.getTime() / 1000 }
    const [head = '', body = '', signature = ''] = (await signClaims(claims, { typ: 'dc+sd-jwt' }, other.signer)).split(
      '.',
    )
    const looks = { type: ['VerifiableCredential', 'RecognizedEntityCredential'], issuer: register.did, proof: {} }
    const serialised = { ...looks, id: URL_, protected: head, payload: body, signature }
    await expect(read(serialised)).rejects.toEqual(refused('trust.malformed'))
    const enveloped = `data:application/vc+jwt,${await signClaims(jwtClaims(credential), { typ: 'vc+jwt' }, other.signer)}`
    const envelope = { ...looks, id: enveloped, type: ['EnvelopedVerifiableCredential', ...looks.type] }
    await expect(read(envelope)).rejects.toEqual(refused('trust.malformed'))
  })

  test('at the address of another list of the same signer', async () => {
    const url = 'https://register.example/another-list'
    await expect(read(await signed(undefined, { url }))).rejects.toEqual(refused('trust.mixed'))
  })

  test('and neither good nor bad where its signer cannot be reached', async () => {
    const away = 'did:web:register.example'
    const signer = { ...register.signer, id: `${away}#key-1` }
    const list = await sign(unsignedList(away, [entity(college.did)]).credential, { ...by(register), signer })
    await expect(read(list, makeWorld(), away)).rejects.toEqual(refused('fetch.failed'))
  })

  test.each<[string, string, () => Promise<object>]>([
    ['an issuer is on it twice', 'trust.malformed', () => signed([entity(college.did), entity(college.did)])],
    ['an entry may do nothing', 'trust.malformed', () => withEntry(({ recognizedTo: _, ...entry }) => entry)],
    [
      'an entry is of no kind we know',
      'trust.malformed',
      () => withEntry((entry) => ({ ...entry, type: ['RecognizedEntity'] })),
    ],
    ['a period ends before it begins', 'trust.malformed', () => withAction({ validUntil: '2019-01-01T00:00:00Z' })],
    ['a day is none', 'trust.malformed', () => withAction({ validFrom: '2026-02-30T00:00:00Z' })],
    ['a date is endless', 'trust.malformed', () => withAction({ validFrom: `2020-01-01T00:00:00.${'0'.repeat(99)}Z` })],
    ['an action has no scope', 'trust.malformed', () => withAction({ scope: undefined, outputValidation: undefined })],
    ['a scope says nothing', 'trust.scopeUnlimited', () => withAction({ scope: {} })],
    ['a scope says only where', 'trust.scopeUnlimited', () => withAction({ scope: { jurisdictions: ['GB'] } })],
    ['a scope allows anything', 'trust.scopeUnlimited', () => withAction({ scope: { achievementTypes: ['*'] } })],
    ['a limit of a scope is empty', 'trust.scopeUnlimited', () => withAction({ scope: { achievementTypes: [] } })],
    [
      'a scope says more than is understood',
      'trust.malformed',
      () => withAction({ scope: { achievementTypes: ['ext:Module'], ages: ['16'] } }),
    ],
    [
      'the words of a scope are not what its schema says',
      'trust.malformed',
      () => withAction({ scope: { achievementTypes: ['Degree'] } }),
    ],
    [
      'two periods of one scope overlap',
      'trust.overlap',
      () =>
        signed([
          entity(college.did, { actions: [actionFor(), actionFor({ from: new Date('2023-01-01T00:00:00Z') })] }),
        ]),
    ],
    [
      'two periods of one scope overlap that say it in another order and with other names',
      'trust.overlap',
      () => {
        const fields = (name: string) => [{ scheme: 'ISCED-F' as const, code: '06', name }]
        const achievementTypes = ['ext:Module', 'Certificate']
        const actions = [
          actionFor({ scope: { achievementTypes, fields: fields('ICT') } }),
          actionFor({ scope: { achievementTypes: achievementTypes.toReversed(), fields: fields('Computing') } }),
        ]
        return signed([entity(college.did, { actions })])
      },
    ],
    ...(['', '#zLog'] as const).map((end): [string, string, () => Promise<object>] => [
      `two issue logs, or none, are in use (${end})`,
      'trust.malformed',
      () =>
        withEntry((entry) => ({
          ...entry,
          issueLog: ['a', 'b'].map((name) => ({
            id: `https://college.example/${name}${end}`,
            type: 'RecognizedIssueLog',
            logKey: 'zLog',
          })),
        })),
    ]),
    [
      'a depth is too great',
      'trust.malformed',
      () => signed([entity(college.did, { actions: [actionFor({ action: 'recognise', depth: 4 })] })]),
    ],
    [
      'a key ended for no reason',
      'trust.malformed',
      () =>
        withEntry((entry) => ({
          ...entry,
          recognizedKey: [{ type: 'RecognizedKey', publicKeyMultibase: 'z6Mk', validUntil: '2024-01-01T00:00:00Z' }],
        })),
    ],
    [
      'it is no list',
      'trust.malformed',
      () => sign({ ...written().credential, type: ['VerifiableCredential'], sequenceNumber: undefined }, by(register)),
    ],
  ])('when %s', async (_, code, make) => {
    await expect(read(await make())).rejects.toEqual(refused(code))
  })

  test('when its document says more than can be looked at', async () => {
    const { credential } = written()
    const entry = (at: number) => ({ ...entries(credential)[0], id: `did:web:college-${at}.example` })
    const credentialSubject = Array.from({ length: 1_000 }, (_, at) => entry(at))
    await expect(read(await sign({ ...credential, credentialSubject }, by(register)))).rejects.toEqual(
      refused('trust.tooLarge'),
    )
  })

  test('when it is endless', async () => {
    await expect(readTrustList(new Uint8Array(4 * 1024 * 1024 + 1), source, makeWorld())).rejects.toEqual(
      refused('trust.tooLarge'),
    )
  })
})

describe('a large list', () => {
  const many = Array.from({ length: 250 }, (_, at) =>
    entity(`did:web:college-${at}.example`, { name: `College ${at}` }),
  )
  const large = async (changes = {}) => {
    const { credential, shards } = written([...many, entity(college.did)], changes)
    return {
      document: await sign(credential, by(register)),
      shards,
      pages: Object.fromEntries(shards.map(({ url, bytes }) => [url, new TextDecoder().decode(bytes)])),
    }
  }

  test('has its entries in shards that it names by their digests', async () => {
    const { document, shards, pages } = await large()
    expect(JSON.stringify(document).length).toBeLessThan(5_000)
    expect(shards).toHaveLength(1)
    const list = await read(document, makeWorld(pages))
    expect(list.entities.size).toBe(251)
    expect(list.entities.get('did:web:college-17.example')).toEqual(many[17])
  })

  test('is not mixed from versions, and not trusted in part', async () => {
    const { document, shards, pages } = await large()
    const other = await large({ sequence: 2 })
    const [{ url } = { url: '' }] = shards
    const [otherPage = ''] = Object.values(other.pages)
    await expect(read(document, makeWorld({ [url]: otherPage }))).rejects.toEqual(refused('trust.mixed'))
    await expect(read(document, makeWorld({ [url]: `${pages[url]} ` }))).rejects.toEqual(refused('trust.mixed'))
    await expect(read(document, makeWorld())).rejects.toEqual(refused('fetch.failed'))
    const [shard] = document.shard as JsonObject[]
    const [otherShard] = other.document.shard as JsonObject[]
    const { proof: _, ...unsigned } = document
    const misled = await sign(
      { ...unsigned, shard: [{ ...shard, id: url, digestMultibase: otherShard?.digestMultibase }] },
      by(register),
    )
    await expect(read(misled, makeWorld({ [url]: otherPage }))).rejects.toEqual(refused('trust.mixed'))
  })
})

describe('a list of those who may recognise others', () => {
  const scope: Scope = readScope({ achievementTypes: ['ext:Module'], levels: [{ framework: 'RQF', code: '4' }] })
  const owner = makeSigner()
  const THEIRS = 'https://owner.example/list'
  const FURTHER = 'https://further.example/list'
  const before = new Date('2026-11-24T00:00:00Z')
  const later = new Date('2026-11-26T00:00:00Z')
  const letting = (did: string, recognisedIn: string, depth = 0) =>
    entity(did, { name: 'Owner', recognisedIn, actions: [actionFor({ action: 'recognise', scope, depth })] })
  const ofOwner = (entities: RecognisedEntity[]) =>
    sign(unsignedList(owner.did, entities, { url: THEIRS, name: 'Owner’s list' }).credential, by(owner))
  const top = (depth = 0) => signed([letting(owner.did, THEIRS, depth)])
  const made = (creator: string) => {
    const { credentialSubject } = sampleCredential(college.did)
    const subject = credentialSubject as JsonObject
    const achievement = { ...(subject.achievement as JsonObject), creator: { id: creator, type: ['Profile'] } }
    return sign(sampleCredential(college.did, { credentialSubject: { ...subject, achievement } }), by(college))
  }

  test('is followed, and lets them award what is the owner’s', async () => {
    const world = makeWorld({ [URL_]: await top(), [THEIRS]: await ofOwner([entity(college.did)]) })
    const trustLists = [await loadTrustList(source, world)]
    const outcome = async (creator: string) => {
      const { recognition } = await verify(receiveJson(await made(creator)), makeWorld({}, { trustLists }))
      return {
        outcome: recognition.outcome,
        reason: recognition.reason,
        through: recognition.through.map(({ name }) => name),
      }
    }
    expect(await outcome(owner.did)).toEqual({ outcome: 'recognised', reason: null, through: ['Owner'] })
    expect(await outcome(register.did)).toEqual({ outcome: 'outOfScope', reason: 'notOwner', through: ['Owner'] })
  })

  test.each<[string, Partial<PinnedKey> & { key: string }, string | null]>([
    ['by which the list above knows them', { key: owner.multibase }, null],
    ['that had not ended', { key: owner.multibase, until: later, reason: 'superseded' }, null],
    ['that the list above does not know', { key: college.multibase }, 'trust.keyNotPinned'],
    ['that had ended', { key: owner.multibase, until: before, reason: 'superseded' }, 'trust.keyNotPinned'],
    ['that was not theirs yet', { key: owner.multibase, from: later }, 'trust.keyNotPinned'],
    ['in others’ hands', { key: owner.multibase, until: later, reason: 'compromised' }, 'trust.keyNotPinned'],
  ])('counts where it is signed with a key %s', async (_, pin, code) => {
    const keys = [{ from: null, until: null, reason: null, ...pin }]
    const above = await signed([{ ...letting(owner.did, THEIRS, 1), keys }])
    // What it leads to itself is asked for only where it counts; what lies above holds for that too.
    const further = makeSigner()
    const theirs = await ofOwner([entity(college.did), letting(further.did, FURTHER)])
    const furthest = await sign(
      unsignedList(further.did, [entity(owner.did)], { url: FURTHER }).credential,
      by(further),
    )
    const pages = { [URL_]: above, [THEIRS]: theirs, [FURTHER]: furthest }
    const { list, asked } = await loading(makeWorld(pages))
    expect(list.unavailable.map((one) => one.code)).toEqual(code === null ? [] : [code])
    expect(asked.includes(FURTHER)).toBe(code === null)
  })

  test('does not count by an old key that wrote an old day', async () => {
    const ended = { key: owner.multibase, from: null, until: before, reason: 'superseded' as const }
    const above = await signed([{ ...letting(owner.did, THEIRS), keys: [ended] }])
    const changes = { url: THEIRS, validFrom: '2026-11-25T00:00:00Z' }
    const { credential } = unsignedList(owner.did, [entity(college.did)], changes)
    const theirs = await sign(credential, { ...by(owner), now: new Date('2026-11-20T00:00:00Z') })
    const { list } = await loading(makeWorld({ [URL_]: above, [THEIRS]: theirs }))
    expect(list.unavailable).toMatchObject([{ url: THEIRS, code: 'trust.keyNotPinned' }])
  })

  test('is held against the keys that a list two steps above knows, too', async () => {
    const further = makeSigner()
    const keys = [{ key: college.multibase, from: null, until: null, reason: null }]
    const above = await signed([letting(owner.did, THEIRS, 1), entity(further.did, { keys })])
    const furthest = await sign(
      unsignedList(further.did, [entity(college.did)], { url: FURTHER }).credential,
      by(further),
    )
    const pages = { [URL_]: above, [THEIRS]: await ofOwner([letting(further.did, FURTHER)]), [FURTHER]: furthest }
    const { list } = await loading(makeWorld(pages))
    expect(list.delegated.get(owner.did)?.unavailable).toMatchObject([{ url: FURTHER, code: 'trust.keyNotPinned' }])
  })

  test('that leads back is refused, and the list above stays good', async () => {
    const circle = await ofOwner([letting(register.did, URL_)])
    const list = await loadTrustList(source, makeWorld({ [URL_]: await top(1), [THEIRS]: circle }))
    expect(list.delegated.get(owner.did)?.unavailable).toMatchObject([{ url: URL_, code: 'trust.loop' }])
  })

  test('that is signed by another, or is not there, is named as unavailable', async () => {
    const forged = await sign(unsignedList(owner.did, [entity(college.did)], { url: THEIRS }).credential, by(college))
    for (const [pages, code] of [
      [{ [THEIRS]: forged }, 'trust.forged'],
      [{}, 'fetch.failed'],
    ] as const) {
      const list = await loadTrustList(source, makeWorld({ [URL_]: await top(), ...pages }))
      expect(list).toMatchObject({ unavailable: [{ url: THEIRS, code }] })
      expect(list.delegated.size).toBe(0)
    }
  })

  /** The list above and the owner's, with every address that was asked for on the way. */
  async function asking(theirs: JsonObject, pages: Record<string, object | string> = {}, changes: Partial<World> = {}) {
    return loading(makeWorld({ [URL_]: await top(), [THEIRS]: theirs, ...pages }, changes))
  }

  async function loading({ load, ...world }: World) {
    const asked: string[] = []
    const watched: World['load'] = (url, options) => {
      asked.push(url)
      return load(url, options)
    }
    return { list: await loadTrustList(source, { ...world, load: watched }), asked }
  }

  test('makes nobody ask for lists that may not count', async () => {
    const others = Array.from({ length: 5 }, (_, at) =>
      letting(`did:web:o${at}.example`, `https://o${at}.example/list`),
    )
    const { asked } = await asking(await ofOwner([entity(college.did), ...others]))
    expect(asked).toEqual([URL_, THEIRS])
  })

  test('is not followed further than to so many', async () => {
    const others = Array.from({ length: 101 }, (_, at) =>
      letting(`did:web:o${at}.example`, `https://o${at}.example/list`),
    )
    const { credential, shards } = written(others)
    const pages = Object.fromEntries(shards.map(({ url, bytes }) => [url, new TextDecoder().decode(bytes)]))
    const list = await read(await sign(credential, by(register)), makeWorld(pages))
    expect(list.unavailable.map(({ code }) => code).toSorted()).toEqual([
      ...Array.from({ length: 100 }, () => 'fetch.failed'),
      'trust.tooLarge',
    ])
  })

  test.each<[string, string]>([
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('with parts nested without end does no harm to the list above (%s)', async (_, nested) => {
    const part = `{"list":"${THEIRS}","sequence":1,"actions":[{"action":"issue","scope":${nested}}],"entities":[]}`
    const digestOfPart = digestMultibase(new TextEncoder().encode(part))
    const url = 'https://owner.example/part'
    const { credential } = unsignedList(owner.did, [], { url: THEIRS })
    const shard = [{ id: url, type: 'RecognizedEntityShard', digestMultibase: digestOfPart }]
    const hostile = await sign({ ...credential, shard, credentialSubject: { id: THEIRS } }, by(owner))
    const { list } = await asking(hostile, { [url]: part })
    expect(list).toMatchObject({ unavailable: [{ url: THEIRS, code: 'trust.malformed' }] })
  })

  test('takes no more room than there is for all of them', async () => {
    const url = 'https://owner.example/part'
    const part = ' '.repeat(8 * 1024 * 1024)
    const digest = digestMultibase(new TextEncoder().encode(part))
    const { credential } = unsignedList(owner.did, [], { url: THEIRS })
    const shard = Array.from({ length: 9 }, (_, at) => ({
      id: `${url}/${at}`,
      type: 'RecognizedEntityShard',
      digestMultibase: digest,
    }))
    const large = await sign({ ...credential, shard, credentialSubject: { id: THEIRS } }, by(owner))
    const { list } = await asking(large, Object.fromEntries(shard.map(({ id }) => [id, part])))
    expect(list).toMatchObject({ unavailable: [{ url: THEIRS, code: 'trust.tooLarge' }] })
  })

  test('that is older than one that was seen before is not used', async () => {
    const seen = new Map<string, Date>()
    const isNewestList: World['isNewestList'] = async (url, version) => {
      if (version < (seen.get(url) ?? version)) return false
      seen.set(url, version)
      return true
    }
    const version = (validFrom: string) =>
      sign(unsignedList(owner.did, [entity(college.did)], { url: THEIRS, validFrom }).credential, by(owner))
    const codes = async (document: JsonObject) => {
      const { list } = await asking(document, {}, { isNewestList })
      return list.unavailable.map(({ code }) => code)
    }
    const older = await version('2026-11-01T00:00:00Z')
    expect(await codes(older)).toEqual([])
    expect(await codes(await version('2026-11-02T00:00:00Z'))).toEqual([])
    expect(await codes(older)).toEqual(['trust.rolledBack'])
  })

  test('leads on only so far', async () => {
    const chain = Array.from({ length: 6 }, () => makeSigner())
    const urls = chain.map((_, at) => `https://chain.example/${at}`)
    const pages: Record<string, object> = {}
    for (const [at, one] of chain.entries()) {
      const next = chain[at + 1]
      const entries = next === undefined ? [entity(college.did)] : [letting(next.did, urls[at + 1] ?? '', 3)]
      const url = urls[at] ?? ''
      pages[url] = await sign(unsignedList(one.did, entries, { url }).credential, by(one))
    }
    let list = await loadTrustList({ url: urls[0] ?? '', signer: chain[0]?.did ?? '' }, makeWorld(pages))
    let depth = 0
    for (let next = [...list.delegated.values()][0]; next !== undefined; next = [...next.delegated.values()][0]) {
      list = next
      depth++
    }
    expect(depth).toBe(3)
    expect(list.unavailable).toMatchObject([{ code: 'trust.loop' }])
  })
})
