/** The part of `jsonld` and `rdf-canonize` that is used here; they bring no types of their own. */

declare module 'jsonld' {
  export interface ExpansionOptions {
    base: string | null
    safe: boolean
    documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
  }
  const jsonld: {
    expand(document: object, options: ExpansionOptions): Promise<unknown[]>
    toRDF(
      document: object,
      options: ExpansionOptions & { rdfDirection: 'i18n-datatype'; produceGeneralizedRdf: boolean },
    ): Promise<object[]>
  }
  export default jsonld
}

declare module 'rdf-canonize' {
  const canonize: {
    canonize(
      dataset: object[],
      options: { algorithm: 'RDFC-1.0'; messageDigestAlgorithm: string; maxWorkFactor: number; signal?: AbortSignal },
    ): Promise<string>
  }
  export default canonize
}
