/**
 * Why a document has no canonical form. `notCanonical`: its contexts do not define some of it, so no signature would
 * cover that part, or it is no JSON-LD; `contextsRedefined`: a context redefines a protected term of another (JSON-LD
 * §4.1.11); `tooComplex`: working it out would take more than we give one document (RDF Dataset Canonicalization §7.1).
 */
export type CanonicalFault = 'notCanonical' | 'contextsRedefined' | 'tooComplex'

/** A document cannot be brought into the form that is signed. */
export class CanonicalError extends Error {
  readonly kind: CanonicalFault
  /** The property, type, id or value that the contexts give no meaning to, as the document writes it. */
  readonly term: string | undefined

  constructor(kind: CanonicalFault, message: string, options: { term?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'CanonicalError'
    this.kind = kind
    this.term = options.term
  }
}

/** A document says something that its contexts give no meaning to. */
export function undefinedWord(fault: string | undefined, term: string | undefined): CanonicalError {
  const word = term === undefined ? '' : `"${term.slice(0, 100)}"`
  const message = fault === undefined ? `${word} is not defined by the contexts.` : `${fault}${word && `: ${word}`}.`
  return new CanonicalError('notCanonical', message, term === undefined ? {} : { term })
}
