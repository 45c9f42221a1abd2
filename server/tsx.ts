import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type BuildOptions, build, buildSync, type OutputFile } from 'esbuild'
import { keepCompiled } from './compiled.ts'

const ROOT = join(import.meta.dirname, '..')
const OURS = pathToFileURL(`${ROOT}/`).href
const PACKAGES = `${OURS}node_modules/`

/** The folders that have pages. */
const PAGES = '{web,issuer,wallet,verifier}/**/*.tsx'

const transformed = new Map<string, string>()

keepCompiled()

/**
 * Lets Node import `.tsx` files, which its own type stripping does not. Import this first, then import the rest
 * dynamically: a static import would be loaded before the hook is in place. Our files name each other by their whole
 * names, so none is looked for, nor a `package.json` for each.
 */
registerHooks({
  resolve(specifier, { parentURL }, next) {
    const isOurs = specifier.startsWith('.') && parentURL?.startsWith(OURS) && !parentURL.startsWith(PACKAGES)
    if (!isOurs) return next(specifier)
    const { href } = new URL(specifier, parentURL)
    if (href.endsWith('.tsx')) return { url: href, format: 'module', shortCircuit: true }
    if (href.endsWith('.ts')) return { url: href, format: 'module-typescript', shortCircuit: true }
    return next(specifier)
  },
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const path = fileURLToPath(url)
    if (!transformed.has(path)) keep(buildSync(optionsFor(globSync(join(dirname(path), '*.tsx')))).outputFiles)
    return { format: 'module', source: transformed.get(path) ?? '', shortCircuit: true }
  },
})

/**
 * Transforms all pages in another process, while this one reads what has no pages. Await it before the first import of a
 * page: one that comes sooner is transformed with those of its folder, and waited for.
 */
export async function preparePages(): Promise<void> {
  const pages = globSync(PAGES, { cwd: ROOT }).map((name) => join(ROOT, name))
  keep((await build(optionsFor(pages))).outputFiles)
}

/** Many at once: each call starts a program, which costs more than all the files do. */
function optionsFor(entryPoints: string[]) {
  return {
    entryPoints,
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
  } as const satisfies BuildOptions
}

function keep(files: readonly OutputFile[]): void {
  for (const { path, text } of files) transformed.set(path.replace(/\.js$/, '.tsx'), text)
}
