import { setTimeout as sleep } from 'node:timers/promises'

/**
 * How long a service takes to answer one thing, asked again and again while something else goes on, in milliseconds. Nine in
 * ten are as quick as `usual`. The rest may be late because the machine has other things to do, such as other tests: of the
 * `slowest` only the time counts in which this process itself was at work.
 */
export async function latenciesDuring(
  url: string,
  work: () => Promise<void>,
): Promise<{ count: number; usual: number; slowest: number }> {
  const latencies: number[] = []
  const kept: number[] = []
  let isOver = false
  const ask = async () => {
    while (!isOver) {
      const begun = performance.now()
      const before = process.cpuUsage()
      const response = await fetch(url)
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
      const { user, system } = process.cpuUsage(before)
      const latency = performance.now() - begun
      latencies.push(latency)
      kept.push(Math.min(latency, (user + system) / 1_000))
      await sleep(20)
    }
  }
  const asking = ask()
  try {
    await work()
  } finally {
    isOver = true
  }
  await asking
  const sorted = latencies.sort((a, b) => a - b)
  return { count: sorted.length, usual: sorted[Math.floor(sorted.length * 0.9)] ?? 0, slowest: Math.max(0, ...kept) }
}
