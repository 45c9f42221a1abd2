import { didKeyOf, type Signer, type SigningAlgorithm } from '#credential'
import {
  type BytesAlgorithm,
  bbsSign,
  generateBbsKeyPair,
  generateKeyPair,
  type PublicKey,
  readPrivateKey,
  signBytes,
} from '#platform'

export interface MadeSigner {
  did: string
  signer: Signer
  multibase: string
  publicKey: PublicKey
}

/** A key pair made on the spot, as a did:key, with the signer that a test needs. */
export function makeSigner(algorithm: BytesAlgorithm = 'EdDSA'): MadeSigner {
  const { privateKey, publicKey: bytes } = generateKeyPair(algorithm)
  const key = readPrivateKey(privateKey)
  return named({ algorithm, bytes }, (id) => ({ id, algorithm, sign: async (data) => signBytes(algorithm, key, data) }))
}

/** The same for any algorithm, BBS too. */
export async function makeSignerFor(algorithm: SigningAlgorithm): Promise<MadeSigner> {
  if (algorithm !== 'BBS') return makeSigner(algorithm)
  const { privateKey, publicKey } = await generateBbsKeyPair()
  const sign = async () => Promise.reject(new Error('BBS signs messages'))
  return named({ algorithm, bytes: publicKey }, (id) => ({
    id,
    algorithm,
    sign,
    publicKey,
    signMessages: (header, messages) => bbsSign(privateKey, { publicKey, header, messages }),
  }))
}

function named(publicKey: PublicKey, signerFor: (id: string) => Signer): MadeSigner {
  const did = didKeyOf(publicKey)
  const multibase = did.slice('did:key:'.length)
  return { did, multibase, publicKey, signer: signerFor(`${did}#${multibase}`) }
}
