import { jcs } from './jcs.ts'
import { wholeDocumentSuite } from './whole-document.ts'

/** ECDSA Cryptosuites §3.3: JSON canonicalisation, with SHA-256 and P-256 or SHA-384 and P-384. */
export const ecdsaJcs2019 = wholeDocumentSuite('ecdsa-jcs-2019', ['ES256', 'ES384'], jcs)
