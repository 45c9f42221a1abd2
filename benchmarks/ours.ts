import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { loadContexts } from '#contexts'
import { examine, type Report, receiveJson, type SignedAlike, type Signer, sign, verify, type World } from '#credential'
import { base58Encode, base64urlDecode, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { NOW } from './sample.ts'

const contexts = loadContexts()

/** A world with no network and no lists: nothing but the credential itself is looked at. */
export const WORLD: World = {
  now: NOW,
  contexts,
  load: async () => {
    throw new PassportError('fetch.failed', 'There is no network here.')
  },
  allowLoopback: false,
  statusMaxAgeSeconds: 60,
  trustLists: [],
  verified: { has: () => false, add: () => undefined },
  unavailableLists: [],
}

/** A new did:key with its signer, over a key that is read once, as in `keys/`. */
export function newIssuer(): { did: string; signer: Signer } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const multibase = `z${base58Encode(Uint8Array.of(0xed, 0x01, ...base64urlDecode(x)))}`
  const did = `did:key:${multibase}`
  const sign = async (bytes: Uint8Array) => signBytes(null, bytes, privateKey)
  return { did, signer: { id: `${did}#${multibase}`, algorithm: 'EdDSA', sign } }
}

/** Issues as the issuer does. */
export function issueHere(credential: JsonObject, signer: Signer): Promise<JsonObject> {
  return sign(credential, { suite: 'eddsa-rdfc-2022', signer, now: NOW, contexts })
}

/** Issues as the issuer does with many awards of one achievement. */
export function issueAlikeHere(credential: JsonObject, signer: Signer, alike: SignedAlike): Promise<JsonObject> {
  return sign(credential, { suite: 'eddsa-rdfc-2022', signer, now: NOW, contexts, alike })
}

/** Reads a text as it comes from outside and finds out whether its proof holds: its key, its signature and its dates. */
export async function verifyProofHere(text: string): Promise<boolean> {
  const { proofs } = await examine(receiveJson(parseJsonObject(text)), WORLD)
  return proofs.length > 0 && proofs.every(({ outcome }) => outcome === 'passed')
}

/** Verifies a text as it comes from outside, with all the checks. */
export function verifyHere(text: string): Promise<Report> {
  return verify(receiveJson(parseJsonObject(Buffer.from(text))), WORLD)
}
