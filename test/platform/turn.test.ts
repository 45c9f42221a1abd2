import { expect, test } from '@jest/globals'
import { turn } from '#platform'

/** Takes turns with two pieces of work that each compute for so long, while others wait. */
async function order(milliseconds: number): Promise<string[]> {
  const seen: string[] = []
  await new Promise((resolve) => setTimeout(resolve, 5))
  const work = async (name: string) => {
    await turn()
    seen.push(name)
    setImmediate(() => seen.push(`others after ${name}`))
    const end = performance.now() + milliseconds
    while (performance.now() < end);
  }
  await Promise.all([work('the first'), work('the second')])
  return seen
}

test('after long work others get their turn', async () => {
  expect(await order(3)).toEqual(['the first', 'others after the first', 'the second'])
})

test('after short work the next goes on at once', async () => {
  expect(await order(0)).toEqual(['the first', 'the second'])
})
