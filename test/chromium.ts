import { execFile } from 'node:child_process'
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A Chromium to start, and the environment that it needs. */
export interface Chromium {
  path: string
  env: Record<string, string>
}

const ROOT = join(import.meta.dirname, '..')
const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const UNPACK_LIMIT_MS = 60_000

export const REMEDY =
  'Run `npm ci` for the Chromium that comes with npm (it needs nothing of the system but libc and libstdc++), ' +
  'or install one (`apt-get install chromium`), or name one in CHROMIUM_PATH.'

/**
 * The Chromium to test with: the one `CHROMIUM_PATH` names, else Debian's, else the one from npm. A path that is named
 * and does not exist is refused, rather than replaced by another browser.
 */
export async function findChromium(env: NodeJS.ProcessEnv): Promise<Chromium> {
  const named = env.CHROMIUM_PATH
  if (named) {
    if (!(await exists(named))) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. ${REMEDY}`)
    return { path: named, env: {} }
  }
  if (await exists(SYSTEM_CHROMIUM)) return { path: SYSTEM_CHROMIUM, env: {} }
  const folder = await unpack()
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/**
 * Unpacks the npm package once, beside the packages. Test files start at the same time, so each unpacks into a folder
 * of its own and the first to finish gives it the final name: a half-written browser is never started.
 */
async function unpack(): Promise<string> {
  const version = await packageVersion()
  const cache = join(ROOT, 'node_modules', '.cache')
  const folder = join(cache, `chromium-${version}`)
  if (await exists(join(folder, 'chromium'))) return folder
  await mkdir(cache, { recursive: true })
  const staging = await mkdtemp(`${folder}-`)
  try {
    // The package unpacks into the temporary folder and asks its environment whether its NSS libraries are needed;
    // it does so in a process of its own, so that neither changes here.
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', `await (await import('@sparticuz/chromium')).default.executablePath()`],
      {
        cwd: ROOT,
        env: { PATH: process.env.PATH, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
        timeout: UNPACK_LIMIT_MS,
      },
    )
    await chmod(staging, 0o755)
    await writeFile(join(staging, 'fonts', 'fonts.conf'), fontsConf(folder))
    await rename(staging, folder)
  } catch (cause) {
    await rm(staging, { recursive: true, force: true })
    if (await exists(join(folder, 'chromium'))) return folder
    throw new Error(`The Chromium from npm could not be unpacked into ${folder}. ${REMEDY}`, { cause })
  }
  return folder
}

/** Names the folder, so that another version is unpacked anew. */
async function packageVersion(): Promise<string> {
  try {
    const manifest = await readFile(join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8')
    return /"version": *"([\w.-]+)"/.exec(manifest)?.[1] ?? 'unknown'
  } catch (cause) {
    throw new Error(`There is no browser to test with. ${REMEDY}`, { cause })
  }
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
