/** The part of `jsonld` that is used here; it brings no types of its own. */
declare module 'jsonld' {
  import type { Json } from '#platform'

  const jsonld: {
    expand(
      document: object,
      options: {
        base: string | null
        safe: boolean
        documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
      },
    ): Promise<Json[]>
  }
  export default jsonld
}
