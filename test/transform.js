import { stripTypeScriptTypes } from 'node:module'
import { transformSync } from 'esbuild'

/** Gives jest plain JavaScript: types are blanked out in place, so lines stay where they are; JSX goes through esbuild. */
export default {
  process(source, path) {
    if (path.endsWith('.ts')) return { code: stripTypeScriptTypes(source) }
    const { code, map } = transformSync(source, {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcefile: path,
      sourcemap: 'inline',
      format: 'esm',
      target: 'node24',
    })
    return { code, map }
  },
}
