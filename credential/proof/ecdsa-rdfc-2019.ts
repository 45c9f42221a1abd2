import { rdfc } from './rdfc.ts'
import { wholeDocumentSuite } from './whole-document.ts'

/** ECDSA Cryptosuites §3.2: RDF canonicalisation, with SHA-256 and P-256 or SHA-384 and P-384. */
export const ecdsaRdfc2019 = wholeDocumentSuite('ecdsa-rdfc-2019', ['ES256', 'ES384'], rdfc)
