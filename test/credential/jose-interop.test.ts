import { describe, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose'
import { receiveJwt, sign, verify } from '#credential'
import { asText, base64url, jwkOf } from '#platform'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

describe.each(['EdDSA', 'ES256', 'ES384', 'RS256'] as const)('with jose used directly: %s', (alg) => {
  test('a VC-JWT signed here verifies there', async () => {
    const issuer = makeSigner(alg)
    const how = { suite: 'vc-jwt', signer: issuer.signer, now: NOW, contexts } as const
    const envelope = await sign(sampleCredential(issuer.did), how)
    const jwt = asText(envelope.id).split(',')[1] ?? ''
    const key = await importJWK(jwkOf(issuer.publicKey), alg)
    const expected = { issuer: issuer.did, currentDate: NOW, typ: 'vc+jwt', algorithms: [alg] }
    const { payload, protectedHeader } = await jwtVerify(jwt, key, expected)
    expect(protectedHeader).toMatchObject({ alg, kid: issuer.signer.id })
    expect(payload).toMatchObject({ name: 'Network Security Operations' })
  })

  test('a VC-JWT signed there verifies here, by the key of a did:jwk', async () => {
    const { privateKey, publicKey } = await generateKeyPair(alg, alg === 'EdDSA' ? { crv: 'Ed25519' } : {})
    const did = `did:jwk:${base64url(JSON.stringify(await exportJWK(publicKey)))}`
    const make = (claims: object, typ = 'JWT') =>
      new SignJWT({ ...sampleCredential(did), ...claims }).setProtectedHeader({ alg, typ, kid: '#0' }).sign(privateKey)
    const report = await verify(receiveJwt(await make({})), makeWorld())
    expect(report).toMatchObject({ verdict: 'accepted', securing: 'vc-jwt' })
    const contradicting = await verify(receiveJwt(await make({ iss: 'did:web:other.example' })), makeWorld())
    expect(contradicting.checks).toContainEqual(expect.objectContaining({ code: 'proof.claimMismatch' }))
    const ofAnotherKind = await verify(receiveJwt(await make({}, 'vp+jwt')), makeWorld())
    expect(ofAnotherKind).toMatchObject({ verdict: 'rejected' })
    const forged = (await make({})).replace(/.{8}$/, 'AAAAAAAA')
    expect(await verify(receiveJwt(forged), makeWorld())).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })
})

test('a key that is too short for RS256 signs nothing', async () => {
  const pair = await crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  )
  const { kty, n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const did = 'did:web:college.example'
  const method = { id: `${did}#key-1`, type: 'JsonWebKey', controller: did, publicKeyJwk: { kty, n, e } }
  const document = { id: did, verificationMethod: [method], assertionMethod: [method.id] }
  const input = [{ alg: 'RS256', typ: 'vc+jwt', kid: method.id }, sampleCredential(did)]
    .map((part) => base64url(JSON.stringify(part)))
    .join('.')
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', pair.privateKey, new TextEncoder().encode(input))
  const jwt = `${input}.${base64url(new Uint8Array(signature))}`
  const report = await verify(receiveJwt(jwt), makeWorld({ 'https://college.example/.well-known/did.json': document }))
  expect(report.checks).toContainEqual(expect.objectContaining({ check: 'proof', code: 'proof.invalid' }))
  expect(report.verdict).toBe('rejected')
})
