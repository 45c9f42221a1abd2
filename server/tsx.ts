import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

/**
 * Lets Node import `.tsx` files, which its own type stripping does not. Import this first, then import the rest
 * dynamically: a static import would be loaded before the hook is in place.
 */
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const path = fileURLToPath(url)
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcefile: path,
      sourcemap: 'inline',
      format: 'esm',
      target: 'node24',
    })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
