import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A verifier in a process of its own, as an operator starts it. */
export interface VerifierProcess {
  url: string
  /** Milliseconds of the processor that it has used so far. */
  processorTime: () => Promise<number>
  stop: () => Promise<void>
}

const MAIN = join(import.meta.dirname, '..', 'verifier', 'main.ts')

/** Starts one on a free port, with a data folder of its own; answers when it is ready. */
export async function startVerifierProcess(settings: Readonly<Record<string, string>> = {}): Promise<VerifierProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-verifier-'))
  const port = await freePort()
  const own = { DATA_DIR: dataDir, VERIFIER_PORT: String(port), LOG_LEVEL: 'error', ALLOW_LOOPBACK_FETCH: '1' }
  const child = spawn(process.execPath, ['--disable-proto=delete', MAIN], {
    env: { PATH: '', ...own, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(child)
  const url = `http://localhost:${port}`
  return {
    url,
    async processorTime() {
      const figures = await (await fetch(`${url}/metrics`)).text()
      const seconds = /^process_cpu_seconds_total(?:\{[^}]*\})? (\S+)$/m.exec(figures)?.[1]
      if (seconds === undefined) throw new Error('The verifier does not say how much of the processor it used.')
      return Number(seconds) * 1_000
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  let printed = ''
  for await (const chunk of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += String(chunk)
    if (/^ready$/m.test(printed)) return
  }
  throw new Error('The verifier did not start.')
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
