import { PassportError } from '#platform'
import { CanonicalError } from '../canonical/canonicalise.ts'
import type { SignatureFinding } from './suite.ts'

/** What a document that has no canonical form means for one of its proofs. Rethrows any other error. */
export function findingOf(error: unknown): SignatureFinding {
  if (error instanceof CanonicalError) return error.kind
  throw error
}

/** Why a document without a canonical form cannot be signed: some part of it would be under no signature. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof CanonicalError)) return error
  return new PassportError('shape.invalid', sentence(error), { cause: error })
}

function sentence({ kind, term }: CanonicalError): string {
  if (kind === 'contextsRedefined') return 'A context redefines a protected term of another.'
  if (kind === 'tooComplex') return 'The credential is too complex to be signed.'
  if (term === undefined) return 'The credential cannot be read as JSON-LD, so no signature would cover it.'
  return `"${term.slice(0, 100)}" is not defined by the credential's contexts, so no signature would cover it.`
}
