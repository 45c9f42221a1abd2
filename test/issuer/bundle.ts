import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const resolve = createRequire(import.meta.url).resolve

/** Marks what `unused` has asked about, so that its own question does not come back to it. */
const ASKED = Symbol()

/** Of our own sources what nobody uses is left out; they do nothing but declare. A third less to load at each start. */
const unused: Plugin = {
  name: 'unused',
  setup(at) {
    at.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === ASKED) return
      const found = await at.resolve(path, { ...from, pluginData: ASKED })
      return found.path.includes('node_modules') ? found : { ...found, sideEffects: false }
    })
  },
}

/** Each source keeps the folder it is in, since some read files beside them; what holds native code stays outside. */
const inPlace: Plugin = {
  name: 'in-place',
  setup(at) {
    at.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    }))
    at.onResolve({ filter: /^better-sqlite3$/ }, () => ({ path: resolve('better-sqlite3'), external: true }))
    at.onResolve({ filter: /^pg-native$/ }, ({ path }) => ({ path, external: true }))
  },
}

/** One program and all that it imports as one file, which starts several times as fast. */
export async function bundle(entry: string, folder: string): Promise<string> {
  const outfile = join(folder, 'program.mjs')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    // Half as much to read, at each of many starts.
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [unused, inPlace],
    logLevel: 'error',
  })
  return outfile
}
