import { globSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const ROOT = join(import.meta.dirname, '..')

/** The folders that have pages. */
const PAGES = '{web,issuer,wallet,verifier}/**/*.tsx'

const transformed = new Map<string, string>()

// What was compiled once is read the next time: a third of a second at each start. Where it cannot be kept, it is not.
enableCompileCache(join(ROOT, 'node_modules', '.cache', 'skills-passport'))

/**
 * Lets Node import `.tsx` files, which its own type stripping does not. Import this first, then import the rest
 * dynamically: a static import would be loaded before the hook is in place.
 */
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const path = fileURLToPath(url)
    if (transformed.size === 0) transform(globSync(PAGES, { cwd: ROOT }).map((name) => join(ROOT, name)))
    if (!transformed.has(path)) transform(globSync(join(dirname(path), '*.tsx')))
    return { format: 'module', source: transformed.get(path) ?? '', shortCircuit: true }
  },
})

/** Many at once: each call starts a program, which costs more than all the files do. */
function transform(paths: string[]): void {
  const { outputFiles } = buildSync({
    entryPoints: paths,
    outbase: ROOT,
    outdir: ROOT,
    bundle: false,
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    format: 'esm',
    target: 'node24',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
  })
  for (const { path, text } of outputFiles) transformed.set(path.replace(/\.js$/, '.tsx'), text)
}
