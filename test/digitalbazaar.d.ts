/** The part of the @digitalbazaar packages that is used here; they bring no types of their own. */

declare module '@digitalbazaar/vc' {
  export function derive(options: {
    verifiableCredential: object
    suite: unknown
    documentLoader: (url: string) => Promise<unknown>
  }): Promise<Record<string, unknown>>
  export function issue(options: {
    credential: object
    suite: unknown
    documentLoader: (url: string) => Promise<unknown>
    now?: Date
  }): Promise<Record<string, unknown>>
  export function verifyCredential(options: {
    credential: object
    suite: unknown
    documentLoader: (url: string) => Promise<unknown>
    checkStatus?: () => Promise<{ verified: boolean }>
    now?: Date
  }): Promise<{ verified: boolean; error?: unknown; results?: unknown[] }>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown; signer?: unknown; date?: string | Date })
    verifyProof(options: {
      proof: object
      document: object
      documentLoader: (url: string) => Promise<unknown>
    }): Promise<{ verified: boolean; error?: unknown }>
    createProof(options: {
      document: object
      purpose: unknown
      documentLoader: (url: string) => Promise<unknown>
    }): Promise<Record<string, unknown>>
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: {
    name: string
    requiredAlgorithm: string
    canonize(input: object, options: object): Promise<string>
    createVerifier(options: object): Promise<unknown>
  }
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: object): ReturnType<typeof generate>
  export function generate(options?: { id?: string; controller?: string; curve?: string }): Promise<{
    id: string
    controller: string
    publicKeyMultibase: string
    signer(): { id: string; algorithm: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> }
    export(options: { publicKey?: boolean; secretKey?: boolean }): Promise<Record<string, unknown>>
  }>
}

declare module '@digitalbazaar/ecdsa-multikey' {
  export function from(key: object): ReturnType<typeof generate>
  export function generate(options?: { id?: string; controller?: string; curve?: string }): Promise<{
    id: string
    controller: string
    publicKeyMultibase: string
    signer(): { id: string; algorithm: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> }
    export(options: { publicKey?: boolean; secretKey?: boolean }): Promise<Record<string, unknown>>
  }>
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object
  export function createVerifyCryptosuite(): object
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options?: { mandatoryPointers?: readonly string[] }): object
  export function createDiscloseCryptosuite(options?: { selectivePointers?: readonly string[] }): object
  export function createVerifyCryptosuite(): object
}

declare module '@digitalbazaar/bbs-2023-cryptosuite' {
  export function createSignCryptosuite(options?: { mandatoryPointers?: readonly string[] }): object
  export function createDiscloseCryptosuite(options?: { selectivePointers?: readonly string[] }): object
  export function createVerifyCryptosuite(): object
}

declare module '@digitalbazaar/bls12-381-multikey' {
  interface BbsKeyPair {
    controller: string
    publicKeyMultibase: string
    signer(): { id: string; algorithm: string; multisign(options: object): Promise<Uint8Array> }
    export(options: { publicKey?: boolean; secretKey?: boolean }): Promise<Record<string, unknown>>
  }
  export const ALGORITHMS: { BBS_BLS12381_SHA256: string }
  export function generateBbsKeyPair(options: { algorithm: string }): Promise<BbsKeyPair>
  export function from(key: object, options: { algorithm: string }): Promise<BbsKeyPair>
}
