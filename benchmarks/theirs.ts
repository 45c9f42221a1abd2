import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { generate } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue, verifyCredential } from '@digitalbazaar/vc'
import { loadContexts } from '#contexts'
import { isObject, type JsonObject } from '#platform'
import { NOW } from './sample.ts'

/** `@digitalbazaar/vc` as its own documentation uses it: its keys, its suite, and a loader over a map of documents. */

const documents = new Map<string, unknown>()
const contexts = loadContexts()
for (const url of contexts.urls()) documents.set(url, contexts.get(url))

/** Gives the pinned contexts, and the documents of the keys that were made known to it. */
export async function documentLoader(
  url: string,
): Promise<{ contextUrl: null; documentUrl: string; document: unknown }> {
  const document = documents.get(url)
  if (document === undefined) throw new Error(`There is no document ${url}.`)
  return { contextUrl: null, documentUrl: url, document }
}

type KeyPair = Awaited<ReturnType<typeof generate>>

/** A new did:key with its key pair. */
export async function newTheirIssuer(): Promise<{ did: string; keyPair: KeyPair }> {
  const keyPair = await generate()
  const did = `did:key:${keyPair.publicKeyMultibase}`
  keyPair.controller = did
  keyPair.id = `${did}#${keyPair.publicKeyMultibase}`
  return { did, keyPair }
}

/** Issues with their library. */
export function issueThere(credential: JsonObject, keyPair: KeyPair): Promise<Record<string, unknown>> {
  const suite = new DataIntegrityProof({ signer: keyPair.signer(), cryptosuite, date: NOW })
  return issue({ credential, suite, documentLoader, now: NOW })
}

/** Verifies a text with their library. */
export function verifyThere(text: string): Promise<{ verified: boolean; error?: unknown }> {
  const suite = new DataIntegrityProof({ cryptosuite })
  return verifyCredential({ credential: JSON.parse(text), suite, documentLoader, now: NOW })
}

/** Makes the documents of a credential's did:key known to the loader, as a resolver would. */
export function publishKeyOf({ proof }: Record<string, unknown>): void {
  const id = isObject(proof) && typeof proof.verificationMethod === 'string' ? proof.verificationMethod : ''
  const [did = '', publicKeyMultibase = ''] = id.split('#')
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    type: 'Multikey',
    id,
    controller: did,
    publicKeyMultibase,
  }
  documents.set(id, method)
  documents.set(did, { '@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [method] })
}
