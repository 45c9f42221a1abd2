import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { describe, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose'
import { receiveJson, receiveJwt, resolveDid, sign, verify } from '#credential'
import { asText, base58Decode, base58Encode, base64url, base64urlDecode, type JsonObject } from '#platform'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

/** The loader that a user of @digitalbazaar/vc writes: contexts, and keys and controllers of did:key. */
const documentLoader = async (url: string) => {
  if (!url.startsWith('did:key:')) return { contextUrl: null, documentUrl: url, document: contexts.get(url) }
  const [did = ''] = url.split('#')
  const key = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${did}#${did.slice(8)}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: did.slice(8),
  }
  const controller = {
    '@context': 'https://www.w3.org/ns/did/v1',
    id: did,
    assertionMethod: [key.id],
    verificationMethod: [key],
  }
  return { contextUrl: null, documentUrl: url, document: url.includes('#') ? key : controller }
}

/** Each suite as its reference package has it, with the keys of a reference package that go with it. */
const SUITES = [
  { suite: 'eddsa-rdfc-2022', alg: 'EdDSA', theirs: () => ({ sign: eddsaRdfc, verify: eddsaRdfc }) },
  {
    suite: 'eddsa-jcs-2022',
    alg: 'EdDSA',
    theirs: () => ({ sign: eddsaJcs.createSignCryptosuite(), verify: eddsaJcs.createVerifyCryptosuite() }),
  },
  { suite: 'ecdsa-rdfc-2019', alg: 'ES256', theirs: () => ({ sign: ecdsaRdfc, verify: ecdsaRdfc }) },
  { suite: 'ecdsa-rdfc-2019', alg: 'ES384', theirs: () => ({ sign: ecdsaRdfc, verify: ecdsaRdfc }) },
] as const

describe.each(SUITES)('with @digitalbazaar/vc used directly: $suite, $alg', ({ suite: name, alg, theirs }) => {
  test('a credential signed here verifies there', async () => {
    const issuer = makeSigner(alg)
    const how = { suite: name, signer: issuer.signer, now: NOW, contexts }
    const credential = await sign(sampleCredential(issuer.did), how)
    const suite = new DataIntegrityProof({ cryptosuite: theirs().verify })
    expect(await vc.verifyCredential({ credential, suite, documentLoader, now: NOW })).toMatchObject({ verified: true })
    const changed = { ...credential, name: 'Other' }
    expect(await vc.verifyCredential({ credential: changed, suite, documentLoader, now: NOW })).toMatchObject({
      verified: false,
    })
  })

  test('IHE-50 (partly): a credential signed there verifies here', async () => {
    const key = await generateTheirs(alg)
    const suite = new DataIntegrityProof({ cryptosuite: theirs().sign, signer: key.signer(), date: NOW })
    const credential = (await vc.issue({
      credential: sampleCredential(key.controller),
      suite,
      documentLoader,
      now: NOW,
    })) as JsonObject
    const report = await verify(receiveJson(credential), makeWorld())
    expect(report).toMatchObject({ verdict: 'accepted', standing: 'genuine' })
    const forged = await verify(receiveJson({ ...credential, name: 'Other' }), makeWorld())
    expect(forged).toMatchObject({ verdict: 'rejected', standing: 'notGenuine' })
  })
})

async function generateTheirs(alg: 'EdDSA' | 'ES256' | 'ES384') {
  const Multikey = alg === 'EdDSA' ? Ed25519Multikey : EcdsaMultikey
  const curve = { ES256: 'P-256', ES384: 'P-384', EdDSA: undefined }[alg]
  const unnamed = await Multikey.generate(curve === undefined ? {} : { curve })
  const did = `did:key:${unnamed.publicKeyMultibase}`
  const secret = await unnamed.export({ publicKey: true, secretKey: true })
  return Multikey.from({ ...secret, id: `${did}#${unnamed.publicKeyMultibase}`, controller: did })
}

describe('with jose used directly', () => {
  test.each(['EdDSA', 'ES256'] as const)('a VC-JWT signed here with %s verifies there', async (alg) => {
    const issuer = makeSigner(alg)
    const envelope = await sign(sampleCredential(issuer.did), {
      suite: 'vc-jwt',
      signer: issuer.signer,
      now: NOW,
      contexts,
    })
    const jwt = asText(envelope.id).split(',')[1] ?? ''
    const key = await importJWK(jwkOf(issuer.did), alg)
    const { payload, protectedHeader } = await jwtVerify(jwt, key, {
      issuer: issuer.did,
      currentDate: NOW,
      typ: 'vc+jwt',
    })
    expect(protectedHeader).toMatchObject({ alg, kid: issuer.signer.id })
    expect(payload).toMatchObject({
      name: 'Network Security Operations',
      jti: 'urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c0001',
    })
  })

  test.each(['EdDSA', 'ES256'] as const)('a VC-JWT signed there with %s verifies here', async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg, alg === 'EdDSA' ? { crv: 'Ed25519' } : {})
    const jwk = await exportJWK(publicKey)
    const x = base64urlDecode(jwk.x ?? '')
    const multicodec =
      alg === 'EdDSA' ? [0xed, 0x01, ...x] : [0x80, 0x24, 2 + ((base64urlDecode(jwk.y ?? '')[31] ?? 0) & 1), ...x]
    const multibase = `z${base58Encode(Uint8Array.from(multicodec))}`
    const did = `did:key:${multibase}`
    const jwt = await new SignJWT(sampleCredential(did))
      .setProtectedHeader({ alg, typ: 'JWT', kid: `${did}#${multibase}` })
      .setIssuer(did)
      .sign(privateKey)
    expect(await verify(receiveJwt(jwt), makeWorld())).toMatchObject({ verdict: 'accepted', securing: 'vc-jwt' })
  })
})

test('a did:key resolves to the document that its vectors show', async () => {
  const did = 'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp'
  const document = await resolveDid(did, makeWorld())
  expect(document.assertionMethod).toEqual([
    { id: `${did}#${did.slice(8)}`, controller: did, publicKeyMultibase: did.slice(8) },
  ])
})

function jwkOf(did: string) {
  const bytes = base58Decode(did.slice('did:key:z'.length)).subarray(2)
  if (bytes.length === 32) return { kty: 'OKP', crv: 'Ed25519', x: base64url(bytes) }
  return { kty: 'EC', crv: 'P-256', ...uncompressed(bytes) }
}

/** y from x on P-256, by its equation, so that the test does not lean on the code it tests. */
function uncompressed(compressed: Uint8Array) {
  const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
  const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn
  const x = BigInt(`0x${Buffer.from(compressed.subarray(1)).toString('hex')}`)
  const power = (base: bigint, exponent: bigint) => {
    let result = 1n
    for (let e = exponent, square = base % p; e > 0n; e >>= 1n, square = (square * square) % p) {
      if (e & 1n) result = (result * square) % p
    }
    return result
  }
  const root = power((x ** 3n - 3n * x + b) % p, (p + 1n) / 4n)
  const y = Number(root & 1n) === (compressed[0] ?? 0) - 2 ? root : p - root
  const bytes = (value: bigint) => base64url(Buffer.from(value.toString(16).padStart(64, '0'), 'hex'))
  return { x: bytes(x), y: bytes(y) }
}
