import { setTimeout as sleep } from 'node:timers/promises'

/** How long a service takes to answer one thing, asked again and again while something else goes on, in milliseconds. */
export async function latenciesDuring(
  url: string,
  work: () => Promise<void>,
): Promise<{ count: number; usual: number; slowest: number }> {
  const latencies: number[] = []
  let isOver = false
  const ask = async () => {
    while (!isOver) {
      const begun = performance.now()
      const response = await fetch(url)
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
      latencies.push(performance.now() - begun)
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
  // Nine in ten are as quick as this; the rest may be late because the machine has other things to do, such as other tests:
  // alone the slowest takes a third of a second.
  return { count: sorted.length, usual: sorted[Math.floor(sorted.length * 0.9)] ?? 0, slowest: sorted.at(-1) ?? 0 }
}
