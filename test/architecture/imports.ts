import { posix } from 'node:path'
import { mask } from './mask.ts'

/** The specifiers that a module imports or re-exports, of types too, and those it imports when it runs. */
export function specifiersOf(source: string): string[] {
  const code = mask(source)
  const found = [...code.matchAll(/\b(?:from|import|import\s*\()\s*(["'])( *)\1/g)]
  return found.map((match) => {
    const end = match.index + match[0].length - 1
    return source.slice(end - (match[2]?.length ?? 0), end)
  })
}

/** What a door may hold: re-exports and nothing else. Answers what else is there. */
export function besidesReExports(source: string): string {
  return mask(source)
    .replace(/\bexport\s+(type\s+)?(\{[^}]*\}|\*(\s+as\s+\w+)?)\s*from\s*(["']) *\4\s*;?/g, '')
    .trim()
}

/** The file that a specifier means, relative to the root, or undefined for a package or a part of Node. */
export function resolve(
  importer: string,
  specifier: string,
  doors: Readonly<Record<string, string>>,
): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier)
  if (specifier.startsWith('#')) return doors[specifier]?.replace(/^\.\//, '') ?? specifier
  return undefined
}

/** The first circle of imports found, as the files in it with the first again at the end. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    const seenAt = path.indexOf(file)
    if (seenAt >= 0) return [...path.slice(seenAt), file]
    if (done.has(file)) return undefined
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return undefined
}
