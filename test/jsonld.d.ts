/** The parts of `jsonld` and `rdf-canonize` that only the tests use. */
declare module 'rdf-canonize' {
  const rdfCanonize: {
    canonize(dataset: object[], options: { algorithm: 'RDFC-1.0'; maxWorkFactor: number }): Promise<string>
  }
  export default rdfCanonize
}

declare module 'jsonld' {
  import type { Json } from '#platform'

  interface Options {
    base: string | null
    safe: boolean
    documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
  }

  interface RdfOptions extends Options {
    rdfDirection: 'i18n-datatype'
    produceGeneralizedRdf: boolean
    /** The document is in expanded form already. */
    skipExpansion: boolean
  }

  const jsonld: {
    expand(document: object, options: Options): Promise<Json[]>
    toRDF(document: object, options: RdfOptions): Promise<object[]>
  }
  export default jsonld
}
