import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, type BuildResult, build, buildSync, type Metafile } from 'esbuild'

/** One file of the shared look, as a browser gets it. Its name holds a hash of its content, so it may be cached for ever. */
export interface Asset {
  bytes: Uint8Array
  contentType: string
  etag: string
  cacheControl: string
}

/** Where the files are served; every page refers to them under this path. */
export const ASSETS_PATH = '/assets/'

const HERE = fileURLToPath(new URL('.', import.meta.url))

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface Built {
  files: ReadonlyMap<string, Asset>
  styles: string
  islands: string
  icon: string
  font: string
}

let building: Promise<Built> | undefined
let built: Built | undefined

/** The stylesheet, fonts, pictures and islands, bundled in memory once per process. Nothing is written to disk. */
const BUNDLE = {
  absWorkingDir: HERE,
  entryPoints: { styles: 'styles.css', islands: 'islands/main.ts', icon: 'images/icon.svg' },
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  outdir: 'assets',
  publicPath: ASSETS_PATH,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  chunkNames: 'island-[hash]',
  loader: { '.woff2': 'file', '.svg': 'copy' },
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions

function builtFrom({ outputFiles, metafile: { outputs } }: BuildResult<typeof BUNDLE>): Built {
  const files = new Map<string, Asset>()
  for (const { path, contents } of outputFiles) {
    files.set(`${ASSETS_PATH}${basename(path)}`, {
      bytes: contents,
      contentType: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(contents).digest('base64url').slice(0, 22)}"`,
      cacheControl: 'public, max-age=31536000, immutable',
    })
  }
  return {
    files,
    styles: outputOf(outputs, 'styles.css'),
    islands: outputOf(outputs, 'islands/main.ts'),
    icon: outputOf(outputs, 'images/icon.svg'),
    font: addressOf(Object.keys(outputs).find((path) => path.includes('next-latin-wght-normal'))),
  }
}

function outputOf(outputs: Metafile['outputs'], source: string): string {
  const found = Object.entries(outputs).find(
    ([, { entryPoint, inputs }]) => entryPoint === source || (source.endsWith('.svg') && source in inputs),
  )
  return addressOf(found?.[0])
}

function addressOf(path: string | undefined): string {
  if (path === undefined) throw new Error('web: the bundle lacks one of its entry points')
  return `${ASSETS_PATH}${basename(path)}`
}

/**
 * Every file of the shared look by its path on the server, such as `/assets/styles-QLBN4K3T.css`. Call it early: the
 * bundle is made in another process while this one starts.
 */
export async function assets(): Promise<ReadonlyMap<string, Asset>> {
  building ??= build(BUNDLE).then(builtFrom)
  built ??= await building
  return built.files
}

/** The addresses that a page's head refers to. A page that is made before the bundle waits for it. */
export function links(): Built {
  built ??= builtFrom(buildSync(BUNDLE))
  return built
}
