import { beforeAll, describe, expect, test } from '@jest/globals'
import { SDJwtInstance } from '@sd-jwt/core'
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs'
import { generateKeyPair, SignJWT } from 'jose'
import { presentSdJwt, type Report, receiveCompact, receiveJson, selectableParts, sign, verify } from '#credential'
import { asText, base64url, type JsonObject, jwkOf, sha256 } from '#platform'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'
import { instanceOf, makeTheirs, type Theirs } from './theirs.ts'

const codes = (report: Report, name: string) =>
  report.checks.filter(({ check }) => check === name).map(({ code }) => code)
const faults = (report: Report) => report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

let issuer: Theirs
let holder: Theirs
beforeAll(async () => {
  issuer = await makeTheirs()
  holder = await makeTheirs()
})

/** An SD-JWT VC of a type that is none of ours, as a user of @sd-jwt makes it. */
async function foreign(claims: object = {}, header: object = {}, by = issuer): Promise<string> {
  const payload = {
    iss: by.did,
    vct: 'https://college.example/types/module',
    iat: seconds(NOW),
    given_name: 'Ola',
    family_name: 'Adeyemi',
    module: 'NSO4',
    ...claims,
  }
  const frame = { _sd: ['given_name', 'family_name'] }
  return instanceOf(by, holder).issue(payload as never, frame as never, { header: { kid: by.kid, ...header } })
}

const check = (compact: string, changes = {}, documents = {}) =>
  verify(receiveCompact(compact), makeWorld(documents, changes))

describe('an SD-JWT VC of another make', () => {
  test('is accepted, and shows exactly what was disclosed', async () => {
    const report = await check(presentSdJwt(await foreign(), ['/given_name']))
    expect(faults(report)).toEqual([])
    expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine', securing: 'sd-jwt' })
    expect(report.credential).toEqual({
      iss: issuer.did,
      vct: 'https://college.example/types/module',
      iat: seconds(NOW),
      module: 'NSO4',
      given_name: 'Ola',
    })
    expect(report.checks).toContainEqual({
      check: 'contexts',
      outcome: 'notice',
      code: 'contexts.byType',
      detail: { type: 'https://college.example/types/module' },
    })
  })

  test.each([
    ['vc+sd-jwt', 'accepted', []],
    ['application/dc+sd-jwt', 'accepted', []],
    ['JWT', 'rejected', ['proof.malformed']],
    ['kb+jwt', 'rejected', ['proof.malformed']],
    ['vc+jwt', 'rejected', ['proof.malformed']],
  ])('of the type %s is %s', async (typ, verdict, found) => {
    const report = await check(await foreign({}, { typ }))
    expect(report.verdict).toBe(verdict)
    if (found.length > 0) expect(codes(report, 'proof')).toEqual(found)
  })

  test.each([
    [{ exp: seconds(NOW) }, 'dates.expired', 'noLongerValid'],
    [{ nbf: seconds(NOW) + 3600 }, 'dates.notYetValid', 'notYetValid'],
    [{ iat: seconds(NOW) + 3600 }, 'dates.notYetValid', 'notYetValid'],
    [{ exp: 'soon' }, 'dates.malformed', 'notGenuine'],
  ])('with %j is rejected', async (claims, code, standing) => {
    // The library issues any claims but does not type them.
    const report = await check(await foreign(claims))
    expect(codes(report, 'dates')).toEqual([code])
    expect(report).toMatchObject({ verdict: 'rejected', standing })
  })

  test.each([
    [{ vct: '' }, '/vct'],
    [{ vct: 7 }, '/vct'],
    [{ cnf: 'x' }, '/cnf'],
    [{ status: 'valid' }, '/status'],
  ])('with %j is not well formed', async (claims, pointer) => {
    const report = await check(await foreign(claims))
    expect(report.checks).toContainEqual(expect.objectContaining({ code: 'shape.invalid' }))
    expect(report.checks.find(({ code }) => code === 'shape.invalid')?.detail.pointer).toBe(pointer)
    expect(report).toMatchObject({ verdict: 'rejected' })
  })

  test('with an extension that must be understood, or a detached payload, is not accepted', async () => {
    expect(codes(await check(await foreign({}, { crit: ['x'], x: 1 })), 'proof')).toEqual(['proof.unsupported'])
    expect(codes(await check(await foreign({}, { b64: false })), 'proof')).toEqual(['proof.malformed'])
  })

  test('signed in the name of another is rejected', async () => {
    const forger = await makeTheirs()
    const report = await check(await foreign({ iss: issuer.did }, {}, forger))
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })

  test('with a certificate and no issuer could not be checked, and is not called forged', async () => {
    const report = await check(await foreign({ iss: undefined }, { kid: undefined, x5c: ['MIIB'] }))
    expect(codes(report, 'proof')).toEqual(['proof.certificate'])
    expect(report).toMatchObject({ verdict: 'undecided', standing: 'unchecked' })
  })
})

describe('an issuer that is a web address', () => {
  const id = 'https://college.example/issuers/7'
  const metadata = 'https://college.example/.well-known/jwt-vc-issuer/issuers/7'
  const make = (kid: string) => foreign({ iss: id }, { kid })

  test.each([
    'key-7',
    'urn:ietf:params:oauth:jwk-thumbprint:sha-256:x',
  ])('has its keys in its metadata: %s', async (kid) => {
    const documents = { [metadata]: { issuer: id, jwks: { keys: [{ ...issuer.jwk, kid }] } } }
    const report = await check(await make(kid), {}, documents)
    expect(faults(report)).toEqual([])
    expect(report.verdict).toBe('accepted')
  })

  test('is not believed with a key that is for encryption, nor with one of another', async () => {
    const encrypting = { [metadata]: { issuer: id, jwks: { keys: [{ ...issuer.jwk, kid: 'k', use: 'enc' }] } } }
    expect(await check(await make('k'), {}, encrypting)).toMatchObject({ verdict: 'rejected' })
    const others = { [metadata]: { issuer: id, jwks: { keys: [{ ...holder.jwk, kid: 'k' }] } } }
    expect(codes(await check(await make('k'), {}, others), 'proof')).toEqual(['proof.invalid'])
  })

  test('could not be checked while its metadata cannot be had', async () => {
    const report = await check(await make('k'))
    expect(codes(report, 'proof')).toEqual(['did.unresolvable'])
    expect(report.verdict).toBe('undecided')
  })
})

describe('disclosures that are not its own', () => {
  const disclosure = (...parts: unknown[]) => base64url(JSON.stringify(parts))
  /** An SD-JWT put together by hand, so that it can be wrong. */
  async function handmade(claims: JsonObject, disclosures: string[]): Promise<string> {
    const by = makeSigner('ES256')
    const payload = { iss: by.did, vct: 'urn:example:type', ...claims }
    const input = [{ alg: 'ES256', typ: 'dc+sd-jwt', kid: by.signer.id }, payload]
      .map((part) => base64url(JSON.stringify(part)))
      .join('.')
    const signature = base64url(await by.signer.sign(new TextEncoder().encode(input)))
    return `${[`${input}.${signature}`, ...disclosures].join('~')}~`
  }
  const digestOf = (encoded: string) => base64url(sha256(encoded))
  const name = disclosure('salt-salt-salt-salt-1', 'name', 'Ola')
  const element = disclosure('salt-salt-salt-salt-2', 'DE')
  const again = disclosure('salt-salt-salt-salt-3', 'name', 'Eve')
  const within = disclosure('salt-salt-salt-salt-4', 'address', { _sd: [digestOf(name)] })

  test('the one that is put together rightly is accepted', async () => {
    const claims = { _sd: [digestOf(within)], list: [{ '...': digestOf(element) }], _sd_alg: 'sha-256' }
    const report = await check(await handmade(claims, [name, within, element]))
    expect(report).toMatchObject({ verdict: 'accepted', credential: { list: ['DE'], address: { name: 'Ola' } } })
  })

  test.each<[string, JsonObject, string[], string]>([
    ['one that nothing refers to', { _sd: [digestOf(name)] }, [name, again], 'disclosureUnreferenced'],
    ['the same one twice', { _sd: [digestOf(name)] }, [name, name], 'disclosureRepeated'],
    ['a digest that is there twice', { _sd: [digestOf(name), digestOf(name)] }, [name], 'digestRepeated'],
    ['a digest that is there twice, withheld', { a: { _sd: ['x'] }, b: { _sd: ['x'] } }, [], 'digestRepeated'],
    ['a digest of another level inside', { _sd: [digestOf(within), digestOf(name)] }, [name, within], 'digestRepeated'],
    ['a name that is there already', { name: 'Eve', _sd: [digestOf(name)] }, [name], 'nameRepeated'],
    ['a name disclosed twice', { _sd: [digestOf(name), digestOf(again)] }, [name, again], 'nameRepeated'],
    ['an element as a property', { _sd: [digestOf(element)] }, [element], 'disclosureMalformed'],
    ['a property as an element', { list: [{ '...': digestOf(name) }] }, [name], 'disclosureMalformed'],
    [
      'an element with something beside it',
      { list: [{ '...': digestOf(element), a: 1 }] },
      [element],
      'digestMalformed',
    ],
    ['an element that is no digest', { list: [{ '...': 7 }] }, [], 'digestMalformed'],
    ['an element outside a list', { list: { '...': digestOf(element) } }, [element], 'digestMalformed'],
    ['digests that are no list', { _sd: digestOf(name) }, [name], 'digestMalformed'],
    ['digests that are no texts', { _sd: [7] }, [], 'digestMalformed'],
    ...['_sd', '...', '__proto__', 'constructor'].map((reserved): [string, JsonObject, string[], string] => {
      const smuggled = disclosure('salt-salt-salt-salt-5', reserved, { x: 1 })
      return [`the name ${reserved}`, { _sd: [digestOf(smuggled)] }, [smuggled], 'nameReserved']
    }),
    ...['exp', 'nbf', 'cnf', 'status', 'vct#integrity', '_sd_alg'].map(
      (reserved): [string, JsonObject, string[], string] => {
        const smuggled = disclosure('salt-salt-salt-salt-6', reserved, 'sha-256')
        return [`the claim ${reserved}`, { _sd: [digestOf(smuggled)] }, [smuggled], 'nameReserved']
      },
    ),
  ])('%s: not genuine', async (_what, claims, disclosures, reason) => {
    const report = await check(await handmade(claims, disclosures))
    expect(report.checks).toContainEqual(
      expect.objectContaining({ outcome: 'failed', code: 'proof.disclosures', detail: { reason, proofs: 1 } }),
    )
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })

  test('a hash function that we do not know could not be checked', async () => {
    const report = await check(await handmade({ _sd_alg: 'sha3-256', _sd: [] }, []))
    expect(codes(report, 'proof')).toEqual(['proof.unsupported'])
    expect(report.verdict).toBe('undecided')
  })

  test.each<[string, string[]]>([
    ['no JSON', [base64url('[')]],
    ['no list', [base64url('{"a":1}')]],
    ['one part', [disclosure('salt')]],
    ['four parts', [disclosure('salt', 'a', 'b', 'c')]],
    ['a salt that is no text', [disclosure(1, 'a', 'b')]],
    ['a name that is no text', [disclosure('salt', 1, 'b')]],
    ['a key twice within', [base64url('["salt","a",{"b":1,"b":2}]')]],
    ['padding', [`${base64url('["salt","a","bc"]')}=`]],
    ['nothing', ['']],
    ['too many', Array.from({ length: 1_001 }, (_, index) => disclosure('salt', `n${index}`, 1))],
  ])('%s: cannot be read', async (_what, disclosures) => {
    const compact = await handmade({}, disclosures)
    expect(() => receiveCompact(compact)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(?:json|jwt)\./) }),
    )
  })

  test('nested without end: cannot be read', async () => {
    let inner = disclosure('salt', 'a', 1)
    const all = [inner]
    for (let depth = 0; depth < 40; depth++) {
      inner = disclosure('salt', 'a', { _sd: [digestOf(inner)] })
      all.push(inner)
    }
    const compact = await handmade({ _sd: [digestOf(inner)] }, all)
    expect(() => receiveCompact(compact)).toThrow(expect.objectContaining({ code: 'json.tooDeep' }))
  })

  test('every letter of it changed: never accepted', async () => {
    const compact = await handmade({ _sd: [digestOf(name)] }, [name])
    for (let at = 0; at < compact.length - 1; at++) {
      const changed = `${compact.slice(0, at)}${compact[at] === 'A' ? 'B' : 'A'}${compact.slice(at + 1)}`
      let verdict = 'unreadable'
      try {
        verdict = (await check(changed)).verdict
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(?:json|jwt)\./) })
      }
      expect(verdict).not.toBe('accepted')
    }
  })
})

describe('a key binding', () => {
  const asked = { challenge: 'q7JmXbX2cZ5kq1y8oK0v3A', domain: 'https://verifier.example' }
  const payload = { iat: seconds(NOW), nonce: asked.challenge, aud: asked.domain }
  const bound = async (changes: object = {}) =>
    instanceOf(issuer, holder).present(await foreign({ cnf: { jwk: holder.jwk } }), undefined, {
      kb: { payload: { ...payload, ...changes } },
    })

  test('answers what was asked, once', async () => {
    const report = await check(await bound(), { asked })
    expect(codes(report, 'holder')).toEqual(['holder.ok'])
    expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
    expect(codes(await check(await bound()), 'holder')).toEqual(['holder.noChallenge'])
    const inTime = { nbf: seconds(NOW), exp: seconds(NOW) + 60 }
    expect(codes(await check(await bound(inTime), { asked }), 'holder')).toEqual(['holder.ok'])
    const later = { asked, now: new Date(NOW.getTime() + 2 * 60 * 60 * 1000) }
    expect(codes(await check(await bound(), later), 'holder')).toEqual(['holder.stale'])
  })

  test.each([
    [{ nonce: 'another' }, 'holder.challengeMismatch'],
    [{ aud: 'https://other.example' }, 'holder.challengeMismatch'],
    [{ iat: seconds(NOW) + 3600 }, 'holder.invalid'],
    [{ iat: 'now' }, 'holder.invalid'],
    [{ nbf: seconds(NOW) + 3600 }, 'holder.invalid'],
    [{ nbf: 'now' }, 'holder.invalid'],
    [{ exp: seconds(NOW) - 1 }, 'holder.stale'],
    [{ exp: 'never' }, 'holder.stale'],
  ])('with %j is refused, and the credential stays genuine', async (changes, code) => {
    const report = await check(await bound(changes), { asked })
    expect(codes(report, 'holder')).toEqual([code])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'genuine' })
  })

  test('that is left away does not answer', async () => {
    const report = await check(await foreign({ cnf: { jwk: holder.jwk } }), { asked })
    expect(codes(report, 'holder')).toEqual(['holder.unsigned'])
    expect(report).toMatchObject({ verdict: 'rejected', standing: 'genuine' })
  })

  test('is about what was shown with it, and nothing more or less', async () => {
    const compact = await bound()
    const parts = compact.split('~')
    const less = [parts[0], ...parts.slice(2)].join('~')
    expect(codes(await check(less, { asked }), 'holder')).toEqual(['holder.invalid'])
  })

  test('by another key, or without any that its issuer named, is refused', async () => {
    const thief = await makeTheirs()
    const stolen = await instanceOf(issuer, thief).present(await foreign({ cnf: { jwk: holder.jwk } }), undefined, {
      kb: { payload },
    })
    expect(codes(await check(stolen, { asked }), 'holder')).toEqual(['holder.invalid'])
    const free = await instanceOf(issuer, thief).present(await foreign(), undefined, { kb: { payload } })
    expect(codes(await check(free, { asked }), 'holder')).toEqual(['holder.invalid'])
  })

  test('by a key that is named elsewhere could not be checked', async () => {
    const compact = await instanceOf(issuer, holder).present(await foreign({ cnf: { kid: holder.kid } }), undefined, {
      kb: { payload },
    })
    const report = await check(compact, { asked })
    expect(codes(report, 'holder')).toEqual(['holder.notChecked'])
    expect(report).toMatchObject({ verdict: 'undecided', standing: 'genuine' })
  })

  test('of another type is none', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as JsonObject
    const compact = await foreign({ cnf: { jwk: { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y } } })
    const make = (typ: string) =>
      new SignJWT({ ...payload, sd_hash: base64url(sha256(compact)) })
        .setProtectedHeader({ alg: 'ES256', typ })
        .sign(privateKey)
    expect(codes(await check(compact + (await make('kb+jwt')), { asked }), 'holder')).toEqual(['holder.ok'])
    expect(codes(await check(compact + (await make('JWT')), { asked }), 'holder')).toEqual(['holder.invalid'])
  })
})

describe('one of ours', () => {
  const makeOurs = async (algorithm: 'ES256' | 'ES384' | 'EdDSA', mandatoryPointers?: string[]) => {
    const by = makeSigner(algorithm)
    const envelope = await sign(sampleCredential(by.did), {
      suite: 'sd-jwt-vc',
      signer: by.signer,
      now: NOW,
      contexts,
      ...(mandatoryPointers === undefined ? {} : { mandatoryPointers }),
    })
    return { by, envelope, compact: asText(envelope.id).split(',')[1] ?? '' }
  }

  test.each(['ES256', 'ES384', 'EdDSA'] as const)('signed with %s is accepted in its envelope', async (algorithm) => {
    const { by, envelope } = await makeOurs(algorithm)
    expect(asText(envelope.id)).toMatch(/^data:application\/dc\+sd-jwt,/)
    const report = await verify(receiveJson(envelope), makeWorld())
    expect(faults(report)).toEqual([])
    const { vct, ...credential } = report.credential ?? {}
    expect(vct).toBe('https://w3id.org/skills-passport/verifiable-credential/v1')
    expect(credential).toEqual(sampleCredential(by.did))
  })

  test('is read by @sd-jwt used plainly', async () => {
    const { by, compact } = await makeOurs('ES256')
    const key = await crypto.subtle.importKey(
      'jwk',
      jwkOf(by.publicKey),
      { name: 'ECDSA', namedCurve: 'P-256' },
      true,
      ['verify'],
    )
    const verifier = async (data: string, signature: string) =>
      crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key,
        Buffer.from(signature, 'base64url'),
        new TextEncoder().encode(data),
      )
    const theirs = { ...issuer, verify: verifier }
    const { payload } = await instanceOf(theirs).verify(compact, { currentDate: seconds(NOW) })
    expect(payload).toMatchObject({ credentialSubject: { assurance: 'ExternallyQualityAssured' }, iss: by.did })
    const broken = `${compact.slice(0, 400)}x${compact.slice(401)}`
    await expect(instanceOf(theirs).verify(broken, { currentDate: seconds(NOW) })).rejects.toThrow()
  })

  test('shows less when less is chosen, and never less than what makes sense of it', async () => {
    const { compact } = await makeOurs('ES256')
    expect(codes(await check(compact), 'shape')).toEqual(['shape.ok'])
    const none = await check(presentSdJwt(compact, []))
    expect(codes(none, 'shape')).toEqual(['shape.ok', 'shape.partial'])
    expect(none).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
    expect(none.credential?.credentialSubject).toEqual({
      type: ['AchievementSubject', 'SkillsPassportSubject'],
      currentUntil: '2029-06-25',
      achievement: {
        id: 'https://college.example/modules/NSO4/v2',
        type: ['Achievement', 'SkillsPassportAchievement'],
        name: 'Network Security Operations',
        description: 'Assessed module.',
        criteria: { narrative: 'Pass both components.' },
      },
    })
    const one = await check(presentSdJwt(compact, ['/credentialSubject/achievement/alignment/1']))
    expect(one.credential).toMatchObject({
      credentialSubject: { achievement: { alignment: [{ targetName: 'Secure a small network' }] } },
    })
    expect(() => presentSdJwt(compact, ['/credentialSubject/nothing'])).toThrow(
      expect.objectContaining({ code: 'pointer.unknown' }),
    )
  })

  test('keeps what its issuer calls mandatory', async () => {
    const { compact } = await makeOurs('ES256', ['/credentialSubject/achievement/credit/0/creditValue'])
    const pointers = selectableParts(compact).map(({ pointer }) => pointer)
    expect(pointers).toContain('/credentialSubject/currentUntil')
    expect(pointers.filter((pointer) => pointer.includes('credit'))).toEqual([])
    expect(pointers).not.toContain('/credentialSubject/achievement')
    await expect(makeOurs('ES256', ['/credentialSubject/no'])).rejects.toMatchObject({ code: 'pointer.unknown' })
  })

  test('says nothing of its holder that was left out', async () => {
    const { compact } = await makeOurs('ES256')
    const shown = presentSdJwt(compact, [])
    const readable = shown
      .split(/[.~]/)
      .map((part) => Buffer.from(part, 'base64url').toString())
      .join('\n')
    expect(readable).not.toContain('Ola Adeyemi')
    expect(readable).toContain('Network Security Operations')
  })
})

test('a credential of the VC Data Model secured as vc+sd-jwt is accepted (VC-JOSE-COSE §3.2.1)', async () => {
  const by = await makeTheirs()
  const { '@context': context, ...rest } = sampleCredential(by.did)
  const theirs = new SDJwtInstance({
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    signer: by.sign,
    signAlg: 'ES256',
  })
  const frame = { credentialSubject: { _sd: ['assurance'] } } as never
  const header = { kid: by.kid, typ: 'vc+sd-jwt' }
  const compact = await theirs.issue({ '@context': context, ...rest }, frame, { header })
  const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+sd-jwt,${compact}` }
  const report = await verify(receiveJson(envelope), makeWorld())
  expect(faults(report)).toEqual([])
  expect(report.credential).toMatchObject({ credentialSubject: { assurance: 'ExternallyQualityAssured' } })
  expect(await check(presentSdJwt(compact, []))).toMatchObject({ verdict: 'accepted' })
})
