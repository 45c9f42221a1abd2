import { type ChildProcess, fork } from 'node:child_process'

/** Starts a bundled program that loads everything and then waits for the word to go; `folder` keeps what it compiles. */
export function warmProcess(program: string, folder: string): { child: ChildProcess; warm: Promise<void> } {
  const child = fork(program, {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: folder },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const warm = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(new Error('The process ended before it began.')))
  })
  return { child, warm }
}
