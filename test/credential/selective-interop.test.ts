import * as bbsSuite from '@digitalbazaar/bbs-2023-cryptosuite'
import * as Bls12381Multikey from '@digitalbazaar/bls12-381-multikey'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import * as ecdsaSdSuite from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { describe, expect, test } from '@jest/globals'
import { derive, receiveJson, type SecuringSuite, sign, verify } from '#credential'
import type { JsonObject } from '#platform'
import { makeSignerFor } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

/** As a user of @digitalbazaar/vc writes it: pinned contexts, and keys of did:key. */
const documentLoader = async (url: string) => {
  if (!url.startsWith('did:key:')) return { contextUrl: null, documentUrl: url, document: contexts.get(url) }
  const [did = ''] = url.split('#')
  const key = { id: `${did}#${did.slice(8)}`, type: 'Multikey', controller: did, publicKeyMultibase: did.slice(8) }
  const document = url.includes('#')
    ? { '@context': 'https://w3id.org/security/multikey/v1', ...key }
    : { '@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [key.id], verificationMethod: [key] }
  return { contextUrl: null, documentUrl: url, document }
}

const mandatoryPointers = [
  '/issuer',
  '/name',
  '/validFrom',
  '/credentialSubject/achievement/name',
  '/credentialSubject/achievement/description',
  '/credentialSubject/achievement/criteria',
]
const selectivePointers = ['/credentialSubject/achievement/alignment/1', '/credentialSubject/identifier']

const generateBbs = async () => {
  const algorithm = Bls12381Multikey.ALGORITHMS.BBS_BLS12381_SHA256
  const unnamed = await Bls12381Multikey.generateBbsKeyPair({ algorithm })
  const { publicKeyMultibase } = await unnamed.export({ publicKey: true })
  const did = `did:key:${String(publicKeyMultibase)}`
  const secret = await unnamed.export({ publicKey: true, secretKey: true })
  return Bls12381Multikey.from(
    { ...secret, id: `${did}#${String(publicKeyMultibase)}`, controller: did },
    { algorithm },
  )
}

const generateEcdsa = async () => {
  const unnamed = await EcdsaMultikey.generate({ curve: 'P-256' })
  const did = `did:key:${unnamed.publicKeyMultibase}`
  const secret = await unnamed.export({ publicKey: true, secretKey: true })
  return EcdsaMultikey.from({ ...secret, id: `${did}#${unnamed.publicKeyMultibase}`, controller: did })
}

const SUITES = [
  { suite: 'ecdsa-sd-2023', theirs: ecdsaSdSuite, generate: generateEcdsa, algorithm: 'ES256' },
  { suite: 'bbs-2023', theirs: bbsSuite, generate: generateBbs, algorithm: 'BBS' },
] as const satisfies readonly { suite: SecuringSuite; [part: string]: unknown }[]

describe.each(SUITES)('with the reference package of $suite', ({ suite: name, theirs, generate, algorithm }) => {
  const verifyThere = (credential: JsonObject) => {
    const suite = new DataIntegrityProof({ cryptosuite: theirs.createVerifyCryptosuite() })
    return vc.verifyCredential({ credential, suite, documentLoader, now: NOW })
  }
  const deriveThere = async (verifiableCredential: JsonObject) => {
    const suite = new DataIntegrityProof({ cryptosuite: theirs.createDiscloseCryptosuite({ selectivePointers }) })
    return (await vc.derive({ verifiableCredential, suite, documentLoader })) as JsonObject
  }
  const verifyHere = (credential: JsonObject) => verify(receiveJson(credential), makeWorld())

  test('what is signed and derived here verifies there, and so does what is derived there', async () => {
    const { did, signer } = await makeSignerFor(algorithm)
    const how = { suite: name, signer, now: NOW, contexts, mandatoryPointers }
    const base = await sign(sampleCredential(did), how)
    const ours = await derive(base, selectivePointers, contexts)
    expect(await verifyThere(ours)).toMatchObject({ verified: true })
    const changed = { ...ours, validFrom: '2020-01-01T00:00:00Z' }
    expect(await verifyThere(changed)).toMatchObject({ verified: false })
    const reference = await deriveThere(base)
    expect(await verifyHere(reference)).toMatchObject({ verdict: 'accepted' })
    expect({ ...reference, proof: null }).toEqual({ ...ours, proof: null })
  }, 60_000)

  test('what is signed there is taken, derived and verified here, and so is what is derived there', async () => {
    const key = await generate()
    const cryptosuite = theirs.createSignCryptosuite({ mandatoryPointers })
    const suite = new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: NOW })
    const credential = sampleCredential(key.controller)
    const base = (await vc.issue({ credential, suite, documentLoader, now: NOW })) as JsonObject
    expect(await verifyHere(base)).toMatchObject({ verdict: 'undecided' })
    expect(await verify(receiveJson(base), makeWorld({}, { asHolder: true }))).toMatchObject({ verdict: 'accepted' })
    const ours = await derive(base, selectivePointers, contexts)
    expect(await verifyHere(ours)).toMatchObject({ verdict: 'accepted' })
    expect(await verifyThere(ours)).toMatchObject({ verified: true })
    expect(await verifyHere(await deriveThere(base))).toMatchObject({ verdict: 'accepted' })
  }, 60_000)
})
