import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite as reference } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import type { ContextLoader } from '#contexts'
import { isObject, type JsonObject, PassportError } from '#platform'
import type { VerificationMethod } from '../did/document.ts'
import type { Signer } from '../signer.ts'
import type { Cryptosuite, SignatureFinding } from './suite.ts'

/** A hostile graph may take no longer than this to canonicalise; an honest credential takes a few milliseconds. */
const CANONICALISATION_MS = 2000

/** EdDSA Cryptosuites §3.2: RDF canonicalisation, SHA-256 and Ed25519, in JSON-LD safe mode both ways. */
export const eddsaRdfc2022: Cryptosuite = { name: 'eddsa-rdfc-2022', algorithm: 'EdDSA', sign, verify }

/** The reference suite, with the work on one document bounded (RDF Dataset Canonicalization §7.1). */
const cryptosuite = {
  ...reference,
  canonize: (input: object, options: object) =>
    reference.canonize(input, {
      ...options,
      safe: true,
      maxWorkFactor: 1,
      signal: AbortSignal.timeout(CANONICALISATION_MS),
    }),
}

async function sign(
  credential: JsonObject,
  signer: Signer,
  created: Date,
  contexts: ContextLoader,
): Promise<JsonObject> {
  const suite = new DataIntegrityProof({
    cryptosuite,
    date: created,
    signer: { id: signer.id, algorithm: 'Ed25519', sign: ({ data }: { data: Uint8Array }) => signer.sign(data) },
  })
  try {
    return (await issue({
      credential,
      suite,
      documentLoader: documentLoader(contexts),
      now: created,
    })) as JsonObject
  } catch (cause) {
    if (cause instanceof PassportError) throw cause
    throw new PassportError('shape.invalid', whatIsWrong(cause), { cause })
  }
}

async function verify(
  document: JsonObject,
  proof: JsonObject,
  key: VerificationMethod,
  contexts: ContextLoader,
): Promise<SignatureFinding> {
  const load = documentLoader(contexts, { ...key, type: 'Multikey' })
  const { verified, error } = await verifierOf(document).verifyProof({
    proof,
    document,
    documentLoader: load,
  })
  return verified ? 'valid' : findingOf(error)
}

/** A document with several proofs is canonicalised once: the reference keeps its digest with the verifier. */
const verifiers = new WeakMap<JsonObject, DataIntegrityProof>()

function verifierOf(document: JsonObject): DataIntegrityProof {
  const known = verifiers.get(document) ?? new DataIntegrityProof({ cryptosuite })
  verifiers.set(document, known)
  return known
}

/** Gives the pinned contexts, and the one key under the one name that the proof uses. Everything else is refused. */
function documentLoader(contexts: ContextLoader, key?: VerificationMethod & { type: string }) {
  return async (url: string) => {
    const document = key && url === key.id ? key : contexts.get(url)
    return { contextUrl: null, documentUrl: url, document }
  }
}

/** jsonld's errors say by their code or their event what was wrong with the document; all else is a bad signature. */
function findingOf(error: unknown): SignatureFinding {
  const { code, name } = explain(error)
  if (code === 'protected term redefinition') return 'contextsRedefined'
  if (name.startsWith('jsonld.')) return 'notCanonical'
  if (name === 'AbortError' || name === 'TimeoutError' || /maximum (?:deep )?iterations/i.test(String(error))) {
    return 'tooComplex'
  }
  return 'invalid'
}

function whatIsWrong(error: unknown): string {
  const { code, event } = explain(error)
  if (code === 'protected term redefinition') return 'A context redefines a protected term of another.'
  const details = isObject(event?.details) ? event.details : {}
  const property = details.property ?? details.type ?? details.id ?? details.language
  if (typeof property === 'string') {
    return `"${property.slice(0, 100)}" is not defined by the credential's contexts, so no signature would cover it.`
  }
  return error instanceof Error ? error.message.slice(0, 300) : 'The credential cannot be signed.'
}

function explain(error: unknown): { code: unknown; name: string; event: JsonObject | undefined } {
  const name = error instanceof Error ? error.name : ''
  const details = error instanceof Error && 'details' in error && isObject(error.details) ? error.details : {}
  return { code: details.code, name, event: isObject(details.event) ? details.event : undefined }
}
