import type { Language } from '#platform'

/** What the terms of a package are called in another language: data of their own kind, so that the package stays as it was released. */
export interface Labels {
  /** The package, and the version of it that was translated. */
  of: string
  ofVersion: string
  language: Exclude<Language, 'en'>
  /** By term, by statement (`OPC/Foundation/1`), or by JSON Pointer for what has no id (`/scoring`). */
  labels: Readonly<Record<string, string>>
}
