import type { Log } from './log.ts'

const LIMIT_MS = 9_000

/**
 * Stops the process well on SIGINT and SIGTERM: once, with exit code 0 when all has been put away. A second signal, or
 * more than nine seconds, ends it at once with 1.
 */
export function stopOnSignal(stop: () => Promise<void>, log: Log, host: NodeJS.Process = process): void {
  let isStopping = false
  const onSignal = () => {
    if (isStopping) host.exit(1)
    isStopping = true
    const late = setTimeout(() => host.exit(1), LIMIT_MS)
    late.unref()
    stop().then(
      () => host.exit(0),
      (error: unknown) => {
        log.error('stop', error)
        host.exit(1)
      },
    )
  }
  host.on('SIGINT', onSignal)
  host.on('SIGTERM', onSignal)
}
