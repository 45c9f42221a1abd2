import { type ErrorCode, PassportError } from '#platform'
import { bundledPackages } from './bundled.ts'
import { catalogueOf } from './catalogue.ts'
import { type Frameworks, frameworksOf } from './frameworks.ts'
import type { Package } from './model.ts'
import { loadPackage } from './package.ts'

/** A package that somebody wants loaded, by the name of its file: what was parsed of it, or why it could not be. */
export interface GivenPackage {
  name: string
  value: unknown
}

/** A package that was not loaded: why, and where in it. */
export interface RefusedPackage {
  name: string
  code: ErrorCode
  /** A JSON Pointer; empty where it is the whole package. */
  pointer: string
  message: string
}

/**
 * The packages that come with the software and further ones beside them. One that is refused, by itself or beside those
 * before it, is named, and all others are loaded: layers last, so that each finds what it is over.
 */
export function furtherFrameworks(given: readonly GivenPackage[]): {
  known: Frameworks
  loaded: Package[]
  refused: RefusedPackage[]
} {
  const refused: RefusedPackage[] = []
  const packages = given.flatMap(({ name, value }) => {
    try {
      if (value instanceof PassportError) throw value
      return [{ name, one: loadPackage(value) }]
    } catch (error) {
      refused.push(refusal(name, error))
      return []
    }
  })
  const layersLast = packages.toSorted((a, b) => Number(a.one.kind === 'overlay') - Number(b.one.kind === 'overlay'))
  const loaded: Package[] = []
  let known = frameworksOf(catalogueOf(bundledPackages()))
  for (const { name, one } of layersLast) {
    try {
      known = frameworksOf(catalogueOf([...bundledPackages(), ...loaded, one]))
      loaded.push(one)
    } catch (error) {
      refused.push(refusal(name, error))
    }
  }
  return { known, loaded, refused }
}

function refusal(name: string, error: unknown): RefusedPackage {
  if (!(error instanceof PassportError)) throw error
  const { pointer } = error.details
  return { name, code: error.code, pointer: typeof pointer === 'string' ? pointer : '', message: error.message }
}
