import type { Signer, SigningAlgorithm } from '#credential'
import {
  type BytesAlgorithm,
  bbsPublicKey,
  bbsSign,
  generateBbsKeyPair,
  generateKeyPair,
  PassportError,
  publicKeyOfPrivate,
  readPrivateKey,
  signBytes,
} from '#platform'

/** Makes a key pair. The private key is PKCS #8 in DER, or for BBS the secret scalar; the public one as in `PublicKey`. */
export async function generateSigningKey(
  algorithm: SigningAlgorithm,
): Promise<{ privateKey: Uint8Array; publicKey: Uint8Array }> {
  return algorithm === 'BBS' ? generateBbsKeyPair() : generateKeyPair(algorithm)
}

/** A private key opened for signing. It is in closures and comes out nowhere. */
export interface OpenedKey {
  publicKey: Uint8Array
  signerFor(verificationMethod: string): Signer
}

/** Opens a private key, with the public key that belongs to it. The bytes handed in may be wiped afterwards. */
export async function openSigningKey(algorithm: SigningAlgorithm, privateKey: Uint8Array): Promise<OpenedKey> {
  return algorithm === 'BBS' ? openBbsKey(privateKey) : openBytesKey(algorithm, privateKey)
}

function openBytesKey(algorithm: BytesAlgorithm, privateKey: Uint8Array): OpenedKey {
  const key = readPrivateKey(privateKey)
  return {
    publicKey: publicKeyOfPrivate(algorithm, key),
    signerFor: (id) => ({ id, algorithm, sign: async (bytes) => signBytes(algorithm, key, bytes) }),
  }
}

async function openBbsKey(privateKey: Uint8Array): Promise<OpenedKey> {
  const secret = Uint8Array.from(privateKey)
  const publicKey = await bbsPublicKey(secret)
  const sign = async () => {
    throw new PassportError('proof.unsupported', 'A BBS key signs messages, not bytes.')
  }
  return {
    publicKey,
    signerFor: (id) => ({
      id,
      algorithm: 'BBS',
      sign,
      publicKey,
      signMessages: (header, messages) => bbsSign(secret, { publicKey, header, messages }),
    }),
  }
}
