import { expect, test } from '@jest/globals'
import { presentSdJwt, receiveCompact, receiveJson, sign, verify } from '#credential'
import { isObject, type JsonObject, sha256Hex } from '#platform'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { instanceOf, makeTheirs } from '../sd-jwt/theirs.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const

const identity = (identityType: string, identityHash: string, more: JsonObject = {}): JsonObject => ({
  type: 'IdentityObject',
  hashed: false,
  identityType,
  identityHash,
  ...more,
})
const hashed = (identityType: string, value: string, salt?: string) =>
  identity(identityType, `sha256$${sha256Hex(`${value}${salt ?? ''}`)}`, {
    hashed: true,
    ...(salt === undefined ? {} : { salt }),
  })

async function ask(identifiers: JsonObject[], recipient?: string, subject: JsonObject = {}) {
  const sample = sampleCredential(issuer.did)
  const credentialSubject = isObject(sample.credentialSubject) ? sample.credentialSubject : {}
  const { identifier: _, ...rest } = credentialSubject
  const credential = await sign(
    {
      ...sample,
      credentialSubject: { ...rest, ...(identifiers.length > 0 ? { identifier: identifiers } : {}), ...subject },
    },
    how,
  )
  const report = await verify(receiveJson(credential), makeWorld({}, recipient === undefined ? {} : { recipient }))
  expect(report.standing).toBe('genuine')
  expect(JSON.stringify(report.checks)).not.toContain('ola@example.org')
  return { verdict: report.verdict, found: report.checks.filter(({ check }) => check === 'recipient') }
}

test('nobody who does not ask hears whether it matches', async () => {
  expect(await ask([hashed('emailAddress', 'ola@example.org', 'Kosher')])).toEqual({ verdict: 'accepted', found: [] })
  expect((await ask([identity('name', 'Ola Adeyemi')], '  ')).found).toEqual([])
})

test('the example of the specification is a hash of the address and its salt', async () => {
  const stated = 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399'
  const example = identity('emailAddress', stated, { hashed: true, salt: 'Kosher' })
  expect((await ask([example], 'a@example.com')).found).toMatchObject([{ outcome: 'passed', code: 'recipient.match' }])
})

test.each([
  ['an address by its hash', [hashed('emailAddress', 'ola@example.org', 'Kosher')], 'ola@example.org'],
  ['an address however it is written', [hashed('emailAddress', 'ola@example.org', 's')], ' Ola@Example.org '],
  ['an address that the issuer hashed as written', [hashed('emailAddress', 'Ola@Example.org')], 'Ola@Example.org'],
  [
    'a hash in capitals',
    [identity('emailAddress', `sha256$${sha256Hex('ola@example.org').toUpperCase()}`, { hashed: true })],
    'ola@example.org',
  ],
  ['an address in plain', [identity('emailAddress', 'Ola@example.org')], 'ola@example.org'],
  ['a name in plain', [identity('name', 'Ola Adeyemi')], 'ola  adeyemi'],
  ['a name in another Unicode form', [identity('name', 'Siân')], 'Sia\u0302n'],
  ['a name by its hash', [hashed('name', 'Ola Adeyemi', 'x')], 'Ola Adeyemi'],
  ['one of several', [hashed('emailAddress', 'old@example.org'), identity('name', 'Ola Adeyemi')], 'Ola Adeyemi'],
  ['a number that the issuer knows the person by', [identity('sourcedId', 'S-1234')], 'S-1234'],
])('matches %s', async (_what, identifiers, recipient) => {
  expect(await ask(identifiers, recipient)).toMatchObject({
    verdict: 'accepted',
    found: [{ outcome: 'passed', code: 'recipient.match' }],
  })
})

test('matches the mailbox that a credential names as its subject', async () => {
  expect((await ask([], 'ola@example.org', { id: 'mailto:Ola@example.org' })).found[0]?.code).toBe('recipient.match')
})

test.each([
  ['another address', [hashed('emailAddress', 'ola@example.org', 'Kosher')], 'eve@example.org'],
  [
    'the right address with another salt',
    [hashed('emailAddress', 'ola@example.org', 'Kosher')].map((one) => ({ ...one, salt: 'kosher' })),
    'ola@example.org',
  ],
  ['another name', [identity('name', 'Ola Adeyemi')], 'Ola Adeyem'],
])('refuses %s, and the credential stays genuine', async (_what, identifiers, recipient) => {
  expect(await ask(identifiers, recipient)).toMatchObject({
    verdict: 'rejected',
    found: [{ outcome: 'failed', code: 'recipient.noMatch' }],
  })
})

test.each([
  ['weakHash', [identity('emailAddress', 'md5$5b2e1d0d0f4b4b3fd5d2c6f2a8c5e1aa', { hashed: true })], 'ola@example.org'],
  ['otherKind', [identity('name', 'Ola Adeyemi')], 'ola@example.org'],
  ['otherKind', [identity('sourcedId', 'S-1234')], 'Ola Adeyemi'],
  ['none', [], 'ola@example.org'],
])('cannot tell: %s', async (reason, identifiers, recipient) => {
  const subject = identifiers.length === 0 ? { id: 'did:example:ola' } : {}
  expect(await ask(identifiers, recipient, subject)).toMatchObject({
    verdict: 'undecided',
    found: [{ outcome: 'unknown', code: 'recipient.notComparable', detail: { reason } }],
  })
})

test('of an SD-JWT VC the claims that were shown are compared, and half a name is none', async () => {
  const theirs = await makeTheirs()
  const payload = {
    iss: theirs.did,
    vct: 'https://college.example/types/module',
    given_name: 'Ola',
    family_name: 'Adeyemi',
    email: 'ola@example.org',
  }
  const frame = { _sd: ['given_name', 'family_name', 'email'] }
  const compact = await instanceOf(theirs).issue(payload as never, frame as never, { header: { kid: theirs.kid } })
  const askOf = async (shown: string[], recipient: string) => {
    const report = await verify(receiveCompact(presentSdJwt(compact, shown)), makeWorld({}, { recipient }))
    return report.checks.filter(({ check }) => check === 'recipient').map(({ code }) => code)
  }
  expect(await askOf(['/given_name', '/family_name'], 'ola adeyemi')).toEqual(['recipient.match'])
  expect(await askOf(['/given_name', '/family_name'], 'Eve Adeyemi')).toEqual(['recipient.noMatch'])
  expect(await askOf(['/email'], 'Ola@example.org')).toEqual(['recipient.match'])
  expect(await askOf(['/given_name'], 'Ola Adeyemi')).toEqual(['recipient.notComparable'])
  expect(await askOf([], 'ola@example.org')).toEqual(['recipient.notComparable'])
})
