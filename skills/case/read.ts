import { isObject, type JsonObject } from '#platform'
import type { Package } from '../model.ts'
import { loadPackage } from '../package.ts'
import type { Dropped } from './dropped.ts'
import { readForeign } from './foreign.ts'
import { EXTENSION } from './model.ts'
import { readOwn } from './own.ts'
import { parseCase } from './parse.ts'

/** A package that was made of a framework, and what of it is not in the package. */
export interface ReadCase {
  package: Package
  /** The same as JSON, to be kept as a file. */
  value: JsonObject
  dropped: Dropped[]
}

/**
 * Takes in a `CFPackage`: one of ours as the package that it was, anyone else's as a package of competences, the kind that
 * asks least. `id` and `version` stand in for what the framework says. Refuses as `loadPackage` does; what the package has no
 * place for is told, never passed over.
 */
export function readCase(input: unknown, naming: { id?: string; version?: string } = {}): ReadCase {
  const framework = parseCase(input)
  const own = framework.CFDocument.extensions?.[EXTENSION]
  const { value, dropped } = isObject(own) ? readOwn(framework, own) : readForeign(framework)
  const named = { ...value, ...naming }
  return { package: loadPackage(named), value: named, dropped }
}
