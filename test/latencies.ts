import { setTimeout as sleep } from 'node:timers/promises'
import { processorTime } from '../benchmarks/processor-time.ts'

/**
 * How long a service takes to answer one thing, asked again and again while something else goes on, in milliseconds. Nine in
 * ten are as quick as `usual`. Only the time counts in which this process was at work, for the machine may have other things
 * to do, such as other tests.
 */
export async function latenciesDuring(
  url: string,
  work: () => Promise<void>,
): Promise<{ count: number; usual: number; slowest: number }> {
  const latencies: number[] = []
  let isOver = false
  const ask = async () => {
    while (!isOver) {
      const begun = performance.now()
      const atWork = processorTime()
      const response = await fetch(url)
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
      latencies.push(Math.min(performance.now() - begun, processorTime() - atWork))
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
  return { count: sorted.length, usual: sorted[Math.floor(sorted.length * 0.9)] ?? 0, slowest: sorted.at(-1) ?? 0 }
}
