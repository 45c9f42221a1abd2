import { rdfc } from './rdfc.ts'
import { wholeDocumentSuite } from './whole-document.ts'

/** EdDSA Cryptosuites §3.2: RDF canonicalisation, SHA-256 and Ed25519. */
export const eddsaRdfc2022 = wholeDocumentSuite('eddsa-rdfc-2022', ['EdDSA'], rdfc)
