/** Milliseconds of all threads: other programs on the machine do not count, work handed to a thread does. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of the thread that asks: how long somebody waits for it on a machine that is at rest. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
