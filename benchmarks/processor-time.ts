/** Milliseconds of all threads: other programs on the machine do not count, work handed to a thread does. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
