import type { ContextLoader } from '#contexts'
import { type JsonObject, PassportError, type PublicKey, randomBytes, sha256 } from '#platform'
import { CanonicalError } from '../../canonical/canonicalise.ts'
import { formatDateTime } from '../../dates.ts'
import { defaultMandatoryPointers } from '../../mandatory-parts.ts'
import type { Signer, SigningAlgorithm } from '../../signer.ts'
import { findingOf, refusalOf } from '../canonical-fault.ts'
import { rdfc } from '../rdfc.ts'
import type { Cryptosuite, SignatureFinding, SignOptions } from '../suite.ts'
import { createLabelMapFunction, type LabelMapFactory } from './label-maps.ts'
import { expectPointers } from './pointers.ts'
import { MAX_STATEMENTS } from './proof-value.ts'
import {
  canonicalIdsOf,
  groupOf,
  labelReplacementCanonicalizeJsonLd,
  type Transformed,
  wholeParts,
} from './transform.ts'

/** What a base proof is over: two digests that are always shown, and the statements of which any may be left out. */
export interface SignedParts {
  proofHash: Uint8Array
  mandatoryHash: Uint8Array
  nonMandatory: readonly string[]
}

/** What a holder needs to know of a base proof, beside its suite's own. */
export interface BaseSecrets {
  hmacKey: Uint8Array
  mandatoryPointers: readonly string[]
}

/** What a part of a document brings along for its verifier. */
export interface Disclosure {
  /** By canonical label. */
  labelMap: ReadonlyMap<string, string>
  /** Which statements of the part are mandatory. */
  mandatoryIndexes: readonly number[]
  /** Which statements of those that are not mandatory are shown. */
  selectiveIndexes: readonly number[]
}

/** A base proof that was read: for its holder only. */
export interface BaseProof extends BaseSecrets {
  kind: 'base'
  holds(parts: SignedParts, key: PublicKey): Promise<boolean>
  /** The proof value of a part. */
  disclose(parts: SignedParts, disclosure: Disclosure): Promise<string>
}

/** A derived proof that was read: for anyone. */
export interface DerivedProof {
  kind: 'derived'
  labelMap: ReadonlyMap<string, string>
  mandatoryIndexes: readonly number[]
  /** How many statements beside the mandatory ones it is over. */
  statements: number
  holds(parts: SignedParts, key: PublicKey): Promise<boolean>
}

/** What the two suites do in their own ways: how blank nodes are called, how statements are signed, how that is written. */
export interface Scheme {
  maxProofValue: number
  /** How many statements that may be left out it can sign. */
  maxSelective: number
  labelMapFactory(hmacKey: Uint8Array): LabelMapFactory
  createBase(parts: SignedParts, secrets: BaseSecrets, signer: Signer): Promise<string>
  read(proofValue: string): BaseProof | DerivedProof | 'malformed' | 'unsupported'
}

/** HMAC-SHA-256's key is as long as its digest. */
export const HMAC_KEY_LENGTH = 32

/**
 * A suite with which a holder can show a part of a document (ECDSA Cryptosuites §3.6 and §3.7, BBS Cryptosuites §3.4):
 * what is the same in both.
 */
export function selectiveSuite(name: string, algorithms: readonly SigningAlgorithm[], scheme: Scheme): Cryptosuite {
  async function sign(document: JsonObject, signer: Signer, options: SignOptions): Promise<JsonObject> {
    const { created, contexts } = options
    const pointers = expectPointers(options.mandatoryPointers ?? defaultMandatoryPointers(document))
    const proof: JsonObject = {
      type: 'DataIntegrityProof',
      cryptosuite: name,
      created: formatDateTime(created),
      verificationMethod: signer.id,
      proofPurpose: 'assertionMethod',
    }
    const hmacKey = randomBytes(HMAC_KEY_LENGTH)
    try {
      const whole = transform(document, contexts, scheme.labelMapFactory(hmacKey))
      const mandatoryPointers = wholeParts(whole, pointers)
      const parts = signedParts(proof, whole, groupOf(whole, mandatoryPointers).indexes)
      if (tooMany(whole, parts)) {
        throw new PassportError('shape.invalid', `The credential says more than ${name} can sign part by part.`)
      }
      return { ...proof, proofValue: await scheme.createBase(parts, { hmacKey, mandatoryPointers }, signer) }
    } catch (error) {
      throw refusalOf(error)
    }
  }

  const tooMany = ({ lines }: Transformed, { nonMandatory }: SignedParts) =>
    lines.length > MAX_STATEMENTS || nonMandatory.length > scheme.maxSelective

  async function verify(
    document: JsonObject,
    { proofValue, ...options }: JsonObject,
    key: PublicKey,
    contexts: ContextLoader,
  ): Promise<SignatureFinding> {
    const read = typeof proofValue === 'string' ? scheme.read(proofValue) : 'malformed'
    if (typeof read === 'string') return read
    try {
      return read.kind === 'base'
        ? await verifyBase(read, document, options, key, contexts)
        : await verifyDerived(read, document, options, key, contexts)
    } catch (error) {
      if (error instanceof PassportError && error.code === 'pointer.unknown') return 'invalid'
      return findingOf(error)
    }
  }

  async function verifyBase(
    base: BaseProof,
    document: JsonObject,
    options: JsonObject,
    key: PublicKey,
    contexts: ContextLoader,
  ): Promise<SignatureFinding> {
    const whole = transform(document, contexts, scheme.labelMapFactory(base.hmacKey))
    const parts = signedParts(options, whole, groupOf(whole, base.mandatoryPointers).indexes)
    if (tooMany(whole, parts)) return 'tooComplex'
    return (await base.holds(parts, key)) ? 'base' : 'invalid'
  }

  async function verifyDerived(
    derived: DerivedProof,
    document: JsonObject,
    options: JsonObject,
    key: PublicKey,
    contexts: ContextLoader,
  ): Promise<SignatureFinding> {
    const { labelMap, mandatoryIndexes, statements } = derived
    const shown = labelReplacementCanonicalizeJsonLd(document, contexts, createLabelMapFunction(labelMap))
    if (shown === undefined || shown.lines.length !== mandatoryIndexes.length + statements) return 'invalid'
    if ((mandatoryIndexes.at(-1) ?? 0) >= shown.lines.length) return 'invalid'
    const parts = signedParts(options, shown, new Set(mandatoryIndexes))
    return (await derived.holds(parts, key)) ? 'valid' : 'invalid'
  }

  async function derive(
    document: JsonObject,
    proof: JsonObject,
    selectivePointers: readonly string[],
    contexts: ContextLoader,
  ): Promise<JsonObject> {
    const { proofValue: _, ...options } = proof
    const base = readBase(proof)
    if (base === null) {
      throw new PassportError(
        'proof.unsupported',
        'Only a credential as its issuer gave it to its holder has parts to choose.',
      )
    }
    try {
      const whole = transform(document, contexts, scheme.labelMapFactory(base.hmacKey))
      const { revealed, disclosure, mandatory } = createDisclosureData(whole, base, expectPointers(selectivePointers))
      const parts = signedParts(options, whole, mandatory)
      return { ...revealed, proof: { ...options, proofValue: await base.disclose(parts, disclosure) } }
    } catch (error) {
      throw refusalOf(error)
    }
  }

  function readBase({ proofValue }: JsonObject): BaseProof | null {
    if (typeof proofValue !== 'string' || proofValue.length > scheme.maxProofValue) return null
    const read = scheme.read(proofValue)
    return typeof read === 'object' && read.kind === 'base' ? read : null
  }

  const mandatoryPointers = (proof: JsonObject) => readBase(proof)?.mandatoryPointers ?? null

  return { name, algorithms, maxProofValue: scheme.maxProofValue, sign, verify, derive, mandatoryPointers }
}

function transform(document: JsonObject, contexts: ContextLoader, labelMapFactory: LabelMapFactory): Transformed {
  const transformed = labelReplacementCanonicalizeJsonLd(document, contexts, labelMapFactory)
  if (transformed === undefined) throw new CanonicalError('notCanonical', 'A blank node has no label.')
  return transformed
}

/** The digests and statements that are signed (ECDSA Cryptosuites §3.6.3, §3.6.4). */
function signedParts(
  options: JsonObject,
  { document, contexts, lines }: Transformed,
  mandatory: ReadonlySet<number>,
): SignedParts {
  return {
    proofHash: sha256(rdfc.options(options, document, contexts, { hash: 'sha256' })),
    mandatoryHash: sha256(lines.filter((_, index) => mandatory.has(index)).join('')),
    nonMandatory: lines.filter((_, index) => !mandatory.has(index)),
  }
}

/** createDisclosureData (ECDSA Cryptosuites §3.5.7; BBS Cryptosuites §3.3.5): the part that is shown, and what goes with it. */
export function createDisclosureData(
  whole: Transformed,
  { mandatoryPointers }: Pick<BaseSecrets, 'mandatoryPointers'>,
  selectivePointers: readonly string[],
): { revealed: JsonObject; disclosure: Disclosure; mandatory: ReadonlySet<number> } {
  const pointers = [...mandatoryPointers, ...selectivePointers]
  if (pointers.length === 0) throw new PassportError('pointer.unknown', 'Name at least one part to show.')
  const mandatory = groupOf(whole, mandatoryPointers).indexes
  const chosen = groupOf(whole, selectivePointers).indexes
  const combined = groupOf(whole, pointers)
  const nonMandatory = whole.lines.flatMap((_, index) => (mandatory.has(index) ? [] : [index]))
  const canonicalIds = canonicalIdsOf(combined.quads)
  const disclosure = {
    labelMap: new Map([...canonicalIds].map(([input, canonical]) => [canonical, whole.labels.get(input) ?? ''])),
    mandatoryIndexes: [...combined.indexes].flatMap((index, place) => (mandatory.has(index) ? [place] : [])),
    selectiveIndexes: nonMandatory.flatMap((index, place) => (chosen.has(index) ? [place] : [])),
  }
  return { revealed: combined.document, disclosure, mandatory }
}
