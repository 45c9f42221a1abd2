/** The ciphersuite that bbs-2023 uses (Data Integrity BBS Cryptosuites §3.4). */
const ciphersuite = 'BLS12-381-SHA-256'

/** What a BBS signature covers: a header that is always shown, and messages of which any may be left out later. */
export interface BbsSigned {
  publicKey: Uint8Array
  header: Uint8Array
  messages: readonly Uint8Array[]
}

// Loaded when first needed: few credentials use it, and it is not small.
const library = () => import('@digitalbazaar/bbs-signatures')

/** Makes a BLS12-381 key pair: a secret scalar of 32 bytes and a point of G2 of 96. */
export async function generateBbsKeyPair(): Promise<{ privateKey: Uint8Array; publicKey: Uint8Array }> {
  const { secretKey, publicKey } = await (await library()).generateKeyPair({ ciphersuite })
  return { privateKey: secretKey, publicKey }
}

/** The public key that belongs to a secret scalar. */
export async function bbsPublicKey(secretKey: Uint8Array): Promise<Uint8Array> {
  return (await library()).secretKeyToPublicKey({ secretKey, ciphersuite })
}

/** Signs a header and messages (BBS Signatures §3.5.1). The signature is 80 bytes. */
export async function bbsSign(secretKey: Uint8Array, signed: BbsSigned): Promise<Uint8Array> {
  return (await library()).sign({ secretKey, ...signed, ciphersuite })
}

/** Whether a signature over a header and all messages is good (§3.5.2). What is malformed is not good. */
export async function bbsVerify(signature: Uint8Array, signed: BbsSigned): Promise<boolean> {
  const { verifySignature } = await library()
  return verifySignature({ ...signed, signature, ciphersuite }).catch(() => false)
}

/** Makes a proof that shows only the messages of the given indexes (§3.5.3). */
export async function bbsDerive(
  signature: Uint8Array,
  signed: BbsSigned,
  shown: { indexes: readonly number[]; presentationHeader: Uint8Array },
): Promise<Uint8Array> {
  const { indexes: disclosedMessageIndexes, presentationHeader } = shown
  return (await library()).deriveProof({
    ...signed,
    signature,
    presentationHeader,
    disclosedMessageIndexes,
    ciphersuite,
  })
}

/** Whether a derived proof is good (§3.5.4); `messages` are the disclosed ones, in the order of their indexes. */
export async function bbsVerifyDerived(
  proof: Uint8Array,
  { messages: disclosedMessages, ...signed }: BbsSigned,
  shown: { indexes: readonly number[]; presentationHeader: Uint8Array },
): Promise<boolean> {
  const { verifyProof } = await library()
  const { indexes: disclosedMessageIndexes, presentationHeader } = shown
  const options = { ...signed, proof, disclosedMessages, disclosedMessageIndexes, presentationHeader, ciphersuite }
  return verifyProof(options).catch(() => false)
}
