import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadContexts, readExtraContexts } from '#contexts'
import { didKeyOf, type Signer } from '#credential'
import {
  asText,
  type BytesAlgorithm,
  base58Decode,
  hex,
  type JsonObject,
  type PublicKey,
  parseJsonObject,
  sha256,
  sha384,
  signBytes,
} from '#platform'
import { readMultikey } from '../../../credential/multikey.ts'
import { jcs } from '../../../credential/proof/jcs.ts'
import { rdfc } from '../../../credential/proof/rdfc.ts'
import { suiteOf } from '../../../credential/proof/suites.ts'
import { rawPrivateKey } from '../raw-key.ts'

const VECTORS = join(import.meta.dirname, '..', '..', 'vectors')
const contexts = loadContexts(readExtraContexts(join(VECTORS, 'contexts')))

/** Every folder of step vectors, the key pair that signed there, and which canonical form its suite has. */
const CASES = [
  ['eddsa/eddsa-rdfc-2022', 'eddsa/keyPair.json', 'EdDSA'],
  ['eddsa/eddsa-rdfc-2022/employ', 'eddsa/keyPair.json', 'EdDSA'],
  ['eddsa/eddsa-jcs-2022', 'eddsa/keyPair.json', 'EdDSA'],
  ['eddsa/Ed25519Signature2020', 'eddsa/keyPair.json', 'EdDSA'],
  ['ecdsa/ecdsa-rdfc-2019-p256', 'ecdsa/p256KeyPair.json', 'ES256'],
  ['ecdsa/ecdsa-rdfc-2019-p256/employ', 'ecdsa/p256KeyPair.json', 'ES256'],
  ['ecdsa/ecdsa-rdfc-2019-p384', 'ecdsa/p384KeyPair.json', 'ES384'],
  ['ecdsa/ecdsa-rdfc-2019-p384/employ', 'ecdsa/p384KeyPair.json', 'ES384'],
  ['ecdsa/ecdsa-jcs-2019-p256', 'ecdsa/p256KeyPair.json', 'ES256'],
  ['ecdsa/ecdsa-jcs-2019-p384', 'ecdsa/p384KeyPair.json', 'ES384'],
] as const

describe.each(CASES)('W3C %s', (folder, pair, algorithm) => {
  const step = stepsOf(folder)
  const signed = parseJsonObject(step('signed'))
  const { proof, ...document } = signed as JsonObject & { proof: JsonObject }
  const { proofValue, ...options } = proof
  const form = folder.includes('-jcs-') ? jcs : rdfc
  const hash = algorithm === 'ES384' ? 'sha384' : 'sha256'
  const digest = hash === 'sha384' ? sha384 : sha256
  const { key, privateKey } = keysOf(pair, algorithm)

  test('the document and the proof come into the canonical forms of the vector', () => {
    expect(form.document(document, contexts, { hash })).toBe(step('canonDoc'))
    expect(form.options(options, document, contexts, { hash })).toBe(step('proofCanon'))
  })

  test('their hashes are those of the vector', () => {
    const ofDocument = hex(digest(form.document(document, contexts, { hash })))
    const ofProof = hex(digest(form.options(options, document, contexts, { hash })))
    expect([ofDocument, ofProof, ofProof + ofDocument]).toEqual([
      step('docHash'),
      step('proofHash'),
      step('combinedHash'),
    ])
  })

  test('the signature is the one of the vector, and holds', async () => {
    expect(hex(base58Decode(asText(proofValue).slice(1)))).toBe(step('sigHex'))
    expect(proofValue).toBe(step('sigBTC58'))
    expect(await suiteOf(proof)?.verify(document, proof, key, contexts)).toBe('valid')
    const changed = { ...document, name: 'Another name' }
    expect(await suiteOf(proof)?.verify(changed, proof, key, contexts)).toBe('invalid')
  })

  test('signing again gives a proof that holds: the very same one with Ed25519', async () => {
    const signer: Signer = {
      id: asText(options.verificationMethod),
      algorithm,
      sign: async (bytes) => signBytes(algorithm, privateKey, bytes),
    }
    const created = new Date(asText(options.created))
    const made = await suiteOf(proof)?.sign(document, signer, { created, contexts })
    expect(await suiteOf(proof)?.verify(document, made ?? {}, key, contexts)).toBe('valid')
    expect(algorithm === 'EdDSA' ? made : null).toEqual(algorithm === 'EdDSA' ? proof : null)
  })
})

/** The steps of a folder by the beginning of their file names. */
function stepsOf(folder: string): (name: string) => string {
  const path = join(VECTORS, 'data-integrity', folder)
  const files = readdirSync(path)
  return (name) => {
    const file = files.find((one) => one.startsWith(name))
    if (file === undefined) throw new Error(`${folder} has no ${name}`)
    return readFileSync(join(path, file), 'utf8')
  }
}

function keysOf(file: string, algorithm: BytesAlgorithm) {
  const pair = parseJsonObject(readFileSync(join(VECTORS, 'data-integrity', file), 'utf8'))
  const key = readMultikey(asText(pair.publicKeyMultibase)) as PublicKey
  expect(didKeyOf(key)).toBe(`did:key:${asText(pair.publicKeyMultibase)}`)
  const secret = base58Decode(asText(pair.secretKeyMultibase ?? pair.privateKeyMultibase).slice(1)).subarray(2)
  return { key, privateKey: rawPrivateKey(algorithm, secret) }
}
