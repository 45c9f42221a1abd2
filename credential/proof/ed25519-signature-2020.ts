import { rdfc } from './rdfc.ts'
import { wholeDocumentSuite } from './whole-document.ts'

/** EdDSA Cryptosuites §3.1: the form before there were cryptosuites, otherwise as eddsa-rdfc-2022. Verified, never made. */
export const ed25519Signature2020 = wholeDocumentSuite('Ed25519Signature2020', ['EdDSA'], rdfc, 'Ed25519Signature2020')
