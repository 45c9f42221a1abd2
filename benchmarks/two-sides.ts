import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Benchmark, type Measurement, measure, type Plan, type Side } from './benchmark.ts'

/**
 * Measures a benchmark with each side in a process of its own, so that neither pays for the garbage that the other left or
 * for code that the other keeps busy.
 */
export async function measureApart({ name }: Pick<Benchmark, 'name'>, plan: Plan): Promise<Measurement> {
  const sides = await Promise.all([startSide(name, 'ours'), startSide(name, 'theirs')])
  try {
    return await measure(sides[0].side, sides[1].side, plan)
  } finally {
    for (const { end } of sides) end()
  }
}

async function startSide(name: string, which: 'ours' | 'theirs'): Promise<{ side: Side; end: () => void }> {
  const child = fork(join(import.meta.dirname, 'side-process.ts'), [name, which])
  const answer = async () => {
    const ended = new AbortController()
    const [message] = await Promise.race([
      once(child, 'message', { signal: ended.signal }),
      once(child, 'exit', { signal: ended.signal }).then(() => Promise.reject(new Error(`${name} ${which} ended.`))),
    ]).finally(() => ended.abort())
    return message
  }
  await answer()
  const side: Side = (plan) => {
    child.send(plan)
    return answer()
  }
  return { side, end: () => child.disconnect() }
}
