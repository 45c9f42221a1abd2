import { generateKeyPairSync, hash, sign, verify } from 'node:crypto'
import type { Benchmark, Operation } from './benchmark.ts'
import { issueHere, newIssuer, verifyHere, verifyProofHere } from './ours.ts'
import { sampleCredential } from './sample.ts'

/** From a credential's text to the verdict of its proof, beside the least that it can take. */
export const floor = besideLeast('floor', 1 / 2.2, verifyProofHere)

/** The same with every check there is. */
export const checkFloor = besideLeast('check-floor', 1 / 6, verifyHere)

function besideLeast(name: string, bound: number, verifies: (text: string) => Promise<unknown>): Benchmark {
  return {
    name,
    bound,
    async prepare(): Promise<{ ours: Operation; theirs: Operation }> {
      const { did, signer } = newIssuer()
      const text = JSON.stringify(await issueHere(sampleCredential(did), signer))
      return { ours: () => verifies(text), theirs: leastWork(text) }
    },
  }
}

/** The canonical form of the sample, and of its proof's options, have about so many characters. */
const DOCUMENT_LENGTH = 8_260
const OPTIONS_LENGTH = 600

/**
 * What nobody who checks an `eddsa-rdfc-2022` proof can do without, if the canonical form were there for nothing: reading
 * the JSON, the two digests, and the Ed25519 signature with a key that is at hand. It throws unless the signature holds.
 */
function leastWork(text: string): Operation {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const [ofOptions, ofDocument] = ['o'.repeat(OPTIONS_LENGTH), 'd'.repeat(DOCUMENT_LENGTH)]
  const digests = () => Buffer.concat([hash('sha256', ofOptions, 'buffer'), hash('sha256', ofDocument, 'buffer')])
  const signature = sign(null, digests(), privateKey)
  return async () => {
    JSON.parse(text)
    if (!verify(null, digests(), publicKey, signature)) throw new Error('The signature does not hold.')
  }
}
