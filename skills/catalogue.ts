import type { Kind, Package } from './model.ts'
import { refuse } from './package.ts'

/** The packages that are loaded, every version of each: what was said under an old one can be asked again. */
export interface Catalogue {
  /** A package by its id: of the newest version, or of the one named. */
  find(id: string, version?: string): Package | undefined
  /** Every version of a package, the newest first. */
  versionsOf(id: string): readonly Package[]
  /** The newest versions of all packages of a kind. */
  ofKind<K extends Kind>(kind: K): Package<K>[]
  /** The newest versions of all packages. */
  packages(): Package[]
}

/**
 * Puts packages together. One that is there twice counts once; two of one id and version that differ are refused with
 * `package.conflict`, since neither could be told from the other in an answer.
 */
export function catalogueOf(packages: readonly Package[]): Catalogue {
  const byId = new Map<string, Package[]>()
  for (const one of packages) {
    const others = byId.get(one.id) ?? []
    const same = others.find(({ version }) => version === one.version)
    if (same && same.digest !== one.digest) {
      throw refuse('conflict', `There is another ${one.id} of version ${one.version}.`, '/version')
    }
    if (!same) byId.set(one.id, [...others, one].toSorted(newestFirst))
  }
  const newest = () => [...byId.values()].flatMap(([first]) => first ?? [])
  return {
    packages: newest,
    find: (id, version) => byId.get(id)?.find((one) => version === undefined || one.version === version),
    versionsOf: (id) => byId.get(id) ?? [],
    ofKind: <K extends Kind>(kind: K) => newest().flatMap((one) => (one.kind === kind ? [one as Package<K>] : [])),
  }
}

function newestFirst(one: Package, other: Package): number {
  const [ours, theirs] = [one, other].map(({ version }) => version.split('.').map(Number))
  const at = (ours ?? []).findIndex((part, index) => part !== theirs?.[index])
  return at < 0 ? 0 : (theirs?.[at] ?? 0) - (ours?.[at] ?? 0)
}
