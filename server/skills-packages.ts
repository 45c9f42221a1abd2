import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassportError, parseJson } from '#platform'
import { CASE_LIMITS, type Frameworks, frameworks, furtherFrameworks, type Package } from '#skills'
import type { Log } from './log.ts'

/**
 * The frameworks that a service works with: those of the software, and the packages of a folder (`SKILLS_PACKAGES`), every file in it
 * that ends in .json. What is refused is logged with its code and place, and the rest is loaded. Throws `settings.invalid` where
 * the folder cannot be read.
 */
export function readFrameworks(folder: string | undefined, log: Log): Frameworks {
  if (folder === undefined) return frameworks()
  const { known, loaded, refused } = furtherFrameworks(
    namesIn(folder).map((name) => ({ name, value: valueIn(join(folder, name)) })),
  )
  for (const { id, version, kind } of loaded) log.info('package.loaded', { id: `${id} ${version}`, kind })
  for (const { name, code, pointer } of refused) log.warn('package.refused', { id: name, code, place: pointer })
  for (const { id, kind } of loaded.filter((one) => !isUsed(one, known))) log.warn('package.notUsed', { id, kind })
  return known
}

/** Of some kinds there is one at a time: a newer version of that one takes its place, and one of another id does not. */
function isUsed(one: Package, known: Frameworks): boolean {
  const only = [
    known.currency,
    known.levels,
    known.types,
    known.techniques,
    known.library,
    known.schemes,
    known.ranking,
  ]
  const same = only.find(({ kind }) => kind === one.kind)
  return same === undefined || (same.id === one.id && same.version === one.version)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  } catch (cause) {
    throw new PassportError('settings.invalid', 'SKILLS_PACKAGES must be a folder that can be read.', { cause })
  }
}

function valueIn(path: string): unknown {
  try {
    return parseJson(readFileSync(path), CASE_LIMITS)
  } catch (error) {
    if (error instanceof PassportError) return error
    return new PassportError('package.malformed', 'The file cannot be read.', { cause: error })
  }
}
