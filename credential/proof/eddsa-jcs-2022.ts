import { jcs } from './jcs.ts'
import { wholeDocumentSuite } from './whole-document.ts'

/** EdDSA Cryptosuites §3.3: JSON canonicalisation, SHA-256 and Ed25519. */
export const eddsaJcs2022 = wholeDocumentSuite('eddsa-jcs-2022', ['EdDSA'], jcs)
