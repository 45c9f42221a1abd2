import { createPublicKey, hash, verify as verifyBytes } from 'node:crypto'
import { loadContexts } from '#contexts'
import { base58Decode, base64url, isObject, type JsonObject } from '#platform'
import { canonicalise } from '../credential/canonical/canonicalise.ts'
import type { Benchmark, Operation } from './benchmark.ts'
import { issueHere, newIssuer, verifyHere } from './ours.ts'
import { sampleCredential } from './sample.ts'

/** Verifying with every check, beside the least that it can take: how near that is to as fast as can be. */
export const floor: Benchmark = {
  name: 'floor',
  bound: 1 / 2.2,
  async prepare() {
    const { did, signer } = newIssuer()
    const credential = await issueHere(sampleCredential(did), signer)
    const text = JSON.stringify(credential)
    return { ours: () => verifyHere(text), theirs: await leastWork(did, credential) }
  },
}

/**
 * What nobody who checks an `eddsa-rdfc-2022` proof can do without, given the canonical form for nothing: reading the
 * JSON, the two digests and the Ed25519 signature, with a key that is at hand. It throws unless the signature holds.
 */
async function leastWork(did: string, credential: JsonObject): Promise<Operation> {
  const text = JSON.stringify(credential)
  const { proof, ...document } = credential
  const { proofValue, ...options } = isObject(proof) ? proof : {}
  const contexts = loadContexts()
  const ofDocument = await canonicalise(document, contexts)
  const ofOptions = await canonicalise({ ...options, '@context': document['@context'] ?? [] }, contexts)
  const signature = base58Decode(String(proofValue).slice(1))
  const x = base64url(base58Decode(did.slice('did:key:z'.length)).subarray(2))
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return async () => {
    JSON.parse(text)
    const digests = [hash('sha256', ofOptions, 'buffer'), hash('sha256', ofDocument, 'buffer')]
    if (!verifyBytes(null, Buffer.concat(digests), key, signature)) throw new Error('The signature does not hold.')
  }
}
