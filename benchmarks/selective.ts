import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { issue, derive as vcDerive, verifyCredential } from '@digitalbazaar/vc'
import { loadContexts } from '#contexts'
import { derive, didKeyOf, sign } from '#credential'
import { generateKeyPair, type JsonObject, readPrivateKey, signBytes } from '#platform'
import type { Benchmark } from './benchmark.ts'
import { verifyHere } from './ours.ts'
import { NOW, sampleCredential } from './sample.ts'
import { documentLoader, publishKeyOf } from './theirs.ts'

/**
 * `ecdsa-sd-2023` here and in its reference package: signing part by part, showing a part, and checking that part. Both sign,
 * show and check the same credential with the same mandatory and chosen parts.
 */

const MANDATORY = [
  '/issuer',
  '/validFrom',
  '/credentialSubject/achievement/name',
  '/credentialSubject/achievement/description',
  '/credentialSubject/achievement/criteria',
]
const CHOSEN = ['/credentialSubject/achievement/alignment', '/credentialSubject/achievement/creditsAvailable']

export const selectiveIssue: Benchmark = {
  name: 'ecdsa-sd-issue',
  bound: 6,
  async prepare() {
    const here = newSigningHere()
    const there = await newSigningThere()
    await requireBoth(await here())
    await requireBoth(await there())
    return { ours: here, theirs: there }
  },
}

export const selectiveDerive: Benchmark = {
  name: 'ecdsa-sd-derive',
  bound: 25,
  async prepare() {
    const base = await newSigningHere()()
    await requireBoth(base)
    return { ours: () => derive(base, CHOSEN, contexts), theirs: () => deriveThere(base) }
  },
}

export const selectiveVerify: Benchmark = {
  name: 'ecdsa-sd-verify',
  bound: 3,
  async prepare() {
    const base = await newSigningHere()()
    await requireBoth(base)
    const text = JSON.stringify(await derive(base, CHOSEN, contexts))
    return { ours: () => verifyHere(text), theirs: () => verifyThere(text) }
  },
}

const contexts = loadContexts()

/** Signs with a new did:key, over a key that is read once. */
function newSigningHere(): () => Promise<JsonObject> {
  const pair = generateKeyPair('ES256')
  const key = readPrivateKey(pair.privateKey)
  const did = didKeyOf({ algorithm: 'ES256', bytes: pair.publicKey })
  const signer = {
    id: `${did}#${did.slice('did:key:'.length)}`,
    algorithm: 'ES256',
    sign: async (bytes: Uint8Array) => signBytes('ES256', key, bytes),
  } as const
  const how = { suite: 'ecdsa-sd-2023', signer, now: NOW, contexts, mandatoryPointers: MANDATORY } as const
  return () => sign(sampleCredential(did), how)
}

async function newSigningThere(): Promise<() => Promise<JsonObject>> {
  const keyPair = await EcdsaMultikey.generate({ curve: 'P-256' })
  const did = `did:key:${keyPair.publicKeyMultibase}`
  keyPair.controller = did
  keyPair.id = `${did}#${keyPair.publicKeyMultibase}`
  return async () => {
    const cryptosuite = createSignCryptosuite({ mandatoryPointers: MANDATORY })
    const suite = new DataIntegrityProof({ cryptosuite, signer: keyPair.signer(), date: NOW })
    return (await issue({ credential: sampleCredential(did), suite, documentLoader, now: NOW })) as JsonObject
  }
}

function deriveThere(verifiableCredential: JsonObject) {
  const cryptosuite = createDiscloseCryptosuite({ selectivePointers: CHOSEN })
  return vcDerive({ verifiableCredential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader })
}

function verifyThere(text: string) {
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() })
  return verifyCredential({ credential: JSON.parse(text), suite, documentLoader, now: NOW })
}

/** Throws unless what either derives is accepted by both, and by neither with one letter changed. */
async function requireBoth(base: JsonObject): Promise<void> {
  publishKeyOf(base)
  for (const shown of [await derive(base, CHOSEN, contexts), await deriveThere(base)]) {
    const text = JSON.stringify(shown)
    const here = await verifyHere(text)
    const there = await verifyThere(text)
    if (here.verdict !== 'accepted' || !there.verified) {
      throw new Error(`Not accepted by both: ${JSON.stringify(here.checks)}`, { cause: there.error })
    }
    const changed = text.replace('professional', 'Professional')
    if ((await verifyHere(changed)).verdict !== 'rejected' || (await verifyThere(changed)).verified) {
      throw new Error('A changed credential is not refused by both.')
    }
  }
}
