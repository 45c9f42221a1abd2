/** The parts of `jsonld` and `rdf-canonize` that only the tests use. */
declare module 'rdf-canonize' {
  const rdfCanonize: {
    canonize(dataset: object[], options: { algorithm: 'RDFC-1.0'; maxWorkFactor: number }): Promise<string>
  }
  export default rdfCanonize
}
