import { createRequire } from 'node:module'
import * as Bls12381Multikey from '@digitalbazaar/bls12-381-multikey'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { verifyCredential } from '@digitalcredentials/verifier-core'
import { describe, expect, jest, test } from '@jest/globals'
import { derive, receiveJson, sign, verify } from '#credential'
import type { JsonObject } from '#platform'
import { makeSigner, makeSignerFor } from '../keys.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

/** A credential in the words of its own types. */
type Theirs = Parameters<typeof verifyCredential>[0]['credential']

type Outcome = { verified?: boolean; signed?: JsonObject; derived?: JsonObject; error?: string }
type With = { documentLoader: (url: string) => Promise<object> }

/** What is used of it; its own types know fewer loaders than it does. */
interface TrustVc {
  signCredential(credential: JsonObject, key: object, suite: string, options: With): Promise<Outcome>
  deriveCredential(credential: JsonObject, pointers: string[], options: With): Promise<Outcome>
  verifyCredential(credential: JsonObject, options: With): Promise<Outcome>
}

/** Verifiers and issuers that are neither ours nor the reference: `@digitalcredentials/verifier-core` and `@trustvc/w3c-vc`. */

const load = createRequire(import.meta.url)
const trustvc = load('@trustvc/w3c-vc') as TrustVc

const PLAIN = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  id: 'urn:uuid:0f3c1c9e-54d1-4f5c-9d8b-2f6f6a3a0001',
  name: 'Network Security Operations',
  validFrom: '2026-06-30T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://college.example/modules/NSO4/v2',
      type: ['Achievement'],
      name: 'Network Security Operations',
      description: 'Assessed module.',
      criteria: { narrative: 'Pass both components.' },
    },
  },
} satisfies JsonObject

const badge = (did: string): JsonObject => ({ ...PLAIN, issuer: { id: did, type: ['Profile'], name: 'A college' } })

test('@digitalcredentials/verifier-core takes what we sign, and not once it is changed', async () => {
  // It looks for a schema on the network, says so at length where there is none, and goes on.
  jest.spyOn(console, 'log').mockReturnValue()
  jest.spyOn(console, 'error').mockReturnValue()
  const issuer = makeSigner()
  const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
  const credential = (await sign(badge(issuer.did), how)) as unknown as Theirs
  const found = await verifyCredential({ credential, knownDIDRegistries: [] })
  expect(found.log).toContainEqual(expect.objectContaining({ id: 'valid_signature', valid: true }))
  const forged = await verifyCredential({ credential: { ...credential, name: 'Another' }, knownDIDRegistries: [] })
  expect(forged.log ?? []).not.toContainEqual(expect.objectContaining({ id: 'valid_signature', valid: true }))
})

/** DIDs are resolved by the loader there, and its loader is ours: contexts, did:key documents and their keys. */
const documentLoader = async (url: string) => {
  if (!url.startsWith('did:key:')) return { contextUrl: null, documentUrl: url, document: contexts.get(url) }
  const [did = ''] = url.split('#')
  const id = `${did}#${did.slice('did:key:'.length)}`
  const key = { id, type: 'Multikey', controller: did, publicKeyMultibase: did.slice('did:key:'.length) }
  const multikey = { '@context': 'https://w3id.org/security/multikey/v1', ...key }
  const document = {
    '@context': 'https://www.w3.org/ns/did/v1',
    id: did,
    assertionMethod: [id],
    verificationMethod: [multikey],
  }
  return { contextUrl: null, documentUrl: url, document: url.includes('#') ? multikey : document }
}

describe.each([
  { suite: 'ecdsa-sd-2023', algorithm: 'ES256' },
  { suite: 'bbs-2023', algorithm: 'BBS' },
] as const)('@trustvc/w3c-vc with $suite', ({ suite, algorithm }) => {
  test('takes what we sign and derive', async () => {
    const issuer = await makeSignerFor(algorithm)
    const how = { suite, signer: issuer.signer, now: NOW, contexts, mandatoryPointers: ['/issuer', '/validFrom'] }
    const base = await sign(badge(issuer.did), how)
    const shown = await derive(base, ['/name', '/credentialSubject/achievement/name'], contexts)
    expect(await trustvc.verifyCredential(shown, { documentLoader })).toMatchObject({ verified: true })
    const forged = await trustvc.verifyCredential({ ...shown, name: 'Another' }, { documentLoader })
    expect(forged.verified).toBe(false)
  })

  test('signs and derives what we take', async () => {
    const key = await keyOf(algorithm)
    // It gives the credential a name of its own.
    const { id: _, ...unnamed } = badge(key.controller)
    const { signed = {}, error } = await trustvc.signCredential(unnamed, key, suite, { documentLoader })
    expect(error).toBeUndefined()
    const own = await verify(receiveJson(signed), makeWorld({}, { now: new Date(), asHolder: true }))
    expect(own).toMatchObject({ verdict: 'accepted' })
    const { derived: shown = {} } = await trustvc.deriveCredential(
      signed,
      ['/name', '/credentialSubject/achievement'],
      {
        documentLoader,
      },
    )
    expect(await verify(receiveJson(shown), makeWorld({}, { now: new Date() }))).toMatchObject({ verdict: 'accepted' })
    expect(await verify(receiveJson({ ...shown, name: 'Another' }), makeWorld({}, { now: new Date() }))).toMatchObject({
      verdict: 'rejected',
    })
  })
})

async function keyOf(algorithm: 'ES256' | 'BBS') {
  const unnamed =
    algorithm === 'ES256'
      ? await EcdsaMultikey.generate({ curve: 'P-256' })
      : await Bls12381Multikey.generateBbsKeyPair({ algorithm: 'BBS-BLS12-381-SHA-256' })
  const did = `did:key:${unnamed.publicKeyMultibase}`
  const secret = await unnamed.export({ publicKey: true, secretKey: true })
  return { ...secret, id: `${did}#${unnamed.publicKeyMultibase}`, controller: did }
}
