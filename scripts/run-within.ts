import { spawn } from 'node:child_process'

export type Outcome = { ok: true } | { ok: false; reason: string }

/**
 * Runs a program with its output shown, and ends it, with all that it started, at the limit or when we are told to
 * stop (then we end too). Never throws: a program that is missing, fails, is killed or is late has a reason.
 */
export async function runWithin(
  limitMs: number,
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<Outcome> {
  if (limitMs <= 0) return { ok: false, reason: 'not started: the time for the whole run is used up' }
  // In a process group of its own, so that servers and browsers that it started end with it.
  const child = spawn(program, args, { cwd, stdio: 'inherit', detached: true })
  let reason: string | undefined
  const stop = (why: string) => {
    reason = why
    if (child.pid !== undefined) killGroup(child.pid)
  }
  const timer = setTimeout(stop, limitMs, `ended at its limit of ${Math.round(limitMs / 1000)} s`)
  const interrupted = () => {
    stop('interrupted')
    process.exit(130)
  }
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted)
  const outcome = Promise.withResolvers<Outcome>()
  child.once('error', ({ message }) => outcome.resolve({ ok: false, reason: message }))
  child.once('exit', (code, signal) => {
    outcome.resolve(code === 0 && !reason ? { ok: true } : { ok: false, reason: reason ?? `exit ${signal ?? code}` })
  })
  return outcome.promise.finally(() => {
    clearTimeout(timer)
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    if (child.pid !== undefined) killGroup(child.pid)
  })
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The whole group has ended already.
  }
}
