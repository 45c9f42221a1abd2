import { readdirSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const transformed = new Map<string, string>()

/**
 * Lets Node import `.tsx` files, which its own type stripping does not. Import this first, then import the rest
 * dynamically: a static import would be loaded before the hook is in place.
 */
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const path = fileURLToPath(url)
    if (!transformed.has(path)) transformFolder(dirname(path))
    return { format: 'module', source: transformed.get(path) ?? '', shortCircuit: true }
  },
})

/** All of a folder at once: each call of the transformer costs more than a file does. */
function transformFolder(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsx'))
  const { outputFiles } = buildSync({
    entryPoints: names.map((name) => join(folder, name)),
    outdir: folder,
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
